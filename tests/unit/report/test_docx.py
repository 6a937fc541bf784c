"""Reports for Word, opened again with python-docx and as a package of XML parts."""

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from PIL import Image

from argmap import api
from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile
from argmap.report import OUTPUTS, Order, Product
from argmap.report.contents import contents_of
from argmap.report.docx.outlines import without_fonts
from argmap.report.wishes import Wishes
from tests.maps import NASTY_TEXTS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
DOC_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

TRAM = """argmap: 1
title: Should a town build a tram?
language: en
sources:
  study: {title: Transport study, author: Town council, date: 2024-05-02, link: 'https://example.org/study'}
  minutes: {title: Minutes of the council}
speakers:
  mayor: {name: The mayor, role: of the town}
questions:
  build: {title: A tram?, text: Should the town build a tram line?, cites: minutes#p1}
claims:
  tram: {title: Build it, text: The town should build a tram line., answers: build, by: mayor}
  faster: {text: A tram halves the trip to the centre., cites: study#p3, supports: tram}
  riders: {text: Thousands of people ride each day., supports: {to: faster, id: demand}, note: In spring.}
  home: {text: Half of the commuters now work from home., attacks: demand}
  cost: {title: Too dear, text: The line costs more than it brings in., attacks: tram}
  grant: {text: The state pays two thirds of it., attacks: cost}
"""


def made(text=TRAM, template=None, **wishes):
    contents = contents_of(api.loads(text).map, Wishes(**wishes))
    product = OUTPUTS["docx"].write(Order(contents, template=template))
    assert isinstance(product, Product)
    assert product.beside == {}
    return product.data


@pytest.fixture(scope="module")
def tram():
    return made(evaluate="grounded")


def parts(data):
    with ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def body(data):
    return ElementTree.fromstring(parts(data)["word/document.xml"])


def paragraphs(data, style):
    return [item for item in docx.Document(BytesIO(data)).paragraphs if item.style.name == style]


def instructions(root):
    return [item.text.strip() for item in root.iter(f"{W}instrText")]


def test_headings_are_real_and_counted_by_word(tram):
    assert [item.text for item in paragraphs(tram, "Title")] == ["Should a town build a tram?"]
    first, second = (paragraphs(tram, f"Heading {level}") for level in (1, 2))
    assert [item.text for item in first][:3] == ["At a glance", "The picture", "A tram?"]
    assert [item.text for item in second] == ["Build it"]
    assert {"Reasons for it", "Objections to it"} <= {item.text for item in paragraphs(tram, "Heading 3")}
    style = docx.Document(BytesIO(tram)).styles["Heading 1"].element
    assert style.find(f".//{W}numPr/{W}numId") is not None


def test_points_are_a_nested_list_that_counts_anew(tram):
    found = []
    for item in body(tram).iter(f"{W}p"):
        style, number = item.find(f"{W}pPr/{W}pStyle"), item.find(f"{W}pPr/{W}numPr")
        if style is not None and style.get(f"{W}val") == "ListParagraph":
            words = "".join(text.text for text in item.iter(f"{W}t"))
            found.append((number[0].get(f"{W}val"), number[1].get(f"{W}val"), words))
    levels = {words.split(":")[-1].strip(): (level, count) for level, count, words in found}
    reason = next(value for words, value in levels.items() if words.startswith("A tram halves"))
    below = next(value for words, value in levels.items() if words.startswith("Thousands"))
    undercut = next(value for words, value in levels.items() if words.startswith("Half of"))
    objection = next(value for words, value in levels.items() if "costs more" in words)
    assert [reason[0], below[0], undercut[0], objection[0]] == ["0", "1", "2", "0"]
    assert reason[1] == below[1] != objection[1]
    numbering = ElementTree.fromstring(parts(tram)["word/numbering.xml"])
    counted = [item for item in numbering.iter(f"{W}num") if item.get(f"{W}numId") in {reason[1], objection[1]}]
    assert [item.find(f".//{W}startOverride").get(f"{W}val") for item in counted] == ["1", "1"]
    assert [item.text for item in paragraphs(tram, "Remark") if item.text == "In spring."]


