"""Annotated short texts in the XML of the arg-microtexts corpora."""

from argmap.core.diagnostics import finding
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats.base import Reading
from argmap.formats.foreign.halves import without_halves
from argmap.formats.foreign.notes import SpanNotes, bounded, too_large
from argmap.formats.microtexts.building import built
from argmap.formats.trees.xml_tree import xml_tree


def read(source: SourceFile) -> Reading:
    """Read an argument graph."""
    refused = too_large(source)
    if refused:
        return Reading(None, (refused,))
    source = without_halves(source)
    root, fault = xml_tree(source)
    if root is None:
        return Reading(None, tuple(filter(None, [fault])))
    if root.tag != "arggraph":
        message = f"the outermost element is `{root.tag}`; an argument graph has `arggraph` there"
        return Reading(None, (finding("syntax-error", message, root.place),))
    notes = SpanNotes(source)
    made: ArgumentMap = built(root, source, notes)
    return Reading(made, bounded(notes.diagnostics()))
