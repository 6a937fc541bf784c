"""What a comparison tells, in the order in which a reader wants it: claims, relations, the rest, what stands."""

from collections.abc import Iterator
from typing import TypeAlias

from argmap.core.comparison import (
    Alteration,
    Cause,
    Changes,
    Mark,
    RelationChange,
    RelationChanges,
    Turn,
    Verdict,
)
from argmap.core.labelling import Label
from argmap.core.model import Claim, Entity, Group, Question, Relation, Source, Speaker
from argmap.diagram.verdict import number
from argmap.reporters.comparisons.base import Bit, Entry, Phrase, Review, Role, Section, phrase
from argmap.reporters.comparisons.naming import Naming
from argmap.reporters.comparisons.values import told

Things: TypeAlias = Changes[Claim] | Changes[Question] | Changes[Speaker] | Changes[Source] | Changes[Group]

_NOUNS = ("claim", "relation", "question", "speaker", "source", "group")
_NOW = {Label.IN: "stands", Label.OUT: "falls", Label.UNDECIDED: "is undecided", Label.UNKNOWN: "is not worked out"}
_THEN = {Label.IN: "stood", Label.OUT: "fell", Label.UNDECIDED: "was undecided", Label.UNKNOWN: "was not worked out"}


def summary(review: Review) -> str:
    """How much changed, in one sentence without its stop."""
    parts = []
    for noun in _NOUNS:
        kind: Changes[Claim] | RelationChanges = getattr(review.comparison, f"{noun}s")
        counts = [
            f"{len(items):,} {verb}"
            for items, verb in ((kind.added, "added"), (kind.removed, "removed"), (kind.changed, "changed"))
            if items
        ]
        if counts:
            first, _, verb = counts[0].partition(" ")
            counts[0] = f"{first} {noun if first == '1' else f'{noun}s'} {verb}"
            parts.append(", ".join(counts))
    if review.comparison.map:
        parts.append("what the map says of itself")
    text = "; ".join(parts) if parts else "nothing changed in the debate"
    return text[0].upper() + text[1:]


def sections(review: Review) -> Iterator[Section]:
    """All that is told, without empty sections."""
    found = review.comparison
    telling = _Telling(Naming(review.old), Naming(review.new), found.relations)
    kinds = [
        ("Claims", telling.things(found.claims)),
        ("Relations", telling.relations(found.relations)),
        ("Questions", telling.things(found.questions)),
        ("Speakers", telling.things(found.speakers)),
        ("Sources", telling.things(found.sources)),
        ("Groups", telling.things(found.groups)),
        ("The map", [Entry(Mark.CHANGED, telling.altered(part)) for part in found.map]),
    ]
    yield from (Section(title, tuple(entries)) for title, entries in kinds if entries)
    if found.verdicts is not None:
        entries = [telling.verdict(item) for item in found.verdicts.changed]
        nothing = [] if entries else [Entry(None, phrase("Nothing stands or falls that did not before."))]
        title = found.verdicts.title
        yield Section(f"What stands now, by {title}", tuple(entries or nothing))


