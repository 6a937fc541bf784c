"""Files of other tools that are one JSON object: read, or refused with the place of the fault."""

from collections.abc import Callable, Iterable

from argmap.core.diagnostics import Diagnostic, finding, in_file_order
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.foreign.notes import bounded, too_large
from argmap.formats.trees.json_tree import json_tree
from argmap.formats.trees.values import Object, RefusedValueError, Values


def _nothing(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    return ()


def read_object(
    source: SourceFile,
    expected: str,
    made: Callable[[Values, Object], ArgumentMap],
    told: Callable[[ArgumentMap], Iterable[Diagnostic]] = _nothing,
) -> Reading:
    """Read a file.

    Args:
        source: The file.
        expected: What it should be, for the finding that it is something else: `a file of AIF is an object`.
        made: Makes the map of the object, and notes with the values what is odd about it.
        told: What else is to be said of the map.
    """
    refused = too_large(source)
    if refused:
        return Reading(None, (refused,))
    try:
        values = Values(source, fault="odd-value")
        root = values.root
        values.data({"": root}, (), "")  # refuses what is nested too deeply
    except RefusedValueError:
        fault = json_tree(source)[1] or finding("syntax-error", "not valid JSON", Span(source, 0, 0))
        return Reading(None, (fault,))
    if not isinstance(root, dict):
        what = expected if source.text.strip() else "the file is empty"
        return Reading(None, (finding("syntax-error", what, Span(source, 0, min(1, len(source.text)))),))
    argument_map = made(values, root)
    return Reading(argument_map, bounded(in_file_order([*values.diagnostics(), *told(argument_map)])))
