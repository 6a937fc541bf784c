"""Edits that take an item out of a list or a field out of a mapping, where the layout makes that certain."""

import re

from argmap.core.diagnostics import Edit
from argmap.core.source import SourceFile, Span

_DASH = re.compile(r"( *)- +")


def remove_item(span: Span | None, typed: str) -> Edit | None:
    """An edit that removes the list item at a place, or None where that is not safe.

    Args:
        span: The place of the item, a single word.
        typed: What must stand there; quotes around it are allowed.
    """
    if span is None or span.text.strip("'\"") != typed:
        return None
    return _flow_item(span) or _block_item(span)


def remove_field(span: Span | None, name: str) -> Edit | None:
    """An edit that removes the line `name: value` of a block mapping, or None where the field is written otherwise."""
    if span is None or "\n" in span.text:
        return None
    source = span.source
    line, _ = source.position(span.start)
    start, end = _line(source, line)
    before, after = source.text[start : span.start], source.text[span.end : end]
    if before.strip() != f"{name}:" or before[:1] not in (" ", "\t") or after.strip():
        return None
    return Edit(Span(source, start, end), "")


def _flow_item(span: Span) -> Edit | None:
    """In `[a, b]`: the item with the comma before it, or for the first one the comma after it."""
    text = span.source.text
    before = span.start
    while before and text[before - 1] in " \t":
        before -= 1
    after = _past_spaces(text, span.end)
    left, right = text[before - 1 : before], text[after : after + 1]
    if left == "," and right in (",", "]") and right:
        return Edit(Span(span.source, before - 1, span.end), "")
    if left == "[" and right == ",":
        return Edit(Span(span.source, span.start, _past_spaces(text, after + 1)), "")
    return None


def _past_spaces(text: str, position: int) -> int:
    while text[position : position + 1] in (" ", "\t"):
        position += 1
    return position


def _block_item(span: Span) -> Edit | None:
    """The whole line of a `- item` that has a neighbour."""
    source = span.source
    line, _ = source.position(span.start)
    start, end = _line(source, line)
    dash = _DASH.fullmatch(source.text, start, span.start)
    if not dash or source.text[span.end : end].strip() or not _has_neighbour(source, line, dash[1]):
        return None
    if end == len(source.text) and not source.text.endswith("\n"):
        return Edit(Span(source, max(0, start - 1), end), "")
    return Edit(Span(source, start, end), "")


def _has_neighbour(source: SourceFile, line: int, indent: str) -> bool:
    last = len(source.line_starts)
    return any(
        1 <= other <= last and source.line_text(other).startswith(f"{indent}- ") for other in (line - 1, line + 1)
    )


def _line(source: SourceFile, line: int) -> tuple[int, int]:
    """Where a line begins, and where the next one does."""
    starts = source.line_starts
    return starts[line - 1], starts[line] if line < len(starts) else len(source.text)
