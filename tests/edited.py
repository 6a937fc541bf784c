"""Texts before and after an operation, for the tests of editing."""

import pytest

from argmap.core.diagnostics import apply_edits
from argmap.core.source import SourceFile
from argmap.editing import EDITORS, RefusedError
from argmap.formats.native import read_yaml


def edited(text, *operations):
    """The text of a YAML map after operations, each of which leaves a text that reads without a finding."""
    source = SourceFile("map.argmap.yaml", text)
    for operation in operations:
        edits = EDITORS["yaml"].edit(read_yaml(source).map, operation).edits
        source = apply_edits(source, edits)
        assert read_yaml(source).diagnostics == ()
    return source.text


def refused(text, operation):
    """Why an operation is refused, and what the help is."""
    with pytest.raises(RefusedError) as caught:
        edited(text, operation)
    return caught.value.message, caught.value.help


def claims(*lines):
    """A map with nothing but claims."""
    return "\n".join(("argmap: 1", "claims:", *(f"  {line}" for line in lines), ""))
