"""A map as a file of AIFdb or of OVA3."""

import json
import math
from typing import Any

from argmap.core.model import ArgumentMap
from argmap.formats.aif.building import Graph, graph_of
from argmap.formats.aif.layout import completed
from argmap.formats.base import Written
from argmap.formats.foreign.names import carried
from argmap.formats.trees.values import Object

_TIMES = {"start": None, "end": None}


def write_aif(argument_map: ArgumentMap) -> Written:
    """Return the map as AIFdb hands it out: nodes, edges and locutions; people only if the map carries them along."""
    graph = graph_of(argument_map, names_people=False)
    locutions = [_locution(item, {"timestamp": None, **_TIMES, "source": None}) for item in graph.locutions]
    edges = [_numbered(item, str(number)) | {"formEdgeID": None} | item for number, item in enumerate(graph.edges, 1)]
    people = {"participants": graph.participants} if graph.participants else {}
    return _written({"nodes": graph.nodes, "edges": edges, "locutions": locutions, **people, **graph.more}, graph)


def write_xaif(argument_map: ArgumentMap) -> Written:
    """Return the map as OVA3 saves it, with a place for each node."""
    graph = graph_of(argument_map, names_people=True)
    said = carried(argument_map.data, "xaif")
    nodes, schemes = [], []
    for item in graph.nodes:
        kept = {key: value for key, value in item.items() if key != "schemeID"}
        nodes.append(kept)
        if "schemeID" in item and "nodeID" in item:
            schemes.append({"nodeID": item["nodeID"], "schemeID": item["schemeID"]})
    more = dict(graph.more)
    unknown = more.pop("schemefulfillments", [])
    aif = {
        "nodes": nodes,
        "edges": [_numbered(item, number) for number, item in enumerate(graph.edges, 1)],
        "schemefulfillments": [*schemes, *(unknown if isinstance(unknown, list) else [])],
        "participants": graph.participants,
        "locutions": [_locution(item, _TIMES) for item in graph.locutions],
        "descriptorfulfillments": [],
        "cqdescriptorfulfillments": [],
        **more,
    }
    ova = completed(carried(said, "OVA"), graph.nodes, graph.edges)
    return _written({"AIF": aif, "text": "", **said, "OVA": ova}, graph)


def _numbered(edge: Object, number: int | str) -> Object:
    return {"edgeID": number, **edge}


def _locution(item: Object, usual: Object) -> Object:
    return {**item, **{key: value for key, value in usual.items() if key not in item}}


def _written(whole: Object, graph: Graph) -> Written:
    try:
        text = _laid_out(whole, "\n")
    except ValueError:  # a number that JSON has no word for
        text = _laid_out(_finite(whole), "\n")
    return Written(f"{text}\n", tuple(graph.losses))


def _laid_out(value: Any, gap: str) -> str:
    """JSON with a line for whatever has nothing else in it."""
    inside = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    if not any(isinstance(item, dict | list | tuple) for item in inside):
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    parts = [_laid_out(item, gap + "  ") for item in inside]
    if isinstance(value, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {part}" for key, part in zip(value, parts, strict=True)]
    begin, end = "{}" if isinstance(value, dict) else "[]"
    return f"{begin}{gap}  {f',{gap}  '.join(parts)}{gap}{end}"


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
