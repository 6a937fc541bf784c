"""The report of the article: the committed files are what is written now, and it can be read, searched and heard."""

import re
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from argmap import pipeline
from argmap.report import OUTPUTS, Order, Product
from argmap.report.contents import contents_of
from argmap.report.sheets import LEGIBLE, PAPERS
from argmap.report.wishes import Wishes
from tests.documents import ROOT

FOLDER = ROOT / "examples/reports/article"
_FONT = re.compile(r"@font-face\s*\{[^}]*\}")
_PREFIX = re.compile(r"\bam[0-9a-f]{8}-")


@pytest.fixture(scope="module")
def contents():
    found = pipeline.load(pipeline.read(str(ROOT / "arguments/european-troops-ukraine.argmap.yaml"))).map
    assert found is not None
    return contents_of(found, Wishes(evaluate="grounded"))


def written(contents, output) -> Product:
    made = OUTPUTS[output].write(Order(contents))
    assert isinstance(made, Product)
    return made


def plain(text: str) -> str:
    """A page without its fonts and places, which other releases of the font and of Graphviz may change."""
    bare = _PREFIX.sub("", _FONT.sub("", text))
    return re.sub(r"(?s)<svg\b.*?</svg>|--width: \d+px", "", bare)


def words(pages) -> list[str]:
    return " ".join(page.extract_text() for page in pages).split()


def test_the_markdown_is_fresh(contents):
    made = written(contents, "md")
    assert (FOLDER / "report.md").read_text(encoding="utf-8") == made.data.decode()
    assert {path.name for path in FOLDER.glob("*.svg")} == set(made.beside)


def test_the_figures_are_fresh(contents):
    for name, data in written(contents, "md").beside.items():
        old, new = ((FOLDER / name).read_text(encoding="utf-8"), data.decode())
        assert spoken(old) == spoken(new)


def spoken(svg: str) -> list[str]:
    """The title and the description of a figure."""
    root = ElementTree.fromstring(svg)
    return [str(root.findtext(f"{{http://www.w3.org/2000/svg}}{name}")) for name in ("title", "desc")]


def test_the_page_is_fresh(contents):
    made = written(contents, "html").data.decode()
    assert plain((FOLDER / "report.html").read_text(encoding="utf-8")) == plain(made)


def test_the_pdf_is_fresh(contents, tmp_path):
    path = tmp_path / "new.pdf"
    path.write_bytes(written(contents, "pdf").data)
    new, old = PdfReader(path), PdfReader(FOLDER / "report.pdf")
    assert sorted(words(old.pages)) == sorted(words(new.pages))


def test_every_claim_is_told_in_full(contents):
    text = (FOLDER / "report.md").read_text(encoding="utf-8")
    for claim in contents.digest.map.claims:
        assert claim.text.rstrip(".") in text


def test_every_figure_can_be_read_at_the_page(contents):
    paper = PAPERS["a4"]
    assert len(contents.figures) >= 12
    for number, figure in enumerate(contents.figures, start=1):
        assert figure.number == number
        assert figure.smallest >= LEGIBLE
        wide, tall = paper.turned if figure.turned else paper.upright
        assert figure.scene.width <= wide + 0.02
        assert figure.scene.height <= tall + 0.02


def test_each_position_with_a_case_has_its_figure(contents):
    for section in contents.walk():
        if section.kind == "position":
            shown = [block for block in section.blocks if block.block == "figure"]
            items = [item for block in section.blocks if block.block == "listing" for item in block.items]
            assert bool(shown) is (len(items) > 1)


def test_references_lead_to_something(contents):
    anchors = {section.key for section in contents.walk()} | {figure.key for figure in contents.figures}
    anchors |= {"source-1"}
    text = (FOLDER / "report.html").read_text(encoding="utf-8")
    targets = set(re.findall(r'href="#([^"]+)"', text))
    assert targets <= anchors
    assert targets >= {"section-3-1", "figure-1", "source-1"}
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert anchors <= set(ids)


def test_the_page_needs_no_network():
    text = (FOLDER / "report.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href|url)\s*[=(]\s*["\']?(?!#|data:)([^\s"\')>]+)', text) == []
    assert "<script" not in text
    assert '<html lang="en">' in text
    assert text.count("@font-face") == 3
    assert text.count("<h1") == 1
    assert text.count("<main>") == text.count("<nav ") == text.count("<header>") == 1
    assert text.count("<figure ") == text.count("<figcaption>") == text.count('role="img"')


def test_the_pdf_has_bookmarks_page_numbers_and_alternatives(contents):
    reader = PdfReader(FOLDER / "report.pdf")
    flat = [item for entry in reader.outline for item in (entry if isinstance(entry, list) else [entry])]
    titles = [" ".join(str(item.title).split()) for item in flat]
    assert titles == [f"{section.number} {section.title}" for section in contents.walk()]
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert b"pdfuaid:part" in reader.xmp_metadata.stream.get_data()
    assert reader.metadata.title == contents.title
    assert "/CreationDate" not in reader.metadata
    for number, page in enumerate(reader.pages, start=1):
        assert f"{number} / {len(reader.pages)}" in page.extract_text()
    assert sorted(alternatives(root["/StructTreeRoot"])) == sorted(figure.alt for figure in contents.figures)


def alternatives(node) -> list[str]:
    """The text alternatives in the tree of tags."""
    node = node.get_object()
    if isinstance(node, list):
        return [alt for child in node for alt in alternatives(child)]
    if not hasattr(node, "get"):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node and node.get("/S") == "/Figure" else []
    return own + (alternatives(node["/K"]) if "/K" in node else [])


def test_the_pictures_of_the_pdf_are_vector():
    reader = PdfReader(FOLDER / "report.pdf")
    assert not any(page.images for page in reader.pages)
    text = " ".join(words(reader.pages))
    assert "Soldiers bind more than paper" in text
