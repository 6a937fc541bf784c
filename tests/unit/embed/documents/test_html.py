"""HTML as a host: scripts, comments, and figures."""

from html.parser import HTMLParser

import pytest

from argmap.core.source import SourceFile
from argmap.embed.attributes import Attributes
from argmap.embed.documents import HOSTS
from argmap.embed.documents.base import Placed
from argmap.embed.documents.html_pieces import pieces

HOST = HOSTS["html"]


def scan(text):
    return HOST.scan(SourceFile("page.html", text))


def only(text):
    found = scan(text)
    assert found.diagnostics == ()
    (block,) = found.blocks
    return block


def given(block):
    return {item.name: item.value for item in block.given}


def test_a_script():
    text = '<body>\n  <script id="x" TYPE="text/argmap" data-file="a.yaml" data-caption="A &amp; b > c" a=y></script>\n'
    block = only(text)
    assert given(block) == {"name": "x", "file": "a.yaml", "caption": "A & b > c"}
    assert (block.body, block.margin, block.is_marker) == (None, "  ", False)
    assert block.span.text == text.split("\n")[1]


def test_a_script_with_a_map():
    block = only("<p>\n  <script type='text/argmap'>\n    argmap: 1\n\n      a: <b>\n  </script>\n</p>")
    assert (block.body, block.body_line) == ("argmap: 1\n\n  a: <b>\n", 3)


@pytest.mark.parametrize(
    "text",
    [
        "<script>x = '<!-- argmap file=x -->';</script>",
        "<style>/* <!-- argmap file=x --> */</style>",
        "<textarea><!-- argmap file=x --></textarea><title><!-- argmap end --></title>",
        '<a title="<!-- argmap file=x -->">argmap</a>',
        "<pre>&lt;!-- argmap file=x --&gt;</pre>",
        "<script type='text/plain'>argmap</script>",
        "<!-- not argmap -->",
        "<!--> argmap <!---> argmap",
        "<!-- a <script type=text/argmap></script> -->",
    ],
)
def test_what_is_left_alone(text):
    assert scan(text) == ((), ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n<!-- argmap file=x\nnever closed", 2),
        ("\n\n<script type='text/argmap'>\na", 3),
        ("<!-- argmap outline file=x -->\n<!-- argmap file=y -->", 1),
        ("<p></p>\n<!-- argmap end -->", 2),
    ],
)
def test_what_is_not_closed(text, line):
    (found,) = scan(text).diagnostics
    assert (found.name, found.primary.line) == ("unclosed-block", line)


def test_the_map_in_a_marker():
    block = only("  <!-- argmap figure=x.svg\n  a: --\\> b\n\n    c\n  --!>\n  <figure><img src=x.svg alt=A></figure>")
    assert (block.body, block.body_line, block.picture) == ("a: --> b\n\n  c\n", 2, ("x.svg", "A"))


def test_an_image_is_adopted():
    block = only(
        '<!-- argmap file=x -->\n\n<figure class="a"><img src="a%20b.svg" alt="A"><figcaption>C</figcaption></figure>'
    )
    assert block.picture == ("a b.svg", "A")
    assert given(block) == {"file": "x", "caption": "C"}
    assert only("<!-- argmap file=x --><img alt='A' src='http://example.org/a.svg'>").picture is None


def test_written():
    asked = Attributes(figure="a.svg", caption="A <b>", name="n", width="12cm", align="center")
    text = HOST.write(Placed("figure", asked, "x: </script>\n", "  ", True, "a.svg", 'Says "it"'))
    assert text.split("\n")[1:3] == ["  x: </script>", "  -->"]
    assert text.split("\n")[3] == (
        '  <figure id="n" style="text-align: center"><img src="a.svg" alt="Says &quot;it&quot;" style="width: 12cm">'
        "<figcaption>A &lt;b&gt;</figcaption></figure>"
    )
    block = only(text)
    assert (block.span.text, block.picture, block.body) == (text, ("a.svg", 'Says "it"'), "x: </script>\n")


class Comments(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_comment(self, data):
        self.found.append(data)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><?php ?><p a='>' b=\"<!-- x -->\"><!-- one -->text <b/><!-- two --></p ><!---->",
        "a < b <3 <!-- one --> </ p> <a href=x><!-- two\n--></a>",
        "<script>if (a < b) { '<!--' }</script><!-- one --><SCRIPT></SCRIPT ><!-- two -->",
    ],
)
def test_comments_are_those_that_the_standard_library_finds(text):
    parser = Comments()
    parser.feed(text)
    parser.close()
    ours = [text[item.inside : item.close] for item in pieces(text) if item.attributes is None]
    assert [item for item in parser.found if not item.startswith(("p", " p", "?"))] == ours


def test_texts_that_nothing_closes_are_passed_over_once():
    for part in ("<!-- ", '<a "', "<a b='", "<script type=text/argmap>", "<title>", "<!", "</"):
        assert len(list(pieces(part * 20_000))) <= 1
