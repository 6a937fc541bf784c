"""Map to DOT, for Graphviz and the programs that read its language."""

import textwrap

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation
from argmap.diagram.measure import clean
from argmap.diagram.themes import LIGHT
from argmap.diagram.verdict import bounded
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
    """
    import graphviz

    flow = Flow(argument_map)
    graph = graphviz.Digraph(
        "argmap",
        graph_attr={"rankdir": "BT", "fontname": "Fira Sans", "fontsize": "10"},
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
            heading = {"label": _literal(item.group.title), "labelloc": "t", "color": LIGHT.area_border}
            graph.body.append(f"{indent}subgraph cluster_{item.name} {{\n")
            graph.attr(_attributes=heading)
        elif isinstance(item, Closing):
            graph.body.append("\t}\n")
            depth -= 1
        elif isinstance(item, Relation):
            graph.node(flow.name(item), "", shape="point", width="0.08", color=_COLOURS[item.kind.value])
        else:
            look = _verdict(item, labelling, _look(item, item.id in theses))
            graph.node(flow.name(item), _label(item, labelling), **look)
        graph.body[-1] = "\t" * depth + graph.body[-1]
    for arrow in flow.arrows:
        graph.edge(arrow.start, arrow.end, **_line(arrow), **_effect(arrow, labelling))
    return str(graph.source)


def _literal(text: str) -> str:
    """A text that DOT shows as it is: no escape sequence, entity or HTML-like label is seen in it."""
    import graphviz

    literal: str = graphviz.escape(clean(text).replace("&", "&amp;"))  # marked as no HTML: `str()` would lose that
    return literal


def _label(box: Box, labelling: Labelling | None) -> str:
    import graphviz

    lines = [*_wrapped(box.title or ""), *(_wrapped(box.text) if box.text != box.title else ())]
    mark, strength = mark_of(box, labelling), strength_of(box, labelling)
    if mark:
        lines = [" ".join([mark, *lines[:1]]), *lines[1:]]
    if strength:
        lines.append(strength)
    label: str = graphviz.nohtml("\\n".join(_literal(line) for line in lines))
    return label


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(clean(text), _COLUMNS, break_on_hyphens=False)


def _look(box: Box, is_thesis: bool) -> dict[str, str]:
    if isinstance(box, Question):
        return {"shape": "ellipse", "style": "filled", "fillcolor": LIGHT.question, "fontcolor": LIGHT.question_ink}
    look = {"color": LIGHT.thesis, "style": "rounded,bold"} if is_thesis or box.answers else {}
    if isinstance(box, Claim) and box.implicit:
        look["style"] = "rounded,dashed"
    return look


def _line(arrow: Arrow) -> dict[str, str]:
    look = {"color": _COLOURS[arrow.kind]}
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
