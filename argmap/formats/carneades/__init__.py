"""Argument graphs of Carneades 4, in YAML."""

from argmap.core.diagnostics import finding
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.carneades.building import built
from argmap.formats.foreign.halves import without_halves
from argmap.formats.foreign.notes import bounded, too_large
from argmap.formats.trees.tree import RefusedError
from argmap.formats.trees.yaml_values import YamlValues


def read(source: SourceFile) -> Reading:
    """Read an argument graph."""
    refused = too_large(source)
    if refused:
        return Reading(None, (refused,))
    try:
        values = YamlValues(without_halves(source))
    except RefusedError as error:
        return Reading(None, (error.diagnostic,))
    if not isinstance(values.root, dict):
        what = "the file is empty" if values.root is None else "an argument graph is a mapping with `statements`"
        return Reading(None, (finding("syntax-error", what, Span(source, 0, min(1, len(source.text)))),))
    made = built(values, values.root)
    return Reading(made, bounded(values.diagnostics()))
