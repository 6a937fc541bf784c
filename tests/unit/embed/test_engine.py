"""The engine: a block becomes a figure, or findings with their place in the document or in the map."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from argmap import pipeline
from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile, Span
from argmap.embed import Attributes, Engine, Figure, Request, Shown
from argmap.embed import engine as the_engine
from argmap.embed.cache import Cache
from argmap.project import Projects

MAP = """\
argmap: 1
title: A tram?
claims:
  tram: {text: The town should build a tram line., tags: [time]}
  cost: {text: The line costs too much., attacks: tram}
  grant: {text: The state pays for most of it., attacks: cost}
"""
BROKEN = MAP.replace("attacks: tram", "attacks: tarm")
DOCUMENT = SourceFile("report.md", "One line.\n\n```argmap file=tram.argmap.yaml\n```\n")
PLACE = Span(DOCUMENT, 11, 45)
FILE_PLACE = Span(DOCUMENT, 21, 42)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    root = tmp_path / "project"
    root.mkdir()
    (root / ".git").mkdir()
    (root / "tram.argmap.yaml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def ask(folder, *, body=None, body_line=1, spans=None, **attributes):
    spans = {"file": FILE_PLACE} if spans is None else spans
    return Request(Attributes(**attributes), folder, PLACE, body, body_line, spans)


def told(request, engine=None):
    figure, found = (engine or Engine(cache=Cache(None))).figure(request, "svg")
    assert figure is None
    return [(item.name, item.message, item.help) for item in found]


def drawn(request, engine=None, format="svg") -> Figure:
    figure, found = (engine or Engine(cache=Cache(None))).figure(request, format)
    assert found == ()
    assert figure is not None
    return figure


# --- figures


def test_a_figure_of_a_file(folder):
    figure = drawn(ask(folder, file="tram.argmap.yaml"))
    assert figure.format == "svg"
    assert b"The town should" in figure.data
    assert figure.data == pipeline.render(pipeline.load(pipeline.read("tram.argmap.yaml")).map).data
    assert "A tram?" in figure.alt
    assert "The line costs too much." in figure.description
    assert figure.width > 100
    assert figure.height > 100


def test_a_figure_of_a_body(folder):
    assert drawn(ask(folder, body=MAP)) == drawn(ask(folder, file="tram.argmap.yaml"))


@pytest.mark.parametrize(
    "body",
    ["[Tram]: Build it.\n  - <Cost>\n", "===\ntitle: A tram?\n===\n\n[Tram]: Build it.\n  - <Cost>\n",
     '{"argmap": 1, "claims": {"tram": "Build it."}}', "title: A tram?\nclaims:\n  tram: Build it.\nargmap: 1\n"],
)  # fmt: skip
@pytest.mark.parametrize("line", [1, 40])
def test_a_body_may_be_in_any_language_that_is_read(folder, body, line):
    assert b"Build it." in drawn(ask(folder, body=body, body_line=line)).data


def test_what_the_author_wrote_is_the_alternative(folder):
    figure = drawn(ask(folder, file="tram.argmap.yaml", alt="Two steps."))
    assert figure.alt == "Two steps."
    assert figure.data == drawn(ask(folder, file="tram.argmap.yaml")).data
    assert drawn(ask(folder, file="tram.argmap.yaml", alt="")).alt == ""


@pytest.mark.parametrize(("format", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_formats(folder, format, start):
    assert drawn(ask(folder, file="tram.argmap.yaml"), format=format).data.startswith(start)
    asked = drawn(ask(folder, file="tram.argmap.yaml", format=format), format="svg")
    assert asked.data.startswith(start)
    assert asked.format == format


def test_a_part_of_the_map(folder):
    part = drawn(ask(folder, file="tram.argmap.yaml", focus="grant", depth=1))
    assert "The state pays" in part.description
    assert "The town should" not in part.description
    tagged = drawn(ask(folder, file="tram.argmap.yaml", tag=("time",)))
    assert "The line costs" not in tagged.description


def test_the_map_has_its_title_unless_the_figure_has_a_caption(folder):
    assert b">A tram?</text>" in drawn(ask(folder, file="tram.argmap.yaml")).data
    assert b">A tram?</text>" not in drawn(ask(folder, file="tram.argmap.yaml", caption="A tram?")).data
    assert b">Trams</text>" in drawn(ask(folder, file="tram.argmap.yaml", title="Trams", caption="A tram?")).data
    assert b">A tram?</text>" not in drawn(ask(folder, file="tram.argmap.yaml", title="")).data


def test_an_evaluation(folder):
    plain = drawn(ask(folder, file="tram.argmap.yaml"))
    marked = drawn(ask(folder, file="tram.argmap.yaml", evaluate="grounded"))
    assert marked.data != plain.data
    made = Engine(cache=Cache(None)).shown(ask(folder, file="tram.argmap.yaml", evaluate="grounded"))
    assert isinstance(made, Shown)
    assert made.labelling is not None


def test_what_is_shown(folder):
    made = Engine(cache=Cache(None)).shown(ask(folder, file="tram.argmap.yaml", focus="grant", depth=1))
    assert isinstance(made, Shown)
    assert len(made.whole.claims) == 3
    assert [claim.id for claim in made.part.claims] == ["cost", "grant"]
    assert made.labelling is None


def test_a_file_is_read_once(folder):
    engine = Engine(cache=Cache(None))
    first = drawn(ask(folder, file="tram.argmap.yaml"), engine)
    (folder / "tram.argmap.yaml").write_text(MAP.replace("too much", "nothing"))
    assert drawn(ask(folder, file="./tram.argmap.yaml"), engine) == first
    assert drawn(ask(folder, file="tram.argmap.yaml")) != first


# --- blocks that are wrong


def test_nothing_to_draw(folder):
    for body in (None, "", " \n\t\n"):
        ((name, message, _),) = told(ask(folder, body=body))
        assert (name, message) == ("empty-block", "the block names no file and holds no map")


def test_a_file_and_a_map(folder):
    assert [item[0] for item in told(ask(folder, file="tram.argmap.yaml", body=MAP))] == ["ambiguous-block"]
    drawn(ask(folder, file="tram.argmap.yaml", body="\n \n"))


@pytest.mark.parametrize(
    ("name", "message", "help"),
    [
        ("tarm.argmap.yaml", "cannot read `tarm.argmap.yaml`: there is no such file",
         "did you mean `tram.argmap.yaml`?"),
        ("gone/x.yaml", "cannot read `gone/x.yaml`: there is no such file", None),
        (".git", "cannot read `.git`: it is a folder", None),
        ("tram.argmap.yaml/x", "cannot read `tram.argmap.yaml/x`: Not a directory", None),
        ("x" * 300, f"cannot read `{'x' * 300}`: File name too long", None),
    ],
)  # fmt: skip
@pytest.mark.skipif(sys.platform == "win32", reason="the system has other words there")
def test_a_map_that_is_not_there(folder, name, message, help):
    assert told(ask(folder, file=name)) == [("missing-map", message, help)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.argmap.yaml")
    assert told(ask(folder, file="pipe.argmap.yaml")) == [
        ("missing-map", "cannot read `pipe.argmap.yaml`: it is not a file", None)
    ]


def test_a_path_that_leads_out(folder):
    (folder.parent / "secret.yaml").write_text(MAP)
    ((name, _, _),) = told(ask(folder, file="../secret.yaml"))
    assert name == "path-outside-project"
    engine = Engine(root=folder / "text", cache=Cache(None))
    assert told(ask(folder / "text", file="../tram.argmap.yaml"), engine)[0][0] == "path-outside-project"
    drawn(ask(folder, file="../secret.yaml"), Engine(root=folder.parent, cache=Cache(None)))


def test_a_broken_map_is_told_at_the_block_and_in_the_map(folder):
    (folder / "tram.argmap.yaml").write_text(BROKEN)
    figure, found = Engine(cache=Cache(None)).figure(ask(folder, file="tram.argmap.yaml"), "svg")
    assert figure is None
    assert [(item.name, item.primary.source.name, item.primary.line) for item in found] == [
        ("broken-map", "report.md", 3),
        ("unknown-reference", "tram.argmap.yaml", 5),
    ]
    assert found[0].message == "`tram.argmap.yaml` has 1 error"
    assert found[0].primary is FILE_PLACE


def test_what_is_no_map_at_all(folder):
    for data in (b"", b"\x00\xff", b"just words", b"- a\n- b\n", b"[", b"{" * 5_000, MAP.encode("utf-16")[:-1]):
        (folder / "tram.argmap.yaml").write_bytes(data)
        assert told(ask(folder, file="tram.argmap.yaml"))[0][0] == "broken-map"


def test_a_broken_body_has_its_places_in_the_document(folder):
    _, found = Engine(cache=Cache(None)).figure(ask(folder, body=BROKEN, body_line=31), "svg")
    assert [(item.name, item.primary.source.name, item.primary.line) for item in found] == [
        ("unknown-reference", "report.md", 35)
    ]
    assert found[0].primary.text == "tarm"


def test_half_a_character_in_a_body(folder, cache):
    _, found = Engine(cache=cache).figure(ask(folder, body=MAP + "# \ud800\n", body_line=3), "svg")
    assert [(item.name, item.primary.line) for item in found] == [("unreadable-file", 9)]


def test_names_that_the_map_does_not_have(folder):
    found = told(ask(folder, file="tram.argmap.yaml", focus="costs", tag=("tiem", "time"), group=("g",)))
    assert found == [
        ("invalid-attribute", "the map has no claim `costs`", "did you mean `cost`?"),
        ("invalid-attribute", "the map has no tag `tiem`", "did you mean `time`?"),
        ("invalid-attribute", "the map has no group `g`", None),
    ]
    found = told(ask(folder, file="tram.argmap.yaml", question=("q",), speaker=("s",)))
    assert [item[1] for item in found] == ["the map has no question `q`", "the map has no speaker `s`"]


def test_findings_on_attributes_stand_where_they_do(folder):
    place = Span(DOCUMENT, 0, 3)
    spans = {"file": FILE_PLACE, "focus": place}
    _, found = Engine(cache=Cache(None)).figure(ask(folder, file="tram.argmap.yaml", focus="x", spans=spans), "svg")
    assert [item.primary for item in found] == [place]
    _, found = Engine(cache=Cache(None)).figure(ask(folder, file="gone.yaml", spans={}), "svg")
    assert [item.primary for item in found] == [PLACE]


def test_no_place_at_all(folder):
    _, found = Engine(cache=Cache(None)).figure(Request(Attributes(), folder), "svg")
    assert [item.primary for item in found] == [None]
    _, found = Engine(cache=Cache(None)).figure(Request(Attributes(), folder, body=BROKEN), "svg")
    assert [(item.name, item.primary.source.name) for item in found] == [("unknown-reference", "<document>")]


def test_an_evaluation_without_an_answer(folder):
    circle = "argmap: 1\nclaims:\n" + "".join(
        f"  {one}: {{text: {one}, attacks: {other}}}\n" for one, other in ("ab", "bc", "ca")
    )
    ((name, message, _),) = told(ask(folder, body=circle, evaluate="stable"))
    assert name == "figure-not-drawn"
    assert message.startswith("there is no evaluation to show: ")
    drawn(ask(folder, body=circle, evaluate="grounded"))


def test_a_drawing_that_fails(folder, monkeypatch):
    def fail(*_, **__):
        raise ArgmapError("no-fonts", "there are no fonts", "install one")

    monkeypatch.setattr(pipeline, "render", fail)
    assert told(ask(folder, file="tram.argmap.yaml")) == [("figure-not-drawn", "there are no fonts", "install one")]


# --- configuration


def test_the_configuration_of_the_project_holds(folder):
    light = drawn(ask(folder, file="tram.argmap.yaml"))
    (folder / "argmap.toml").write_text('[render]\ntheme = "dark"\n')
    dark = drawn(ask(folder, file="tram.argmap.yaml"))
    assert dark.data != light.data
    assert drawn(ask(folder, file="tram.argmap.yaml", theme="light")).data == light.data
    assert drawn(ask(folder, body=MAP)).data == dark.data
    assert (
        drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=Cache(None), projects=Projects(look=False))) == light
    )


def test_a_configuration_that_is_wrong_is_told(folder, cache):
    drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    (folder / "argmap.toml").write_text("titel-length = 60\n")
    engine = Engine(cache=cache)
    assert [item[0] for item in told(ask(folder, file="tram.argmap.yaml"), engine)] == ["invalid-configuration"]
    assert [item[0] for item in told(ask(folder, body=MAP), engine)] == ["invalid-configuration"]
    found = engine.shown(ask(folder, file="tram.argmap.yaml"))
    assert [item.name for item in found] == ["invalid-configuration"]


def test_errors_that_the_project_ignores_and_a_selection_that_hides_them(folder):
    (folder / "tram.argmap.yaml").write_text(MAP.replace("{text: The line", "{score: 7, text: The line"))
    assert told(ask(folder, file="tram.argmap.yaml"))[1][0] == "score-out-of-range"
    (folder / "argmap.toml").write_text('select = ["AM4"]\n')
    assert told(ask(folder, file="tram.argmap.yaml"))[1][0] == "score-out-of-range"
    (folder / "argmap.toml").write_text('ignore = ["score-out-of-range"]\n')
    drawn(ask(folder, file="tram.argmap.yaml"))


# --- the cache


@pytest.fixture
def counted(monkeypatch):
    """Counts the drawings."""
    calls = []
    real = pipeline.render

    def render(*arguments, **settings):
        calls.append(arguments)
        return real(*arguments, **settings)

    monkeypatch.setattr(pipeline, "render", render)
    return calls


@pytest.mark.parametrize(
    "change",
    [{}, {"name": "fig:a"}, {"width": "3cm"}, {"align": "left"}, {"figure": "x.svg"}, {"alt": "Something."}],
)
def test_a_second_engine_draws_nothing(folder, cache, counted, change):
    first = drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    second = drawn(ask(folder, file="tram.argmap.yaml", **change), Engine(cache=cache))
    assert len(counted) == 1
    assert second.data == first.data
    assert (second.description, second.width, second.height) == (first.description, first.width, first.height)
    assert second.alt == change.get("alt", first.alt)


@pytest.mark.parametrize(
    "change",
    [{"view": "tree"}, {"theme": "dark"}, {"focus": "cost"}, {"caption": "A tram?"}, {"title": ""}, {"format": "png"},
     {"evaluate": "grounded"}, {"legend": False}, {"fit": "a4"}, {"wrap": 20}, {"labels": "title"}, {"hidden": True}],
)  # fmt: skip
def test_what_changes_the_picture_is_drawn_anew(folder, cache, counted, change):
    drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    drawn(ask(folder, file="tram.argmap.yaml", **change), Engine(cache=cache))
    assert len(counted) == 2


def test_words_of_a_caption_are_not_in_the_picture(folder, cache, counted):
    for caption in ("A tram?", "No tram?"):
        drawn(ask(folder, file="tram.argmap.yaml", caption=caption), Engine(cache=cache))
    assert len(counted) == 1


def test_a_body_may_move_in_its_document(folder, cache, counted):
    drawn(ask(folder, body=MAP, body_line=3), Engine(cache=cache))
    drawn(ask(folder, body=MAP, body_line=300), Engine(cache=cache))
    assert len(counted) == 1


def test_a_changed_map_configuration_or_copy_of_a_source(folder, cache, counted):
    text = MAP + "sources:\n  study: {title: Study, text: study.txt}\n"
    (folder / "tram.argmap.yaml").write_text(text.replace("much.,", "much., cites: study#p1,"))
    (folder / "study.txt").write_text("One.\n")
    for number, action in enumerate(
        [
            lambda: None,
            lambda: (folder / "study.txt").write_text("Two.\n"),
            lambda: (folder / "argmap.toml").write_text('[render]\ntheme = "dark"\n'),
            lambda: (folder / "tram.argmap.yaml").write_text(MAP),
        ],
        1,
    ):
        action()
        for _ in range(2):
            drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
        assert len(counted) == number


def test_a_copy_that_makes_the_map_wrong_is_noticed(folder, cache):
    text = MAP + "sources:\n  study: {title: Study, text: study.txt}\n"
    (folder / "tram.argmap.yaml").write_text(text.replace("much.,", "much., cites: study#p2,"))
    (folder / "study.txt").write_text("One.\n\nTwo.\n")
    drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    (folder / "study.txt").write_text("One.\n")
    assert told(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))[1][0] == "place-outside-source"


def test_a_map_with_includes_is_never_kept(folder, cache, counted):
    (folder / "more.argdown").write_text("<Cost>: It costs too much.\n")
    (folder / "tram.argdown").write_text("[Tram]: Build it.\n  - <Cost>\n\n@include(more.argdown)\n")
    drawn(ask(folder, file="tram.argdown"), Engine(cache=cache))
    (folder / "more.argdown").write_text("<Cost>: It costs nothing.\n")
    assert b"It costs nothing." in drawn(ask(folder, file="tram.argdown"), Engine(cache=cache)).data
    assert len(counted) == 2
    assert not cache.folder.exists()


def test_errors_are_not_kept(folder, cache):
    (folder / "tram.argmap.yaml").write_text(BROKEN)
    told(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    assert not cache.folder.exists()


@pytest.mark.parametrize("name", ["argmap", "pygraphviz", "typst"])
def test_a_new_version_draws_anew(folder, cache, counted, monkeypatch, name):
    drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    programs = the_engine._programs()
    assert sum(item.startswith(f"{name} ") for item in programs) == 1
    changed = tuple(f"{name} 99" if item.startswith(f"{name} ") else item for item in programs)
    monkeypatch.setattr(the_engine, "_programs", lambda: changed)
    drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    assert len(counted) == 2


@pytest.mark.parametrize("facts", [b"{}", b'{"alt": "x"}', b'{"notes": 1}', b"[]", b'{"notes": [], "data": 1}'])
def test_facts_that_are_none_are_drawn_anew(folder, cache, counted, facts):
    first = drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    (path,) = [path for path in cache.folder.rglob("*") if path.is_file()]
    entry = b'{"inputs": {}, "facts": ' + facts + b"}\nimport os"
    path.write_bytes(sha256(entry).hexdigest().encode() + b"\n" + entry)
    assert drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache)) == first
    assert len(counted) == 2


def test_the_usual_folder_is_used(folder, tmp_path, monkeypatch, counted):
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "own"))
    drawn(ask(folder, file="tram.argmap.yaml"), Engine())
    drawn(ask(folder, file="tram.argmap.yaml"), Engine())
    assert len(counted) == 1
    assert any((tmp_path / "own").rglob("*"))


def test_a_kept_figure_needs_nothing_heavy(folder, cache):
    drawn(ask(folder, file="tram.argmap.yaml"), Engine(cache=cache))
    script = (
        "import sys\nfrom pathlib import Path\nfrom argmap.embed import Attributes, Engine, Request\n"
        "from argmap.embed.cache import Cache\n"
        "asked = Request(Attributes(file='tram.argmap.yaml'), Path('.').absolute())\n"
        "figure, found = Engine(cache=Cache(Path(sys.argv[1]))).figure(asked, 'svg')\n"
        "assert figure and not found, found\n"
        "rooms = ('semantics', 'renderers', 'rules', 'diagram', 'digest')\n"
        "heavy = ('pydantic', 'yaml', 'pygraphviz', 'fontTools', 'typst', 'resvg_py', 'igraph', 'markdown_it')\n"
        "print(sorted({*heavy, *(f'argmap.{room}' for room in rooms)} & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", script, str(cache.folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


def test_relative_folders(folder):
    assert drawn(ask(Path(), file="tram.argmap.yaml")) == drawn(ask(folder, file="tram.argmap.yaml"))
