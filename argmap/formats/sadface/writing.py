"""From a map to a SADFace document of the newest generation."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.core.model import ArgumentMap, Claim, RelationKind
from argmap.formats.base import Loss, Written
from argmap.formats.foreign.names import carried
from argmap.formats.foreign.parting import Parted, part
from argmap.formats.sadface.reading import KEY
from argmap.formats.sadface.words import USUAL


def write(argument_map: ArgumentMap) -> Written:
    """Return the document. Edges are numbered; what other ids a map gives, they stay."""
    said = carried(argument_map.data, KEY)
    ids, steps = part(argument_map, KEY)
    nodes = [_atom(ids[item.id], item) for item in argument_map.claims]
    nodes += [_step(item) for item in steps]
    nodes += _listed(said.get("nodes"))
    edges = [{"source_id": start, "target_id": end} for item in steps for start, end in _ends(item)]
    edges += _listed(said.get("edges"))
    document = {
        **{key: value for key, value in said.items() if key not in ("nodes", "edges", "metadata", "resources")},
        "metadata": _metadata(argument_map, said.get("metadata")),
        "resources": _listed(said.get("resources")),
        "nodes": nodes,
        "edges": [{"id": f"edge-{number}", **edge} for number, edge in enumerate(edges, 1)],
    }
    conflicts = [item.relation for item in steps if item.relation.kind is RelationKind.CONFLICT]
    lost = tuple(item.id for item in conflicts if item.scheme)
    losses = (Loss("schemes of symmetric conflicts", lost),) if lost else ()
    return Written(json.dumps(document, indent=2, ensure_ascii=False) + "\n", losses)


def _metadata(argument_map: ArgumentMap, said: object) -> dict[str, Any]:
    rest = dict(said) if isinstance(said, Mapping) else {}
    core = rest.pop("core", None)
    core = dict(core) if isinstance(core, Mapping) else {}
    for name, value in (("title", argument_map.title), ("description", argument_map.description)):
        if value:
            core[name] = value
    return {"core": core, **rest}


def _atom(node: str, claim: Claim) -> dict[str, Any]:
    said = {key: value for key, value in carried(claim.data, KEY).items() if key != "id"}
    sources = said.pop("sources", [])
    return {
        "id": node,
        "type": "atom",
        "text": said.pop("text", claim.text),
        "sources": sources,
        "metadata": {},
        **said,
    }


def _step(item: Parted) -> dict[str, Any]:
    said = {key: value for key, value in carried(item.relation.data, KEY).items() if key not in ("id", "step")}
    kind, name = USUAL[item.relation.kind]
    if item.relation.kind is not RelationKind.CONFLICT:  # only its name tells such a conflict from an attack
        name = item.relation.scheme or name
    return {"id": item.id, "type": said.pop("type", kind), "name": said.pop("name", name), "metadata": {}, **said}


def _ends(item: Parted) -> Iterator[tuple[str, str]]:
    yield from ((premise, item.id) for premise in item.premises)
    yield from ((item.id, conclusion) for conclusion in item.conclusions)


def _listed(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else []
