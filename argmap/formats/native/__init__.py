"""argmap's own format, version 1, in YAML or JSON: reading, its JSON Schema, and a file to start from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from argmap.core.diagnostics import Diagnostic, finding, in_file_order
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.native.starter import starter
from argmap.formats.trees.tree import MAX_CHARACTERS, Node, Table

if TYPE_CHECKING:
    from argmap.formats.native.shape import Shaped

__all__ = ["json_schema", "read_json", "read_with_shape", "read_yaml", "starter"]


def read_yaml(source: SourceFile) -> Reading:
    """Read a map from YAML. Whatever is wrong in the text is a finding; the map is None if nothing can be read."""
    from argmap.formats.trees.yaml_tree import yaml_tree

    return read_with_shape(source, yaml_tree)[0]


def read_json(source: SourceFile) -> Reading:
    """Read a map from JSON of the same shape as the YAML."""
    from argmap.formats.trees.json_tree import json_tree

    return read_with_shape(source, json_tree)[0]


def json_schema() -> str:
    """The JSON Schema of the format (draft 2020-12), as text."""
    from importlib.resources import files

    return files(__name__).joinpath("argmap-1.schema.json").read_text(encoding="utf-8")


def read_with_shape(
    source: SourceFile, tree_of: Callable[[SourceFile], tuple[Node | None, Diagnostic | None]]
) -> "tuple[Reading, Shaped | None]":
    """Read a map, and return with it the document that it was made of, or None if there is none."""
    if len(source.text) > MAX_CHARACTERS:
        size = f"{len(source.text):,} characters; the limit is {MAX_CHARACTERS:,}"
        return Reading(None, (finding("too-large", f"the file has {size}", Span(source, 0, 0)),)), None
    tree, stop = tree_of(source)
    if stop:
        return Reading(None, (stop,)), None
    if not isinstance(tree, Table):
        return Reading(None, (_not_a_map(source, tree),)), None
    from argmap.formats.native.build import build
    from argmap.formats.native.shape import shape

    shaped = shape(source, tree)
    found = None if shaped.document is None else build(source, shaped)
    return Reading(found, tuple(in_file_order(shaped.diagnostics))), shaped


def _not_a_map(source: SourceFile, tree: Node | None) -> Diagnostic:
    message = "the file is empty" if tree is None else "a map begins with fields such as `argmap: 1` and `claims:`"
    return finding("syntax-error", message, Span(source, 0, 0), help="`argmap new NAME` writes a file to start from")