class _Telling:
    def __init__(self, old: Naming, new: Naming, relations: RelationChanges) -> None:
        self.old, self.new = old, new
        self.changes = {item.new[0].id: item for item in relations.changed}

    def altered(self, part: Alteration) -> Phrase:
        return told(part, self.old, self.new)

    def things(self, changes: Things) -> list[Entry]:
        entries = [Entry(Mark.ADDED, _called(item), _said(item)) for item in changes.added]
        entries += [Entry(Mark.REMOVED, _called(item), _said(item)) for item in changes.removed]
        return entries + [
            Entry(Mark.CHANGED, _called(item.new), tuple(self.altered(part) for part in item.alterations))
            for item in changes.changed
        ]

    def relations(self, changes: RelationChanges) -> list[Entry]:
        entries = [Entry(Mark.ADDED, self._relation(self.new, item)) for item in changes.added]
        entries += [Entry(Mark.REMOVED, self._relation(self.old, item)) for item in changes.removed]
        return entries + [self._changed(item) for item in changes.changed]

    def _relation(self, names: Naming, item: Relation) -> Phrase:
        return phrase(names.deed(item), " ", Bit(item.id, Role.ID))

    def _changed(self, change: RelationChange) -> Entry:
        details = tuple(detail for turn in change.turns for detail in self._turn(turn, change))
        return Entry(Mark.CHANGED, self._relation(self.new, change.new[0]), details)

    def _turn(self, turn: Turn, change: RelationChange) -> Iterator[Phrase]:
        old, new = change.old, change.new
        altered = {part.field: part for part in change.alterations}
        if turn is Turn.TURNED:
            yield phrase("turned: ", told(altered["kind"], self.old, self.new)[1:])
        elif turn is Turn.LINKED and len(old) > 1:
            yield phrase("linked: before, ", self._each(self.old, old), " counted alone")
        elif turn is Turn.UNLINKED and len(new) > 1:
            yield phrase("unlinked: now ", self._each(self.new, new), " count alone")
        elif turn in (Turn.LINKED, Turn.UNLINKED, Turn.RESOURCED):
            yield phrase(f"{turn}: ", self._premises(change))
        elif turn is Turn.REAIMED:
            yield phrase("aimed elsewhere: before, at ", self.old.target(old[0].target))
        elif turn is Turn.RENAMED:
            yield told(altered["id"], self.old, self.new)
        else:
            yield from (self.altered(part) for name, part in altered.items() if name not in _ENDS)

    def _each(self, names: Naming, relations: tuple[Relation, ...]) -> Phrase:
        return names.together(name for item in relations for name in item.premises)

    def _premises(self, change: RelationChange) -> Phrase:
        """The premises that went and those that came, by what they are called."""
        before = {"".join(bit.text for bit in self.old.claim(name)): name for name in change.old[0].premises}
        after = {"".join(bit.text for bit in self.new.claim(name)): name for name in change.new[0].premises}
        gone = [Bit(text, Role.REMOVED) for text in before if text not in after]
        come = [Bit(text, Role.ADDED) for text in after if text not in before]
        bits = [part for bit in (*gone, *come) for part in (Bit(", "), bit)]
        return tuple(bits[1:]) or phrase("other premises of the same name")

    def verdict(self, item: Verdict) -> Entry:
        """What is said of a claim now, what was said before, and why."""
        name = phrase(self.new.claim(item.new), " ", Bit(item.new, Role.ID))
        why = self._because(item.cause, item.new) if item.cause else ()
        if isinstance(item.after, Label) and isinstance(item.before, Label):
            words = f" {_NOW[item.after]}; it {_THEN[item.before]} before"
            return Entry(item.after, phrase(name, words), (why,) if why else ())
        before, after = float(item.before), float(item.after)
        words = f" {number(before)} → {number(after)}"
        return Entry(None, phrase(name, words), (why,) if why else ())

    def _because(self, cause: Cause, claim: str) -> Phrase:
        way = "because " if not cause.steps else "because, further up, "
        if cause.mark is Mark.REMOVED:
            return phrase(way, self.old.deed(self.old.map.relation[cause.subject]), " no longer")
        if cause.subject not in self.new.map.relation:
            of = (
                phrase("its own score")
                if cause.subject == claim
                else phrase("the score of ", self.new.claim(cause.subject))
            )
            return phrase(way, of, " changed")
        return phrase(way, self.new.deed(self.new.map.relation[cause.subject]), self._now(cause.subject))

    def _now(self, relation: str) -> Phrase:
        """How a relation differs from what it was, behind what it does now."""
        change = self.changes.get(relation)
        if change and Turn.REAIMED in change.turns:
            return phrase(" now, and not ", self.old.target(change.old[0].target))
        if change and Turn.LINKED in change.turns:
            return phrase(", linked now")
        if change and Turn.UNLINKED in change.turns:
            return phrase(", unlinked now")
        return phrase(" now")


_ENDS = ("id", "kind", "premises", "target")


def _called(item: Entity) -> Phrase:
    """What a thing is called, with its id."""
    if isinstance(item, Claim | Question):
        name = item.title or item.text
    elif isinstance(item, Speaker):
        name = item.name
    else:
        name = item.title if isinstance(item, Source | Group) else ""
    return phrase(Bit(name or item.id, Role.NAME), " ", Bit(item.id, Role.ID))


def _said(item: Entity) -> tuple[Phrase, ...]:
    """The text of a claim or question that is called by its title."""
    return (phrase(item.text),) if isinstance(item, Claim | Question) and item.title and item.text else ()
