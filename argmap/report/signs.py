"""The signs of the figures in words, for those who see no legend."""

from typing import TYPE_CHECKING

from argmap.core.model import RelationKind

if TYPE_CHECKING:
    from argmap.digest.base import Digest

_LINES = (
    (RelationKind.SUPPORT, "a solid line with a plus leads from a reason to what it supports"),
    (RelationKind.ATTACK, "a dashed line with a minus leads from an objection to what it attacks"),
    (RelationKind.CONFLICT, "a line with a cross joins claims that exclude each other"),
)


def signs_of(digest: "Digest") -> str:
    """What the signs that occur in the figures mean, as one sentence; empty for a map without any."""
    found = digest.map
    kinds = {item.kind for item in found.relations}
    told = [words for kind, words in _LINES if kind in kinds]
    if any(len(set(item.premises)) > 1 or item.target not in found.claim for item in found.relations):
        told.append("a dot on a line is where premises join, or where a step is attacked")
    if any(claim.implicit for claim in found.claims):
        told.append("a dashed border is round what nobody states")
    if digest.labelling and digest.labelling.labels:
        told.append("a tick marks what stands, a cross what falls, a half-filled sign what is undecided")
    elif digest.labelling:
        told.append("a bar shows the strength of a claim")
    return f"How to read the figures: {'; '.join(told)}." if told else ""
