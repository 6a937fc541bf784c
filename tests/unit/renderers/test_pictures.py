"""The roll of the picture formats, and what PNG and PDF make of a drawing."""

import io
import struct
import subprocess
import sys
import zlib

import pypdf
import pytest
from PIL import Image

from argmap.core.errors import ArgmapError
from argmap.renderers import PICTURES, Drawing, canvas, pdf, picture_of, png

STYLE = "<style>@font-face{font-family:'Fira Sans';src:url(data:font/woff2;base64,AAAA)}</style>"
UNKNOWN = "\U000f0000"


def svg(*texts: str, width: float = 400, height: float = 200) -> str:
    """A drawing with one line for each text, in the bundled font, some of them stretched to a length."""
    lines = "".join(
        f'<text x="20" y="{40 + 20 * number}" font-family="\'Fira Sans\', sans-serif" font-size="12.5"'
        f"{' textLength=' + chr(34) + '200' + chr(34) if number % 2 else ' font-weight=' + chr(34) + '600' + chr(34)}"
        f' fill="#111">{text}</text>'
        for number, text in enumerate(texts)
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return f'{head}<title>T</title><desc>D</desc>{STYLE}<rect width="10" height="10" fill="#a00"/>{lines}</svg>'


WORDS = ("Should European troops go?", "An efficient standing force has kept it", "Київ та Ελλάδα &lt;b&gt; &amp; fin")


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def page_of(data: bytes) -> pypdf.PageObject:
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert len(reader.pages) == 1
    return reader.pages[0]


def test_roll_finds_formats_by_name_and_suffix() -> None:
    assert list(PICTURES) == ["svg", "png", "pdf"]
    assert picture_of("map.PDF") is PICTURES["pdf"]
    assert picture_of("map.gif") is None
    assert PICTURES.suggest("pgn") == "png"


@pytest.mark.parametrize("name", list(PICTURES))
def test_every_format_gives_the_same_bytes_twice(name: str) -> None:
    drawing = Drawing(svg(*WORDS), "Title", "Description", "en")
    assert PICTURES[name].encode(drawing) == PICTURES[name].encode(drawing)


def test_the_roll_loads_no_drawing_program() -> None:
    code = "import sys, argmap.renderers; print([n for n in ('typst', 'resvg_py', 'fontTools') if n in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_png_has_size_resolution_and_sound_chunks() -> None:
    data = png.render(svg(*WORDS), scale=1.5)
    assert pixels(data).size == (600, 300)
    seen, place = [], 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert struct.unpack(">I", data[place + 8 + length : place + 12 + length]) == (zlib.crc32(kind + body),)
        seen.append(kind)
        if kind == b"pHYs":
            assert struct.unpack(">IIB", body) == (5669, 5669, 1)
        place += 12 + length
    assert seen[:2] == [b"IHDR", b"pHYs"]


def test_png_width_goes_before_scale_and_sets_the_resolution() -> None:
    image = Image.open(io.BytesIO(png.render(svg(*WORDS), scale=9, width=1001)))
    assert image.size == (1001, 501)
    assert image.info["dpi"][0] == pytest.approx(96 * 1001 / 400, abs=0.05)


def test_png_draws_the_bundled_font_and_its_weights() -> None:
    regular = svg("").replace("</svg>", '<text x="20" y="90" font-family="Fira Sans" font-size="40">Ham</text></svg>')
    bold = regular.replace('font-size="40"', 'font-size="40" font-weight="600"')
    other = regular.replace("Fira Sans", "No Such Font, sans-serif")

    def ink(picture: str) -> int:
        return sum(Image.open(io.BytesIO(png.render(picture, scale=1))).getchannel("A").histogram()[128:])

    assert 1.1 < ink(bold) / ink(regular) < 1.8
    assert png.render(other) == png.render(regular)


@pytest.mark.parametrize(
    ("scale", "width", "slug"),
    [(0, None, "bad-size"), (float("nan"), None, "bad-size"), (1, -1, "bad-size"), (41, None, "picture-too-large"),
     (1, 16_385, "picture-too-large"), (1, 16_000, "picture-too-large")],
)  # fmt: skip
def test_png_is_bounded(scale: float, width: int | None, slug: str) -> None:
    with pytest.raises(ArgmapError) as caught:
        png.render(svg(*WORDS), scale=scale, width=width)
    assert caught.value.slug == slug
    assert caught.value.hint


@pytest.mark.parametrize("render", [png.render, lambda text: pdf.render(text, title="", description="", language="")])
@pytest.mark.parametrize("text", ["", "<svg>", '<svg width="10" height="10"><g></svg>', '<svg viewBox="0 0 a b"/>'])
def test_what_is_no_drawing_is_said_to_be_none(render: object, text: str) -> None:
    assert callable(render)
    with pytest.raises(ArgmapError):
        render(text)


def test_pdf_is_cropped_searchable_and_described() -> None:
    data = pdf.render(svg(*WORDS), title='Tram #panic("x")', description='Thesis: "x" #y $z$', language="uk-UA")
    assert b"pdfuaid:part" in data
    page = page_of(data)
    assert [float(side) for side in page.mediabox] == [0, 0, 400, 200]
    words = page.extract_text().replace("ﬃ", "ffi").replace("ﬁ", "fi").split()
    assert " ".join(words) == (
        "Should European troops go? An efficient standing force has kept it Київ та Ελλάδα <b> & fin"
    )
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == 'Tram #panic("x")'
    assert reader.metadata.author is None
    assert reader.metadata.creation_date is None
    assert str(reader.root_object["/Lang"]) == "uk-UA"
    assert "'/Marked': True" in str(reader.root_object["/MarkInfo"])
    alternatives = [item["/Alt"] for item in map(reader.get_object, range(1, 60)) if _has_alt(item)]
    assert alternatives == ['Thesis: "x" #y $z$']


def _has_alt(item: object) -> bool:
    return isinstance(item, pypdf.generic.DictionaryObject) and "/Alt" in item


def test_pdf_embeds_the_bundled_faces_and_holds_no_pixels() -> None:
    page = page_of(pdf.render(svg(*WORDS), title="T", description="D", language=None))
    names: list[str] = []

    def visit(resources: pypdf.generic.DictionaryObject) -> None:
        for font in resources.get("/Font", {}).values():
            found = font.get_object()
            names.append(found["/BaseFont"].split("+")[1])
            assert "/FontFile2" in found["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for item in resources.get("/XObject", {}).values():
            assert item.get_object()["/Subtype"] == "/Form"
            visit(item.get_object().get("/Resources", {}))

    resources = page["/Resources"].get_object()
    assert isinstance(resources, pypdf.generic.DictionaryObject)
    visit(resources)
    assert sorted(names) == ["FiraSans-Regular", "FiraSans-SemiBold"]


def test_pdf_scales_down_what_no_page_can_hold() -> None:
    page = page_of(pdf.render(svg("x", width=28_800, height=100), title="", description="", language="no such"))
    assert [float(side) for side in page.mediabox] == [0, 0, 14_400, 50]


def test_size_comes_from_the_root() -> None:
    assert canvas.size('<?xml version="1.0"?><svg\n width="12.5px" height="7"><rect width="1"/></svg>') == (12.5, 7)
    assert canvas.size("<svg viewBox='0 0 30 40' width='100%'/>") == (30, 40)


def test_letters_are_those_of_the_texts_alone() -> None:
    drawing = svg("a<tspan>b</tspan> &#8364;\u200d\ufe0f").replace("<desc>D", "<desc>日")
    assert canvas.letters(drawing) == {"a", "b", "€"}


def test_characters_without_a_glyph_are_reported_and_drawn_as_boxes() -> None:
    assert canvas.missing_glyphs(svg(*WORDS)) == ()
    drawing = svg(f"a{UNKNOWN}b")
    assert canvas.missing_glyphs(drawing) == (UNKNOWN,)
    assert png.render(drawing)
    assert page_of(pdf.render(drawing, title="T", description="D", language="en")).extract_text()


def test_pdf_takes_any_title_and_description() -> None:
    for text in ("", "\n", "lone \ud800 \x1b", "#panic()[*a*] $x$ \\"):
        assert page_of(pdf.render(svg(*WORDS), title=text, description=text, language=text))
