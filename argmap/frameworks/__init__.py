"""Abstract argumentation frameworks, and the formats in which the competition ICCMA writes them."""

from argmap.core.registry import Registry
from argmap.frameworks import apx, numbered, tgf
from argmap.frameworks.base import Format

FORMATS: Registry[Format] = Registry("format", [numbered.FORMAT, apx.FORMAT, tgf.FORMAT], lambda item: item.name)
"""The roll of formats. The first that a text begins like is the one that it is read as."""
