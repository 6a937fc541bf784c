"""The usual order of sections and fields in a file, by which new ones find their place."""

from collections.abc import Sequence

SECTIONS = (
    "argmap", "title", "description", "language", "sources", "speakers", "questions", "claims", "relations", "groups",
    "display", "data",
)  # fmt: skip

_CLAIM = (
    "text", "title", "kind", "answers", "by", "cites", "implicit", "score", "assumed", "tags", "note", "link",
    "restatements", "hidden", "colour", "supports", "attacks", "conflicts", "data",
)  # fmt: skip
_REMARKS = ("id", "argument", "scheme", "weight", "by", "cites", "tags", "note", "data")

FIELDS: dict[str, tuple[str, ...]] = {
    "claims": _CLAIM,
    "questions": ("text", "title", "cites", "tags", "note"),
    "speakers": ("name", "role", "link"),
    "sources": ("title", "author", "date", "link", "text", "paragraphs"),
    "groups": ("title", "members", "parent", "note", "tags", "closed", "hidden", "colour", "data"),
    "relations": ("kind", "premises", "target", *_REMARKS),
    "supports": ("to", "with", *_REMARKS),
    "attacks": ("to", "with", *_REMARKS),
    "conflicts": ("to", *_REMARKS),
    "display": ("direction", "labels", "tag_colours", "relation_colours"),
}
"""The fields of entries by section, and those of relations by the field that they stand in."""

SHORT = {
    "claims": "text",
    "questions": "text",
    "speakers": "name",
    "sources": "title",
    "groups": "members",
    "supports": "to",
    "attacks": "to",
    "conflicts": "to",
}
"""The field that a short form stands for."""


def place_among(names: Sequence[str], new: str, order: Sequence[str]) -> int:
    """How many of the names come before a new one: it is put behind the last that usually stands before it."""
    before = set(order[: order.index(new)]) if new in order else set(names)
    return max((number + 1 for number, name in enumerate(names) if name in before), default=0)
