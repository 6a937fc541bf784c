"""Configuration and file discovery."""

import os
from pathlib import Path

import pytest

from argmap.core.codes import LEDGER
from argmap.core.diagnostics import finding
from argmap.core.errors import ArgmapError
from argmap.project import DEFAULTS, Projects, Settings, discover, suffixes_of, unknown_selectors
from argmap.project.configuration import with_command_line
from argmap.project.discovery import MAP_SUFFIXES, stem_of
from argmap.project.patterns import excluded
from argmap.project.toml_places import places


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: str, text: str = "argmap: 1\n") -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def names(*paths: str, projects: Projects | None = None) -> list[str]:
    return [item.name.replace(os.sep, "/") for item in discover(paths, projects)]


# --- which findings are reported


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), True),
        (("AM4",), (), True),
        (("am406",), (), True),
        (("long-title",), (), True),
        (("AM2",), (), False),
        ((), ("AM4",), False),
        ((), ("long-title",), False),
        (("AM406",), ("AM4",), True),
        (("AM4",), ("AM406",), False),
        (("AM4",), ("AM4",), False),
        (("AM4",), ("long-title",), False),
        (("long-title",), ("AM406",), True),
        (("AM40", "AM406"), ("AM40",), True),
        (("all",), (), True),
        (("all", "AM2"), ("AM4",), False),
        (("all", "AM2"), (), True),
        (("AM4",), ("ALL",), True),
        ((), ("all",), False),
    ],
)
def test_the_more_exact_selector_wins(select, ignore, wanted):
    assert Settings(select=select, ignore=ignore).wants(finding("long-title", "m")) is wanted


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), False),
        (("all",), (), False),
        (("AM2",), (), False),
        (("AM22",), (), False),
        (("AM225",), (), True),
        (("open-critical-question",), (), True),
        (("all", "open-critical-question"), (), True),
        (("AM225",), ("open-critical-question",), False),
    ],
)
def test_some_findings_are_asked_for_by_name(select, ignore, wanted):
    assert Settings(select=select, ignore=ignore).wants(finding("open-critical-question", "m")) is wanted


def test_a_selection_does_not_hide_a_file_that_cannot_be_read():
    settings = Settings(select=("AM4",))
    assert settings.wants(finding("syntax-error", "m"))
    assert not Settings(ignore=("syntax-error",)).wants(finding("syntax-error", "m"))


def test_unknown_selectors():
    assert unknown_selectors(["AM4", "am101", "long-title", "Long-Title", "all"]) == []
    assert unknown_selectors(["AM", "A", "", "AM999", "X1", "long"]) == ["AM", "A", "", "AM999", "X1", "long"]
    assert unknown_selectors(LEDGER) == []


def test_the_command_line_goes_before_the_configuration():
    settings = Settings(select=("AM1",), ignore=("AM2",))
    assert with_command_line(settings, (), ("AM3",), True) == Settings(
        select=("AM1",), ignore=("AM2", "AM3"), strict=True
    )
    assert with_command_line(settings, ("AM4",), (), False) == Settings(select=("AM4",))


# --- configuration


FULL = """
select = ["AM1", "long-title"]
ignore = ["two-sentences"]
strict = true
exclude = ["drafts"]
title-length = 30

[render]
theme = "dark"
view = "tree"
direction = "right"
labels = "title"
wrap = 24
legend = false
fit = "200x150"
"""


def test_all_settings_can_be_given(here):
    put("argmap.toml", FULL)
    configured = Projects().of("x.argmap.yaml")
    assert configured.diagnostics == ()
    settings = configured.settings
    assert (settings.select, settings.ignore, settings.strict) == (("AM1", "long-title"), ("two-sentences",), True)
    assert (settings.exclude, settings.title_length) == (("drafts",), 30)
    render = settings.render
    assert (render.theme, render.view, render.direction, render.labels) == ("dark", "tree", "right", "title")
    assert (render.wrap, render.legend, render.fit) == (24, False, "200x150")


