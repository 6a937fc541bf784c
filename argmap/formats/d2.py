"""Map to D2, for Terrastruct's diagram language."""

import re
import textwrap
from collections.abc import Iterator

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Question, Relation
from argmap.diagram.colours import area_tint, card_tint, colour_of_claim, colour_of_relation, known_colour, line_ink
from argmap.diagram.groups import stands_for_group
from argmap.diagram.measure import clean
from argmap.diagram.shown import shown
from argmap.diagram.themes import LIGHT
from argmap.diagram.verdict import bounded, relevant
from argmap.formats.flow import (
    CLASSES,
    SIGNS,
    Arrow,
    Box,
    Closing,
    Flow,
    Opening,
    caption,
    label_of,
    mark_of,
    strength_of,
    words_of,
)

_COLUMNS = 34
_DIRECTIONS = {"down": "up", "up": "down", "left": "right", "right": "left"}
"""How D2 calls where arrows run to; the reasons lie on the other side."""
_COLOURS = {"support": LIGHT.support, "attack": LIGHT.attack, "conflict": LIGHT.conflict, "answer": LIGHT.answer}
_DASHES = {"attack": 5, "conflict": 5, "answer": 2}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "$": "\\$", "\n": "\\n"})
_CARD = f"style.font-color: '{LIGHT.ink}'; style.font-size: 15; style.bold: false"

_LOOKS = {
    "question": f"style.fill: '{LIGHT.question}'; style.stroke: '{LIGHT.question}'; shape: hexagon",
    "thesis": f"style.fill: '{LIGHT.thesis_ground}'; style.stroke: '{LIGHT.thesis}'; style.stroke-width: 3",
    "claim": f"style.fill: '{LIGHT.card}'; style.stroke: '{LIGHT.border}'",
    "implicit": f"style.fill: '{LIGHT.card}'; style.stroke: '{LIGHT.border}'; style.stroke-dash: 4",
    "argument": f"style.fill: '{LIGHT.argument}'; style.stroke: '{LIGHT.border}'",
    "group": f"style.fill: '{LIGHT.area}'; style.stroke: '{LIGHT.border}'; style.double-border: true",
}
"""The looks of boxes, each a class of D2."""
_AREA = f"style.fill: '{LIGHT.area}'; style.stroke: '{LIGHT.area_border}'; style.font-color: '{LIGHT.soft}'"
_VERDICTS = {
    "stands": f"style.stroke: '{LIGHT.body}'; style.stroke-width: 4",
    "falls": f"style.stroke: '{LIGHT.answer}'; style.font-color: '{LIGHT.pale}'; style.stroke-dash: 2",
    "undecided": f"style.stroke: '{LIGHT.soft}'; style.stroke-dash: 8",
    "unknown": "style.stroke-width: 1",
}


def write(argument_map: ArgumentMap, labelling: Labelling | None = None) -> str:
    """Return the map as a D2 diagram.

    Claims are boxes, questions hexagons, groups containers; support is solid with a plus, attack dashed with a minus,
    symmetric conflict has a head at both ends. A step with several premises, or that another one attacks, goes
    through a small circle. Relations with an end that is not in the map are left out, as are sources, scores and
    notes. Names follow the ids, and every text is taken literally.

    With a labelling, texts begin with the mark of their label or end with their strength; claims that stand have a
    heavy border, those that fall a dotted one, undecided ones a dashed one. The width of a line tells whether its
    relation takes effect, or its force.

    What the map hides is left out as in every picture, and closed groups are boxes with a double border. Colours,
    direction and what boxes say are as the map asks; a colour is changed as far as words and lines need it to be seen.
    """
    argument_map = shown(argument_map)
    labelling = relevant(argument_map, labelling)
    return "\n".join(_Writing(argument_map, labelling).lines()) + "\n"


