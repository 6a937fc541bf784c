"""SADFace documents, in the shapes of its three generations."""

from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats.base import Keeping, Reading


def read(source: SourceFile) -> Reading:
    """Read a document; never raises for what is in the text."""
    from argmap.formats.sadface.reading import read as found

    return found(source)


def write(argument_map: ArgumentMap) -> Keeping:
    """Return a map as a document of the newest generation."""
    from argmap.formats.foreign.sourcing import kept_sourcing
    from argmap.formats.sadface.writing import write as written

    made = written(argument_map)
    return Keeping(made, kept_sourcing(argument_map, made.text, read))
