"""Blocks in reStructuredText: where they are found, where not, and how they are written."""

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from argmap.core.source import SourceFile
from argmap.embed import Attributes
from argmap.embed.documents.base import Placed
from argmap.embed.documents.restructuredtext import HOST

QUIET = {"report_level": 1, "halt_level": 2}


def scan(text):
    return HOST.scan(SourceFile("report.rst", text))


def only(text):
    found = scan(text)
    assert found.diagnostics == ()
    assert len(found.blocks) == 1
    return found.blocks[0]


def given(block):
    return {item.name: item.value for item in block.given}


def placed(**changes):
    usual = {"kind": "figure", "attributes": Attributes(), "body": None, "margin": "", "path": "x.svg", "alt": "Alt"}
    return Placed(**{**usual, **changes})


def test_a_directive_with_a_file_and_options():
    text = "Before.\n\n.. argmap:: tram.yaml\n   :caption: The *tram*,\n     at last\n   :legend:\n\nAfter.\n"
    block = only(text)
    assert block.kind == "figure"
    assert not block.is_marker
    assert given(block) == {"file": "tram.yaml", "caption": "The *tram*, at last", "legend": ""}
    assert block.span.text == ".. argmap:: tram.yaml\n   :caption: The *tram*,\n     at last\n   :legend:"
    assert [item.span.text for item in block.given] == ["tram.yaml", ":caption: The *tram*,\n     at last", ":legend:"]


def test_a_directive_with_a_map():
    block = only(".. argmap::\n   :name: x\n\n   argmap: 1\n   claims:\n     a: {text: A}\n\n\nAfter.\n")
    assert block.body == "argmap: 1\nclaims:\n  a: {text: A}\n"
    assert block.body_line == 4
    assert given(block) == {"name": "x"}


def test_line_ends_of_windows():
    block = only("A\r\n\r\n.. argmap:: a.yaml\r\n\r\n   argmap: 1\r\n   x: 2\r\n\r\nB\r\n")
    assert block.body == "argmap: 1\nx: 2\n"
    assert block.span.text == ".. argmap:: a.yaml\r\n\r\n   argmap: 1\r\n   x: 2"


@pytest.mark.parametrize(
    "container", [".. note::", ".. admonition:: Title", ".. py:function:: f()", "- item", "1. item"]
)
def test_inside_what_holds_text(container):
    block = only(f"{container}\n\n   .. argmap:: a.yaml\n      :alt: x\n")
    assert block.margin == "   "
    assert given(block) == {"file": "a.yaml", "alt": "x"}


@pytest.mark.parametrize(
    "before",
    [
        "Text::\n\n   ",
        "::\n\n   ",
        "- item::\n\n     ",
        ".. code-block:: rst\n\n   ",
        ".. parsed-literal::\n\n   ",
        ".. raw:: html\n\n   ",
        ".. some comment\n   ",
        "..\n   ",
        ".. |name| replace::\n   ",
        "Text::\n\n",
        ">>> ",
        "| ",
        "   word ",
    ],
)
def test_examples_are_left_alone(before):
    assert scan(f"{before}.. argmap:: no.yaml\n").blocks == ()


def test_behind_a_literal_block_the_search_goes_on():
    block = only("Text::\n\n   .. argmap:: no\n\n   more\n\n.. argmap:: yes\n")
    assert given(block) == {"file": "yes"}


def test_words_about_argmap_are_no_blocks():
    assert scan("`argmap`_ is a tool. .. argmap:: no\n\n.. argmaps:: no\n\n.. argmapper file=no\n").blocks == ()


def test_a_paragraph_that_goes_on_is_told():
    found = scan("Some words\n.. argmap:: a.yaml\n")
    assert found.blocks == ()
    assert [(item.name, item.primary.line) for item in found.diagnostics] == [("unclosed-block", 2)]


