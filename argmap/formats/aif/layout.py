"""Where OVA shows nodes: what its files say of that, and a place for whatever they say nothing of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from argmap.formats.trees.values import Object

_MARGIN, _WIDTH, _HEIGHT = 60, 240, 120


def completed(given: Mapping[str, Any], nodes: Sequence[Object], edges: Sequence[Object]) -> Object:
    """What a file of OVA3 has under `OVA`.

    Args:
        given: What is known of it; its places count.
        nodes: All nodes, as AIF has them.
        edges: All edges.
    """
    known = {node_id for item in _objects(given, "nodes") if isinstance(node_id := item.get("nodeID"), str)}
    drawn = {(item.get("fromID"), item.get("toID")) for item in _objects(given, "edges") if _are_texts(item)}
    ids = {node_id: item.get("type") for item in nodes if isinstance(node_id := item.get("nodeID"), str)}
    pairs = dict.fromkeys((item["fromID"], item["toID"]) for item in edges if _are_texts(item))
    places = _places(ids, list(pairs)) if not known.issuperset(ids) else {}
    return {
        "firstname": "",
        "surname": "",
        "url": "",
        **given,
        "nodes": [
            *_objects(given, "nodes"),
            *(_node(node_id, places[node_id]) for node_id in ids if node_id not in known),
        ],
        "edges": [*_objects(given, "edges"), *(_edge(pair) for pair in pairs if pair not in drawn)],
    }


def _objects(given: Mapping[str, Any], key: str) -> list[Object]:
    found = given.get(key)
    return [_with_texts(item) for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _with_texts(item: Object) -> Object:
    """The same with ids that are numbers as texts."""
    numbers = {key: str(item[key]) for key in ("nodeID", "fromID", "toID") if type(item.get(key)) is int}
    return {**item, **numbers}


def _are_texts(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("fromID"), str) and isinstance(item.get("toID"), str)


def _node(node_id: str, place: tuple[int, int]) -> Object:
    return {"nodeID": node_id, "visible": True, "x": place[0], "y": place[1], "timestamp": ""}


def _edge(ends: tuple[str, str]) -> Object:
    return {"fromID": ends[0], "toID": ends[1], "visible": True}


def _places(ids: Mapping[str, Any], edges: Sequence[tuple[str, str]]) -> Mapping[str, tuple[int, int]]:
    """A place for each node: what leads nowhere at the top, and each node a row below the first that it leads to."""
    into: dict[str, list[str]] = defaultdict(list)
    leading = set()
    for source, target in edges:
        if source != target:
            into[target].append(source)
            leading.add(source)
    rows = _Rows(ids, into)
    rows.fill([node_id for node_id in ids if node_id not in leading])
    # What no root is reached from lies on circles: of these, the first statement is at the top.
    for node_id in (*(item for item, kind in ids.items() if kind == "I"), *ids):
        rows.fill([node_id])
    return rows.places


class _Rows:
    def __init__(self, ids: Mapping[str, Any], into: Mapping[str, list[str]]) -> None:
        self._ids = ids
        self._into = into
        self._filled: dict[int, int] = defaultdict(int)
        self.places: dict[str, tuple[int, int]] = {}

    def fill(self, beginning: Sequence[str]) -> None:
        """Give places to nodes, and below them to all that lead to them and have none yet."""
        row, level = [node_id for node_id in beginning if node_id not in self.places], 0
        while row:
            following: dict[str, None] = {}
            for node_id in row:
                self.places[node_id] = (_MARGIN + _WIDTH * self._filled[level], _MARGIN + _HEIGHT * level)
                self._filled[level] += 1
                following |= dict.fromkeys(item for item in self._into.get(node_id, ()) if item in self._ids)
            row, level = [node_id for node_id in following if node_id not in self.places], level + 1
