"""The roll of readings: what support means when a map is evaluated. A new reading is one file here and one line."""

from argmap.core.registry import Registry
from argmap.semantics.readings import deductive, default, ignore, necessary
from argmap.semantics.readings.base import Reading, Translation

__all__ = ["READINGS", "Reading", "Translation"]

READINGS: Registry[Reading] = Registry(
    "reading of support",
    [
        Reading("default", default.translate),
        Reading("deductive", deductive.translate),
        Reading("necessary", necessary.translate),
        Reading("ignore", ignore.translate),
    ],
    name=lambda item: item.name,
)
