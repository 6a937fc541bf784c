"""The walk through a document line by line: fences and markers become blocks, all else is stepped over."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.embed.attributes import Given, read_attributes
from argmap.embed.documents.base import FIGURE, Block, Picture, Scan
from argmap.embed.documents.line_comments import as_body, trimmed, uncommented
from argmap.embed.documents.lines import Lines
from argmap.embed.documents.marker import Head, read_head
from argmap.embed.documents.regions import closed_regions


class Behind(NamedTuple):
    """The image behind a marker.

    Attributes:
        picture: What it shows.
        last: The last line that goes with it.
        given: What it says where the marker says nothing, such as its caption.
    """

    picture: Picture
    last: int
    given: tuple[Given, ...] = ()


class LineScanner(ABC):
    """Reads one document; each host says what its marks look like. Lines are counted from 0.

    Attributes:
        source: The document.
        lines: Its lines.
        count: How many there are.
        at: The line that comes next.
        blocks: What was found, each marker for itself.
        faults: What is wrong.
    """

    lead: re.Pattern[str]
    """The margin and the sign of a comment that begins with `argmap`."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.lines = Lines(source.text)
        self.count = len(self.lines.starts)
        self.at = 0
        self.blocks: list[Block] = []
        self.faults: list[Diagnostic] = []

    def scan(self) -> Scan:
        """Walk through all lines."""
        if "argmap" not in self.source.text:
            return Scan(())
        while self.at < self.count:
            head = self.head(self.at)
            if head:
                self._take_marker(self.at, head)
            else:
                self.step()
        blocks, faults = closed_regions(self.blocks)
        return Scan(tuple(blocks), (*self.faults, *faults))

    @abstractmethod
    def step(self) -> None:
        """Take the line that comes next, and what belongs to it."""

    @abstractmethod
    def body(self, number: int, head: Head) -> tuple[str | None, int, int]:
        """The map in the marker comment on a line, the line it begins in, and the line behind the comment."""

    @abstractmethod
    def picture(self, number: int, after: int, head: Head) -> Behind | None:
        """The image behind the marker that is on line `number` and ends before line `after`."""

    def text(self, number: int) -> str:
        """A line without its line end."""
        return self.lines.text(number)

    def is_empty(self, number: int) -> bool:
        """Whether a line is empty, or not there."""
        return number >= self.count or not self.text(number).strip()

    def next_filled(self, number: int) -> int:
        """The first line from here on that is not empty; the number of lines if there is none."""
        return next((at for at in range(number, self.count) if not self.is_empty(at)), self.count)

    def margin(self, number: int) -> str:
        """The blanks before a line."""
        text = self.text(number)
        return text[: len(text) - len(text.lstrip(" \t"))]

    def head(self, number: int) -> Head | None:
        """The marker that begins on a line, if one does."""
        found = self.lead.match(self.text(number))
        return (
            read_head(self.source, self.lines.starts[number] + found.end(), self.lines.end(number)) if found else None
        )

    def span(self, first: int, last: int) -> Span:
        """From the start of a line to the end of another."""
        return Span(self.source, self.lines.starts[first], self.lines.end(last))

    def take_fence(self, first: int, last: int, given: tuple[Given, ...], body: tuple[str | None, int]) -> None:
        """Note a fence with its map and the line that the map begins in."""
        block = Block(FIGURE, self.span(first, last), given, body[0], body[1] + 1, margin=self.margin(first))
        self.blocks.append(block)
        self.at = last + 1

    def unclosed(self, number: int, message: str, advice: str) -> None:
        """Note an `unclosed-block` at a line."""
        start = self.lines.starts[number] + len(self.margin(number))
        self.faults.append(
            finding("unclosed-block", message, Span(self.source, start, self.lines.end(number)), help=advice)
        )

    def commented_body(self, number: int, head: Head, sign: re.Pattern[str]) -> tuple[str | None, int, int]:
        """The same as `body`, where each line has the sign of a comment.

        A marker with a `file` has no map in it: comments under it are not its own.
        """
        found: list[str] = []
        after = number + 1
        while after < self.count and not any(item.name == "file" for item in head.given):
            line = sign.match(self.text(after))
            if line is None or self.head(after):
                break
            found.append(uncommented(self.text(after)[line.end() :]))
            after += 1
        return as_body(found), number + 1 + trimmed(found)[1], after

    def adopted(self, head: Head, found: Iterable[Given]) -> tuple[Given, ...]:
        """What an image says that a marker without `figure` takes over, so that nothing of it is lost."""
        named = {item.name for item in head.given}
        return tuple(item for item in found if not named & {"figure", item.name} and not read_attributes([item])[1])

    def _take_marker(self, number: int, head: Head) -> None:
        self.faults += head.faults
        body, body_at, after = self.body(number, head)
        behind = self.picture(number, after, head) if head.kind == FIGURE else None
        last = behind.last if behind else after - 1
        given = head.given + (behind.given if behind else ())
        picture = behind.picture if behind else None
        span = self.span(number, last)
        self.blocks.append(Block(head.kind, span, given, body, body_at + 1, True, self.margin(number), picture))
        self.at = last + 1
