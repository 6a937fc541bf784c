"""Argdown: reading and writing its texts and its JSON export.

Text becomes tokens, a syntax tree, a debate in Argdown's own terms, and at last a map; writing goes the same way back.
"""

from collections.abc import Iterator

from argmap.core.diagnostics import in_file_order
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats.base import Reading, Written

__all__ = ["comments", "read", "read_json", "write", "write_json"]


def read(source: SourceFile) -> Reading:
    """Read a map from an Argdown text, with the files that it includes. Whatever is wrong in it is a finding."""
    from argmap.formats.argdown.debate.resolve import resolve
    from argmap.formats.argdown.text.includes import splice
    from argmap.formats.argdown.text.parser import parse
    from argmap.formats.argdown.to_map.to_map import to_map

    script, found = splice(source)
    document, in_syntax = parse(script)
    debate, in_references = resolve(document, script)
    argument_map, in_fields = to_map(debate, script)
    return Reading(argument_map, tuple(in_file_order([*found, *in_syntax, *in_references, *in_fields], source)))


def write(argument_map: ArgumentMap) -> Written:
    """Return the map as an Argdown text, and what Argdown has no words for."""
    from argmap.formats.argdown.from_map.from_map import debate_of
    from argmap.formats.argdown.writing.writing import write_debate

    debate, losses = debate_of(argument_map)
    return Written(write_debate(debate), losses)


def read_json(source: SourceFile) -> Reading:
    """Read a map from Argdown's JSON export, with or without its `map`."""
    from argmap.formats.argdown.json_input.reading import read_json as read_export
    from argmap.formats.argdown.to_map.to_map import to_map

    debate, found = read_export(source)
    if debate is None:
        return Reading(None, tuple(found))
    argument_map, in_fields = to_map(debate, None)
    return Reading(argument_map, tuple(in_file_order([*found, *in_fields])))


def write_json(argument_map: ArgumentMap) -> Written:
    """Return the map as Argdown's JSON export, with the `map` that its settings ask for, and what is lost."""
    from argmap.formats.argdown.export.export import to_json
    from argmap.formats.argdown.from_map.from_map import debate_of, with_roles
    from argmap.formats.argdown.settings.selection import select
    from argmap.formats.argdown.settings.settings import Settings

    debate, losses = debate_of(argument_map)
    settings = Settings.of(debate.settings)
    text = to_json(with_roles(debate), select(debate, settings), settings)
    return Written(text, losses)


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Where the comments of an Argdown text are: start and end of each, in order."""
    from argmap.formats.argdown.text.lexer import comments as found

    yield from found(text)
