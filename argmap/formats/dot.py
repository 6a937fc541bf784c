"""Map to DOT, for Graphviz and the programs that read its language."""

import textwrap

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Group, Question, Relation
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

_COLUMNS = 34
_COLOURS = {"support": LIGHT.support, "attack": LIGHT.attack, "conflict": LIGHT.conflict, "answer": LIGHT.answer}
_HEADS = {"support": "normal", "attack": "empty", "conflict": "empty", "answer": "none"}


def write(argument_map: ArgumentMap, labelling: Labelling | None = None) -> str:
    """Return the map as a DOT digraph.

    Claims are boxes, questions ellipses, groups clusters; support is solid with a plus, attack dashed with a minus,
    symmetric conflict has a head at both ends. A step with several premises, or that another one attacks, goes
    through a point. Relations with an end that is not in the map are left out, as are sources, scores and notes.
    Node names follow the ids, and every text is taken literally.

    With a labelling, texts begin with the mark of their label or end with their strength; claims that stand have a
    heavy border, undecided ones a double one, those that fall a dotted one. Relations without effect are thin, and the
    width of a line follows its force. Labels are also written as `class`, which Graphviz hands on to an SVG.

    What the map hides is left out as in every picture, and closed groups are folders. Colours, direction and what
    boxes say are as the map asks; a colour is changed as far as words and lines need it to be seen.
    """
    import graphviz

    argument_map = shown(argument_map)
    labelling = relevant(argument_map, labelling)
    display = argument_map.display
    flow = Flow(argument_map)
    graph = graphviz.Digraph(
        "argmap",
        graph_attr={
            "rankdir": DIRECTIONS.get(display.direction or "", "BT"),
            "fontname": "Fira Sans",
            "fontsize": "10",
        },
        node_attr={
            "fontname": "Fira Sans",
            "fontsize": "11",
            "shape": "box",
            "style": "rounded",
            "color": LIGHT.border,
        },
        edge_attr={"fontname": "Fira Sans", "fontsize": "12"},
    )
    title = [_literal(row) for row in (argument_map.title or "", caption(argument_map, labelling)) if row]
    if title:
        graph.attr(label=graphviz.nohtml("\\n".join(title)), labelloc="t")
    theses = {claim.id for claim in flow.graph.roots}
    depth = 0
    for item in flow.items():
        if isinstance(item, Opening):
            indent = "\t" * (depth := depth + 1)
            heading = {"label": _literal(item.group.title), "labelloc": "t", **_area(item.group)}
            graph.body.append(f"{indent}subgraph cluster_{item.name} {{\n")
            graph.attr(_attributes=heading)
        elif isinstance(item, Closing):
            graph.body.append("\t}\n")
            depth -= 1
        elif isinstance(item, Relation):
            graph.node(flow.name(item), "", shape="point", width="0.08", color=_ink(argument_map, item))
        else:
            look = _verdict(item, labelling, _look(argument_map, item, is_thesis=item.id in theses))
            graph.node(flow.name(item), _label(item, display.labels, labelling), **look)
        graph.body[-1] = "\t" * depth + graph.body[-1]
    for arrow in flow.arrows:
        ink = _ink(argument_map, argument_map.relation.get(arrow.relation))
        graph.edge(arrow.start, arrow.end, **_line(arrow, ink), **_effect(arrow, labelling))
    return str(graph.source)


def _literal(text: str) -> str:
    """A text that DOT shows as it is: no escape sequence, entity or HTML-like label is seen in it."""
    import graphviz

    literal: str = graphviz.escape(clean(text).replace("&", "&amp;"))  # marked as no HTML: `str()` would lose that
    return literal


def _area(group: Group) -> dict[str, str]:
    colour = known_colour(group.colour)
    if not colour:
        return {"color": LIGHT.area_border}
    tint = area_tint(colour, LIGHT)
    return {"color": tint.border, "bgcolor": tint.ground}


