"""Argument maps of MindMup: a tree of ideas, in which groups of ideas are the reasons for and against another one."""

from argmap.core.source import SourceFile
from argmap.formats.base import Reading


def read(source: SourceFile) -> Reading:
    """Read a map; never raises for what is in the text."""
    from argmap.formats.mindmup.reading import read as found

    return found(source)
