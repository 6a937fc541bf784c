"""The laws of hosts that are read line by line: what is written is found again, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.embed import Attributes, read_attributes
from argmap.embed.documents.asciidoc import HOST as ASCIIDOC
from argmap.embed.documents.base import Placed
from argmap.embed.documents.latex import HOST as LATEX
from argmap.embed.documents.restructuredtext import HOST as RESTRUCTUREDTEXT
from argmap.markup.plain import one_line
from tests.maps import NASTY_TEXTS

HOSTS = [RESTRUCTUREDTEXT, ASCIIDOC, LATEX]
WORDS = NASTY_TEXTS.map(lambda text: " ".join(one_line(text).split())).filter(bool)
PATHS = st.sampled_from(["x.svg", "a/b c.pdf", "../ü.png", "a.argmap.svg", "x_y-z.svg", "a%b&c.pdf", "a[1]{2}.svg"])
LINES = st.sampled_from(
    [
        "argmap: 1",
        "  a: b",
        "",
        "# x",
        "argmap x=1",
        r"\argmap x",
        "// argmap end",
        "% argmap end",
        "----",
        r"\end{x}",
        "[a]",
    ]
)
BODIES = st.lists(LINES, max_size=5).map(lambda lines: "\n".join(["argmap: 1", *lines, "claims: {}\n"]))
ATTRIBUTES = st.builds(
    Attributes,
    figure=PATHS,
    name=st.none() | st.sampled_from(["x", "fig:a", "a.b-c_d"]),
    alt=st.none() | WORDS,
    caption=st.none() | WORDS,
    width=st.none() | st.sampled_from(["80%", "12cm", "400px", "3.5em"]),
    align=st.none() | st.sampled_from(["left", "center", "right"]),
    tag=st.sampled_from([(), ("a",), ("a", "b")]),
)
OWN_LINES = {
    "restructuredtext": [
        ".. argmap:: a.yaml",
        "   :alt: x",
        "   argmap: 1",
        ".. argmap file=a",
        ".. figure:: x.svg",
        "Text::",
    ],
    "asciidoc": ["[argmap,file=a]", "----", "image::x.svg[]", "// argmap file=a", "[source]", ".Title", "```"],
    "latex": [
        r"\begin{argmap}[file=a]",
        r"\end{argmap}",
        "% argmap file=a",
        r"\includegraphics[alt={]{x}",
        r"\begin{figure}",
    ],
}


@st.composite
def blocks(draw):
    """A figure that is to be written, with a map in it or in a file."""
    attributes, margin = draw(ATTRIBUTES), draw(st.sampled_from(["", "  "]))
    body = draw(st.none() | BODIES)
    if body is None:
        attributes = Attributes(
            **{**{name: getattr(attributes, name) for name in attributes.__slots__}, "file": "m.yaml"}
        )
    return Placed("figure", attributes, body, margin, path=attributes.figure, alt=attributes.alt or "Alt")


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
@given(placed=blocks(), line_end=st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_found_again(host, placed, line_end):
    if host is ASCIIDOC:
        placed = Placed(placed.kind, placed.attributes, placed.body, "", path=placed.path, alt=placed.alt)
    written = host.write(placed)
    text = f"Before.\n\n{written}\n\nAfter.\n".replace("\n", line_end)
    found = host.scan(SourceFile("report", text))
    assert found.diagnostics == ()
    (block,) = found.blocks
    assert block.span.text == written.replace("\n", line_end)
    assert (block.kind, block.is_marker, block.margin) == ("figure", True, placed.margin)
    assert read_attributes(block.given) == (placed.attributes, [])
    assert block.body == placed.body
    assert block.picture == (placed.path, one_line(placed.alt))
    assert block.body is None or text.splitlines()[block.body_line - 1].endswith("argmap: 1")


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
@given(words=WORDS, line_end=st.sampled_from(["\n", "\r\n"]))
def test_a_region_is_found_again(host, words, line_end):
    text = host.markup.bullets([]) + host.markup.table([host.markup.text(words)], [[host.markup.text(words)]])
    written = host.write(Placed("outline", Attributes(file="m.yaml"), None, "", text=text)).replace("\n", line_end)
    found = host.scan(SourceFile("report", f"A{line_end}{line_end}{written}{line_end}"))
    assert found.diagnostics == ()
    assert [(block.kind, block.span.text) for block in found.blocks] == [("outline", written)]


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
@given(data=st.data())
def test_blocks_are_whole_lines_in_order(host, data):
    lines = st.sampled_from([*OWN_LINES[host.name], "", "Text.", "  more", "\ttab", "- item", "argmap"]) | NASTY_TEXTS
    text = data.draw(st.sampled_from(["\n", "\r\n"])).join(data.draw(st.lists(lines, max_size=12)))
    found = host.scan(SourceFile("report", text))
    passed = 0
    for block in found.blocks:
        start, end = block.span.start, block.span.end
        assert passed <= start <= end <= len(text)
        assert start == 0 or text[start - 1] in "\r\n"
        assert end == len(text) or text[end] in "\r\n"
        assert all(item.span is None or start <= item.span.start <= item.span.end <= end for item in block.given)
        passed = end
    assert all(item.primary is not None for item in found.diagnostics)


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
@given(text=NASTY_TEXTS)
def test_a_document_without_blocks_has_none(host, text):
    assert host.scan(SourceFile("report", text)) == ((), ())
