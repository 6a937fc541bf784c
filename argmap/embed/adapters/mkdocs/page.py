"""A page while it is read: which of its fences is meant, and what the engine is asked for it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.embed import Given, Request, read_attributes
from argmap.embed.adapters.mkdocs.fences import Fence, scan
from argmap.embed.adapters.mkdocs.written import Written


class Page:
    """The fences of a page, each handed out once.

    Args:
        source: The page's file, or None if it is not known.
        folder: Where its relative paths start.

    Attributes:
        expected: How many fences superfences is given.
        drawn: How many it has handed over.
        names: The names that figures of the page have.
    """

    def __init__(self, source: SourceFile | None, folder: Path) -> None:
        self.source = source
        self.folder = folder
        self.expected = 0
        self.drawn = 0
        self.names: set[str] = set()
        self._waiting = scan(source) if source else []

    def request(self, written: Written) -> tuple[Request, list[Diagnostic]]:
        """Return what a fence asks for, and what is wrong with its attributes."""
        self.drawn += 1
        fence = self._take(written)
        place = fence.place if fence else self._somewhere()
        attributes, faults = read_attributes(_given(written, fence), place)
        if attributes.name:
            self.names.add(attributes.name)
        spans = {item.name: item.span for item in fence.given if item.span} if fence else {}
        body_line = fence.body_line if fence else 1
        request = Request(attributes, self.folder, place, written.body, body_line, spans)
        if fence is None and self.source is not None:
            note = "the block does not stand in the page as it is drawn: something else writes it"
            faults = [replace(item, notes=(*item.notes, note)) for item in faults]
        return request, faults

    def lost(self) -> Iterator[Diagnostic]:
        """What is wrong with the fences that were to become figures and did not."""
        for fence in self._waiting[: max(0, self.expected - self.drawn)]:
            if not fence.is_closed:
                yield finding("unclosed-block", "the fence is not closed", fence.place)
            else:
                message = "the fence is not read as one"
                advice = 'write its attributes as name="value"'
                yield finding("figure-not-drawn", message, fence.place, help=advice)

    def _take(self, written: Written) -> Fence | None:
        fitting = [item for item in self._waiting if item.is_closed and item.fits(written)]
        exact = [item for item in fitting if item.agrees(written)]
        for fence in (*exact, *fitting):
            self._waiting.remove(fence)
            return fence
        return None

    def _somewhere(self) -> Span | None:
        return Span(self.source, 0, 0) if self.source else None


def _given(written: Written, fence: Fence | None) -> Iterable[Given]:
    if fence and fence.agrees(written):
        return fence.given
    spans = {item.name: item.span for item in fence.given} if fence else {}
    return [Given(name, value, spans.get(name)) for name, value in written.values.items()]
