"""Map to plain text: the outline in indented lines, wrapped as for a letter."""

import textwrap
from collections.abc import Iterator

from argmap.core.model import ArgumentMap
from argmap.formats.telling import Told, told

_WIDTH = 78
_STEP = 3
_DEEPEST = 12
"""Levels that are indented; those beyond lie as deep as the last of them and say which they are."""


def write(argument_map: ArgumentMap) -> str:
    """Return the outline as plain text, up to 78 characters wide."""
    lines: list[str] = []
    if argument_map.title:
        title = _wrapped(argument_map.title, "", "")
        lines += [*title, "=" * min(_WIDTH, max(map(len, title), default=0)), ""]
    if argument_map.description:
        lines += [*_wrapped(argument_map.description, "", ""), ""]
    for entry in told(argument_map):
        if entry.is_question:
            heading = _wrapped(entry.text, "", "")
            lines += [*([""] if lines and lines[-1] else []), *heading, "-" * max(map(len, heading)), ""]
        else:
            lines += _entry(entry)
    listed = ((item.author, item.title, item.date, item.link) for item in argument_map.sources)
    sources = [", ".join(filter(None, words)) for words in listed]
    if sources:
        lines += [*([""] if lines and lines[-1] else []), "Sources", "-------", ""]
        lines += [line for words in sources for line in _wrapped(words, "- ", "  ")]
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(entry: Told) -> Iterator[str]:
    indent = " " * _STEP * min(entry.level, _DEEPEST)
    deep = f"(level {entry.level}) " if entry.level > _DEEPEST else ""
    name = f"{entry.name.rstrip('.')}." if entry.name else ""
    words = " ".join(filter(None, (f"{deep}{entry.lead}", name, entry.text, *(f"[{note}]" for note in entry.notes))))
    yield from _wrapped(words, f"{indent}- ", f"{indent}  ")


def _wrapped(words: str, first: str, then: str) -> list[str]:
    return textwrap.wrap(
        words, _WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False, break_long_words=False
    ) or [first.rstrip()]
