"""The formats and problems of the International Competition on Computational Models of Argumentation (ICCMA)."""

from argmap.core.registry import Registry
from argmap.semantics.iccma import apx, numbered, tgf
from argmap.semantics.iccma.base import Format

FORMATS: Registry[Format] = Registry("format", [numbered.FORMAT, apx.FORMAT, tgf.FORMAT], lambda item: item.name)
"""The roll of formats. The first that a text begins like is the one that it is read as."""
