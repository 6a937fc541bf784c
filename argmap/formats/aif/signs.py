"""What the formats look like from afar."""

import re
from typing import Any

from argmap.formats.glimpse import Glimpse

_KNOWN = frozenset(
    """
    nodes edges locutions participants schemefulfillments descriptorfulfillments cqdescriptorfulfillments
    """.split()  # noqa: SIM905
)
_NODE_ID = re.compile(r'"nodeID"\s*:')
_ENOUGH = 20


def looks_like_aif(glimpse: Glimpse) -> bool:
    """Whether a text is likely AIF as AIFdb has it."""
    keys = glimpse.keys
    if not keys & {"nodes", "edges"} or keys & {"AIF", "analysis"}:
        return False
    if not isinstance(glimpse.json, dict):
        return _NODE_ID.search(glimpse.head) is not None
    return _has_nodes(glimpse.json) or (_is_bare(glimpse.json) and keys <= _KNOWN)


def looks_like_xaif(glimpse: Glimpse) -> bool:
    """Whether a text is likely xAIF, as OVA3 saves it."""
    if "AIF" not in glimpse.keys:
        return False
    if not isinstance(glimpse.json, dict):
        return _NODE_ID.search(glimpse.head) is not None
    inner = glimpse.json["AIF"]
    return isinstance(inner, dict) and (_has_nodes(inner) or not inner.keys() - _KNOWN or _is_bare(inner))


def looks_like_ova2(glimpse: Glimpse) -> bool:
    """Whether a text is likely a file of OVA2."""
    keys = glimpse.keys
    if "analysis" not in keys or "AIF" in keys or not keys & {"nodes", "edges", "participants"}:
        return False
    if not isinstance(glimpse.json, dict):
        return '"participantID"' in glimpse.head or '"descriptors"' in glimpse.head
    nodes = glimpse.json.get("nodes")
    first = [item for item in nodes[:_ENOUGH] if isinstance(item, dict)] if isinstance(nodes, list) else []
    has_ids = any(item.keys() & {"id", "nodeID"} and item.keys() & {"type", "text"} for item in first)
    return isinstance(glimpse.json["analysis"], dict) and (has_ids or _is_bare(glimpse.json))


def _has_nodes(inner: dict[str, Any]) -> bool:
    """Whether there are nodes, or edges, that say their ids as AIF does."""
    for key, sign in (("nodes", "nodeID"), ("edges", "fromID")):
        found = inner.get(key)
        if isinstance(found, list) and any(isinstance(item, dict) and sign in item for item in found[:_ENOUGH]):
            return True
    return False


def _is_bare(inner: dict[str, Any]) -> bool:
    """Whether there is room for nodes and edges, and nothing in it."""
    return inner.get("nodes", 0) in (None, []) and inner.get("edges", 0) in (None, [])
