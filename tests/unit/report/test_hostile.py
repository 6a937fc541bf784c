"""Texts of a map that look like markup or code stay texts in every output."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from pypdf import PdfReader

from argmap.core.model import ArgumentMap, Citation, Claim, Question, Relation, RelationKind, Source, Speaker
from argmap.core.source import SourceFile
from argmap.report import OUTPUTS, Order, Product
from argmap.report.contents import contents_of
from argmap.report.pdf import escaped
from argmap.report.wishes import Wishes
from tests.maps import NASTY_TEXTS

NASTY = [
    "</title><script>alert(1)</script>",
    "</style></svg><img src=x onerror=alert(1)>",
    '#eval("1") #read("/etc/passwd") $x$ @ref <label> // /* `raw`',
    "--> ]]> `code` ``` **b** _e_ [a](http://evil.example) ![i](x) | a | b |",
    "{{ 7 * 7 }} {% raw %} {# #} ${HOME} %{x}",
    "1. one\n- two\n# three\n> four\n\\input{x} \\u{41}",
    "\x00\x07\x1b[31m\u202e\ufeff\ud800 end",
]
VOID = {"meta", "br", "img", "input"}


def hostile(text: str, link: str | None = None) -> ArgumentMap:
    """A map that has a text everywhere."""
    return ArgumentMap(
        title=text,
        description=text,
        questions=(Question("q", text, note=text),),
        claims=(
            Claim("a", text, answers=("q",), by=("s",), cites=(Citation("x", text, 1, text),), note=text),
            Claim("b", text, title=text, by=("t",), note=text),
            Claim("c", text, implicit=True),
        ),
        relations=(
            Relation("1", RelationKind.SUPPORT, ("b", "c"), "a", scheme="sign"),
            Relation("2", RelationKind.ATTACK, ("b",), "a"),
        ),
        speakers=(Speaker("s", text, role=text, link=link), Speaker("t", text)),
        sources=(Source("x", text, author=text, date=text, link=link), Source("y", text)),
    )


class Page(HTMLParser):
    """Reads a page; keeps its elements, attributes and words, and sees that elements are closed in their order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def written(output: str, map: ArgumentMap, *, figures: bool = True) -> Product:
    made = OUTPUTS[output].write(Order(contents_of(map, Wishes(figures=figures, evaluate="grounded"))))
    assert isinstance(made, Product)
    return made


def harmless(page: Page) -> None:
    for tag, attributes in page.found:
        assert tag not in {"script", "iframe", "object", "embed", "form"}
        assert not any(name.startswith("on") for name in attributes)
        for name in ("href", "src"):
            assert not re.match(r"\s*(javascript|data:text)", attributes.get(name) or "", re.IGNORECASE)


@pytest.mark.parametrize("text", NASTY)
def test_a_page_shows_it(text):
    page = Page(written("html", hostile(text, "javascript:alert(1)")).data.decode())
    harmless(page)
    usual = Page(written("html", hostile("plain")).data.decode())
    assert {tag for tag, _ in page.found} <= {tag for tag, _ in usual.found}


@pytest.mark.parametrize("text", NASTY)
def test_markdown_shows_it(text):
    source = written("md", hostile(text, "javascript:alert(1)")).data.decode()
    page = Page(MarkdownIt("commonmark").enable("table").render(source))
    harmless(page)
    shapes = Page(MarkdownIt("commonmark").enable("table").render(written("md", hostile("plain")).data.decode()))
    assert {tag for tag, _ in page.found} <= {tag for tag, _ in shapes.found}
    assert not any("evil" in (attributes.get("href") or "") for _, attributes in page.found)


@pytest.mark.parametrize("text", NASTY)
def test_a_pdf_shows_it(text, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(written("pdf", hostile(text), figures=False).data)
    shown = "".join(page.extract_text() for page in PdfReader(path).pages)
    kept = re.sub(r"[^!-~]", "", text.replace("\x1b", "")).replace("\x00", "")
    assert kept in re.sub(r"[^!-~]", "", shown)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY_TEXTS)
def test_any_text_leaves_the_shape_of_a_page_alone(text):
    harmless(Page(written("html", hostile(text), figures=False).data.decode()))


@given(NASTY_TEXTS)
def test_no_sign_of_typst_is_left(text):
    assert not re.search(r"[#$*_`<>@~=\[\]\"'/+\-.;:]", re.sub(r"\\u\{[0-9a-f]+\}", "", escaped(text)))


def test_a_template_for_typst_gets_harmless_texts(tmp_path):
    template = SourceFile(
        "own.typ", '= {{ report.title }}\n#let x = "{{ report.title }}"\n#x {{ report.title ~ " y" }}'
    )
    contents = contents_of(hostile('#panic() "q" *b*'), Wishes(figures=False))
    made = OUTPUTS["pdf"].write(Order(contents, template=template))
    assert isinstance(made, Product)
    path = tmp_path / "x.pdf"
    path.write_bytes(made.data)
    text = PdfReader(path).pages[0].extract_text()
    assert text.count('#panic() "q" *b*') == 3


def test_links_that_are_no_addresses_are_words(tmp_path):
    made = written("pdf", hostile("plain", "javascript:alert(1)"), figures=False)
    path = tmp_path / "x.pdf"
    path.write_bytes(made.data)
    for page in PdfReader(path).pages:
        for note in page.get("/Annots", []):
            assert "/URI" not in note.get_object().get("/A", {})
