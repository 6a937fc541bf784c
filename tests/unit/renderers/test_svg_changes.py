"""What a comparison adds to an SVG: shapes and words, not only colours, and nothing where there is none."""

import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from argmap.core.comparison import Mark, Marked
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.diagram.compose import Style, compose
from argmap.diagram.themes import THEMES
from argmap.renderers import svg

DEBATE = ArgumentMap(
    questions=(Question("q", "What to do?"),),
    claims=(Claim("a", "Do it.", answers=("q",)), *(Claim(name, f"Reason {name}.") for name in "bcd")),
    relations=tuple(Relation(name.upper(), RelationKind.SUPPORT, (name,), "a") for name in "bcd"),
)
MARKS = {
    "b": Marked(Mark.ADDED), "B": Marked(Mark.ADDED), "c": Marked(Mark.REMOVED), "C": Marked(Mark.REMOVED),
    "d": Marked(Mark.CHANGED, "Something else."), "D": Marked(Mark.CHANGED, "attack"), "q": Marked(Mark.REMOVED),
}  # fmt: skip


def written(marks=MARKS, labelling: Labelling | None = None, **style: object) -> str:
    return svg.render(compose(DEBATE, Style(**style), labelling, marks).scene)  # type: ignore[arg-type]


def classes(text: str) -> Counter[str]:
    """How often each class is used."""
    found = [name for node in ElementTree.fromstring(text).iter() for name in (node.get("class") or "").split()]
    return Counter(name.split("-", 1)[1] for name in found)


@pytest.mark.parametrize("theme", THEMES)
def test_without_marks_nothing_is_added(theme):
    assert written({}, theme=theme) == written(None, theme=theme)
    assert not {"flag", "struck", "is-added", "line-removed"} & set(re.findall(r"am[0-9a-f]{8}-([\w-]+)", written({})))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", ["map", "tree"])
def test_each_mark_has_a_border_a_flag_and_a_line_of_its_own(theme, view):
    found = classes(written(theme=theme, view=view, legend=False))
    assert found["is-added"] == found["flag-added"] == found["on-added"] == 1
    assert found["is-changed"] == found["flag-changed"] == 1
    assert found["is-removed"] == found["flag-removed"] == found["struck"] == 2
    assert found["line-added"] >= 1
    assert found["line-removed"] >= 1
    assert found["line-changed"] >= 1
    assert found["on-line"] == 1


@pytest.mark.parametrize("theme", THEMES)
def test_every_class_that_is_used_has_its_rule(theme):
    text = written(theme=theme)
    rules = set(re.findall(r"\.(am[0-9a-f]{8}-[\w-]+)\{", text))
    used = {name.split("-", 1)[1] for name in re.findall(r'class="([^"]+)"', text) for name in name.split()}
    plain = set(classes(written({}, theme=theme)))
    ruled = {name.split("-", 1)[1] for name in rules}
    assert used - plain <= ruled | {"dot", "on-removed"}


def test_borders_of_an_evaluation_keep_their_shape():
    labels = {"a": Label.IN, "b": Label.OUT, "d": Label.UNDECIDED}
    found = classes(written(labelling=Labelling("x", labels), legend=False))
    assert found["falls"] == found["edge-added"] == 2, "the ground and the dotted path"
    assert found["is-added"] == found["is-changed"] == 0
    assert found["is-removed"] == 2
    assert found["seal"] == 3


def test_the_force_of_a_relation_keeps_its_width():
    found = classes(written(labelling=Labelling("x", strengths={"a": 0.5, "b": 0.5, "B": 0.9}), legend=False))
    assert found["force4"] == 1
    assert found["line-added"] == 0


def test_a_new_relation_without_effect_says_both():
    labelling = Labelling("x", {"B": Label.OUT})
    text = written({"B": Marked(Mark.ADDED)}, labelling, legend=False)
    assert classes(text)["fill-pale-support"] == 2, "its head and its sign"
    assert "l14.8-14.8" in text
