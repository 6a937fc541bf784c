"""Puts comments and blank lines back between the rows of a text."""

import re
from collections.abc import Iterable

from argmap.editing.layout.rows import Row

_BLANK = re.compile(r"\n[ \t]*\r?\n")
_GAP = 2
"""Spaces between a value and the comment behind it, at least."""


class Weaver:
    """Writes rows with what stood between them.

    Args:
        text: The old text.
        comments: Where its comments are, as offsets, in order.
    """

    def __init__(self, text: str, comments: Iterable[tuple[int, int]]) -> None:
        self.text = text
        self.comments = list(comments)
        self.number = 0
        self.lines: list[str] = []
        self.done = 0
        self.before: Row | None = None
        self.is_behind_row = False

    def woven(self, rows: Iterable[Row]) -> str:
        """Return the new text, with a line end at its end."""
        for row in rows:
            for start, end in self._taken(row.start):
                self._gap_comment(start, end, row)
            inside = self._taken(row.end)
            behind = self._behind(row.end)
            if row.is_block:
                has_place = bool(inside) and not self._is_alone(inside[-1][0])
            else:
                has_place = len(row.lines) == 1 and len(inside) == 1 and not behind
            trailing = inside.pop() if has_place else None
            for start, end in inside:
                self._own_line(start, end, row.indent)
            self._blank(row.start)
            self.lines.append(" " * row.indent + row.lines[0])
            self.before, self.is_behind_row = row, True
            if trailing:
                self._behind_row(*trailing)
            elif outer := self._behind_brackets(row):
                self._behind_row(*outer, keeps_column=False)
            self.lines += row.lines[1:]
            self.done = row.end
        for start, end in self._taken(len(self.text)):
            self._gap_comment(start, end, None)
        return "\n".join(self.lines) + "\n"

    def _taken(self, end: int) -> list[tuple[int, int]]:
        """The comments up to an offset that have not been written."""
        first = self.number
        while self.number < len(self.comments) and self.comments[self.number][0] < end:
            self.number += 1
        return self.comments[first : self.number]

    def _behind(self, offset: int) -> bool:
        """Whether the next comment stands on the line of an offset."""
        return self.number < len(self.comments) and self._is_one_line(offset, self.comments[self.number][0])

    def _is_alone(self, start: int) -> bool:
        """Whether nothing stands before a comment on its line."""
        return not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip()

    def _is_one_line(self, start: int, end: int) -> bool:
        """Whether no line ends between two offsets, or right before them, as behind a block that keeps its end."""
        return self.text.find("\n", max(start - 1, 0), end) < 0

    def _behind_brackets(self, row: Row) -> tuple[int, int] | None:
        """Take the comment behind brackets that are gone, if there is none between it and the row."""
        end = row.brackets_end
        if end is None or not self._behind(end) or self.comments[self.number][0] < end:
            return None
        self.number += 1
        return self.comments[self.number - 1]

    def _gap_comment(self, start: int, end: int, row: Row | None) -> None:
        if self.is_behind_row and self._is_one_line(self.done, start):
            self._behind_row(start, end)
        else:
            self._own_line(start, end, self._indent(start, row))

    def _behind_row(self, start: int, end: int, *, keeps_column: bool = True) -> None:
        """Write a comment behind a value. One that was set apart keeps its column if there is room."""
        old = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        is_apart = keeps_column and len(old) - len(old.rstrip()) > _GAP
        column = max(len(old) if is_apart else 0, len(self.lines[-1]) + _GAP)
        self.lines[-1] = f"{self.lines[-1]:{column}}{self._words(start, end)}"
        self.done, self.is_behind_row = end, False

    def _own_line(self, start: int, end: int, indent: int) -> None:
        self._blank(start)
        self.lines.append(" " * indent + self._words(start, end))
        self.done, self.is_behind_row = max(end, self.done), False

    def _words(self, start: int, end: int) -> str:
        return self.text[start:end].rstrip(" \t")

    def _blank(self, start: int) -> None:
        if self.lines and self.lines[-1] and _BLANK.search(self.text, self.done, start):
            self.lines.append("")

    def _indent(self, start: int, row: Row | None) -> int:
        """The indentation of a comment on a line of its own: that of the innermost thing that begins no later."""
        if row is not None and row.was_flow:
            return row.indent
        column = start - self.text.rfind("\n", 0, start) - 1
        fitting = [level for item in (self.before, row) if item for level in item.levels if level[0] <= column]
        if fitting:
            return max(fitting)[1]
        return row.indent if row else 0