class _Writing:
    def __init__(self, argument_map: ArgumentMap, labelling: Labelling | None) -> None:
        self.map = argument_map
        self.labelling = labelling
        self.flow = Flow(argument_map)
        self.paths: dict[str, str] = {}
        self.theses = {claim.id for claim in self.flow.graph.roots}
        self.used: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        boxes, arrows = list(self._boxes()), [line for arrow in self.flow.arrows for line in self._arrow(arrow)]
        yield f"direction: {_DIRECTIONS.get(self.map.display.direction or '', 'up')}"
        heading = [clean(part) for part in (self.map.title or "", caption(self.map, self.labelling))]
        heading = [part for part in heading if part.strip()]
        if heading:
            look = "shape: text; near: top-center; style.font-size: 24; style.bold: true"
            yield f"title: {_quoted(_wrapped(heading[0], 80) + heading[1:])} {{{look}}}"
        if self.used:
            yield "classes: {"
            yield from (f"  {name}: {{{look}}}" for name, look in self.used.items())
            yield "}"
        yield from boxes
        yield from arrows

    def _class(self, name: str, look: str) -> str:
        self.used.setdefault(name, look)
        return name

    def _boxes(self) -> Iterator[str]:
        """The lines of boxes, joints and containers; notes where each lies."""
        inside: list[str] = []
        for item in self.flow.items():
            indent = "  " * len(inside)
            if isinstance(item, Closing):
                inside.pop()
                yield f"{indent[2:]}}}"
            elif isinstance(item, Opening):
                inside.append(item.name)
                colour = known_colour(item.group.colour)
                tint = area_tint(colour, LIGHT) if colour else None
                more = f"; style.fill: '{tint.ground}'; style.stroke: '{tint.border}'" if tint else ""
                yield f"{indent}{item.name}: {_quoted(_wrapped(item.group.title, 60))} {{"
                yield f"{indent}  class: {self._class('area', _AREA)}{more}"
            else:
                name = self.flow.name(item)
                self.paths[name] = ".".join([*inside, name])
                yield f"{indent}{name}: {self._joint(item) if isinstance(item, Relation) else self._box(item)}"

    def _joint(self, relation: Relation) -> str:
        ink = self._ink(relation)
        return f"'' {{shape: circle; width: 14; height: 14; style.fill: '{ink}'; style.stroke: '{ink}'}}"

    def _box(self, box: Box) -> str:
        classes = [self._class(kind := self._kind(box), f"{_CARD}; {_LOOKS[kind]}")]
        label = label_of(box, self.labelling)
        if label:
            classes.append(self._class(CLASSES[label], _VERDICTS[CLASSES[label]]))
        look = f"class: [{'; '.join(classes)}]" if len(classes) > 1 else f"class: {classes[0]}"
        colour, _ = colour_of_claim(self.map, box) if isinstance(box, Claim) else (None, None)
        if colour:
            tint = card_tint(colour, LIGHT)
            look += f"; style.fill: '{tint.ground}'; style.stroke: '{tint.border}'"
        if isinstance(box, Claim) and label is Label.OUT and box.implicit:
            look += "; style.stroke-dash: 4"
        return f"{_quoted(self._words(box))} {{{look}}}"

    def _kind(self, box: Box) -> str:
        if isinstance(box, Question):
            return "question"
        if box.id in self.theses or box.answers:
            return "thesis"
        if stands_for_group(self.map, box):
            return "group"
        if box.implicit:
            return "implicit"
        return "argument" if box.kind is ClaimKind.ARGUMENT else "claim"

    def _words(self, box: Box) -> list[str]:
        lines = [line for words in words_of(box, self.map.display.labels) for line in _wrapped(words, _COLUMNS)]
        mark, strength = mark_of(box, self.labelling), strength_of(box, self.labelling)
        if mark:
            lines = [" ".join([mark, *lines[:1]]), *lines[1:]]
        return [*lines, strength] if strength else lines

    def _arrow(self, arrow: Arrow) -> Iterator[str]:
        line = {"none": "--", "end": "->", "both": "<->"}[arrow.heads]
        sign = f": {_quoted([SIGNS[arrow.kind]])}" if arrow.is_marked else ":"
        relation = self.map.relation.get(arrow.relation)
        look = [f"style.stroke: '{self._ink(relation)}'", f"style.stroke-width: {self._width(arrow)}"]
        if arrow.kind in _DASHES:
            look.append(f"style.stroke-dash: {_DASHES[arrow.kind]}")
        if arrow.is_marked:
            look.append(f"style.font-color: '{self._ink(relation)}'; style.font-size: 20; style.bold: true")
        if arrow.kind in ("attack", "conflict"):
            ends = {"none": (), "end": ("target",), "both": ("source", "target")}[arrow.heads]
            look += [f"{end}-arrowhead: {{shape: triangle; style.filled: false}}" for end in ends]
        yield f"{self.paths[arrow.start]} {line} {self.paths[arrow.end]}{sign} {{{'; '.join(look)}}}"

    def _ink(self, relation: Relation | None) -> str:
        """The colour of the line of a relation, or of an answer."""
        if relation is None:
            return LIGHT.answer
        colour = colour_of_relation(self.map, relation)
        return line_ink(colour, LIGHT) if colour else _COLOURS[relation.kind.value]

    def _width(self, arrow: Arrow) -> int:
        """The width of a line, which D2 has in whole numbers up to 15."""
        if self.labelling is None or not arrow.relation:
            return 2
        label, force = self.labelling.labels.get(arrow.relation), self.labelling.strengths.get(arrow.relation)
        if force is not None:
            return 1 + round(4 * bounded(force))
        return {Label.IN: 3, Label.OUT: 1}.get(label, 2) if label else 2


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(clean(text), columns, break_on_hyphens=False)


def _quoted(lines: list[str]) -> str:
    """Lines as a text that D2 shows as it is: no escape, variable, comment or keyword is seen in it."""
    return f'"{re.sub(" {2,}", " ", chr(10).join(lines)).translate(_ESCAPES)}"'