@pytest.mark.parametrize("before", [".. _label:", "Title\n=====", ":field: x", ".. a comment"])
def test_what_ends_without_an_empty_line(before):
    assert given(only(f"{before}\n.. argmap:: a.yaml\n")) == {"file": "a.yaml"}


def test_a_marker_takes_the_image_behind_it_and_leaves_the_rest():
    options = "   :alt: Old\n   :width: 50%\n   :class: wide\n"
    text = f".. argmap file=a.yaml\n\n.. figure:: my\\ map.svg\n{options}\n   My *words*\n"
    block = only(text)
    assert block.is_marker
    assert block.picture == ("my map.svg", "Old")
    assert given(block) == {"file": "a.yaml", "width": "50%"}
    assert block.span.text.endswith(":width: 50%")


def test_a_caption_of_the_marker_is_its_own():
    text = ".. argmap file=a.yaml figure=x.svg caption=C\n\n.. figure:: x.svg\n   :alt: A\n\n   C\n\n   Mine.\n"
    assert only(text).span.text.endswith("   C")


def test_another_image_is_not_taken():
    assert only(".. argmap file=a.yaml\n\nText\n\n.. image:: x.svg\n").picture is None
    assert only("- .. x\n\n  .. argmap file=a.yaml\n\n.. image:: x.svg\n").picture is None


def test_a_region():
    block = only(".. argmap outline file=a.yaml\n\nold\n\n* text\n\n.. argmap end\n\nrest\n")
    assert block.kind == "outline"
    assert block.span.text.endswith(".. argmap end")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (".. argmap outline file=a\n\ntext\n", 1),
        (".. argmap end\n", 1),
        (".. argmap outline file=a\n\n.. argmap sources file=a\n\n.. argmap end\n", 1),
    ],
)
def test_an_open_region_is_told(text, line):
    assert [(item.name, item.primary.line) for item in scan(text).diagnostics] == [("unclosed-block", line)]


def test_a_figure_is_written_for_docutils():
    attributes = Attributes(
        file="a.yaml", figure="my x.svg", caption="1. All | of *it*_", width="80%", align="left", name="n"
    )
    block = placed(attributes=attributes, path="my x.svg", alt=' An "alt" \n with *marks* ')
    text = HOST.write(block)
    tree = publish_doctree(f"Before.\n\n{text}\n\nAfter.\n", settings_overrides=QUIET)
    figure = next(iter(tree.findall(nodes.figure)))
    image = next(iter(figure.findall(nodes.image)))
    assert (image["uri"], image["alt"], image["width"]) == ("my x.svg", 'An "alt" with *marks*', "80%")
    assert next(iter(figure.findall(nodes.caption))).astext() == "1. All | of *it*_"
    assert figure["align"] == "left"
    assert [type(node) for node in tree.children if not isinstance(node, nodes.comment)] == [
        nodes.paragraph,
        nodes.figure,
        nodes.paragraph,
    ]


def test_a_figure_without_its_marker():
    assert HOST.write(placed(with_marker=False, margin="  ")) == "  .. figure:: x.svg\n     :alt: Alt"


def test_a_map_stays_in_the_comment():
    text = HOST.write(placed(attributes=Attributes(figure="x.svg"), body="argmap: 1\n\nclaims: {}\n", margin="  "))
    assert text.startswith("  .. argmap figure=x.svg\n     argmap: 1\n\n     claims: {}\n\n  .. figure:: x.svg")
    tree = publish_doctree(f"- item\n\n{text}\n", settings_overrides=QUIET)
    assert len(list(tree.findall(nodes.comment))) == 1


def test_a_region_is_written():
    block = placed(kind="outline", attributes=Attributes(file="a"), text="- one\n\n  - two\n", margin="  ")
    assert HOST.write(block) == "  .. argmap outline file=a\n\n  - one\n\n    - two\n\n  .. argmap end"
    assert HOST.write(placed(kind="outline", text="- one\n", with_marker=False)) == "- one"
