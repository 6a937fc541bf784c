"""The legend: what the signs of this picture mean, and only those that occur in it."""

from collections.abc import Sequence
from typing import TypeAlias

from argmap.core.comparison import Mark
from argmap.core.labelling import Label, Labelling
from argmap.diagram.drawing import Drawing
from argmap.diagram.measure import clean
from argmap.diagram.scene import LEGEND_SYMBOL, LegendEntry
from argmap.diagram.typography import ROLES, line
from argmap.diagram.verdict import WORDS
from argmap.diagram.wrap import wrap

Symbol: TypeAlias = tuple[str, str, str | None]
"""A symbol, what it means, and the colour that the map gives it or None."""

_WORDS = {
    "support": "supports",
    "attack": "attacks",
    "conflict": "in conflict with each other",
    "undercut": "attacks a step",
    "answer": "answers a question",
    "question": "question",
    "argument": "argument: sums up a reason",
    "implicit": "implicit: nobody states it",
    "reference": "told in full elsewhere",
    "stance-thesis": "thesis",
    "stance-pro": "for the thesis",
    "stance-con": "against the thesis",
    "stance-mixed": "for and against",
}
_EFFECTS = {
    Label.OUT: "a relation without effect",
    Label.UNDECIDED: "whether it takes effect is undecided",
    Label.UNKNOWN: "whether it takes effect is not worked out",
}
_CHANGES = {Mark.ADDED: "added", Mark.REMOVED: "removed", Mark.CHANGED: "changed"}
_LINKED = "premises that count together"
_UNDERCUT = "a step under attack"
_NARROW = {
    "stance": 10.0, "junction": 10.0, "implicit": 28.0, "reference": 28.0, "answer": 28.0, "label": 28.0, "force": 28.0,
    "argument": 28.0, "tag": 28.0, "change": 56.0, "": 0.0,
}  # fmt: skip
_GAP = 20.0
_AFTER_SYMBOL = 7.0


def symbols(drawing: Drawing) -> list[Symbol]:
    """The symbols that occur, in a fixed order."""
    found = _lines(drawing)
    if drawing.junctions:
        found.append(("junction", _junction_words(drawing), drawing.junctions[0].colour))
    kinds = {card.kind for card in drawing.cards}
    if {"claim", "argument"} <= kinds:
        found.append(("argument", _WORDS["argument"], None))
    if any(card.implicit for card in drawing.cards):
        found.append(("implicit", _WORDS["implicit"], None))
    if "reference" in kinds:
        found.append(("reference", _WORDS["reference"], None))
    stances = {card.stance for card in drawing.cards if card.kind in {"claim", "argument", "group"}}
    if stances - {"none", "thesis"}:
        names = [f"stance-{name}" for name in ("thesis", "pro", "con", "mixed") if name in stances]
        found += [(name, _WORDS[name], None) for name in names]
    return found


def _lines(drawing: Drawing) -> list[Symbol]:
    """The kinds of lines that occur; attacks on steps by themselves where the map gives them a colour of their own."""
    colours = {edge.kind: edge.colour for edge in drawing.edges}
    dots = {junction.id for junction in drawing.junctions}
    whole = [edge for edge in drawing.edges if edge.kind == "attack" and edge.end != edge.id]
    plain = {edge.colour for edge in whole if edge.end not in dots}
    apart = {edge.colour for edge in whole if edge.end in dots} - plain if plain else set()
    found: list[Symbol] = []
    for kind in ("support", "attack", "conflict", "answer"):
        if kind in colours:
            found.append((kind, _WORDS[kind], colours[kind] if kind != "attack" or not plain else min(plain, key=str)))
        if kind == "attack":
            found += [("undercut", _WORDS["undercut"], colour) for colour in apart]
    return found


def tags(drawing: Drawing, width: float) -> list[Symbol]:
    """The tags that give cards their colours, in the order of the cards; a name that is too long is cut."""
    found = {card.tag: card.colour for card in drawing.cards if card.tag is not None}
    style = ROLES["legend"]
    room = width - _NARROW["tag"] - _AFTER_SYMBOL - 2 * style.size
    names = {tag: wrap(f"#{tag}", style.face, style.size, room) for tag in found}
    return [("tag", rows[0] + "…" * (len(rows) > 1), found[tag]) for tag, rows in names.items()]