def test_a_figure_is_a_png_with_svg_beside_it_an_alternative_and_a_caption(tram):
    found = parts(tram)
    root = body(tram)
    about = [item for item in root.iter(DOC_PROPERTIES) if item.get("descr")]
    assert len(about) == 1
    assert about[0].get("descr").startswith("Argument map on the question “Should the town build a tram line?”")
    relations = {
        item.get("Id"): item.get("Target")
        for item in ElementTree.fromstring(found["word/_rels/document.xml.rels"]).iter(RELATIONSHIP)
    }
    (vector,) = root.iter(SVG_BLIP)
    svg = found["word/" + relations[vector.get(f"{R}embed")]]
    assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert b"<text" not in svg
    assert b"@font-face" not in svg
    (bitmap,) = root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    with Image.open(BytesIO(found["word/" + relations[bitmap.get(f"{R}embed")]])) as picture:
        assert picture.format == "PNG"
        assert picture.width > 500
    assert b"image/svg+xml" in found["[Content_Types].xml"]
    (caption,) = paragraphs(tram, "Caption")
    assert caption.text == "Figure\N{NO-BREAK SPACE}1. The whole map: what supports and what attacks what."
    assert "SEQ Figure \\* ARABIC" in instructions(root)
    (figure,) = paragraphs(tram, "Figure")
    assert "".join(item.text for item in figure._p.getnext().iter(f"{W}t")) == caption.text
    assert docx.Document(BytesIO(tram)).styles["Figure"].paragraph_format.keep_with_next


