"""Relations of a map from lines of relations, and from the stances that claims take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.core.model import RelationKind
from argmap.core.source import Span
from argmap.formats.brat.lines import Line, Link, Mark, Unit
from argmap.formats.brat.unions import Unions
from argmap.formats.brat.words import kind_of, means_the_same, stance_kind
from argmap.formats.foreign.chains import Fate, fates
from argmap.formats.foreign.notes import SpanNotes


@dataclass(frozen=True, slots=True)
class Step:
    """A line that may be a relation.

    Attributes:
        line: The line.
        kind: What it does.
        premise: The number of the claim that it leads from.
        claim: The number of the claim that it leads to, or None.
        relation: The number of the line that it leads to, or None.
    """

    line: Link | Mark
    kind: RelationKind
    premise: int
    claim: int | None
    relation: int | None = None


class Reasoning:
    """Finds the lines that are relations.

    Args:
        units: The marked words.
        unions: Which of them are the same claim.
        notes: Takes what is found wrong.
    """

    def __init__(self, units: Sequence[Unit], unions: Unions, notes: SpanNotes) -> None:
        self.units = units
        self.unions = unions
        self.notes = notes
        self.link_at: dict[str, int] = {}

    def steps(self, lines: Sequence[Line]) -> dict[int, Step]:
        """The relations by the numbers of their lines, in the order of the file."""
        used = {id(line) for line in self.unions.used}
        links = {at: line for at, line in enumerate(lines) if isinstance(line, Link) and id(line) not in used}
        for at, line in links.items():
            self.link_at.setdefault(line.id, at)
        found = {at: step for at, line in links.items() if (step := self._of_link(line, at))}
        self._tell_of_unknown(links.values())
        found |= self._stances(lines, found.values())
        return self._founded(dict(sorted(found.items())))

    def _of_link(self, line: Link, at: int) -> Step | None:
        kind = kind_of(line.label)
        if kind is None:
            return None
        number, leader = self.unions.number, self.unions.leader
        for end in line.ends:
            if end not in number and end not in self.link_at:
                self.notes.note("dangling-edge", f"`{line.id}` leads to `{end}`, which is not there", line.place)
                return None
        first, last = line.ends
        if first not in number:
            self.notes.note("edge-without-step", f"`{line.id}` leads from the relation `{first}`", line.place)
            return None
        premise = leader[number[first]]
        if last in number:
            return self._to_claim(line, kind, premise, leader[number[last]])
        return self._to_relation(line, kind, premise, at)

    def _to_claim(self, line: Link, kind: RelationKind, premise: int, claim: int) -> Step | None:
        if premise != claim:
            return Step(line, kind, premise, claim)
        first, last = line.ends
        what = f"`{first}` to itself" if first == last else f"`{first}` to `{last}`, which are one claim"
        self.notes.note("looping-edge", f"`{line.id}` leads from {what}", line.place)
        return None

    def _to_relation(self, line: Link, kind: RelationKind, premise: int, at: int) -> Step | None:
        target = self.link_at[line.ends[1]]
        if target == at:
            self.notes.note("looping-edge", f"`{line.id}` leads to itself", line.place)
        elif kind is RelationKind.SUPPORT:
            message = f"`{line.id}` supports the relation `{line.ends[1]}`; argmap knows only attacks on relations"
            self.notes.note("edge-without-step", message, line.place)
        else:
            return Step(line, kind, premise, None, target)
        return None

    def _stances(self, lines: Sequence[Line], steps: Iterable[Step]) -> dict[int, Step]:
        """What claims that are for or against the major claim say; not where a relation says the same."""
        major, found = self.unions.major, dict[int, Step]()
        known = {(step.premise, step.claim, step.kind) for step in steps}
        for at, line in enumerate(lines):
            kind = stance_kind(line.name, line.value) if isinstance(line, Mark) else None
            if kind is None or major is None or not isinstance(line, Mark) or line.about not in self.unions.number:
                continue
            premise = self.unions.leader[self.unions.number[line.about]]
            if premise != major and (premise, major, kind) not in known:
                known.add((premise, major, kind))
                found[at] = Step(line, kind, premise, major)
        return found

    def _founded(self, steps: dict[int, Step]) -> dict[int, Step]:
        """The relations without those that attack themselves by way of others, or what is no relation."""
        found = fates({at: step.relation for at, step in steps.items()})
        for at, fate in found.items():
            line = steps[at].line
            if fate is Fate.CIRCLES:
                self.notes.note("circular-step", f"`{line.id}` attacks itself by way of others", line.place)
            elif fate is Fate.FALLS:
                message = f"`{line.id}` leads to a relation that argmap leaves out"
                self.notes.note("dangling-edge", message, line.place)
        return {at: step for at, step in steps.items() if found[at] is Fate.STANDS}

    def _tell_of_unknown(self, links: Iterable[Link]) -> None:
        """Say which relations are of no kind that argmap has."""
        found: dict[str, list[Span]] = {}
        for line in links:
            if kind_of(line.label) is None and not means_the_same(line.label):
                found.setdefault(line.label, []).append(line.place)
        for label, places in found.items():
            what = f"a relation `{label}` is" if len(places) == 1 else f"{len(places):,} relations `{label}` are"
            them = "it" if len(places) == 1 else "them"
            self.notes.note("carried-part", f"{what} carried along; argmap has no words for {them}", places[0])
