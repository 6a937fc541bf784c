"""What labels mean: those of the essays of Stab and Gurevych, and what others call the same."""

import re

from argmap.core.ids import slug
from argmap.core.model import RelationKind

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SUPPORTS = ("support",)
_ATTACKS = ("attack", "rebut", "undercut", "undermin", "contradict")
_DENIALS = {"no", "non", "not", "neither", "without"}
_SAME = {
    *("same", "same-as", "semantically-same", "equiv", "equivalent", "paraphrase", "paraphrases", "rephrase"),
    *("rephrases", "restatement", "restates"),
}


def tag_of(label: str) -> str:
    """A label as a tag: `MajorClaim` is `major-claim`."""
    return slug(_HUMP.sub("-", label))


def kind_of(label: str) -> RelationKind | None:
    """What a relation of this label does, or None if its name does not say so."""
    words = tag_of(label).split("-")
    if not _DENIALS.isdisjoint(words):
        return None
    if any(word.startswith(_SUPPORTS) for word in words):
        return RelationKind.SUPPORT
    return RelationKind.ATTACK if any(word.startswith(_ATTACKS) for word in words) else None


def means_the_same(label: str) -> bool:
    """Whether a relation of this label says that its ends are one claim."""
    return tag_of(label) in _SAME


def is_of_essays(label: str) -> bool:
    """Whether a relation is called as in the essays."""
    return label.lower() in ("supports", "attacks")


def is_major(label: str) -> bool:
    """Whether a label marks a claim as what the whole text is about."""
    return tag_of(label) == "major-claim"


def stance_kind(name: str, value: str | None) -> RelationKind | None:
    """What an attribute says of the way from a claim to what the whole text is about; None if it does not."""
    if name.lower() != "stance":
        return None
    return {"for": RelationKind.SUPPORT, "against": RelationKind.ATTACK}.get((value or "").lower())
