"""GraphML, for yEd, draw.io, Gephi and other editors of graphs: all of a map goes there and back."""

from argmap.formats.graphml.reading import read
from argmap.formats.graphml.writing import write

__all__ = ["read", "write"]
