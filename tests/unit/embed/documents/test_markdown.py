"""Markdown as a host: what is found where, and what is written."""

import pytest

from argmap.core.source import SourceFile
from argmap.embed.attributes import Attributes
from argmap.embed.documents import HOSTS
from argmap.embed.documents.base import Placed
from argmap.markup import MARKUPS

HOST = HOSTS["markdown"]
PIXEL = "tram.svg"


def scan(text):
    return HOST.scan(SourceFile("report.md", text))


def only(text):
    found = scan(text)
    assert found.diagnostics == ()
    (block,) = found.blocks
    return block


def given(block):
    return {item.name: item.value for item in block.given}


def names(found):
    return [item.name for item in found.diagnostics]


@pytest.mark.parametrize(
    "fence",
    [
        "```argmap file=tram.argmap.yaml name=x caption='The tram'\n```",
        '~~~~ argmap file=tram.argmap.yaml, name=x, caption="The tram"\n~~~~',
        "```{.argmap #x file=tram.argmap.yaml caption='The tram'}\n```",
        "```{#x .argmap .wide file=tram.argmap.yaml caption='The tram'}\n```",
        '```{argmap}\n#| file: tram.argmap.yaml\n#| label: x\n#| fig-cap: "The tram"\n```',
        "```{argmap, file=tram.argmap.yaml}\n#| caption: 'The tram'\n#| name: x\n```",
    ],
)
def test_spellings_of_a_fence(fence):
    block = only(f"Before.\n\n{fence}\n\nAfter.\n")
    assert given(block) == {"file": "tram.argmap.yaml", "name": "x", "caption": "The tram"}
    assert (block.kind, block.is_marker, block.body, block.span.text) == ("figure", False, None, fence)


def test_attributes_have_their_places():
    block = only("\n```argmap file=a.yaml\n#| file: not an option here\na\n```\n")
    assert block.given[0].span.text == "file=a.yaml"
    assert block.body == "#| file: not an option here\na\n"
    assert block.body_line == 3


def test_option_lines_go_from_the_body():
    block = only("```{argmap}\n#| width: 60%\n#| out-width: 50%\n\nargmap: 1\n#| a comment\n```")
    assert [(item.name, item.value, item.span.line) for item in block.given] == [
        ("width", "60%", 2),
        ("width", "50%", 3),
    ]
    assert (block.body, block.body_line) == ("\nargmap: 1\n#| a comment\n", 4)


@pytest.mark.parametrize(
    ("text", "margin", "span"),
    [
        ("- item\n  ```argmap\n  a:\n    b\n  ```\n", "  ", "  ```argmap\n  a:\n    b\n  ```"),
        ("1. ```argmap\n   a:\n     b\n   ```\n", "   ", "```argmap\n   a:\n     b\n   ```"),
        ("> > ```argmap\n> > a:\n> >   b\n> > ```\n", "> > ", "> > ```argmap\n> > a:\n> >   b\n> > ```"),
        ("> - ```argmap\n>   a:\n>     b\n>   ```\n", ">   ", "```argmap\n>   a:\n>     b\n>   ```"),
        ("   ```argmap\n   a:\n     b\n   ```\n", "   ", "   ```argmap\n   a:\n     b\n   ```"),
        ("-\t```argmap\n\ta:\n\t  b\n\t```\n", " \t", "```argmap\n\ta:\n\t  b\n\t```"),
    ],
)
def test_margins(text, margin, span):
    block = only(text)
    assert (block.margin, block.span.text, block.body) == (margin, span, "a:\n  b\n")


@pytest.mark.parametrize(
    "text",
    [
        "````markdown\n```argmap file=x\n```\n<!-- argmap file=x -->\n````\n",
        "    ```argmap file=x\n    ```\n\n    <!-- argmap file=x -->\n",
        "Write `<!-- argmap file=x -->` here.\n",
        "\\<!-- argmap file=x --\\>\n",
        "<pre>\n<!-- argmap file=x -->\n</pre>\n",
        "<!-- argmaps are good -->\n<!-- argmap: allow long-title - why -->\n",
        "<!-- a comment that ends with argmap -->\n",
        "```argmapx file=x\n```\n\n```{.argmaps}\n```\n\n```yaml argmap\n```\n",
        "---\ntitle: x\nnote: |\n  ```argmap file=x\n  ```\n---\n",
        "no blocks, but the word argmap\n",
    ],
)
def test_what_is_left_alone(text):
    assert scan(text) == ((), ())


def test_what_looks_like_front_matter():
    assert only("---\n\n```argmap file=x\n```\n\n---\n").kind == "figure"
    assert only("---\na: b\n...\n```argmap file=x\n```\n").body_line == 5
    assert only("---\na: b\n\n```argmap file=x\n```\n").kind == "figure"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n```argmap file=x\nnever closed\n", 3),
        ("- ```argmap\n  in a list\n\nafter\n", 1),
        ("~~~argmap\n```\n", 1),
        ("a\n\n<!-- argmap file=x\nnever closed\n", 3),
        ("- <!-- argmap file=x\n\nafter -->\n", 1),
        ("<!-- argmap outline file=x -->\n\ntext\n", 1),
        ("text\n\n<!-- argmap end -->\n", 3),
        ("<!-- argmap outline file=x -->\n\n```argmap\na\n```\n", 1),
    ],
)
def test_what_is_not_closed(text, line):
    found = scan(text)
    assert names(found) == ["unclosed-block"]
    assert found.diagnostics[0].primary.line == line


