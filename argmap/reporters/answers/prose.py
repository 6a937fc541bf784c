"""Plain words with names in them: how claims, steps and lists of them are called in a sentence."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from argmap.core.labelling import Label
from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.diagram.columns import Run, clean
from argmap.diagram.outline import short

Words: TypeAlias = list[Run]
"""Part of a sentence."""

BOLD, DIM = "1", "2"
STYLES = {Label.IN: "32", Label.OUT: "31", Label.UNDECIDED: "33", Label.UNKNOWN: DIM}
"""Terminal styles of labels."""
LONGEST_NAME = 60
STANDS = {Label.IN: "stands", Label.OUT: "falls", Label.UNDECIDED: "is undecided", Label.UNKNOWN: "is not worked out"}
_VERBS = {RelationKind.SUPPORT: " supports ", RelationKind.ATTACK: " attacks ", RelationKind.CONFLICT: " excludes "}
_STOPS = (",", ".", ":", ";", ")")


def sentence(*parts: str | Run | Iterable[Run]) -> Words:
    """Put words and names one after the other; a stop goes with the name before it, so that no line begins with it."""
    found: Words = []
    for part in parts:
        runs = [Run(part)] if isinstance(part, str) else [part] if isinstance(part, Run) else list(part)
        for run in runs:
            text = run.text
            while found and text.startswith(_STOPS):
                found[-1] = Run(found[-1].text + text[0], found[-1].style)
                text = text[1:]
            if text:
                found.append(Run(text, run.style))
    return found


def listed(items: Sequence[Words], joint: str = "and") -> Words:
    """Items with commas and `and` between them."""
    found: Words = []
    for number, item in enumerate(items):
        gap = "" if not number else f" {joint} " if number == len(items) - 1 else ", "
        found = sentence(found, gap, item)
    return found


def joined(clauses: Sequence[Words]) -> Words:
    """Clauses with `and` between them, and a comma, or a semicolon where they have commas of their own."""
    found: Words = []
    for number, clause in enumerate(clauses):
        has_comma = any("," in run.text for run in found)
        found = sentence(found, "" if not number else "; and " if has_comma else ", and ", clause)
    return found


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class Names:
    """What the claims and relations of a map are called.

    Args:
        map: The map.
        colour: Whether names are told from other words by being bold; else they stand in quotation marks.
        unicode: Whether quotation marks may be other than ASCII.
    """

    def __init__(self, map: ArgumentMap, *, colour: bool, unicode: bool) -> None:
        self.map = map
        self._marks = ("", "") if colour else ("“", "”") if unicode else ('"', '"')

    def claim(self, name: str) -> Words:
        """The name of a claim."""
        words = clean(short(self.map.claim[name], LONGEST_NAME)) if name in self.map.claim else clean(name)
        return [Run(words.join(self._marks), BOLD)]

    def together(self, claims: Sequence[str]) -> Words:
        """Linked premises: one, together with the others."""
        first, *others = [self.claim(name) for name in claims]
        return sentence(first, " together with ", listed(others)) if others else first

    def step_ends(self, relation: Relation) -> Words:
        """A relation as a way: `from A to B`."""
        by = listed([self.claim(name) for name in dict.fromkeys(relation.premises)])
        to = self.claim(relation.target) if relation.target in self.map.claim else sentence("another step")
        return sentence("from ", by, " to ", to)

    def deed(self, relation: str, start: str | None = None) -> Words:
        """A relation as a deed: `A attacks B`; a conflict seen from the claim `start`."""
        item = self.map.relation[relation]
        if item.kind is RelationKind.CONFLICT and start == item.target:
            return sentence(self.claim(item.target), " excludes ", self.claim(item.premises[0]))
        by = self.together(tuple(dict.fromkeys(item.premises)))
        if item.target not in self.map.claim:
            onto = self.map.relation.get(item.target)
            return sentence(by, " undercuts the step ", self.step_ends(onto) if onto else "")
        return sentence(by, _VERBS[item.kind], self.claim(item.target))
