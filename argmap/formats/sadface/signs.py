"""What a SADFace document looks like from afar."""

from argmap.formats.glimpse import Glimpse

_MARKS = ({"analyst_name", "analyst_email"}, {"resources", "metadata"})


def looks_like(glimpse: Glimpse) -> bool:
    """Whether an object has nodes and edges, and beside them what only SADFace has there."""
    keys = glimpse.keys
    if not {"nodes", "edges"} <= keys or "AIF" in keys:
        return False
    if isinstance(glimpse.json, dict):
        return any(mark <= keys for mark in _MARKS) or _has_core(glimpse.json.get("metadata"))
    return '"source_id"' in glimpse.head or any(mark <= keys for mark in _MARKS)


def _has_core(metadata: object) -> bool:
    return isinstance(metadata, dict) and "core" in metadata
