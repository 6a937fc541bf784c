"""`argmap render`: what is written where, and what is refused."""

import sys

import pytest

from argmap import pipeline
from argmap.cli import outputs
from tests.unit.cli.conftest import BROKEN, SOUND


@pytest.fixture
def drawn(monkeypatch):
    """A stand-in for the drawing: keeps what it was asked for."""
    calls = []

    def render(
        map, format="svg", *, view=None, style=None, labelling=None, scale=2.0, pixel_width=None, embed_font=True
    ):
        calls.append((format, view, style, {"scale": scale, "width": pixel_width, "font": embed_font}))
        return pipeline.Rendered(f"{format} of {map.title}".encode(), ("text is small",))

    monkeypatch.setattr(pipeline, "render", render)
    return calls


def test_beside_the_map(run, put, here, drawn):
    put("a/tram.argmap.yaml")
    result = run("render", "a/tram.argmap.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "note: text is small\nwrote a/tram.svg\n"
    assert (here / "a/tram.svg").read_bytes() == b"svg of Should a town build a tram?"


@pytest.mark.parametrize(
    ("arguments", "written", "format"),
    [
        (["-o", "x.png"], "x.png", "png"),
        (["-o", "x.PDF"], "x.PDF", "pdf"),
        (["-o", "x.gv"], "x.gv", "dot"),
        (["-o", "x.mmd"], "x.mmd", "mermaid"),
        (["-o", "out/"], "out/tram.svg", "svg"),
        (["-o", "out/", "-f", "png"], "out/tram.png", "png"),
        (["-f", "pdf"], "tram.pdf", "pdf"),
        (["-f", "mermaid"], "tram.mmd", "mermaid"),
        (["-o", "picture.txt", "-f", "svg"], "picture.txt", "svg"),
    ],
)
def test_the_format_and_the_name(run, put, here, drawn, *, arguments, written, format):
    put("tram.argmap.yaml")
    assert run("render", "tram.argmap.yaml", *arguments).exit_code == 0
    assert (here / written).read_bytes().startswith(format.encode())


def test_standard_output_is_the_picture_alone(run, put, drawn):
    put("tram.argmap.yaml")
    result = run("render", "tram.argmap.yaml", "-o", "-")
    assert result.stdout_bytes == b"svg of Should a town build a tram?"
    assert result.stderr == "note: text is small\n"
    assert run("render", "-", input=SOUND).stdout_bytes == b"svg of Should a town build a tram?"


def test_several_maps_keep_names_and_subfolders(run, put, here, drawn):
    put("in/a.argmap.yaml")
    put("in/sub/b.argmap.json", '{"argmap": 1, "claims": {"x": "A."}}')
    result = run("render", "in", "-o", "out/", "-f", "pdf")
    assert result.exit_code == 0
    assert sorted(str(path.relative_to(here)) for path in here.rglob("*.pdf")) == ["out/a.pdf", "out/sub/b.pdf"]
    assert "wrote out/a.pdf" in result.stderr
    assert run("render", "-q", "in").stderr.count("wrote") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.argmap.yaml", "b.argmap.yaml", "-o", "x.svg"], "for -o name a folder, with a slash at its end"),
        (["a.argmap.yaml", "b.argmap.yaml", "-o", "-"], "for -o name a folder"),
        (["a.argmap.yaml", "a.argmap.json", "-o", "out/"], "would both be written to out/a.svg"),
        (["a.argmap.yaml", "-o", "x.jpg"], "does not tell the format"),
        (["a.argmap.yaml", "--depth", "1"], "name it with --focus"),
        (["a.argmap.yaml", "--focus", "fastr"], "--focus: there is no claim 'fastr'. Did you mean 'faster'?"),
        (["a.argmap.yaml", "--tag", "zzz"], "--tag: there is no tag 'zzz'. There are: time."),
        (["a.argmap.yaml", "--group", "mony"], "Did you mean 'money'?"),
        (["a.argmap.yaml", "--question", "bild"], "Did you mean 'build'?"),
        (["a.argmap.yaml", "--speaker", "mayr"], "Did you mean 'mayor'?"),
        (["a.argmap.yaml", "--fit", "a5"], "a width and a height such as 160x90mm"),
        (["a.argmap.yaml", "--theme", "drak"], "drak"),
        (["a.argmap.yaml", "--scale", "0"], "--scale"),
        (["a.argmap.yaml", "--from", "yml"], "Did you mean 'yaml'?"),
        ([], "PATHS"),
    ],
)
def test_wrong_usage(run, put, here, drawn, *, arguments, message):
    for name in ("a.argmap.yaml", "b.argmap.yaml"):
        put(name)
    put("a.argmap.json", '{"argmap": 1, "claims": {"x": "A."}}')
    result = run("render", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert not list(here.rglob("*.svg"))


def test_an_input_is_never_written_over(run, put, drawn):
    path = put("tram.argmap.yaml")
    result = run("render", "tram.argmap.yaml", "-f", "svg", "-o", "./tram.argmap.yaml")
    assert result.exit_code == 3
    assert "is the input" in result.stderr
    assert path.read_text(encoding="utf-8") == SOUND


def test_a_map_with_errors_is_not_drawn(run, put, here, drawn):
    put("a.argmap.yaml", BROKEN)
    put("b.argmap.yaml")
    result = run("render", ".")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "a.argmap.yaml:13:" in result.stderr
    assert "error[AM101] unknown-reference" in result.stderr
    assert "a.argmap.yaml has 1 error" in result.stderr
    assert not (here / "a.svg").exists()
    assert (here / "b.svg").exists()


def test_a_map_that_is_not_there(run, put, here, drawn):
    put("b.argmap.yaml")
    result = run("render", "missing.argmap.yaml", "b.argmap.yaml")
    assert result.exit_code == 3
    assert "error: cannot read `missing.argmap.yaml`" in result.stderr
    assert (here / "b.svg").exists()


def test_no_picture_bytes_in_a_terminal(run, put, drawn, monkeypatch):
    put("tram.argmap.yaml")

    class Terminal:
        stdout = type("Stream", (), {"isatty": staticmethod(lambda: True)})

    monkeypatch.setattr(outputs, "sys", Terminal)
    result = run("render", "tram.argmap.yaml", "-f", "png", "-o", "-")
    assert result.exit_code == 2
    assert "name a file with -o" in result.stderr
    assert run("render", "tram.argmap.yaml", "-f", "svg", "-o", "-").exit_code == 0


def test_options_of_the_picture_reach_the_drawing(run, put, drawn):
    put("tram.argmap.yaml")
    run("render", "tram.argmap.yaml", "-f", "png", "--width", "800", "--scale", "3", "--no-embed-font")
    assert drawn[0][3] == {"scale": 3.0, "width": 800, "font": False}
    assert drawn[0][1] is None


def test_a_failed_write_leaves_nothing(run, put, here, drawn, monkeypatch):
    import os

    put("tram.argmap.yaml")

    def fail(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    result = run("render", "tram.argmap.yaml")
    assert result.exit_code == 3
    assert [item.name for item in here.iterdir()] == ["tram.argmap.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/null")
def test_the_null_device_stays_what_it_is(run, put, drawn):
    put("tram.argmap.yaml")
    assert run("render", "tram.argmap.yaml", "-f", "svg", "-o", "/dev/null").exit_code == 0


def test_a_faulty_configuration_stops_the_drawing(run, put, here, drawn):
    put("a.argmap.yaml")
    put("b.argmap.yaml")
    put("argmap.toml", "[render]\ntheme = 'drak'\n")
    result = run("render", ".")
    assert result.exit_code == 1
    assert result.stderr.count("error[AM901]") == 1
    assert "did you mean `dark`?" in result.stderr
    assert not list(here.glob("*.svg"))
    assert run("render", ".", "--no-config").exit_code == 0


def test_the_choices_are_those_of_the_drawing():
    from typing import get_args

    from argmap.cli.render import command
    from argmap.diagram import compose

    choices = {option.name: getattr(option.type, "choices", None) for option in command.params}
    for name, type_ in {
        "view": compose.ViewName,
        "direction": compose.DirectionName,
        "engine": compose.EngineName,
        "theme": compose.ThemeName,
        "labels": compose.Labels,
    }.items():
        assert sorted(choices[name]) == sorted(get_args(type_)), name
    wrap = next(option.type for option in command.params if option.name == "wrap")
    assert (wrap.min, wrap.max) == (compose.NARROWEST, compose.WIDEST)


def test_every_look_reaches_the_style(run, put, drawn):
    from argmap.diagram.compose import Style
    from argmap.diagram.fit import parse_page
    from argmap.diagram.view import View

    put("tram.argmap.yaml")
    put("argmap.toml", "[render]\ntheme = 'dark'\nwrap = 20\nlegend = true\n")
    options = "--view tree --direction left --theme print --fit a4 --labels title --no-legend --title T --engine dot"
    result = run("render", "tram.argmap.yaml", *options.split(), "--timeout", "3", "--focus", "cost", "--tag", "time")
    assert result.exit_code == 0, result.output
    assert run("render", "tram.argmap.yaml", "--no-title").exit_code == 0
    (_, view, style, _), (_, everything, plain, _) = drawn
    assert view == View(focus="cost", depth=2, tags=("time",))
    assert style == Style("tree", "left", 20, "title", False, "T", "print", parse_page("a4"), "dot", 3.0)
    assert everything is None
    assert plain == Style(theme="dark", wrap=20, legend=True, heading="")


@pytest.mark.parametrize(
    ("name", "start"),
    [("x.svg", b"<svg"), ("x.png", b"\x89PNG"), ("x.pdf", b"%PDF"), ("x.dot", b"digraph"), ("x.mmd", b"")],
)
def test_true_drawings(run, put, here, name, start):
    put("tram.argmap.yaml")
    result = run("render", "tram.argmap.yaml", "-o", name)
    assert result.exit_code == 0, result.output
    data = (here / name).read_bytes()
    assert data.lstrip().startswith(start)
    assert len(data) > 100
    assert run("render", "tram.argmap.yaml", "-o", name).exit_code == 0
    assert (here / name).read_bytes() == data


ASKING = """\
argmap: 1
display: {direction: left, labels: title, relation_colours: {support: "#ffff00"}}
claims:
  a: {text: Text of a., title: Title of a}
  b: {text: Text of b., supports: a}
  c: {text: Text of c., hidden: true, attacks: b}
groups:
  g: {title: Group, members: [b], closed: true}
"""


def test_what_the_map_asks_for(run, put, here):
    put("a.argmap.yaml", ASKING)
    result = run("render", "a.argmap.yaml")
    assert result.stderr == (
        "note: lines of support are drawn in #8a8a00: #ffff00 could hardly be seen on the white page\nwrote a.svg\n"
    )
    drawn = (here / "a.svg").read_text(encoding="utf-8")
    assert "Group of 1 claim" in drawn and "Text of c." not in drawn and ">Text of a.<" not in drawn


def test_hidden_and_labels(run, put, here):
    put("a.argmap.yaml", ASKING)
    assert run("render", "a.argmap.yaml", "--hidden", "--labels", "both", "--theme", "dark").exit_code == 0
    drawn = (here / "a.svg").read_text(encoding="utf-8")
    assert ">Text of c.<" in drawn and ">Text of a.<" in drawn


@pytest.mark.parametrize(
    ("arguments", "start", "label"),
    [
        ([], "flowchart LR", '"Title of a"'),
        (["--direction", "auto"], "flowchart LR", '"Title of a"'),
        (["--direction", "up", "--labels", "text"], "flowchart TB", '"Text of a."'),
    ],
)
def test_the_command_line_wins(run, put, *, arguments, start, label):
    put("a.argmap.yaml", ASKING)
    drawn = run("render", "a.argmap.yaml", "-f", "mermaid", "-o", "-", *arguments).stdout
    assert drawn.splitlines()[0] == start
    assert f"c_a[{label}]" in drawn


def test_the_configuration_wins_over_the_map(run, put):
    put("a.argmap.yaml", ASKING)
    put("argmap.toml", '[render]\nlabels = "both"\ndirection = "right"\n')
    result = run("render", "a.argmap.yaml", "-f", "dot", "-o", "-")
    assert "rankdir=RL" in result.stdout and "Text of a." in result.stdout
    assert result.stderr.startswith("note: lines of support are drawn in #8a8a00")


def test_show_hidden(run, put):
    put("a.argmap.yaml", ASKING)
    assert "Text of c." not in run("show", "a.argmap.yaml").stdout
    shown = run("show", "a.argmap.yaml", "--hidden").stdout
    assert "− Text of c." in shown and "Group of 1 claim" in shown
    assert "Text of c." in run("show", "a.argmap.yaml", "--focus", "c").stdout


def test_nothing_left_to_draw(run, put):
    put("a.argmap.yaml", "argmap: 1\nclaims: {a: {text: A., hidden: true}}\n")
    assert "note: all claims of this map are hidden: --hidden draws them" in run("render", "a.argmap.yaml").stderr
    result = run("show", "a.argmap.yaml")
    assert (result.stdout, result.stderr) == ("", "note: all claims of this map are hidden: --hidden shows them\n")
