"""Puts the parts of a map together to a debate."""

from collections.abc import Iterator
from typing import Any

from argmap.core.model import ArgumentMap, Claim, RelationKind
from argmap.core.model import Relation as MapRelation
from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    End,
    Inference,
    Member,
    Relation,
    RelationType,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.export.map_groups import sections_of
from argmap.formats.argdown.from_map.forms import Forms, tags_within, typed_words
from argmap.formats.argdown.from_map.outlines import Outlines
from argmap.formats.argdown.from_map.plan import Plan
from argmap.formats.argdown.from_map.structures import StructureMaker
from argmap.formats.argdown.from_map.typed import Typist
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.syntax import Place
from argmap.formats.argdown.to_map.carried import carried
from argmap.formats.argdown.to_map.colours import in_colour_order
from argmap.formats.argdown.to_map.entries import Entry


class Assembler:
    """Makes a debate.

    Args:
        given: The map.
        plan: The forms of its relations.
        forms: Says the parts of the map.

    Attributes:
        debate: The debate.
        entries: Statements and arguments by the ids of claims.
    """

    def __init__(self, given: ArgumentMap, plan: Plan, forms: Forms) -> None:
        self.given = given
        self.plan = plan
        self.forms = forms
        self.settings = Settings.of(forms.settings)
        self.typist = Typist(self.settings)
        self.outlines = Outlines(given, forms, self.settings)
        self.debate = Debate(settings=forms.settings, sections=self.outlines.outermost)
        self.entries: dict[str, Entry] = {}
        for number, claim in enumerate(given.claims):
            self._add_claim(claim, Place(2 * number, 2 * number))
        self.structures = StructureMaker(given, plan, forms, self.debate, self.entries)
        self.structures.make(self.outlines.of_group)
        for number, relation in enumerate(given.relations):
            self._add_relation(relation, Place(number, number))
        tags = in_colour_order(self._tags(), given.display, self.settings.colours)
        self.debate.tags = dict.fromkeys(tags)

    # Claims

    def _add_claim(self, claim: Claim, place: Place) -> None:
        title, is_titled = self.forms.title(claim)
        section = self.outlines.home.get(claim.id)
        data = self.forms.claim(claim, title)
        tags = self.forms.words(claim)[1]
        members = list(self._members(claim, title))
        for member in members:
            member.section, member.place = section, place
        defining(members).data = data
        if self.forms.is_argument(claim):
            for member in members:
                member.role = Role.DESCRIPTION
            argument = Argument(title, is_titled, members, tags=tags, data=data, section=section)
            self.entries[claim.id] = self.debate.arguments[title] = argument
            return
        statement = Statement(title, is_titled, members, tags=tags, data=data, section=section)
        self.entries[claim.id] = self.debate.statements[title] = statement
        if self.settings.selection.statement_mode == "top-level":
            member = defining(members)
            member.is_top_level = carried(claim.data).get("role") == "top-level"
            member.role = Role.TOP_LEVEL if member.is_top_level else Role.IN_RELATION

    def _members(self, claim: Claim, title: str) -> Iterator[Member]:
        """Places at which a claim is worded, in their order; of several wordings, the last one counts."""
        text, tags = self.forms.words(claim)
        for other in self.forms.restatements(claim):
            yield self.typist.member(title, other)
        markup = typed_words(claim, text, self.typist)
        if not markup and not self.typist.typed(text):
            yield Member(title, tags=tags, is_reference=True)
            return
        within = tags_within(claim, tags)
        worded = self.typist.member(title, text, within, markup)
        apart = tuple(tag for tag in tags if tag not in within)
        mention = Member(title, tags=apart, is_reference=True)
        yield from [worded] if not apart else [mention, worded] if tags[0] in apart else [worded, mention]

    # Relations

    def _add_relation(self, item: MapRelation, place: Place) -> None:
        target = self._end(item.target)
        source: Statement | Argument | None = self.structures.opposites.get(item.id)
        kind: RelationType | None = None
        if item.id in self.plan.signs:
            source, kind = self.entries[item.premises[0]], self.plan.signs[item.id]
        elif item.id in self.plan.undercuts:
            source, kind = self.entries[item.premises[0]], RelationType.UNDERCUT
            on_argument = carried(item.data).get("on") == "argument" and not self.settings.transforms_relations
            if on_argument and isinstance(target, Inference):
                target = target.argument
        elif source:
            kind = self._opposed(item, target)
            if any(other.type is kind for other in source.relations):
                return
        if source and kind and target:
            self._relate(Relation(kind, source, target, place))

    def _opposed(self, item: MapRelation, target: End | None) -> RelationType:
        """What it says to a claim or a relation that it is not so."""
        if item.kind is RelationKind.CONFLICT:
            return RelationType.CONTRADICTORY
        if item.target not in self.entries:
            return RelationType.UNDERCUT
        is_contrary = self.settings.is_strict and isinstance(target, Statement)
        return RelationType.CONTRARY if is_contrary else RelationType.ATTACK

    def _end(self, name: str) -> End | None:
        """What a relation leads to: a claim, the inference that a relation is, or the argument that stands for it."""
        if name in self.entries:
            return self.entries[name]
        if name in self.plan.signs:
            return self.entries[self.given.relation[name].premises[0]]
        return self.structures.inferences.get(name)

    def _relate(self, relation: Relation) -> None:
        self.debate.relations.append(relation)
        relation.source.relations.append(relation)
        if relation.target is not relation.source:
            relation.target.relations.append(relation)

    def _tags(self) -> Iterator[str]:
        """All tags, in the order in which the text will have them."""
        standing: dict[Section | None, list[str]] = {}
        for entry in self.entries.values():
            standing.setdefault(entry.section, []).extend(entry.tags)
        yield from standing.get(None, ())
        for section in sections_of(self.debate.sections):
            yield from () if self.settings.group.regroup else section.tags
            yield from standing.get(section, ())

    def set_data(self, entry: Entry, key: str, value: Any) -> None:
        """Have the data of a statement or an argument say something, or nothing if the value is None."""
        data = {name: it for name, it in (entry.data or {}).items() if name != key}
        if value is not None:
            data[key] = value
        entry.data = data or None
        defining(entry.members).data = entry.data


def defining(members: list[Member]) -> Member:
    """The one with the words that count, or else the first one."""
    return next((member for member in reversed(members) if not member.is_reference), members[0])
