"""What a map leaves open: unanswered questions, claims without support, undecided claims, critical questions."""

from collections.abc import Iterable, Iterator

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.diagram.outline import short
from argmap.digest import Digest, digest_of
from argmap.digest.gaps import shared_questions
from argmap.embed.texts.base import Text
from argmap.embed.texts.wording import Wording, listed
from argmap.markup.base import Item, Markup

_LONGEST = 60
"""How long the names of claims are in the name of a step."""


def write(map: ArgumentMap, labelling: Labelling | None, markup: Markup) -> str:
    """Write what is open, group by group; undecided claims only if an evaluation says which these are."""
    digest = digest_of(map, labelling)
    lines = list(_lines(digest, Wording(digest.map, None, markup)))
    return markup.bullets(lines) if lines else markup.paragraph(markup.text("No open questions were found in the map."))


def _lines(digest: Digest, wording: Wording) -> Iterator[Item]:
    unanswered = [section.question for section in digest.sections if section.question and not section.cases]
    yield from _group(wording, "Questions without a position", unanswered)
    yield from _group(wording, "Claims that others build on, with neither support nor source", digest.unsupported)
    if digest.labelling:
        labels = digest.labelling.labels
        undecided = [item for item in digest.map.claims if labels.get(item.id) is Label.UNDECIDED]
        yield from _group(wording, f"Undecided claims ({digest.labelling.title})", undecided)
    if digest.critical_questions:
        yield Item(wording.heading("Critical questions"))
        yield from _critical(digest, wording)


def _critical(digest: Digest, wording: Wording) -> Iterator[Item]:
    """The questions of each scheme in one line, and under it the steps that they are to be put to."""
    for group in shared_questions(digest.critical_questions):
        name = group.scheme.replace("-", " ").capitalize()
        yield Item(f"{wording.aside(f'{name}:')} {wording.plain(' '.join(group.texts))}", 1)
        yield from (Item(wording.plain(_step(digest.map, item)), 2) for item in group.steps)


def _group(wording: Wording, title: str, items: Iterable[Claim | Question]) -> Iterator[Item]:
    lines = [Item(wording.sentence([wording.full(item)]), 1) for item in items]
    if lines:
        yield Item(wording.heading(title))
        yield from lines


def _step(map: ArgumentMap, relation: Relation) -> str:
    """A step by the names of its ends: `from “A” and “B” to “C”`."""
    return f"From {_start(map, relation)} {_way(relation)} {_end(map, relation)}"


def _end(map: ArgumentMap, relation: Relation) -> str:
    """What a step ends on; of a step that undercuts another one, only that one is told by its ends."""
    target = map.claim.get(relation.target)
    if target:
        return f"“{short(target, _LONGEST)}”"
    denied = map.relation[relation.target]
    end = map.claim.get(denied.target)
    told = f"“{short(end, _LONGEST)}”" if end else "another step"
    return f"the step from {_start(map, denied)} {_way(denied)} {told}"


def _start(map: ArgumentMap, relation: Relation) -> str:
    return listed([f"“{short(map.claim[key], _LONGEST)}”" for key in dict.fromkeys(relation.premises)])


def _way(relation: Relation) -> str:
    return "to" if relation.kind is RelationKind.SUPPORT else "against"


TEXT = Text("open-questions", "gaps: what is unanswered, unsupported, undecided or untested", write)
