"""What an evaluation adds to an SVG: shapes, not only colours, and nothing where there is none."""

import io
import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.diagram.compose import Style, compose
from argmap.diagram.themes import THEMES
from argmap.renderers import pdf, png, svg

SPACE = "{http://www.w3.org/2000/svg}"
DEBATE = ArgumentMap(
    title="A small debate",
    questions=(Question("q", "What to do?"),),
    claims=(
        Claim("a", "Do it.", title="Act", answers=("q",)),
        Claim("b", "It helps."),
        Claim("c", "It costs.", implicit=True),
    ),
    relations=(
        Relation("up", RelationKind.SUPPORT, ("b",), "a"),
        Relation("down", RelationKind.ATTACK, ("c",), "a"),
    ),
)
PLAIN_CLASSES = set(re.findall(r"am[0-9a-f]{8}-([\w-]+)", svg.render(compose(DEBATE).scene)))


def marked(labels: dict[str, Label], **style: object) -> str:
    return svg.render(compose(DEBATE, Style(**style), Labelling("grounded semantics", labels)).scene)  # type: ignore[arg-type]


def strong(strengths: dict[str, float]) -> str:
    return svg.render(compose(DEBATE, Style(), Labelling("strength by DF-QuAD", strengths=strengths)).scene)


def classes(text: str) -> Counter[str]:
    """How often each class is used."""
    found = [name for node in ElementTree.fromstring(text).iter() for name in (node.get("class") or "").split()]
    return Counter(name.split("-", 1)[1] for name in found)


def group(text: str, start: str) -> ElementTree.Element:
    """The card whose tooltip begins with some words."""
    for node in ElementTree.fromstring(text).iter(f"{SPACE}g"):
        title = node.find(f"{SPACE}title")
        if title is not None and (title.text or "").startswith(start):
            return node
    raise AssertionError(f"no card for {start!r}")


@pytest.mark.parametrize("theme", THEMES)
def test_without_an_evaluation_nothing_is_added(theme: str) -> None:
    plain = svg.render(compose(DEBATE, Style(theme=theme)).scene)  # type: ignore[arg-type]
    assert plain == marked({}, theme=theme) == marked({"elsewhere": Label.IN}, theme=theme)
    assert not {"seal", "stands", "falls", "track", "pale"} & set(re.findall(r"am[0-9a-f]{8}-([\w-]+)", plain))


@pytest.mark.parametrize("theme", THEMES)
def test_each_label_has_a_shape_and_a_border_of_its_own(theme: str) -> None:
    looks = {label: frozenset(classes(marked({"b": label}, theme=theme, legend=False)).items()) for label in Label}
    assert len(set(looks.values())) == len(Label)
    names = {label: {name for name, _ in look} - PLAIN_CLASSES for label, look in looks.items()}
    assert {"tick", "full", "stands"} <= names[Label.IN]
    assert {"cross", "void", "falls", "bare", "pale"} <= names[Label.OUT]
    assert {"full", "undecided", "inside"} <= names[Label.UNDECIDED] and "tick" not in names[Label.UNDECIDED]
    assert names[Label.UNKNOWN] == {"seal", "void", "full"}


def test_borders_differ_in_their_strokes_and_an_implicit_claim_that_falls_in_both() -> None:
    text = marked({"b": Label.OUT, "c": Label.OUT})
    rules = dict(re.findall(r"\.am[0-9a-f]{8}-([\w-]+)\{([^}]*stroke-(?:width|dash)[^}]*)\}", text))
    dashes = {name: rules[name] for name in ("implied", "falls", "implied-falls", "reference")}
    assert len(set(dashes.values())) == 4
    used = {name.split("-", 1)[1] for node in group(text, "It costs.") for name in node.get("class", "").split()}
    assert {"implied", "implied-falls"} <= used


def test_a_relation_without_effect_is_thin_and_its_sign_is_crossed_out() -> None:
    held, lost = (marked({"down": label}, legend=False) for label in (Label.IN, Label.OUT))
    assert classes(held)["firm"] == 1 and not classes(held)["thin"]
    assert classes(lost)["thin"] == classes(lost)["pale-attack"] == 1
    signs = [text.count("<path") for text in re.findall(r'<g class="[^"]*-mark [^"]*">.*?</g>', lost)]
    assert sorted(signs) == [1, 2]
    assert classes(marked({"down": Label.UNDECIDED}, legend=False))["broken"] == 1


def test_cards_say_their_label_to_those_who_do_not_see_it() -> None:
    text = marked({"a": Label.OUT, "b": Label.IN})
    assert (group(text, "Act").find(f"{SPACE}title").text or "") == "Act: Do it. — falls"  # type: ignore[union-attr]
    desc = ElementTree.fromstring(text).find(f"{SPACE}desc")
    assert desc is not None and (desc.text or "").splitlines()[2] == "  Position (falls): Act. Do it."
    assert "stands" in text.split("</style>")[1]


def test_bars_are_filled_by_their_strength() -> None:
    text = strong({"a": 0.25, "b": 1.0, "c": 0.0})
    widths = {}
    for name in ("Act", "It helps.", "It costs."):
        bars = {
            node.get("class", "").split("-")[-1]: node.get("width") for node in group(text, name).iter(f"{SPACE}rect")
        }
        widths[name] = float(bars.get("full") or 0) / float(bars["track"] or 1)
    assert widths == pytest.approx({"Act": 0.25, "It helps.": 1.0, "It costs.": 0.0})
    assert {"0.25", "1.00", "0.00"} <= {node.text for node in ElementTree.fromstring(text).iter(f"{SPACE}text")}


def test_the_width_of_a_line_follows_its_force_from_end_to_end() -> None:
    used = [
        re.findall(r'class="[^"]*-line am[0-9a-f]{8}-support am[0-9a-f]{8}-(force\d)', strong({"up": force}))[0]
        for force in (0.0, 0.19, 0.2, 0.5, 0.99, 1.0)
    ]
    assert used == ["force0", "force0", "force1", "force2", "force4", "force4"]


@pytest.mark.parametrize("value", [-0.5, 1.5, float("nan")])
def test_what_is_no_strength_is_still_drawn(value: float) -> None:
    assert 'width="-' not in strong({"a": value, "up": value})


def test_the_same_every_time_and_with_short_numbers() -> None:
    text = marked(dict(zip("abc", Label, strict=False)) | {"up": Label.OUT})
    assert text == marked(dict(zip("abc", Label, strict=False)) | {"up": Label.OUT})
    for node in ElementTree.fromstring(text).iter():
        for key, value in node.attrib.items():
            assert key == "class" or not re.search(r"\d\.\d{3}", value), (key, value)


def test_badges_are_seen_in_pixels_and_pdfs_take_them() -> None:
    from PIL import Image

    text = marked({"a": Label.IN, "b": Label.OUT, "c": Label.UNDECIDED}, theme="print")
    scene = compose(DEBATE, Style(theme="print"), Labelling("x", {"a": Label.IN, "b": Label.OUT})).scene
    image = Image.open(io.BytesIO(png.render(text, scale=4))).convert("L")
    inks = []
    for card in scene.cards[1:3]:
        right, top = card.x + card.width, card.y
        corner = image.crop(tuple(int(4 * side) for side in (right - 20, top + 8, right - 8, top + 20)))
        inks.append(sum(corner.histogram()[:128]) / (corner.width * corner.height))
    assert inks[0] > 0.5 > inks[1] > 0.05
    assert pdf.render(text, title="T", description="D", language="en").startswith(b"%PDF")
