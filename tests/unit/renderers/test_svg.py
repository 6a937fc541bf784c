"""The SVG: safe, accessible, the same every time, and drawn as measured."""

import io
import re
from base64 import b64decode
from xml.etree import ElementTree

import pytest

from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.diagram import fonts
from argmap.diagram.compose import Style, compose
from argmap.diagram.fonts import Face
from argmap.diagram.themes import THEMES
from argmap.renderers import svg
from argmap.renderers.svg_font import subset

SPACE = "{http://www.w3.org/2000/svg}"
NASTY = "</text><script>alert(1)</script> & \"quotes\" 'too' ]]> \x00\x07 ключ 論点 🙂"


def relation(kind: str, premise: str, target: str) -> Relation:
    return Relation(f"{premise} -> {target}", RelationKind(kind), (premise,), target)


DEBATE = ArgumentMap(
    title="A small debate",
    description="About little.",
    language="en-GB",
    questions=(Question("q", "What to do?"),),
    claims=(
        Claim("a", "Do it.", title="Act", answers=("q",), link="https://example.org/?a=1&b=2"),
        Claim("b", NASTY, title="Nasty <b>", link="javascript:alert(1)"),
        Claim("c", "It costs.", implicit=True),
    ),
    relations=(relation("support", "b", "a"), relation("attack", "c", "a")),
)


def drawn(map: ArgumentMap = DEBATE, **style: object) -> str:
    return svg.render(compose(map, Style(**style)).scene)  # type: ignore[arg-type]


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def test_the_root():
    text = drawn()
    root = parsed(text)
    assert text.startswith("<svg ") and text.endswith("</svg>\n")
    assert root.get("width") and root.get("viewBox", "").split()[2] == root.get("width")
    title, desc = (root.find(SPACE + name) for name in ("title", "desc"))
    assert title is not None and desc is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "A small debate"
    assert "About little." in (desc.text or "") and "attacked by: It costs." in (desc.text or "")
    assert root.get("lang") == "en-GB"


def test_role():
    assert parsed(drawn()).get("role") == "graphics-document", "it has a link that must be reached"
    assert parsed(drawn(ArgumentMap(claims=DEBATE.claims[2:]))).get("role") == "img"


def test_texts_stay_texts():
    root = parsed(drawn())
    texts = "".join("".join(item.itertext()) for item in root.iter(SPACE + "text"))
    assert "</text><script>" in texts.replace(" ", "")
    assert "論点" in texts and "🙂" in texts
    assert not list(root.iter(SPACE + "script"))
    assert "\x00" not in drawn() and "\x07" not in drawn()


def test_only_safe_links():
    assert [item.get("href") for item in parsed(drawn()).iter(SPACE + "a")] == ["https://example.org/?a=1&b=2"]
    assert "javascript" not in drawn()


def test_each_card_tells_its_text():
    titles = [item.text or "" for item in parsed(drawn()).iter(SPACE + "title")]
    assert any(title.startswith("Act: Do it.") for title in titles)


def test_ids_and_classes_have_a_prefix_of_the_content():
    text = drawn()
    (prefix,) = set(re.findall(r"am[0-9a-f]{8}-", text))
    for node in parsed(text).iter():
        for name in [*(node.get("class") or "").split(), node.get("id") or prefix]:
            assert name.startswith(prefix)
    assert set(re.findall(r"\}\.([^{]+)\{", text)) and all(
        name.startswith(prefix) for name in re.findall(r"\.([a-z][\w-]*)\{", text)
    )
    assert prefix not in drawn(ArgumentMap(claims=DEBATE.claims[:2]))


def test_the_same_every_time():
    assert drawn() == drawn()


def test_at_most_two_decimals():
    for node in parsed(drawn(direction="right")).iter():
        for key, value in node.attrib.items():
            if key not in {"href", "class"}:
                assert not re.search(r"\d\.\d{3}", value), (key, value)


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_draws(theme):
    text = drawn(theme=theme)
    assert ("prefers-color-scheme:dark" in text) == (theme == "auto")
    assert "var(" not in text
    assert THEMES[theme].palette.support in text


def test_the_font_is_in_the_file_and_can_be_left_out():
    text = drawn()
    faces = re.findall(r"@font-face\{[^}]*base64,([A-Za-z0-9+/=]+)\)\}", text)
    assert len(faces) == 3
    assert all(len(face) < 40_000 for face in faces)
    plain = svg.render(compose(DEBATE, Style()).scene, embed_font=False)
    assert "@font-face" not in plain and len(plain) < 12_000
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(b64decode(faces[0]))) as font:
        assert ord("D") in font.getBestCmap()
        assert "GSUB" not in font and "GPOS" not in font


def test_subset_keeps_widths():
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(subset(Face.REGULAR, "AWfiй"))) as font:
        for letter in "AWfiй":
            width = font["hmtx"][font.getBestCmap()[ord(letter)]][0]
            assert width == fonts.metrics(Face.REGULAR).advances[ord(letter)]


def test_held_lines_are_those_the_font_covers():
    for node in parsed(drawn()).iter(SPACE + "text"):
        text = node.text or ""
        if "論" in text or "🙂" in text:
            assert node.get("textLength") is None
        elif text != "?":
            assert float(node.get("textLength") or 0) > 0


def test_lines_are_drawn_as_wide_as_measured(tmp_path):
    """Ink of a card stays inside the card, seen in the pixels."""
    from PIL import Image

    from argmap.renderers import png

    words = ArgumentMap(claims=(Claim("a", "Waffles, fjords and office affairs will fill every line of it. " * 3),))
    scene = compose(words, Style(legend=False, heading="")).scene
    card = scene.cards[0]
    image = Image.open(io.BytesIO(png.render(svg.render(scene), scale=2.0))).convert("L")
    right = max(line.x + line.width for line in card.lines)
    strip = image.crop((int(right * 2) + 3, int(card.y * 2) + 8, int((card.x + card.width) * 2) - 4, image.height - 70))
    assert strip.getextrema()[0] > 240
    widest = max(card.lines, key=lambda line: line.x + line.width)
    last = image.crop((int(right * 2) - 8, int(widest.y * 2) - 20, int(right * 2) + 2, int(widest.y * 2) + 4))
    assert last.getextrema()[0] < 200