def test_references_lead_somewhere(tram):
    root = body(tram)
    names = {item.get(f"{W}name") for item in root.iter(f"{W}bookmarkStart")}
    ids = [item.get(f"{W}id") for item in root.iter(f"{W}bookmarkStart")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    targets = {item.get(f"{W}anchor") for item in root.iter(f"{W}hyperlink") if item.get(f"{W}anchor")}
    targets |= {code.split()[1] for code in instructions(root) if code.startswith("REF ")}
    assert targets
    assert targets <= names
    assert "figure_1" in targets
    relations = parts(tram)["word/_rels/document.xml.rels"].decode()
    assert 'Target="https://example.org/study" TargetMode="External"' in relations


def test_the_sources_are_a_bibliography(tram):
    texts = [item.text for item in paragraphs(tram, "Bibliography")]
    assert len(texts) == 2
    assert texts[0].startswith("[1]\t")
    assert any("Transport study" in text and "Town council" in text for text in texts)


def test_a_table_repeats_its_head_and_says_what_it_shows(tram):
    (table,) = docx.Document(BytesIO(tram)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Position", "For", "Against", "Outcome", "Section"]
    assert table._tbl.find(f".//{W}tblHeader") is not None
    assert table._tbl.find(f".//{W}tblCaption").get(f"{W}val")
    grid = [int(item.get(f"{W}w")) for item in table._tbl.iter(f"{W}gridCol")]
    assert sum(grid) == 9070
    assert min(grid) > 0


def test_pages_have_numbers_and_the_title(tram):
    section = docx.Document(BytesIO(tram)).sections[0]
    for footer in (section.footer, section.first_page_footer):
        assert instructions(footer._element) == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text == "Should a town build a tram?"
    assert section.first_page_header.paragraphs[0].text == ""
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    letter = docx.Document(BytesIO(made(page="letter"))).sections[0]
    assert round(letter.page_height.mm) == 279


def test_the_document_says_its_language_and_title_and_nothing_of_its_making(tram):
    found = parts(tram)
    properties = docx.Document(BytesIO(tram)).core_properties
    assert (properties.title, properties.language) == ("Should a town build a tram?", "en")
    core = found["docProps/core.xml"].decode()
    assert not re.search("created|modified|creator|lastModifiedBy|revision", core)
    assert not [name for name in found if "thumbnail" in name or "customXml" in name]
    styles = ElementTree.fromstring(found["word/styles.xml"])
    assert styles.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "en"


def test_the_same_contents_give_the_same_bytes(tram):
    assert made(evaluate="grounded") == tram
    with ZipFile(BytesIO(tram)) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_every_part_is_well_formed_and_every_relationship_is_kept(tram):
    found = parts(tram)
    for name, data in found.items():
        if name.endswith((".xml", ".rels", ".svg")):
            assert ElementTree.fromstring(data) is not None
    used = {value for item in body(tram).iter() for key, value in item.attrib.items() if key.startswith(R)}
    relations = ElementTree.fromstring(found["word/_rels/document.xml.rels"])
    targets = {item.get("Id"): item for item in relations.iter(RELATIONSHIP)}
    assert used <= targets.keys()
    for item in targets.values():
        assert item.get("TargetMode") == "External" or f"word/{item.get('Target')}" in found
    styles = ElementTree.fromstring(found["word/styles.xml"])
    known = {item.get(f"{W}styleId") for item in styles.iter(f"{W}style")}
    for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        for root in (body(tram), styles):
            assert {item.get(f"{W}val") for item in root.iter(f"{W}{tag}")} <= known


def test_a_long_report_has_turned_pages_and_a_table_of_contents():
    claims = "".join(
        f"  p{n}: {{title: Position {n}, text: This is position {n}., answers: q{n % 4}}}\n"
        + "".join(f"  r{n}-{k}: {{text: Reason {k} for position {n}., supports: p{n}}}\n" for k in range(6))
        for n in range(8)
    )
    questions = "".join(f"  q{n}: {{text: What about {n}?}}\n" for n in range(4))
    data = made(f"argmap: 1\ntitle: Long\nquestions:\n{questions}claims:\n{claims}")
    assert 'TOC \\o "1-2" \\h \\z' in instructions(body(data))
    kinds = [item.get(f"{W}fldCharType") for item in body(data).iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    shown = [item.text for item in paragraphs(data, "toc 1")]
    assert shown[0] == "1\tAt a glance"
    assert len(paragraphs(data, "Caption")) >= 4


def test_a_figure_on_its_side_has_a_page_of_its_own():
    from dataclasses import replace

    contents = contents_of(api.loads(TRAM).map, Wishes())
    sections = tuple(
        replace(
            section,
            blocks=tuple(replace(b, turned=True) if b.block == "figure" else b for b in section.blocks),
        )
        for section in contents.sections
    )
    product = OUTPUTS["docx"].write(Order(replace(contents, sections=sections)))
    found = docx.Document(BytesIO(product.data)).sections
    assert [item.page_width > item.page_height for item in found] == [False, True, False]
    assert [item.different_first_page_header_footer for item in found] == [True, False, False]
    assert found[1].header.is_linked_to_previous
    assert found[2].header.paragraphs[0].text == "Should a town build a tram?"


@settings(max_examples=40)
@given(NASTY_TEXTS)
def test_hostile_texts_stay_texts(text):
    from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind, Source, Speaker

    hostile = ArgumentMap(
        title=text,
        description=text,
        questions=(Question("q", text, text),),
        speakers=(Speaker("s", text, text),),
        sources=(Source("o", text, text, text, text),),
        claims=(Claim("a", text, text, answers=("q",), by=("s",), note=text), Claim("b", text)),
        relations=(Relation("r", RelationKind.ATTACK, ("b",), "a", note=text),),
    )
    product = OUTPUTS["docx"].write(Order(contents_of(hostile, Wishes(figures=False))))
    for name, data in parts(product.data).items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(data)
    opened = docx.Document(BytesIO(product.data))
    assert opened.paragraphs[0].style.name == "Title"
    assert not list(opened.element.body.iter(f"{W}altChunk"))


def test_an_empty_map_gives_a_document():
    data = made("argmap: 1\nclaims: {}\n")
    assert docx.Document(BytesIO(data)).paragraphs[0].text


# -- templates


@pytest.fixture
def template(tmp_path):
    document = docx.Document()
    document.add_paragraph("Text that goes")
    document.add_table(1, 1)
    document.styles["Heading 1"].font.name = "Courier New"
    document.sections[0].header.paragraphs[0].text = "The ministry"
    path = tmp_path / "own.docx"
    document.save(path)
    return SourceFile("own.docx", "", str(path))


def test_a_template_keeps_its_styles_header_and_paper(template):
    data = made(template=template)
    document = docx.Document(BytesIO(data))
    assert document.styles["Heading 1"].font.name == "Courier New"
    assert document.sections[0].header.paragraphs[0].text == "The ministry"
    assert "Text that goes" not in [item.text for item in document.paragraphs]
    assert document.sections[0].page_width == docx.Document().sections[0].page_width
    first = next(item for item in document.paragraphs if item.style.name == "Heading 1")
    assert first._p.find(f"{W}pPr/{W}numPr") is not None
    assert document.styles["Statement"].element is not None
    assert [item.text for item in paragraphs(data, "Caption")]
    assert made(template=template) == data


def test_a_template_in_another_language_is_known_by_the_names_of_its_styles(template):
    document = docx.Document(template.path)
    document.styles["Heading 1"].element.set(f"{W}styleId", "berschrift1")
    document.save(template.path)
    data = made(template=template)
    assert b'w:pStyle w:val="berschrift1"' in parts(data)["word/document.xml"]


def test_what_is_no_word_document_is_a_finding(tmp_path):
    path = tmp_path / "own.docx"
    path.write_text("no zip", encoding="utf-8")
    contents = contents_of(api.loads(TRAM).map, Wishes(figures=False))
    found = OUTPUTS["docx"].write(Order(contents, template=SourceFile("own.docx", "", str(path))))
    assert [(item.name, item.message) for item in found] == [
        ("broken-template", "`own.docx` cannot be read as a Word document")
    ]
    with ZipFile(path, "w") as package:
        package.writestr("hello.txt", "hello")
    (fault,) = OUTPUTS["docx"].write(Order(contents, template=SourceFile("own.docx", "", str(path))))
    assert fault.name == "broken-template"


def test_a_template_that_is_not_there_is_a_fault_of_the_environment(tmp_path):
    contents = contents_of(api.loads(TRAM).map, Wishes(figures=False))
    order = Order(contents, template=SourceFile("own.docx", "", str(tmp_path / "own.docx")))
    with pytest.raises(ArgmapError, match="there is no such file"):
        OUTPUTS["docx"].write(order)


# -- letters as shapes


def test_letters_become_shapes_of_the_same_place():
    svg = api.render(api.loads(TRAM)).decode()
    shaped = without_fonts(svg)
    assert svg.count("<text") > 10
    assert "<text" not in shaped
    assert shaped.count("<path") == svg.count("<path") + svg.count("<text")
    assert ElementTree.fromstring(shaped) is not None


def test_letters_that_the_font_lacks_stay_text():
    svg = api.render(api.loads("argmap: 1\nclaims: {a: {text: 路面电车 is a tram., title: Tram}}")).decode()
    shaped = without_fonts(svg)
    kept = re.findall(r"<text [^>]*>([^<]*)</text>", shaped)
    assert kept == [text for text in re.findall(r"<text [^>]*>([^<]*)</text>", svg) if "路" in text]


def test_a_figure_ends_where_a_pixel_does(tram):
    (name,) = [name for name in parts(tram) if name.endswith(".png")]
    with Image.open(BytesIO(parts(tram)[name])) as picture:
        row = picture.convert("RGBA").crop((0, picture.height - 1, picture.width, picture.height))
    assert row.getchannel("A").getextrema()[0] >= 250