def _ink(argument_map: ArgumentMap, relation: Relation | None) -> str:
    """The colour of the line of a relation, or of an answer."""
    if relation is None:
        return LIGHT.answer
    colour = colour_of_relation(argument_map, relation)
    return line_ink(colour, LIGHT) if colour else _COLOURS[relation.kind.value]


def _label(box: Box, labels: str | None, labelling: Labelling | None) -> str:
    import graphviz

    lines = [line for words in words_of(box, labels) for line in _wrapped(words)]
    mark, strength = mark_of(box, labelling), strength_of(box, labelling)
    if mark:
        lines = [" ".join([mark, *lines[:1]]), *lines[1:]]
    if strength:
        lines.append(strength)
    label: str = graphviz.nohtml("\\n".join(_literal(line) for line in lines))
    return label


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(clean(text), _COLUMNS, break_on_hyphens=False)


def _look(argument_map: ArgumentMap, box: Box, *, is_thesis: bool) -> dict[str, str]:
    if isinstance(box, Question):
        return {"shape": "ellipse", "style": "filled", "fillcolor": LIGHT.question, "fontcolor": LIGHT.question_ink}
    colour, _ = colour_of_claim(argument_map, box)
    styles, look = ["rounded"], {}
    if stands_for_group(argument_map, box):
        styles, look = ["filled"], {"shape": "folder", "fillcolor": LIGHT.area}
    elif box.kind is ClaimKind.ARGUMENT:
        styles, look = ["rounded", "filled"], {"fillcolor": LIGHT.argument}
    if is_thesis or box.answers:
        styles.append("bold")
        look["color"] = LIGHT.thesis
    if box.implicit:
        styles = [*(style for style in styles if style != "bold"), "dashed"]
    if colour:
        tint = card_tint(colour, LIGHT)
        look |= {"fillcolor": tint.ground, "color": tint.border}
        styles = list(dict.fromkeys((styles[0], "filled", *styles)))
    return look if styles == ["rounded"] else look | {"style": ",".join(styles)}


def _line(arrow: Arrow, ink: str) -> dict[str, str]:
    look = {"color": ink}
    if arrow.is_marked:
        look |= {"label": SIGNS[arrow.kind], "fontcolor": look["color"]}
    if arrow.kind in ("attack", "conflict"):
        look["style"] = "dashed"
    if arrow.kind == "answer":
        look["style"] = "dotted"
    if arrow.heads == "none":
        return look | {"dir": "none"}
    look["arrowhead"] = _HEADS[arrow.kind]
    return look | {"dir": "both", "arrowtail": _HEADS[arrow.kind]} if arrow.heads == "both" else look


def _verdict(box: Box, labelling: Labelling | None, usual: dict[str, str]) -> dict[str, str]:
    """The look of a claim that has a label; a thesis keeps its colour."""
    label = label_of(box, labelling)
    if label is None:
        return usual
    look = {"class": CLASSES[label]}
    if label is Label.IN:
        return {"color": LIGHT.body} | usual | look | {"penwidth": "2"}
    if label is Label.UNDECIDED:
        return {"color": LIGHT.soft} | usual | look | {"peripheries": "2"}
    if label is Label.OUT:
        style = "rounded,dashed" if isinstance(box, Claim) and box.implicit else "rounded,dotted"
        return {"color": LIGHT.answer} | usual | look | {"style": style, "fontcolor": LIGHT.pale}
    return usual | look


def _effect(arrow: Arrow, labelling: Labelling | None) -> dict[str, str]:
    """What the label or the force of a relation changes in its line."""
    if labelling is None or not arrow.relation:
        return {}
    label, force = labelling.labels.get(arrow.relation), labelling.strengths.get(arrow.relation)
    if force is not None:
        return {"penwidth": f"{0.5 + 2 * bounded(force):.2f}"}
    if label is None:
        return {}
    return {"class": CLASSES[label], "penwidth": {Label.IN: "1.5", Label.OUT: "0.5"}.get(label, "1")}