def test_the_same_in_pyproject(here):
    text = FULL.replace("[render]", "[tool.argmap.render]")
    put("pyproject.toml", f'[project]\nname = "x"\n[tool.argmap]\n{text}')
    put("sub/argmap.toml", FULL)
    projects = Projects()
    assert projects.of("x.yaml").settings == projects.of("sub/x.yaml").settings != DEFAULTS


def test_the_nearest_upward_holds(here):
    put("argmap.toml", "title-length = 1")
    put("a/pyproject.toml", "[tool.argmap]\ntitle-length = 2")
    put("a/b/pyproject.toml", "[tool.other]\ntitle-length = 3")
    put("a/c/pyproject.toml", "[tool.argmap]\ntitle-length = 4")
    put("a/c/argmap.toml", "title-length = 5")
    projects = Projects()
    lengths = [projects.of(name).settings.title_length for name in ("x", "a/x", "a/b/x", "a/c/x", "z/y/x", "-")]
    assert lengths == [1, 2, 2, 5, 1, 1]


def test_a_configuration_can_be_named_or_left_out(here):
    put("argmap.toml", "title-length = 1")
    put("other.toml", "title-length = 2")
    put("pyproject.toml", "[tool.argmap]\ntitle-length = 3")
    assert Projects("other.toml").of("x").settings.title_length == 2
    assert Projects("pyproject.toml").of("x").settings.title_length == 3
    assert Projects(look=False).of("x").settings == DEFAULTS
    with pytest.raises(ArgmapError, match="not there"):
        Projects("missing.toml").of("x")


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("a = [1\nb = 2", (2, 1), "not valid TOML: unclosed array", None),
        ("a = ", (1, 5), "not valid TOML: invalid value", None),
        ("a = 1\na = 2", (2, 6), "not valid TOML: cannot overwrite a value", None),
        ("strict = 1\n", (1, 10), "`strict` must be `true` or `false`", None),
        ('\nselct = ["AM1"]\n', (2, 1), "there is no setting `selct`", "did you mean `select`?"),
        ("zzz = 1", (1, 1), "there is no setting `zzz`", "known settings: select, ignore, strict, "),
        ('ignore = [\n  "AM1", # one\n  "long-titel",\n]', (3, 3), "no rule is called `long-titel`", "`long-title`"),
        ("select = 'AM1'", (1, 10), "`select` must be a list of strings", None),
        ("select = [1]", (1, 11), "`select` must be a string", None),
        ("render = 1", (1, 10), "`render` must be a table", None),
        ('[render]\ntheme = "drak"', (2, 9), "must be `light`, `dark`, `print` or `auto`", "did you mean `dark`?"),
        ('render.theme = "x"', (1, 16), "`render.theme` must be", None),
        ('render = {wrap = 3, theme = "dark"}', (1, 18), "`render.wrap` must be at least 12", None),
        ("render = {wrap = 300}", (1, 18), "`render.wrap` must be at most 200", None),
        ("[render]\nfit = 'a5'", (2, 7), "must be a page: `a4`, `letter`, or a width and a height", None),
        ("[render]\nthem = 'a5'", (2, 1), "there is no setting `them`", "did you mean `theme`?"),
        ('title-length = "40"', (1, 16), "`title-length` must be a whole number", None),
        ("title-length = true", (1, 16), "`title-length` must be a whole number", None),
        ("title-length = 0", (1, 16), "`title-length` must be at least 1", None),
    ],
)
def test_every_slip_is_found_with_its_place(here, text, place, message, hint):
    put("argmap.toml", text)
    configured = Projects().of("x")
    assert configured.settings == DEFAULTS
    item = configured.diagnostics[0]
    assert item.name == "invalid-configuration"
    assert message.casefold() in item.message.casefold()
    assert (item.primary.line, item.primary.column) == place
    assert (hint or "") in (item.help or "")


def test_all_slips_are_found_at_once_each_once(here):
    put("pyproject.toml", '[tool.argmap]\nselct = []\nignore = ["x"]\nstrict = 3\n')
    put("sub/x", "")
    projects = Projects()
    projects.of("x")
    projects.of("sub/x")
    assert [(item.primary.line, item.primary.source.name) for item in projects.diagnostics()] == [
        (2, "pyproject.toml"),
        (3, "pyproject.toml"),
        (4, "pyproject.toml"),
    ]


