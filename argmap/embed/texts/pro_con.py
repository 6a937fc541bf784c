"""What is said for and against each position or thesis, as tables."""

from itertools import zip_longest

from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap
from argmap.diagram.verdict import lost_effect, said
from argmap.digest import Case, Point, digest_of
from argmap.embed.texts.base import Text
from argmap.embed.texts.wording import Wording
from argmap.markup.base import Markup


def write(map: ArgumentMap, labelling: Labelling | None, markup: Markup) -> str:
    """Write a table for each position and thesis: what supports it at the left, what attacks it at the right.

    Only what bears on it directly is told, in full in each table. Of several tables each has the position above it,
    and the question where there are several of these.
    """
    digest = digest_of(map, labelling)
    wording = Wording(digest.map, digest.labelling, markup)
    count = sum(not case.is_repeat for section in digest.sections for case in section.cases)
    blocks: list[str] = []
    for section in digest.sections:
        cases = [case for case in section.cases if not case.is_repeat]
        if section.question and cases and len(digest.sections) > 1:
            blocks.append(markup.paragraph(wording.aside(section.question.text or section.question.label)))
        for case in cases:
            blocks += [*([_heading(case, wording)] if count > 1 else []), _table(case, wording)]
    return "\n".join(blocks) or markup.paragraph(markup.text("The map has no positions yet."))


def _heading(case: Case, wording: Wording) -> str:
    verdict = said(wording.labelling, case.claim.id)
    words = f"{wording.name(case.claim)}{f' — {wording.aside(verdict)}' if verdict else ''}"
    return wording.markup.paragraph(words)


def _table(case: Case, wording: Wording) -> str:
    sides = [[_cell(point, wording) for point in side if not point.level] for side in (case.reasons, case.objections)]
    if not any(sides):
        return wording.markup.paragraph(wording.plain("Nothing is said for or against it."))
    rows = [list(row) for row in zip_longest(*sides, fillvalue="")]
    return wording.markup.table([wording.plain("For"), wording.plain("Against")], rows)


def _cell(point: Point, wording: Wording) -> str:
    words = wording.sentence([wording.full(claim) for claim in point.claims])
    lost = lost_effect(point.relation, wording.labelling)
    return f"{words} {wording.aside(f'({lost})')}" if lost else words


TEXT = Text("pro-con", "what is said for and against each position, as tables", write)
