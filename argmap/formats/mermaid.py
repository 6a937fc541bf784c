"""Map to a Mermaid flowchart, for Markdown pages that draw Mermaid."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation
from argmap.diagram.colours import area_tint, card_tint, colour_of_claim, colour_of_relation, known_colour, line_ink
from argmap.diagram.groups import stands_for_group
from argmap.diagram.measure import clean
from argmap.diagram.shown import shown
from argmap.diagram.themes import LIGHT
from argmap.diagram.verdict import bounded, relevant
from argmap.formats.flow import (
    CLASSES,
    DIRECTIONS,
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

_PLAIN = frozenset(" .,;:?!'()/-")
"""What stands for itself in a label beside letters and digits; Markdown and Mermaid give the rest a meaning."""
_BULLET = re.compile(r"(?:\d+)?[.)-]")
"""At the start of a label even some of those make a list."""

_STYLES = {
    "question": f"fill:{LIGHT.question},color:{LIGHT.question_ink},stroke:{LIGHT.question}",
    "thesis": f"fill:{LIGHT.thesis_ground},color:{LIGHT.ink},stroke:{LIGHT.thesis},stroke-width:2px",
    "claim": f"fill:{LIGHT.card},color:{LIGHT.ink},stroke:{LIGHT.border}",
    "implicit": f"fill:{LIGHT.card},color:{LIGHT.ink},stroke:{LIGHT.border},stroke-dasharray:4",
    "argument": f"fill:{LIGHT.argument},color:{LIGHT.ink},stroke:{LIGHT.border}",
    "group": f"fill:{LIGHT.area},color:{LIGHT.ink},stroke:{LIGHT.border}",
    "joint": f"fill:{LIGHT.soft},stroke:{LIGHT.soft}",
    "stands": f"stroke:{LIGHT.body},stroke-width:3px",
    "falls": f"color:{LIGHT.pale},stroke:{LIGHT.answer},stroke-width:1px,stroke-dasharray:1 3",
    "undecided": f"stroke:{LIGHT.soft},stroke-width:2px,stroke-dasharray:10 3 2 3",
    "unknown": "stroke-width:1px",
}
_COLOURS = {"support": LIGHT.support, "attack": LIGHT.attack, "conflict": LIGHT.conflict, "answer": LIGHT.answer}


def write(argument_map: ArgumentMap, labelling: Labelling | None = None) -> str:
    """Return the map as a Mermaid flowchart.

    Claims are boxes, questions hexagons, groups subgraphs; support is solid with a plus, attack dashed with a minus,
    symmetric conflict has a head at both ends. A step with several premises, or that another one attacks, goes
    through a small circle. Relations with an end that is not in the map are left out, as are sources, scores and
    notes. Node names follow the ids, and every text is taken literally.

    With a labelling, texts begin with the mark of their label or end with their strength; claims that stand have a
    heavy border, those that fall a dotted one, undecided ones dashes and dots. The width of a line tells whether its
    relation takes effect, or its force.

    What the map hides is left out as in every picture, and closed groups are boxes with double sides. Colours,
    direction and what boxes say are as the map asks; a colour is changed as far as words and lines need it to be seen.
    """
    argument_map = shown(argument_map)
    labelling = relevant(argument_map, labelling)
    flow = Flow(argument_map)
    title, evaluated = clean(argument_map.title or ""), clean(caption(argument_map, labelling))
    title = f"{title} ({evaluated})" if title and evaluated else title or evaluated
    lines = [f"---\ntitle: {json.dumps(title)}\n---"] if title else []
    lines.append(f"flowchart {DIRECTIONS.get(argument_map.display.direction or '', 'BT')}")
    classes: dict[str, list[str]] = defaultdict(list)
    lines += _boxes(flow, classes, labelling)
    lines += [f"  {arrow.start} {_line(arrow)} {arrow.end}" for arrow in flow.arrows]
    for name, members in classes.items():
        lines.append(f"  classDef {name} {_STYLES[name]}")
        lines.append(f"  class {','.join(members)} {name}")
    by_look: dict[str, list[str]] = defaultdict(list)
    for place, arrow in enumerate(flow.arrows):
        by_look[f"stroke:{_ink(argument_map, arrow)}{_effect(arrow, labelling)}"].append(str(place))
    lines += _tints(flow)
    lines += [f"  linkStyle {','.join(places)} {look}" for look, places in by_look.items()]
    return "\n".join(lines) + "\n"


def _boxes(flow: Flow, classes: dict[str, list[str]], labelling: Labelling | None) -> Iterator[str]:
    """The lines of boxes, joints and groups; notes the class of each."""
    theses = {claim.id for claim in flow.graph.roots}
    labels = flow.map.display.labels
    verdicts: dict[Label, list[str]] = defaultdict(list)
    indent = "  "
    for item in flow.items():
        if isinstance(item, Closing):
            indent = indent[2:]
            yield f"{indent}end"
        elif isinstance(item, Opening):
            yield f'{indent}subgraph {item.name}["{_literal(item.group.title) or " "}"]'
            indent += "  "
        elif isinstance(item, Relation):
            classes["joint"].append(flow.name(item))
            yield f'{indent}{flow.name(item)}((" "))'
        elif isinstance(item, Question):
            classes["question"].append(flow.name(item))
            yield f'{indent}{flow.name(item)}{{{{"{_label(item, labels, None)}"}}}}'
        else:
            is_group = stands_for_group(flow.map, item)
            is_thesis = item.id in theses or bool(item.answers)
            classes[_class(item, is_thesis=is_thesis, is_group=is_group)].append(flow.name(item))
            words = f'"{_label(item, labels, labelling)}"'
            yield f"{indent}{flow.name(item)}" + (f"[[{words}]]" if is_group else f"[{words}]")
            label = label_of(item, labelling)
            if label:
                verdicts[label].append(flow.name(item))
    classes |= {CLASSES[label]: verdicts[label] for label in Label if label in verdicts}  # last: they go before


def _class(claim: Claim, *, is_thesis: bool, is_group: bool) -> str:
    if is_thesis:
        return "thesis"
    if is_group:
        return "group"
    return "implicit" if claim.implicit else claim.kind.value


def _tints(flow: Flow) -> Iterator[str]:
    """The colours that the map gives to claims and groups; they go before those of classes."""
    for claim in flow.map.claims:
        colour, _ = colour_of_claim(flow.map, claim)
        if colour:
            tint = card_tint(colour, LIGHT)
            yield f"  style {flow.name(claim)} fill:{tint.ground},stroke:{tint.border}"
    opened = {item.group.id for item in flow.items() if isinstance(item, Opening)}
    for group in flow.map.groups:
        colour = known_colour(group.colour)
        if colour and group.id in opened:
            tint = area_tint(colour, LIGHT)
            yield f"  style {flow.name(group)} fill:{tint.ground},stroke:{tint.border}"


def _ink(argument_map: ArgumentMap, arrow: Arrow) -> str:
    relation = argument_map.relation.get(arrow.relation)
    colour = colour_of_relation(argument_map, relation) if relation else None
    return line_ink(colour, LIGHT) if colour else _COLOURS[arrow.kind]


def _label(box: Box, labels: str | None, labelling: Labelling | None) -> str:
    title, text = (_literal(part) for part in words_of(box, labels))
    words = f"<b>{title}</b><br>{text}" if title and text else title or text
    mark, strength = mark_of(box, labelling), strength_of(box, labelling)
    words = f"{mark} {words}" if mark else words
    return (f"{words}<br>{strength}" if strength else words) or " "


def _effect(arrow: Arrow, labelling: Labelling | None) -> str:
    """What the label or the force of a relation adds to the style of its line."""
    if labelling is None or not arrow.relation:
        return ""
    label, force = labelling.labels.get(arrow.relation), labelling.strengths.get(arrow.relation)
    if force is not None:
        return f",stroke-width:{1 + 3 * bounded(force):.1f}px"
    width = {Label.IN: 3, Label.OUT: 1}.get(label, 2) if label else 0
    return f",stroke-width:{width}px" if width else ""


def _literal(text: str) -> str:
    """A text that Mermaid shows as it is: all that could be markup is written as the code of its character."""
    words = " ".join(clean(text).split())
    bullet = _BULLET.match(words)
    special = bullet.end() - 1 if bullet else -1
    return "".join(
        f"#{ord(char)};" if place == special or not _is_plain(char) else char for place, char in enumerate(words)
    )


def _is_plain(char: str) -> bool:
    return char in _PLAIN or char.isalnum() or ord(char) > 0x7F


def _line(arrow: Arrow) -> str:
    solid = {"none": "---", "end": "-->", "both": "<-->"}
    dashed = {"none": "-.-", "end": "-.->", "both": "<-.->"}
    line = (solid if arrow.kind in ("support", "conflict") else dashed)[arrow.heads]
    return f'{line}|"{SIGNS[arrow.kind]}"|' if arrow.is_marked else line
