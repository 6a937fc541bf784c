"""Sources and citations that a file gives back only because it carries along what they were made of."""

from collections.abc import Callable

from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats.base import Reading

_SOURCING = frozenset({"sources", "citations"})


def kept_sourcing(argument_map: ArgumentMap, text: str, read: Callable[[SourceFile], Reading]) -> frozenset[str]:
    """The names of the features `sources` and `citations` if a text says the same of them as the map, else none.

    Args:
        argument_map: The map.
        text: What it was written as.
        read: Reads such a text.
    """
    if not argument_map.sources:
        return frozenset()
    again = read(SourceFile("again", text)).map
    if again is None or again.sources != argument_map.sources:
        return frozenset()
    cited = [item.cites for item in argument_map.claims]
    return _SOURCING if cited == [item.cites for item in again.claims] else frozenset()
