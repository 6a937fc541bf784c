"""Blocks in AsciiDoc: where they are found, where not, and how they are written."""

import pytest

from argmap.core.source import SourceFile
from argmap.embed import Attributes
from argmap.embed.documents.asciidoc import HOST
from argmap.embed.documents.base import Placed


def scan(text):
    return HOST.scan(SourceFile("report.adoc", text))


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


@pytest.mark.parametrize(
    ("line", "attributes"),
    [
        ("[argmap,file=a.yaml]", {"file": "a.yaml"}),
        ("[argmap#x.role%opt,file=a.yaml]", {"name": "x", "file": "a.yaml"}),
        (
            '[argmap, file="a, b.yaml", caption=Two words , legend]',
            {"file": "a, b.yaml", "caption": "Two words", "legend": ""},
        ),
        (r'[argmap,caption="so \"said\" \ he"]', {"caption": r'so "said" \ he'}),
        ("[argmap]", {}),
    ],
)
def test_the_line_of_a_block(line, attributes):
    block = only(f"Text.\n\n{line}\n----\nargmap: 1\n----\n\nText.\n")
    assert given(block) == attributes
    assert block.body == "argmap: 1\n"
    assert block.body_line == 5
    assert block.span.text == f"{line}\n----\nargmap: 1\n----"


def test_places_of_attributes():
    block = only('[argmap, file=a.yaml,caption="x, y"]\n----\n----\n')
    assert [item.span.text for item in block.given] == ["file=a.yaml", 'caption="x, y"']


def test_lines_between_the_style_and_the_block():
    block = only("[argmap,file=a]\n.A *title*\n[#x]\n----\n----\n")
    assert given(block) == {"file": "a", "caption": "A *title*", "name": "x"}


def test_a_block_without_delimiters():
    assert only("[argmap,file=a.yaml]\n\nText.\n").span.text == "[argmap,file=a.yaml]"
    assert only("[argmap]\nargmap: 1\nclaims: {}\n\nText.\n").body == "argmap: 1\nclaims: {}\n"


@pytest.mark.parametrize("delimiter", ["----", "-----", "....", "++++", "////", "```"])
def test_examples_are_left_alone(delimiter):
    text = f"{delimiter}\n[argmap,file=no]\n// argmap file=no\n{delimiter}\n\n[argmap,file=yes]\n----\n----\n"
    assert given(only(text)) == {"file": "yes"}


@pytest.mark.parametrize(
    "text",
    [
        "[source,adoc]\n// argmap file=no\n\n",
        "[source]\n.Title\n----\n[argmap,file=no]\n----\n\n",
        "```adoc\n[argmap,file=no]\n```\n\n",
        " // argmap file=no\n [argmap,file=no]\n\n",
        "/// argmap file=no\n\n",
        "// argmaps file=no\n\n",
        "[argmapper,file=no]\n\n",
    ],
)
def test_what_looks_alike_is_left_alone(text):
    assert given(only(f"{text}// argmap file=yes\n")) == {"file": "yes"}


@pytest.mark.parametrize("delimiter", ["====", "****", "____", "--"])
def test_inside_what_holds_text(delimiter):
    assert given(only(f"{delimiter}\n[argmap,file=yes]\n----\n----\n{delimiter}\n")) == {"file": "yes"}


def test_a_block_that_is_not_closed_is_told():
    found = scan("[argmap]\n----\nargmap: 1\n")
    assert found.blocks == ()
    assert [(item.name, item.primary.line) for item in found.diagnostics] == [("unclosed-block", 1)]


def test_a_paragraph_that_goes_on_is_told():
    assert [(item.name, item.primary.line) for item in scan("Words.\n[argmap,file=a]\n").diagnostics] == [
        ("unclosed-block", 2)
    ]


@pytest.mark.parametrize("before", ["[.wide]", ".Title", "// comment", "+", ":attribute: x", "== Section", "===="])
def test_what_ends_without_an_empty_line(before):
    assert given(only(f"{before}\n[argmap,file=a]\n----\n----\n")) == {"file": "a"}


def test_a_marker_takes_the_image_behind_it():
    text = '// argmap file=a.yaml\n[#x]\n.A title\nimage::my%20map.svg["An &#34;alt&#34;, so",width=80%]\n\nText.\n'
    block = only(text)
    assert block.picture == ("my map.svg", 'An "alt", so')
    assert given(block) == {"file": "a.yaml", "name": "x", "caption": "A title"}
    assert block.span.text == text.removesuffix("\n\nText.\n")


def test_images_are_looked_for_where_the_document_says():
    theirs, ours = "// argmap file=a\nimage::x.svg[]", "// argmap file=a figure=x.svg\nimage::x.svg[imagesdir=.]"
    text = f":imagesdir: pics/\n\n{theirs}\n\n{ours}\n"
    assert [block.picture.path for block in scan(text).blocks] == ["pics/x.svg", "x.svg"]


def test_a_map_in_comments():
    text = "// argmap figure=x.svg\n// argmap: 1\n//\n//   \\\\argmap x=1\n// \\argmap x=1\nimage::x.svg[]\n"
    block = only(text)
    assert block.body == "argmap: 1\n\n  \\\\argmap x=1\nargmap x=1\n"
    assert block.body_line == 2


def test_empty_comments_before_a_map_are_not_its_own():
    assert only("// argmap\n//\n// argmap: 1\n").body_line == 3


def test_comments_under_a_marker_with_a_file_are_not_its_own():
    block = only("// argmap file=a.yaml\n// to do\n\nText.\n")
    assert block.body is None
    assert block.span.text == "// argmap file=a.yaml"


def test_a_region():
    block = only("// argmap pro-con file=a\n\nold\n\n// argmap end\n")
    assert (block.kind, block.span.text[-13:]) == ("pro-con", "// argmap end")
    assert scan("// argmap pro-con file=a\n").diagnostics[0].name == "unclosed-block"


def test_a_figure_is_written():
    attributes = Attributes(file="a.yaml", caption=". [All] of *it*", width="12cm", name="n.1")
    written = HOST.write(placed(attributes=attributes, path="a [b].svg", alt='An "alt", {so} ]'))
    assert written.splitlines() == [
        '// argmap file=a.yaml name=n.1 caption=". [All] of *it*" width=12cm',
        '[id="n.1"]',
        ".&#46; &#91;All&#93; of &#42;it&#42;",
        'image::a %5Bb%5D.svg["An &#34;alt&#34;, &#123;so&#125; &#93;",width=454,pdfwidth=12cm,imagesdir=.]',
    ]


def test_without_a_marker():
    assert HOST.write(placed(with_marker=False)) == 'image::x.svg["Alt",imagesdir=.]'
    assert HOST.write(placed(kind="outline", text="* a\n", with_marker=False)) == "* a"


def test_a_region_is_written():
    assert HOST.write(placed(kind="outline", attributes=Attributes(file="a"), text="* a\n")) == (
        "// argmap outline file=a\n\n* a\n\n// argmap end"
    )
