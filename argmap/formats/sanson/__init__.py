"""Maps in the YAML of dsanson's argmap: claims, below them reasons, and below these their premises."""

from argmap.core.diagnostics import finding
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.foreign.halves import without_halves
from argmap.formats.foreign.notes import SpanNotes, bounded, too_large
from argmap.formats.sanson.building import built
from argmap.formats.trees.tree import Scalar
from argmap.formats.trees.yaml_tree import yaml_tree


def read(source: SourceFile) -> Reading:
    """Read a map."""
    refused = too_large(source)
    if refused:
        return Reading(None, (refused,))
    source = without_halves(source)
    tree, fault = yaml_tree(source)
    if fault:
        return Reading(None, (fault,))
    if tree is None or isinstance(tree, Scalar):
        what = "the file is empty" if tree is None else "a map is a mapping of claims, each with a colon behind it"
        return Reading(None, (finding("syntax-error", what, Span(source, 0, min(1, len(source.text)))),))
    notes = SpanNotes(source)
    made = built(tree, source, notes)
    return Reading(made, bounded(notes.diagnostics()))
