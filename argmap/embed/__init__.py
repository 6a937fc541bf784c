"""Maps in documents: one engine that makes the figure of a block, and what hosts need to take it in."""

from argmap.embed.attributes import NAMES, Attributes, Given, read_attributes
from argmap.embed.base import Figure, Outcome, Request, Shown
from argmap.embed.engine import Engine

__all__ = ["NAMES", "Attributes", "Engine", "Figure", "Given", "Outcome", "Request", "Shown", "read_attributes"]
