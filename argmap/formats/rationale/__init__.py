"""Maps of Rationale (.rtnl): a script that creates boxes one after another."""

from argmap.core.source import SourceFile
from argmap.formats.base import Reading


def read(source: SourceFile) -> Reading:
    """Read a map; never raises for what is in the text."""
    from argmap.formats.rationale.reading import read as found

    return found(source)
