"""XML as text: elements with their attributes and what lies in them, escaped, each on its own line."""

from collections.abc import Mapping
from typing import Any

from argmap.formats.graphml.fields import xml_safe

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


class Writer:
    """Puts XML together, line by line."""

    def __init__(self) -> None:
        self.lines = ['<?xml version="1.0" encoding="UTF-8" standalone="no"?>']
        self._open: list[str] = []

    def open(self, tag: str, attributes: Mapping[str, Any] | None = None) -> None:
        """Begin an element."""
        self.lines.append(f"{'  ' * len(self._open)}<{tag}{_pairs(attributes)}>")
        self._open.append(tag)

    def close(self) -> None:
        """End the element that was begun last."""
        tag = self._open.pop()
        self.lines.append(f"{'  ' * len(self._open)}</{tag}>")

    def add(self, tag: str, attributes: Mapping[str, Any] | None = None, text: str | None = None) -> None:
        """Write a whole element."""
        start = f"{'  ' * len(self._open)}<{tag}{_pairs(attributes)}"
        self.lines.append(f"{start}/>" if text is None else f"{start}>{xml_safe(text).translate(_TEXT)}</{tag}>")

    def text(self) -> str:
        """All of it."""
        return "\n".join(self.lines) + "\n"


def _pairs(attributes: Mapping[str, Any] | None) -> str:
    said = ((name, value) for name, value in (attributes or {}).items() if value is not None)
    return "".join(f' {name}="{xml_safe(written(value)).translate(_VALUE)}"' for name, value in said)


def written(value: Any) -> str:
    """A value as attributes and keys have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value)
    return str(value)
