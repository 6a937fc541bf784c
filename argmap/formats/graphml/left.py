"""What of a file goes along with the map as a whole: nodes and edges without a meaning, hyperedges, declared keys."""

from collections.abc import Mapping
from typing import Any

from argmap.core.source import Span
from argmap.formats.data import said
from argmap.formats.foreign.steps import Joined
from argmap.formats.graphml.edges import Lines, left_edge
from argmap.formats.graphml.fields import CARRIED, FIELDS, Fields
from argmap.formats.graphml.nodes import Node, look_of, type_of
from argmap.formats.graphml.parts import Part
from argmap.formats.graphml.sheet import Sheet
from argmap.formats.graphml.steps import parts_of


def left_over(sheet: Sheet, lines: Lines, joined: Joined, step_ids: Mapping[str, str], head: Fields) -> dict[str, Any]:
    """What goes along, as plain data; what cannot be in a map is told of."""
    ids = {**sheet.ids, **step_ids}
    before: dict[str, Any] = head.json(CARRIED, dict) if sheet.nodes.is_own else {}
    others = [node for node in sheet.of("other") if not (sheet.nodes.is_own and node.part.peek("kind") == "other")]
    _tell_of_nodes(sheet, others)
    steps = [sheet.nodes.by_id[key] for key in joined.steps if key in sheet.nodes.by_id]
    hyperedges = [] if sheet.nodes.is_own else sheet.graph.hyperedges
    _tell_of_hyperedges(sheet, hyperedges)
    made = said(
        nodes=[_node(sheet, node) for node in (*others, *steps)],
        edges=[left_edge(part, ids) for part in parts_of(joined, lines)],
        hyperedges=[_hyperedge(part, ids) for part in hyperedges],
        questions=sheet.asides,
        keys=_keys(sheet),
        data=_rest(sheet, head),
    )
    for name in ("nodes", "edges", "hyperedges"):
        if name in made and isinstance(before.get(name), list):
            made[name] = [*before[name], *made[name]]
    return {**before, **made}


def _node(sheet: Sheet, node: Node) -> dict[str, Any]:
    part = node.part
    around = sheet.nodes.all[part.group] if part.group is not None else None
    return said(
        id=part.id,
        step=node.step.value if node.step else None,
        label=next(iter(part.labels()), None),
        group=sheet.ids.get(around.key) if around else None,
        data=dict(part.values),
        **look_of(part),
    )


def _hyperedge(part: Part, ids: Mapping[str, str]) -> dict[str, Any]:
    ends = [item.attributes for item in part.element.all("endpoint")]
    return said(
        id=part.id or None,
        ends=[said(node=ids.get(end.get("node", ""), end.get("node", "")), type=end.get("type")) for end in ends],
        data=part.rest(),
    )


def _keys(sheet: Sheet) -> dict[str, Any]:
    """The keys of another tool that have a default, or hold no texts."""
    if sheet.nodes.is_own:
        return {}
    found: dict[str, Any] = {}
    for (scope, _), key in sheet.graph.keys.items():
        if scope in ("node", "edge") and (key.default or key.type != "string") and key.name not in FIELDS:
            found.setdefault(scope, {})[key.name] = said(type=key.type, default=key.default or None)
    return found


def _rest(sheet: Sheet, head: Fields) -> dict[str, str]:
    found = {**sheet.graph.root.rest()}
    for part in sheet.graph.graphs:
        found |= {name: value for name, value in part.rest().items() if name not in FIELDS or not sheet.nodes.is_own}
    return found


def _tell_of_nodes(sheet: Sheet, nodes: list[Node]) -> None:
    if not nodes:
        return
    types = [f"`{name}`" for name in dict.fromkeys(type_of(node) for node in nodes) if name][:5]
    one = len(nodes) == 1
    if types:
        which = f"of the type {types[0]}" if len(types) == 1 else f"of the types {', '.join(types)}"
    elif sheet.nodes.is_aif:
        which = "without a type, where others have one,"
    else:
        which = "that is a note" if one else "that are notes"
    message = f"{'1 node' if one else f'{len(nodes):,} nodes'} {which} {'is' if one else 'are'} carried along"
    sheet.notes.note("carried-part", f"{message}; argmap has no words for {'it' if one else 'them'}", _place(nodes[0]))


def _place(node: Node) -> Span:
    return node.part.element.place


def _tell_of_hyperedges(sheet: Sheet, parts: list[Part]) -> None:
    if parts:
        many = "1 hyperedge is" if len(parts) == 1 else f"{len(parts):,} hyperedges are"
        message = f"{many} carried along; argmap has no words for edges between several nodes"
        sheet.notes.note("carried-part", message, parts[0].element.place)
