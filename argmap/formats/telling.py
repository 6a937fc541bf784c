"""What an outline in words says of each question and claim, in reading order; Markdown and plain text share it."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.core.model import ArgumentMap, Claim, Relation
from argmap.diagram.measure import clean
from argmap.diagram.outline import Outline, Role, outline, short, verb


@dataclass(frozen=True, slots=True)
class Told:
    """An entry.

    Attributes:
        level: How deep it lies, from 0; questions are headings and count for nothing.
        lead: What the claim does here, with a colon: `supported by:`; empty at the top.
        name: Its title, or an empty text.
        text: Its text; empty for a claim that is told in full elsewhere.
        notes: Who says it, where, and what else there is to know.
        is_question: Whether it is a question.
    """

    level: int
    lead: str
    name: str
    text: str
    notes: tuple[str, ...] = ()
    is_question: bool = False


def told(argument_map: ArgumentMap) -> Iterator[Told]:
    """The entries of the outline of a map, relations left out: their premises say what they do."""
    laid = outline(argument_map)
    lift = 0
    for place, node in enumerate(laid.nodes):
        item = node.item
        if isinstance(item, Relation):
            continue
        if node.parent is None:
            lift = 1 if node.role is Role.QUESTION else 0
        if node.role is Role.QUESTION:
            yield Told(0, "", _words(item.title or ""), _words(item.text), is_question=True)
        elif node.repeat:
            yield Told(node.level - lift, _lead(laid, place), short(item), "", ("see there",))
        else:
            assert isinstance(item, Claim)
            text = _words(item.text)
            name = _words(item.title or "")
            level = node.level - lift
            yield Told(level, _lead(laid, place), name if name != text else "", text, _notes(argument_map, item))


def _lead(laid: Outline, place: int) -> str:
    """What a claim does at its place."""
    node = laid.nodes[place]
    if node.role is not Role.PREMISE or node.parent is None:
        return ""
    if laid.children[node.parent][0] != place:
        return "together with:"
    return f"{verb(laid, node.parent)}:"


def _notes(argument_map: ArgumentMap, claim: Claim) -> tuple[str, ...]:
    names = [argument_map.speaker[name].name for name in claim.by if name in argument_map.speaker]
    places = []
    for item in claim.cites:
        source = argument_map.source.get(item.source)
        if source is not None:
            title = source.title if len(argument_map.sources) > 1 or not item.place else ""
            quote = f"“{_words(item.quote)}”" if item.quote else ""
            places.append(", ".join(filter(None, (title, item.place, quote))))
    found = [", ".join(names), "; ".join(places), "unstated" if claim.implicit else ""]
    restated = [f"also: {_words(text)}" for text in claim.restatements]
    return tuple(_words(note) for note in (*found, *restated) if note)


def _words(text: str) -> str:
    return " ".join(clean(text).split())
