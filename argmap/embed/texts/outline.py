"""The outline of a map: nested bullets, questions with their positions first, reasons under what they answer."""

from collections.abc import Iterator

from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap, Claim
from argmap.diagram.outline import short
from argmap.diagram.verdict import lost_effect
from argmap.digest import Case, Digest, Point, digest_of
from argmap.embed.texts.base import Text
from argmap.embed.texts.wording import Wording
from argmap.markup.base import Item, Markup

_DEEPEST = 12
"""Lines below this level are not indented further; they say their level instead."""


def write(map: ArgumentMap, labelling: Labelling | None, markup: Markup) -> str:
    """Write the outline: every claim once in full, with who says it and where, and its verdict."""
    digest = digest_of(map, labelling)
    if not digest.sections:
        return markup.paragraph(markup.text("The map has no claims yet."))
    return markup.bullets(list(_Lines(digest, markup).all()))


class _Lines:
    """The lines of an outline; lives for one call."""

    def __init__(self, digest: Digest, markup: Markup) -> None:
        self.digest = digest
        self.wording = Wording(digest.map, digest.labelling, markup)
        self.told: set[str] = set()

    def all(self) -> Iterator[Item]:
        for section in self.digest.sections:
            level = 0
            if section.question:
                yield Item(self.wording.sentence([self.wording.full(section.question)]))
                level = 1
                if not section.cases:
                    yield Item(self.wording.aside("no position yet"), 1)
            for case in section.cases:
                yield from self._case(case, level)

    def _case(self, case: Case, level: int) -> Iterator[Item]:
        if case.is_repeat:
            yield Item(self.wording.sentence([self.wording.reference(case.claim, self._where(case.claim))]), level)
            return
        self.told.add(case.claim.id)
        yield Item(self.wording.sentence([self.wording.full(case.claim)]), level)
        spoken = {case.claim.id: 1}
        for point in (*case.reasons, *case.objections):
            spoken |= {claim.id: len(point.claims) for claim in point.claims if claim.id not in point.repeats}
            yield self._point(point, level + 1 + point.level, spoken.get(point.target, 1))

    def _point(self, point: Point, level: int, rivals: int) -> Item:
        """The line of a step; `rivals` is how many claims stand in the line that it answers."""
        parts = [
            self.wording.reference(claim, self._where(claim)) if claim.id in point.repeats else self.wording.full(claim)
            for claim in point.claims
        ]
        self.told |= {claim.id for claim in point.claims} - set(point.repeats)
        lead = self._lead(point, rivals)
        if level > _DEEPEST:
            lead = f"level {level}, {lead}"
        return Item(f"{self.wording.aside(lead)} {self.wording.sentence(parts)}", min(level, _DEEPEST))

    def _lead(self, point: Point, rivals: int) -> str:
        side = "for" if point.effect == "support" else "against"
        target = self.digest.map.claim.get(point.target)
        aim = " the step" if target is None else f" “{short(target, 60)}”" if rivals > 1 else ""
        lost = lost_effect(point.relation, self.digest.labelling)
        return f"{side}{aim}{f', {lost}' if lost else ''}:"

    def _where(self, claim: Claim) -> str:
        return "see above" if claim.id in self.told else "see below"


TEXT = Text("outline", "questions, positions and reasons as nested bullets", write)