def test_an_unclosed_region_leaves_what_follows_alone():
    found = scan("<!-- argmap outline file=x -->\n\n<!-- argmap sources file=x -->\nold\n<!-- argmap end -->\n")
    assert [block.kind for block in found.blocks] == ["sources"]
    assert names(found) == ["unclosed-block"]


@pytest.mark.parametrize(
    "text",
    [
        "Words <!-- argmap file=x --> go on.\n",
        "<div>\n<!-- argmap file=x -->\n</div>\n",
        "# A <!-- argmap file=x -->\n",
    ],
)
def test_a_marker_in_the_middle_is_not_passed_over_in_silence(text):
    found = scan(text)
    assert (found.blocks, names(found)) == ((), ["unknown-block"])
    assert found.diagnostics[0].primary.text.startswith("<!-- argmap file=x")


@pytest.mark.parametrize(
    ("image", "path", "alt", "caption"),
    [
        ("![A map](maps/a%20b.svg)", "maps/a b.svg", "A map", None),
        ("\n![A \\*map\\* &amp; \\&amp;](<a b.svg>)", "a b.svg", "A *map* & &amp;", None),
        ('![a](x.png "Its title")', "x.png", "a", "Its title"),
        ("![a](x.png)\\\n*Its \\*caption\\**", "x.png", "a", "Its *caption*"),
        ("<img src='x.svg' alt=\"a &quot;b&quot;\">", "x.svg", 'a "b"', None),
        ('<p align="center"><img src="x.svg" alt="a" width="80%"></p>', "x.svg", "a", None),
    ],
)
def test_an_image_behind_a_marker_is_adopted(image, path, alt, caption):
    block = only(f"<!-- argmap file=x.yaml -->\n{image}\n\nAfter.\n")
    assert block.picture == (path, alt)
    assert given(block) == {"file": "x.yaml"} | ({"caption": caption} if caption else {})
    assert block.span.text.endswith(image)


@pytest.mark.parametrize(
    "following",
    [
        "\n\n![too far](x.svg)",
        "Words ![inside](x.svg)",
        "![elsewhere](https://example.org/x.svg)",
        "![ref][x]",
        "",
        "# A",
    ],
)
def test_what_is_no_image_of_the_marker(following):
    block = only(f"<!-- argmap file=x.yaml -->\n{following}\n")
    assert block.picture is None
    assert block.span.text == "<!-- argmap file=x.yaml -->"


def test_a_caption_of_the_author_is_not_taken_for_ours():
    text = "<!-- argmap file=x.yaml figure=x.svg -->\n![a](x.svg)\n\n*Words of the author*\n"
    assert only(text).span.text.endswith("(x.svg)")


def test_the_map_in_a_marker():
    block = only("> <!-- argmap figure=x.svg\n> argmap: 1\n>\n> a: b --\\> c\n> --\\\\!>\n> -->\n> ![a](x.svg)\n")
    assert block.body == "argmap: 1\n\na: b --> c\n--\\!>\n"
    assert (block.body_line, block.picture.path, block.margin) == (2, "x.svg", "> ")


def test_line_ends_of_all_kinds():
    for end in ("\n", "\r\n", "\r"):
        text = end.join(["a", "", "```argmap", "one", "two", "```", "", "<!-- argmap file=x -->", "![a](b.svg)", ""])
        fence, marker = scan(text).blocks
        assert (fence.body, fence.span.text) == ("one\ntwo\n", end.join(["```argmap", "one", "two", "```"]))
        assert marker.span.text == f"<!-- argmap file=x -->{end}![a](b.svg)"


def test_written_forms():
    def write(**asked):
        return HOST.write(
            Placed("figure", Attributes(file="t.yaml", figure=PIXEL, **asked), None, "", True, PIXEL, "A *b*")
        )

    assert write().split("\n") == ["<!-- argmap file=t.yaml figure=tram.svg -->", r"![A \*b\*](tram.svg)"]
    assert write(caption="Of _it_").split("\n")[1:] == [r"![A \*b\*](tram.svg)" + "\\", r"*Of \_it\_*"]
    assert write(name="x").split("\n")[1] == r'<a id="x"></a>![A \*b\*](tram.svg)'
    assert write(width="12cm", align="center").split("\n")[1] == (
        '<p align="center"><img src="tram.svg" alt="A *b*" width="454"></p>'
    )
    assert write(width="50%", caption="a*b* <i>").split("\n")[1] == (
        '<p><img src="tram.svg" alt="A *b*" width="50%"><br><em>a&#42;b&#42; &lt;i&gt;</em></p>'
    )


def test_a_rendered_copy_has_no_marker():
    placed = Placed(
        "figure", Attributes(figure=PIXEL), "argmap: 1\n", "> ", with_marker=False, path="a (b)#c.svg", alt="A"
    )
    assert HOST.write(placed) == "> ![A](a%20%28b%29%23c.svg)"
    region = Placed("outline", Attributes(file="x"), None, "  ", with_marker=False, text="- a\n    - b\n")
    assert HOST.write(region) == "  - a\n      - b"


def test_what_is_written_is_markdown_that_shows_an_image():
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    for asked in ({}, {"caption": "C"}, {"width": "80%"}, {"caption": "C", "align": "right"}, {"name": "n"}):
        text = HOST.write(
            Placed("figure", Attributes(figure=PIXEL, **asked), "a:\n\n  b\n", "", True, PIXEL, "[A] (b)")
        )
        shown = parser.render(f"Text.\n{text}\n\nText.\n")
        assert 'src="tram.svg"' in shown
        assert 'alt="[A] (b)"' in shown
        assert ("C</em>" in shown) == ("caption" in asked)


def test_the_markup_is_that_of_the_roll():
    assert HOST.markup is MARKUPS["markdown"]
