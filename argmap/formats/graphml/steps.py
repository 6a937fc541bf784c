"""Nodes for steps and edges between claims as the relations of a map."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.core.model import Relation, relation_name
from argmap.core.schemes import scheme_named
from argmap.formats.data import said
from argmap.formats.foreign.steps import Joined, StepGraph, join
from argmap.formats.graphml.edges import Lines, StepNames, edge_extras
from argmap.formats.graphml.fields import CARRIED
from argmap.formats.graphml.nodes import extras, scheme_of
from argmap.formats.graphml.parts import Part
from argmap.formats.graphml.sheet import Sheet


def relations_of(sheet: Sheet, lines: Lines) -> tuple[tuple[Relation, ...], Joined, dict[str, str]]:
    """The relations of a map, what was left over, and the ids of relations by the keys of their steps."""
    names = StepNames(sheet.names, {key: _wish(sheet, key, part) for key, part in lines.origins.items()})
    statements = {node.key: sheet.ids[node.key] for node in sheet.of("claim", "argument")}
    joined = join(StepGraph(statements, list(lines.steps.values()), (), lines.edges), names, sheet.notes)
    made = [_with_fields(sheet, item, names.keys[item.id], lines) for item in joined.relations]
    renamed = _names_of(made, sheet)
    found = tuple(
        replace(
            item,
            id=renamed.get(item.id, item.id),
            target=renamed.get(item.target, item.target),
            named=not renamed.get(item.id, "").count(" -> "),
        )
        for item in made
    )
    for old, new in renamed.items():
        if old in sheet.orders:
            sheet.orders[new] = sheet.orders.pop(old)
    ids: dict[str, str] = {}
    for before, after in zip(made, found, strict=True):
        ids.setdefault(names.keys[before.id], after.id)
    return found, joined, ids


def _wish(sheet: Sheet, key: str, part: Part) -> str:
    """The id that a relation is to have; empty if it had none."""
    node = sheet.nodes.by_id.get(key)
    if node is not None and node.part is part:
        return "" if sheet.nodes.is_own and part.says("named") == "false" else node.wish
    return part.says("id") or ("" if sheet.nodes.is_own else part.id)


def _names_of(made: list[Relation], sheet: Sheet) -> dict[str, str]:
    """The names of relations without an id, made of their ends; one that is taken is replaced by an id."""
    by_id = {item.id: item for item in made}
    found: dict[str, str] = {}
    taken: set[str] = set()
    waiting = [item for item in reversed(made) if item.id.startswith("\0")]
    while waiting:
        item = waiting.pop()
        if item.id in found:
            continue
        if item.target.startswith("\0") and item.target not in found:
            waiting += [item, by_id[item.target]]
            continue
        name = relation_name(item.premises, found.get(item.target, item.target))
        found[item.id] = sheet.names.made("", "step") if name in taken else name
        taken.add(name)
    return found


def _with_fields(sheet: Sheet, item: Relation, key: str, lines: Lines) -> Relation:
    part = lines.origins[key]
    fields = sheet.fields(part)
    node = sheet.nodes.by_id.get(key)
    is_own = sheet.nodes.is_own
    sheet.noted(item.id, fields)
    free = sheet.free(fields)
    scheme = part.says("scheme") if node is None or is_own else scheme_of(node)
    made = replace(
        item,
        scheme=(scheme if is_own else scheme_named(scheme) or scheme) or None,
        weight=fields.share("weight", is_strict=is_own) if is_own or sheet.has_weights else None,
        by=sheet.by(fields),
        cites=fields.cites() if is_own else (),
        tags=fields.texts("tags", "keywords"),
        note=part.says("note", "comment", "description") or None,
        argument=fields.text("argument") if is_own else None,
    )
    if node is not None:
        part.used.update(("kind", "label", "relation", "text") if is_own else ())
        carried = extras(node, fields, is_own=is_own)
    elif is_own:
        part.used.update(("label", "relation", "role"))
        carried = dict(fields.json(CARRIED, dict))
        rest = part.rest()
        carried = {**carried, "data": {**carried.get("data", {}), **rest}} if rest else carried
    else:
        carried = {**edge_extras(part), **said(data=part.rest())}
    shared = {name: value for name, value in item.data.get("graphml", {}).items() if not (is_own and name == "id")}
    data = {**free, **sheet.carried("", {**shared, **carried})}
    return replace(made, data=data)


def parts_of(joined: Joined, lines: Lines) -> Iterator[Part]:
    """The edges that no relation was made of, each once."""
    seen: set[int] = set()
    for edge in joined.edges:
        if id(edge.raw) not in seen:
            seen.add(id(edge.raw))
            yield edge.raw
    yield from (part for part in lines.left if id(part) not in seen)