def test_bytes_that_are_no_text(here):
    Path("argmap.toml").write_bytes(b"# \xc3\xa4\r\ntitle-length = 1 # \xff\n")
    item = Projects().of("x").diagnostics[0]
    assert "UTF-8" in item.message
    assert (item.primary.line, item.primary.column) == (2, 20)


def test_a_configuration_that_is_nested_too_deeply(here):
    put("argmap.toml", "a = " + "[" * 50_000)
    assert Projects().of("x").diagnostics[0].name == "invalid-configuration"


def test_other_faults_in_pyproject_are_reported_too(here):
    put("pyproject.toml", "[project\n")
    assert "not valid TOML" in Projects().of("x").diagnostics[0].message


def test_a_tool_that_is_no_table(here):
    put("pyproject.toml", "tool = 3\n")
    assert Projects().of("x").diagnostics == ()
    put("argmap.toml", "")
    assert Projects().of("x").settings == DEFAULTS


def test_places_of_keys_and_values():
    text = (
        'a.b = "x" # c\n"q k" = [1, {c = 2}, """m\n]""", [\'d\'],]\n[t . u]\nn = { v = [\n1], w = 3 }\n'
        "[[list]]\nz = 1\n[[list]]\nz = 1979-05-27 07:32:00\n"
    )
    found = {path: (text[slice(*place.key)], text[slice(*place.value)]) for path, place in places(text).items()}
    assert found[("a", "b")] == ("a.b", '"x"')
    assert found[("q k", 1, "c")] == ("c", "2")
    assert found[("q k", 2)][1] == '"""m\n]"""'
    assert found[("q k", 3, 0)][1] == "'d'"
    assert found[("t", "u", "n", "v", 0)][1] == "1"
    assert found[("t", "u", "n", "w")] == ("w", "3")
    assert found[("list", 1, "z")] == ("z", "1979-05-27 07:32:00")


@pytest.mark.parametrize(
    "text", ["[", "a", "a =", "= 1", "a = [", "a = {", "[[a", "]", "a = [,,", "a = {,", "\x00", "'"]
)
def test_places_in_what_is_not_toml_end(text):
    places(text)


# --- patterns


@pytest.mark.parametrize(
    ("path", "pattern", "wanted"),
    [
        ("drafts/a.argmap.yaml", "drafts", True),
        ("drafts/a.argmap.yaml", "drafts/", True),
        ("x/drafts/a.argmap.yaml", "drafts", True),
        ("x/drafts/a.argmap.yaml", "/drafts", False),
        ("x/drafts/a.argmap.yaml", "x/drafts", True),
        ("x/drafts/a.argmap.yaml", "drafts/*.yaml", False),
        ("a.draft.argmap.yaml", "*.draft.argmap.yaml", True),
        ("x/y/z/a.argmap.yaml", "x/**/a.*", True),
        ("x/a.argmap.yaml", "x/**/a.*", True),
        ("x/y/b.argmap.yaml", "x/**/a.*", False),
        ("x/y/b.argmap.yaml", "**", True),
        ("x/y/b.argmap.yaml", "x/*", True),
        ("b.argmap.yaml", "a", False),
    ],
)
def test_exclusion(path, pattern, wanted):
    assert excluded(path, [pattern]) is wanted


def test_a_pattern_of_many_stars_takes_no_time():
    assert not excluded("/".join("a" * 60), ["/".join(["**", "a"] * 25) + "/b"])


# --- discovery


def test_folders_are_searched_in_order_and_tools_left_out(here):
    for path in ("b.argmap.yaml", "a/z.argmap.json", "a/y.ARGMAP.YML", "A.argmap.yml", "note.yaml", "x.json"):
        put(path)
    for path in (".git/x", ".venv/x", "node_modules/x", "__pycache__/x", "a/.hidden/x"):
        put(f"{path}.argmap.yaml")
    assert names(".") == ["A.argmap.yml", "b.argmap.yaml", "a/y.ARGMAP.YML", "a/z.argmap.json"]
    assert names("a", "b.argmap.yaml", "./a") == ["a/y.ARGMAP.YML", "a/z.argmap.json", "b.argmap.yaml"]


