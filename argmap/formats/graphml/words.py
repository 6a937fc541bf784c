"""What tools and people call things in graphs of arguments, and the colours that they give them."""

import colorsys
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from argmap.core.model import RelationKind

NodeKind: TypeAlias = Literal["claim", "argument", "question", "step", "group", "other"]

_GAPS = re.compile(r"[\s_:.\-]+")
_HEX = re.compile("#?([0-9a-fA-F]{6})(?:[0-9a-fA-F]{2})?")

_SUPPORT = """
    + pro support supports supporting supported for reason because-of evidence evidence-for premise inference infers
    implies entails entailment backs backing justifies justification confirms corroborates strengthens agrees agree
    agreement positive in-favour in-favor in-favour-of in-favor-of ra default-inference is-evidence-for is-reason-for
    gives-reason-for explains-why therefore so
"""
_ATTACK = """
    - \N{MINUS SIGN} \N{EN DASH} con attack attacks attacking attacked against objection objects objects-to oppose
    opposes opposing opposition rebut rebuts rebuttal refute refutes refutation undermine undermines undercut undercuts
    undercutting undercutter counter counters counterargument counter-argument contradicts defeat defeats defeater
    disagree disagrees disagreement disputes denies weakens negative evidence-against ca default-conflict challenges
    is-evidence-against is-objection-to
"""
_CONFLICT = """
    conflict conflicts conflicts-with contrary contraries contradiction contradictory incompatible incompatible-with
    mutually-exclusive excludes mutual-attack \N{LEFT RIGHT ARROW}
"""
_ANSWER = "answer answers responds-to response-to position position-on resolves addresses is-position-on"
_TURNED = """
    supported-by is-supported-by because has-premise has-reason has-evidence justified-by is-justified-by backed-by
    attacked-by is-attacked-by rebutted-by refuted-by opposed-by is-opposed-by contradicted-by undercut-by undermined-by
"""


class Meaning(NamedTuple):
    """What an edge says.

    Attributes:
        kind: What it does; None for an answer to a question.
        is_turned: Whether it leads from the conclusion to the premise.
        is_undercut: Whether it is said to attack a step.
    """

    kind: RelationKind | None
    is_turned: bool = False
    is_undercut: bool = False


def _listed(words: str) -> frozenset[str]:
    return frozenset(word if len(word) < 2 else word.replace("-", " ") for word in words.split())


_KINDS: Mapping[RelationKind | None, frozenset[str]] = {
    RelationKind.SUPPORT: _listed(_SUPPORT),
    RelationKind.ATTACK: _listed(_ATTACK),
    RelationKind.CONFLICT: _listed(_CONFLICT),
    None: _listed(_ANSWER),
}
_MEANINGS = {word: Meaning(kind, is_undercut=word.startswith("undercut")) for kind, ws in _KINDS.items() for word in ws}
_MEANINGS |= {
    word: Meaning(
        RelationKind.SUPPORT if word.startswith(("is supp", "supp", "beca", "has", "just", "is just", "back"))
        else RelationKind.ATTACK,
        is_turned=True,
    )
    for word in _listed(_TURNED)
}  # fmt: skip

AIF_STEPS: Mapping[str, RelationKind] = {"ra": RelationKind.SUPPORT, "ca": RelationKind.ATTACK}
"""Steps as the Argument Interchange Format calls them."""
AIF_OTHERS = frozenset("l ya ta ma pa locution".split())  # noqa: SIM905
_STEPS: Mapping[str, RelationKind] = {
    **AIF_STEPS,
    **dict.fromkeys(
        ("inference", "rule", "step", "default inference", "support", "warrant rule"), RelationKind.SUPPORT
    ),
    **dict.fromkeys(("conflict", "attack", "default conflict", "objection step"), RelationKind.ATTACK),
}
_NODES: Mapping[str, NodeKind] = {
    **dict.fromkeys(("question", "issue"), "question"),
    **dict.fromkeys(("note", "comment", "annotation", "legend"), "other"),
    **dict.fromkeys(AIF_OTHERS, "other"),
    **dict.fromkeys(_STEPS, "step"),
    "argument": "argument",
}


def word(text: str) -> str:
    """A word for comparison: in small letters, with single spaces; `RA-node` is `ra`."""
    found = text.strip()
    if len(found) < 2:
        return found
    return _GAPS.sub(" ", found).strip().lower().removesuffix(" node")


def meaning_of(text: str) -> Meaning | None:
    """What an edge says that is called so; None for nothing known."""
    return _MEANINGS.get(word(text)) if len(text) < 60 else None


def meaning_of_sign(text: str) -> Meaning | None:
    """What an edge says that has a number: above 0 it supports, below it attacks."""
    try:
        number = float(text)
    except ValueError:
        return None
    if number > 0:
        return Meaning(RelationKind.SUPPORT)
    return Meaning(RelationKind.ATTACK) if number < 0 else None


def meaning_of_colour(colour: str) -> Meaning | None:
    """What a line says by its colour: green supports, red attacks; None for others and pale ones."""
    found = _HEX.fullmatch(colour.strip())
    if not found:
        return None
    red, green, blue = (int(found[1][place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, strong = colorsys.rgb_to_hls(red, green, blue)
    if strong < 0.4 or not 0.12 < light < 0.85:
        return None
    if 75 / 360 < hue < 175 / 360:
        return Meaning(RelationKind.SUPPORT)
    return Meaning(RelationKind.ATTACK) if hue < 20 / 360 or hue > 335 / 360 else None


def kind_of_node(text: str) -> NodeKind | None:
    """What a node is that is said to be of this type; None for nothing known, which is a claim."""
    return _NODES.get(word(text))


def kind_of_step(text: str) -> RelationKind | None:
    """What a node for a step does that is said to be of this type; None if that says nothing."""
    found = word(text)
    return _STEPS.get(found) if found not in ("step", "rule") else None