def _junction_words(drawing: Drawing) -> str:
    """Name what the dots stand for: linked premises, undercut steps, or both."""
    dots = {junction.id for junction in drawing.junctions}
    starts: dict[str, set[str]] = {}
    for edge in drawing.edges:
        if edge.id in dots and edge.start != edge.id:
            starts.setdefault(edge.id, set()).add(edge.start)
    linked = any(len(ends) > 1 for ends in starts.values())
    undercut = any(edge.end in dots and edge.end != edge.id for edge in drawing.edges)
    return ", or ".join(words for words, occurs in ((_LINKED, linked), (_UNDERCUT, undercut)) if occurs) or _LINKED


def evaluation(drawing: Drawing, labelling: Labelling | None, width: float) -> list[Symbol]:
    """The symbols of an evaluation that occur, each with its meaning, after its name, which may take several rows."""
    if labelling is None:
        return []
    labels = {card.label for card in drawing.cards}
    effects = {edge.label for edge in drawing.edges}
    name = " ".join(clean(labelling.title).split())
    found: list[Symbol] = [(f"label-{label}", WORDS[label], None) for label in Label if label in labels]
    colour = next((edge.colour for edge in drawing.edges if edge.kind == "support"), None)
    found += [(f"effect-{label}", words, colour) for label, words in _EFFECTS.items() if label in effects]
    heading = f"Evaluated: {name}"
    if any(card.strength is not None for card in drawing.cards):
        found.append(("strength", "from 0 to 1", None))
        heading = f"{name[:1].upper()}{name[1:]}"
    if any(edge.force is not None for edge in drawing.edges):
        found.append(("force", "the thicker a line, the more force its relation has", None))
    style = ROLES["legend-name"]
    return [*(("", row, None) for row in wrap(heading, style.face, style.size, width)), *found] if found else []


def changes(drawing: Drawing, width: float) -> list[Symbol]:
    """The marks of a comparison that occur, after a row that says what they are about."""
    found = {card.change for card in drawing.cards} | {edge.change for edge in drawing.edges}
    marks: list[Symbol] = [(f"change-{mark}", words, None) for mark, words in _CHANGES.items() if mark in found]
    style = ROLES["legend-name"]
    is_faded = any(card.faded for card in drawing.cards) or any(edge.faded for edge in drawing.edges)
    heading = "Changes" + (" (pale: unchanged)" if is_faded else "")
    return [*(("", row, None) for row in wrap(heading, style.face, style.size, width)), *marks] if marks else []


def make_legend(
    drawing: Drawing, x: float, y: float, width: float, labelling: Labelling | None = None
) -> tuple[tuple[LegendEntry, ...], float]:
    """Set the legend in rows no wider than `width`, from (x, y) down; return it with its height."""
    leading = ROLES["legend"].leading + 6
    entries: list[LegendEntry] = []
    row = y
    blocks = (changes(drawing, width), evaluation(drawing, labelling, width), symbols(drawing), tags(drawing, width))
    for block in blocks:
        left = x
        if entries and block:
            row += leading
        for symbol, words, colour in block:
            narrow, role = _NARROW.get(symbol.partition("-")[0], LEGEND_SYMBOL), "legend" if symbol else "legend-name"
            after = _AFTER_SYMBOL if symbol else 0.0
            room = narrow + after + line(words, role, 0, 0).width
            if left > x and left + room > x + width:
                left, row = x, row + leading
            middle = row + leading / 2
            words_at = line(words, role, left + narrow + after, middle + 3.5)
            entries.append(LegendEntry(symbol, round(left, 2), round(middle, 2), narrow, words_at, colour))
            left += room + _GAP
    return tuple(entries), (row + leading - y if entries else 0.0)


def rows(entries: Sequence[LegendEntry]) -> int:
    """In how many rows a legend stands."""
    return len({entry.y for entry in entries})