def test_argdown_is_found_in_folders(here):
    for path in ("b.argdown", "a/z.ad", "a/y.argdown.json", "c.md", "ad", "d.argdown.txt", "bad"):
        put(path)
    assert names(".") == ["b.argdown", "a/y.argdown.json", "a/z.ad"]


def test_a_file_that_is_named_is_taken_as_it_is(here):
    assert names("anything.txt", "-", "./anything.txt", "-") == ["anything.txt", "-"]


def test_a_folder_without_a_map_is_an_error(here):
    put("empty/x.yaml")
    with pytest.raises(ArgmapError, match="there is no map in empty") as caught:
        discover(["empty"])
    assert "--from FORMAT" in caught.value.hint


def test_folders_are_searched_for_files_of_other_tools_if_these_are_named(here):
    for path in ("a/x.json", "a/b/y.aif.json", "a/z.argmap.yaml"):
        put(path)
    assert [item.below for item in discover(["a"], None, suffixes_of("aif"))] == ["x.json", "b/y.aif.json"]
    assert suffixes_of(None) == suffixes_of("argdown") == MAP_SUFFIXES
    with pytest.raises(ArgmapError, match="there is no map in a") as caught:
        discover(["a"], None, suffixes_of("rationale"))
    assert caught.value.hint == "files in this format are called NAME.rtnl"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a/tram.argmap.yaml", "a/tram"),
        ("tram.aif.json", "tram"),
        ("tram.json", "tram"),
        ("Tram.RTNL", "Tram"),
        ("a.b/tram.data", "a.b/tram"),
        ("tram", "tram"),
    ],
)
def test_outputs_are_called_as_inputs_without_their_ending(name, stem):
    assert stem_of(name) == stem


def test_patterns_that_the_shell_left_alone(here):
    for path in ("a/x.argmap.yaml", "a/b/y.argmap.yaml", "c.argmap.yaml", "[d].argmap.yaml"):
        put(path)
    assert names("*.argmap.yaml") == ["[d].argmap.yaml", "c.argmap.yaml"]
    assert names("**/*.yaml") == ["[d].argmap.yaml", "a/b/y.argmap.yaml", "a/x.argmap.yaml", "c.argmap.yaml"]
    assert names("[d].argmap.yaml") == ["[d].argmap.yaml"]
    assert names("a*") == ["a/x.argmap.yaml", "a/b/y.argmap.yaml"]
    with pytest.raises(ArgmapError, match="no file matches"):
        discover(["*.txt"])


def test_links_in_circles_end(here):
    put("a/x.argmap.yaml")
    Path("a/loop").symlink_to(here, target_is_directory=True)
    Path("a/broken.argmap.yaml").symlink_to("nowhere")
    assert names(".") == ["a/x.argmap.yaml"]


def test_excluded_maps_are_found_only_if_named(here):
    put("argmap.toml", 'exclude = ["drafts"]')
    put("drafts/x.argmap.yaml")
    put("y.argmap.yaml")
    assert names(".") == ["y.argmap.yaml"]
    assert names("*/*.yaml", ".", projects=Projects(look=False)) == ["drafts/x.argmap.yaml", "y.argmap.yaml"]
    assert names("drafts/x.argmap.yaml") == ["drafts/x.argmap.yaml"]
    with pytest.raises(ArgmapError):
        discover(["*/*.yaml"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(here):
    put("shut/x.argmap.yaml")
    Path("shut").chmod(0)
    try:
        with pytest.raises(ArgmapError, match="cannot read the folder"):
            discover(["."])
    finally:
        Path("shut").chmod(0o700)


def test_what_a_file_is_called_below_what_was_searched(here):
    for path in ("a/x.argmap.yaml", "a/b/y.argmap.yaml"):
        put(path)
    assert [item.below for item in discover(["a"])] == ["x.argmap.yaml", "b/y.argmap.yaml"]
    assert [item.below for item in discover(["a/x.argmap.yaml", "a/b/y.argmap.yaml"])] == [
        "x.argmap.yaml",
        "b/y.argmap.yaml",
    ]
    assert [item.below for item in discover(["a/b/y.argmap.yaml"])] == ["y.argmap.yaml"]
