"""Argdown's own JSON export, read into a debate: that of core 1.7.5 and 2.0.1, and of tools that say less."""

from itertools import chain

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.formats.argdown.debate.model import Debate
from argmap.formats.argdown.export.map_groups import sections_of
from argmap.formats.argdown.json_input.members import Members
from argmap.formats.argdown.json_input.relations import Relations
from argmap.formats.argdown.json_input.sections import Sections
from argmap.formats.argdown.json_input.settings import settings_of
from argmap.formats.trees.json_tree import json_tree
from argmap.formats.trees.values import Object, RefusedValueError, Values

_KEYS = ("statements", "arguments", "relations")


def read_json(source: SourceFile) -> tuple[Debate | None, list[Diagnostic]]:
    """Read an export.

    Args:
        source: The JSON text, with or without a `map`.

    Returns:
        The debate with all that could be understood, or None if the text is no JSON object; and what is wrong with it,
        in file order.
    """
    try:
        values = Values(source)
        root = values.root
        if isinstance(root, dict):
            return _debate(values, root), values.diagnostics()
    except RefusedValueError:
        return None, [json_tree(source)[1] or finding("syntax-error", "not valid JSON", Span(source, 0, 0))]
    what = "the file is empty" if root is None and not source.text.strip() else "an export of Argdown is an object"
    return None, [finding("wrong-type", what, Span(source, 0, min(1, len(source.text))))]


def _debate(values: Values, root: Object) -> Debate:
    if not any(key in root for key in _KEYS):
        values.wrong((), "neither `statements` nor `arguments` nor `relations` are given", "missing-field")
    sections = Sections(values, root)
    debate = Debate(sections=sections.outermost)
    members = Members(values, root, sections, debate)
    Relations(values, root, debate, members.inferences)
    debate.tags = dict.fromkeys(_tags(values, root, debate))
    debate.settings = settings_of(values, root, debate)
    return debate


def _tags(values: Values, root: Object, debate: Debate) -> list[str]:
    """All tags, in the order in which they first occurred, if the file says so."""
    stated = values.table(root, "tags", ())
    places = {tag: fields.get("occurrenceIndex") for tag, fields in stated.items() if isinstance(fields, dict)}
    last = len(places)
    listed = sorted(stated, key=lambda tag: place if isinstance(place := places.get(tag), int) else last)
    of_all = [item.tags for item in debate.statements.values()]
    of_all += [item.tags for item in debate.arguments.values()]
    of_all += [section.tags for section in sections_of(debate.sections)]
    return [*listed, *chain.from_iterable(of_all)]
