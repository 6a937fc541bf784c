"""Map to a Mermaid flowchart, for Markdown pages that draw Mermaid."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator

from argmap.core.model import ArgumentMap, Question, Relation
from argmap.diagram.measure import clean
from argmap.diagram.themes import LIGHT
from argmap.formats.flow import SIGNS, Arrow, Box, Closing, Flow, Opening

_PLAIN = frozenset(" .,;:?!'()/-")
"""What stands for itself in a label beside letters and digits; Markdown and Mermaid give the rest a meaning."""
_BULLET = re.compile(r"(?:\d+)?[.)-]")
"""At the start of a label even some of those make a list."""

_STYLES = {
    "question": f"fill:{LIGHT.question},color:{LIGHT.question_ink},stroke:{LIGHT.question}",
    "thesis": f"fill:{LIGHT.thesis_ground},color:{LIGHT.ink},stroke:{LIGHT.thesis},stroke-width:2px",
    "claim": f"fill:{LIGHT.card},color:{LIGHT.ink},stroke:{LIGHT.border}",
    "implicit": f"fill:{LIGHT.card},color:{LIGHT.ink},stroke:{LIGHT.border},stroke-dasharray:4",
    "joint": f"fill:{LIGHT.soft},stroke:{LIGHT.soft}",
}
_COLOURS = {"support": LIGHT.support, "attack": LIGHT.attack, "conflict": LIGHT.conflict, "answer": LIGHT.answer}


def write(argument_map: ArgumentMap) -> str:
    """Return the map as a Mermaid flowchart.

    Claims are boxes, questions hexagons, groups subgraphs; support is solid with a plus, attack dashed with a minus,
    symmetric conflict has a head at both ends. A step with several premises, or that another one attacks, goes
    through a small circle. Relations with an end that is not in the map are left out, as are sources, scores and
    notes. Node names follow the ids, and every text is taken literally.
    """
    flow = Flow(argument_map)
    lines = (
        [f"---\ntitle: {json.dumps(clean(argument_map.title or ''))}\n---"] if clean(argument_map.title or "") else []
    )
    lines.append("flowchart BT")
    classes: dict[str, list[str]] = defaultdict(list)
    lines += _boxes(flow, classes)
    lines += [f"  {arrow.start} {_line(arrow)} {arrow.end}" for arrow in flow.arrows]
    for name, members in classes.items():
        lines.append(f"  classDef {name} {_STYLES[name]}")
        lines.append(f"  class {','.join(members)} {name}")
    by_kind: dict[str, list[str]] = defaultdict(list)
    for place, arrow in enumerate(flow.arrows):
        by_kind[arrow.kind].append(str(place))
    lines += [f"  linkStyle {','.join(places)} stroke:{_COLOURS[kind]}" for kind, places in by_kind.items()]
    return "\n".join(lines) + "\n"


def _boxes(flow: Flow, classes: dict[str, list[str]]) -> Iterator[str]:
    """The lines of boxes, joints and groups; notes the class of each."""
    theses = {claim.id for claim in flow.graph.roots}
    indent = "  "
    for item in flow.items():
        if isinstance(item, Closing):
            indent = indent[2:]
            yield f"{indent}end"
        elif isinstance(item, Opening):
            yield f'{indent}subgraph {item.name}["{_literal(item.group.title)}"]'
            indent += "  "
        elif isinstance(item, Relation):
            classes["joint"].append(flow.name(item))
            yield f'{indent}{flow.name(item)}((" "))'
        elif isinstance(item, Question):
            classes["question"].append(flow.name(item))
            yield f'{indent}{flow.name(item)}{{{{"{_label(item)}"}}}}'
        else:
            is_thesis = item.id in theses or bool(item.answers)
            classes["thesis" if is_thesis else "implicit" if item.implicit else "claim"].append(flow.name(item))
            yield f'{indent}{flow.name(item)}["{_label(item)}"]'


def _label(box: Box) -> str:
    title, text = _literal(box.title or ""), _literal(box.text)
    if title and text and title != text:
        return f"<b>{title}</b><br>{text}"
    return title or text or " "


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
