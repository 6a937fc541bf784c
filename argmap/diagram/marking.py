"""What a comparison adds to a picture: flags on cards, what was there before, and which lines are new or gone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from argmap.core.comparison import Mark, Marked
from argmap.core.model import ArgumentMap, Claim, Question, Relation
from argmap.diagram.drawing import Drawing
from argmap.diagram.lines import routes_of
from argmap.diagram.measure import clean
from argmap.diagram.scene import Card, Edge, TextLine
from argmap.diagram.typography import ROLES
from argmap.diagram.wrap import wrap

Marks = Mapping[str, Marked]
"""What happened to claims, questions and relations, by id."""

NO_MARKS: Marks = MappingProxyType({})
FLAG_PAD = 5.0
"""From the end of a flag to its word."""
FLAG_HEIGHT = 12.5
MOST_ROWS = 3
"""Rows that the words for what was there before may take."""

_VERBS = {Mark.ADDED: "now {}", Mark.REMOVED: "no longer {}", Mark.CHANGED: "{}, changed"}
_STEP = "the step is "
_LIVELINESS = {None: 1, Mark.ADDED: 3, Mark.CHANGED: 2, Mark.REMOVED: 0}


@dataclass(frozen=True, slots=True)
class Flag:
    """The ground of the word that tells what happened to a card: its box."""

    x: float
    y: float
    width: float
    height: float


def relevant_marks(map: ArgumentMap, drawn: ArgumentMap, marks: Marks | None) -> Marks:
    """The marks of what is drawn.

    A redrawn relation is new or gone if all its routes are, and changed if anything on them is. The card of a closed
    group is changed if anything in the group is marked.

    Args:
        map: The whole map.
        drawn: What is shown of it.
        marks: The marks of the whole map.
    """
    if not marks:
        return NO_MARKS
    keys = [*drawn.claim, *drawn.question]
    found = {key: marks[key] for key in keys if key in marks}
    for item in drawn.relations:
        mark = _of_relation(item, marks)
        if mark:
            found[item.id] = mark
    for group in drawn.groups:
        if group.closed and group.id in drawn.claim and _touched(map, group.id, marks):
            found[group.id] = Marked(Mark.CHANGED)
    return found


def _of_relation(item: Relation, marks: Marks) -> Marked | None:
    routes = routes_of(item)
    if routes == ((item.id,),):
        return marks.get(item.id)
    along = [{marks[key].mark for key in route if key in marks} for route in routes]
    for mark in (Mark.REMOVED, Mark.ADDED):
        if along and all(mark in found for found in along):
            return Marked(mark)
    return Marked(Mark.CHANGED) if any(along) else None


def _touched(map: ArgumentMap, name: str, marks: Marks) -> bool:
    """Whether anything in a group, or in a group in it, is marked."""
    inside = [name]
    for here in inside:
        inside += [item.id for item in map.groups if item.parent == here and item.id not in inside]
    return any(member in marks for here in inside for member in (map.group[here].members if here in map.group else ()))


def flagged(marks: Marks, item: Claim | Question) -> list[tuple[str, str]]:
    """The paragraph that a card begins with: the word for what happened to it, if anything did."""
    found = marks.get(item.id)
    return [(found.mark.value, "flag")] if found else []


def before(map: ArgumentMap, marks: Marks, item: Claim | Question, width: float) -> list[tuple[str, str]]:
    """The paragraphs that a card ends with: what it said, and what its relations were.

    Args:
        map: What is drawn.
        marks: The marks of what is drawn.
        item: The claim or question.
        width: Width of a row.
    """
    if not marks:
        return []
    found = [f"was: {clean(marks[item.id].was or '')}"] if item.id in marks and marks[item.id].was else []
    own = [relation for relation in map.relations if relation.premises[:1] == (item.id,)]
    for relation in own:
        mark = marks.get(relation.id)
        if mark and mark.was:
            onto = map.claim.get(relation.target)
            toward = f" to “{clean(onto.label)}”" if onto and len(own) > 1 else ""
            found.append(f"relation{toward} was: {clean(mark.was)}")
    return [(_cut(words, width), "was") for words in found]


def _cut(words: str, width: float) -> str:
    """Words that take a few rows at most."""
    style = ROLES["was"]
    rows = wrap(words, style.face, style.size, width)
    if len(rows) <= MOST_ROWS:
        return words
    kept = " ".join(rows[:MOST_ROWS]).split(" ")
    while len(kept) > 1:
        kept.pop()
        short = f"{' '.join(kept).rstrip(' ,;:.')}…"
        if len(wrap(short, style.face, style.size, width)) <= MOST_ROWS:
            return short
    return f"{rows[0][:-1]}…"


def with_flag(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """Lines of a card with room in its flag at the left of the word."""
    return tuple(replace(item, x=round(item.x + FLAG_PAD, 2)) if item.role == "flag" else item for item in lines)


def flag(card: Card) -> Flag | None:
    """The ground of a card's flag; None for a card without one."""
    word = next((item for item in card.lines if item.role == "flag"), None)
    if word is None:
        return None
    top = word.y - 0.34 * ROLES["flag"].size - FLAG_HEIGHT / 2
    return Flag(round(word.x - FLAG_PAD, 2), round(top, 2), round(word.width + 2 * FLAG_PAD, 2), FLAG_HEIGHT)


def told(marks: Marks, key: str) -> str:
    """What happened to a claim or question, in words: `added`; `changed, was: ...`; empty for nothing."""
    if key not in marks:
        return ""
    mark, was = marks[key]
    return f"{mark.value}, was: {' '.join(clean(was).split())}" if was else mark.value


def verb_told(marks: Marks, key: str, verb: str) -> str:
    """What a relation does, with what happened to it: `now supported by`; `attacked by, changed (was support)`."""
    if key not in marks:
        return verb
    mark, was = marks[key]
    subject = _STEP if verb.startswith(_STEP) else ""
    does = _VERBS[mark].format(verb.removeprefix(subject))
    return subject + does + (f" (was {clean(was)})" if was else "")


def with_changes(drawing: Drawing, marks: Marks, *, evaluated: bool) -> Drawing:
    """Tell cards, lines and junctions what happened to them; what is as it was fades, unless it shows an evaluation."""
    if not marks:
        return drawing

    def change_of(key: str) -> Mark | None:
        return marks[key].mark if key in marks else None

    def of_card(card: Card) -> Card:
        change = change_of(card.id)
        if card.kind == "reference" and change is not Mark.REMOVED:
            change = None
        return replace(card, change=change, faded=change is None and not evaluated)

    def of_edge(edge: Edge) -> Edge:
        if edge.kind == "answer":  # the cards at its ends tell it
            return edge
        change = change_of(edge.id)
        return replace(edge, change=change, faded=change is None and not evaluated)

    junctions = [
        replace(dot, change=change_of(dot.id), faded=dot.id not in marks and not evaluated) for dot in drawing.junctions
    ]
    return replace(
        drawing,
        cards=tuple(map(of_card, drawing.cards)),
        junctions=tuple(junctions),
        edges=tuple(map(of_edge, drawing.edges)),
    )


def change_rank(edge: Edge) -> int:
    """Which of two lines on one trunk is seen there: what is new before what changed, what was, and what is gone."""
    return _LIVELINESS[edge.change]
