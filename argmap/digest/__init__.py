"""What a map says, as data for running text: a sentence, the case of each position, gaps, sources."""

from argmap.digest.base import Case, CriticalQuestion, Digest, Disagreement, Effect, Point, Reference, Section
from argmap.digest.digest import digest_of

__all__ = [
    "Case",
    "CriticalQuestion",
    "Digest",
    "Disagreement",
    "Effect",
    "Point",
    "Reference",
    "Section",
    "digest_of",
]
