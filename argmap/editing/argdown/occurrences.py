"""Every place at which a name stands in an Argdown text and in the files that it includes."""

from argmap.core.model import ArgumentMap
from argmap.editing.argdown.names import names_in
from argmap.editing.argdown.reading import read_text
from argmap.editing.base import Occurrence


def occurrences(argument_map: ArgumentMap) -> tuple[Occurrence, ...]:
    """Every place at which something in a map is named, in the order of the text.

    Titles stand for the ids that are made from them. A claim without a title is named nowhere. Of a claim without words
    the first place counts as its definition.
    """
    if argument_map.origin is None:
        return ()
    reading = read_text(argument_map.origin)
    return tuple(
        Occurrence(reading.span(item.place), item.id, item.kind, item.is_definition, item.owner)
        for item in names_in(reading, argument_map)
    )
