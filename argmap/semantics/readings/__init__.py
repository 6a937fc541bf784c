"""The roll of readings: what support means when a map is evaluated. A new reading is one file here and one line."""

from argmap.core.registry import Registry
from argmap.semantics.readings import deductive, default, ignore, necessary
from argmap.semantics.readings.base import Reading, Translation

__all__ = ["READINGS", "Reading", "Translation"]

READINGS: Registry[Reading] = Registry(
    "reading of support",
    [
        Reading("default", "a claim with supports needs one of them that holds", default.translate),
        Reading("deductive", "to accept a reason is to accept what it supports", deductive.translate),
        Reading("necessary", "a claim needs every reason that supports it", necessary.translate),
        Reading("ignore", "support says nothing; only attacks count", ignore.translate),
    ],
    name=lambda item: item.name,
)
