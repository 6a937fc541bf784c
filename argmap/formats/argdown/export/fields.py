"""The fields of Argdown's JSON for all that a debate is made of."""

import re
from collections.abc import Iterable
from typing import Any

from argmap.formats.argdown.debate.model import (
    Argument,
    End,
    Inference,
    Member,
    Relation,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.export.utf16 import to_units
from argmap.formats.argdown.settings.forms import colour
from argmap.formats.argdown.text.syntax import Range, RangeKind

Fields = dict[str, Any]

_VALUE_OF = {
    RangeKind.LINK: "url",
    RangeKind.TAG: "tag",
    RangeKind.STATEMENT_MENTION: "title",
    RangeKind.ARGUMENT_MENTION: "title",
}
_USES = {
    Role.TOP_LEVEL: "isUsedAsTopLevelStatement",
    Role.PREMISE: "isUsedAsPremise",
    Role.STEP: "isUsedAsIntermediaryConclusion",
    Role.CONCLUSION: "isUsedAsMainConclusion",
    Role.IN_RELATION: "isUsedAsRelationStatement",
}
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SPACE = re.compile(r"\s")
_UNFIT = re.compile("[^a-z0-9-]")


class FieldsOf:
    """Fields by what they are of. What stands in several places of the JSON is put together once."""

    def __init__(self) -> None:
        self._members: dict[int, Fields] = {}
        self._relations: dict[int, Fields] = {}

    def statement(self, item: Statement) -> Fields:
        """A statement with its members and relations."""
        roles = dict.fromkeys(member.role for member in item.members)
        return {
            "type": "equivalence-class",
            "title": item.title,
            "relations": self.relations(item.relations),
            "members": [self.member(member) for member in item.members],
            **_shared(item),
            **{_USES[role]: True for role in roles if role in _USES},
        }

    def argument(self, item: Argument) -> Fields:
        """An argument with its descriptions, its structure and its relations."""
        return {
            "type": "argument",
            "title": item.title,
            "relations": self.relations(item.relations),
            "members": [self.member(member) for member in item.members],
            "pcs": [self.member(member) for member in item.structure],
            **_shared(item),
        }

    def member(self, item: Member) -> Fields:
        """A place at which a statement or argument occurs."""
        found = self._members.get(id(item))
        if found is None:
            found = self._members[id(item)] = self._member(item)
        return found

    def _member(self, item: Member) -> Fields:
        fields: Fields = {"type": "statement", "title": item.title}
        is_description = item.role is Role.DESCRIPTION
        if item.role:
            fields["role"] = item.role.value
        if item.text is not None or is_description:
            fields["text"] = item.text or ""
        if item.ranges:
            fields["ranges"] = _ranges(item.text or "", item.ranges)
        if item.tags:
            fields["tags"] = item.tags
        if item.is_reference:
            fields["isReference"] = True
        if item.is_top_level or is_description:
            fields["isTopLevel"] = item.is_top_level
        if item.data is not None:
            fields["data"] = item.data
        if item.section:
            fields["section"] = item.section.id
        if item.argument:
            fields["argumentTitle"] = item.argument.title
        if item.inference:
            fields["inference"] = self.inference(item.inference)
        return fields

    def inference(self, item: Inference) -> Fields:
        """A step, with what undercuts it."""
        return {
            "type": "inference",
            "relations": self.relations(item.relations),
            "inferenceRules": item.rules,
            **({} if item.data is None else {"data": item.data}),
            "conclusionIndex": item.index,
            "argumentTitle": item.argument.title,
        }

    def relations(self, items: Iterable[Relation]) -> list[Fields]:
        """Relations with their ends by title."""
        return [self._relations.get(id(item)) or self._relation(item) for item in items]

    def _relation(self, item: Relation) -> Fields:
        source, target = item.source, item.target
        fields = {
            "type": "relation",
            "relationType": item.type.value,
            "from": source.title,
            "fromType": _type(source),
            "to": target.argument.title if isinstance(target, Inference) else target.title,
            "toType": _type(target),
            **({"conclusionIndex": target.index} if isinstance(target, Inference) else {}),
        }
        self._relations[id(item)] = fields
        return fields


def _type(end: End) -> str:
    if isinstance(end, Statement):
        return "equivalence-class"
    return "argument" if isinstance(end, Argument) else "inference"


def _shared(item: Statement | Argument) -> Fields:
    fields: Fields = {}
    if item.tags:
        fields["tags"] = item.tags
    if item.data is not None:
        fields["data"] = item.data
    if item.section:
        fields["section"] = item.section.id
    elif item.members and item.members[0].section:
        fields["section"] = None  # it was taken out of its section, and must not be put back
    return fields | own_colour(item.data)


def own_colour(data: Any) -> Fields:
    """The colour that data ask for, if they do so in full."""
    asked = colour(data.get("color")) if isinstance(data, dict) else None
    return {"color": asked} if asked else {}


def _ranges(text: str, ranges: Iterable[Range]) -> list[Fields]:
    return [
        {"type": item.kind.value, "start": item.start, "stop": item.stop}
        | ({_VALUE_OF[item.kind]: item.value} if item.kind in _VALUE_OF else {})
        for item in to_units(text, ranges)
    ]


def section_fields(item: Section, is_group: bool) -> Fields:
    """A section without those in it."""
    fields: Fields = {"type": "section", "id": item.id, "level": item.level, "title": item.title}
    if item.tags:
        fields["tags"] = item.tags
    fields["ranges"] = _ranges(item.title, item.ranges)
    if item.data is not None:
        fields["data"] = item.data
    fields["isGroup"] = is_group
    if item.is_closed is not None:
        fields["isClosed"] = item.is_closed
    if item.parent:
        fields["parent"] = item.parent.id
    return fields | own_colour(item.data)


def tag_fields(tag: str, index: int) -> Fields:
    """A tag; `index` counts the tags of the document from 0."""
    return {"tag": tag, "cssClass": _class_name(f"tag-{tag}"), "occurrenceIndex": index}


def _class_name(name: str) -> str:
    return _UNFIT.sub("", _SPACE.sub("-", name.lower().translate(_LETTERS)))
