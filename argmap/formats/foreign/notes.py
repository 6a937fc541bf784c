"""What is wrong with a file, noted on the way: by places in its text, or by what else leads to these."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from argmap.core.diagnostics import Diagnostic, finding, in_file_order
from argmap.core.model import Spans
from argmap.core.source import SourceFile, Span
from argmap.formats.trees.tree import MAX_CHARACTERS

_MOST = 20
"""How many findings of one name are told of one file; tools make the same slip everywhere."""
_BRIEF = 60


class Notes(Protocol):
    """Something that findings are noted with. Its places are spans, or for values of JSON and YAML the way to them."""

    source: SourceFile

    def note(self, name: str, message: str, place: Any, help: str | None = None) -> None:
        """Note a finding about a place."""

    def spans(self, places: Mapping[str, Any]) -> Spans:
        """The spans of the parts of an entity."""


class SpanNotes:
    """Notes whose places are spans.

    Args:
        source: The text.
    """

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self._found: list[Diagnostic] = []

    def note(self, name: str, message: str, place: Span, help: str | None = None) -> None:
        """Note a finding about a place."""
        self._found.append(finding(name, message, place, help=help))

    def spans(self, places: Mapping[str, Span]) -> Spans:
        """The places themselves."""
        return dict(places)

    def diagnostics(self) -> list[Diagnostic]:
        """All that is wrong, in file order."""
        return in_file_order(self._found)


def bounded(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings without those that come too often: the last of them that stays says how many there are."""
    every = list(found)
    totals, seen = Counter(item.name for item in every), Counter[str]()
    kept: list[Diagnostic] = []
    for item in every:
        seen[item.name] += 1
        beyond = totals[item.name] - _MOST
        if seen[item.name] < _MOST or (seen[item.name] == _MOST and beyond <= 0):
            kept.append(item)
        elif seen[item.name] == _MOST:
            kept.append(replace(item, notes=(*item.notes, f"{beyond:,} more of this kind are not listed")))
    return tuple(kept)


def too_large(source: SourceFile) -> Diagnostic | None:
    """The finding on a text that is longer than argmap reads, or None."""
    if len(source.text) <= MAX_CHARACTERS:
        return None
    size = f"{len(source.text):,} characters; the limit is {MAX_CHARACTERS:,}"
    return finding("too-large", f"the file has {size}", Span(source, 0, 0))


def brief(text: str) -> str:
    """A text of a file as messages show it: in one line, and cut where it is long."""
    line = " ".join(text[:200].split())
    return line if len(line) <= _BRIEF else f"{line[: _BRIEF - 1].rstrip()}…"
