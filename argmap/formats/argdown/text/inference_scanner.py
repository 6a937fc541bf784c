"""The part of the lexer that reads the line of an inference, from `--` to `--`, over one line or several."""

import re
from collections.abc import Callable

from argmap.formats.argdown.text.scanner import EMPTY_LINE, NEWLINE, Scanner
from argmap.formats.argdown.text.tokens import Kind

_WORDS = re.compile(r"[^\\@#*_\[\],.:</>(){}\n;\-]++|[^\n][ \t]?")
_NUMBER = re.compile(r"[ \t]*+\([0-9]+\)")
_LINE_END = re.compile(r"--+")


class InferenceScanner(Scanner):
    """Reads lines of inferences.

    Attributes:
        line: Number of the token with which the line began, within such a line, else None.
    """

    def __init__(self, text: str, *, within: bool = False, windows: bool = False) -> None:
        super().__init__(text, within=within, windows=windows)
        self.line: int | None = None
        # Where to go on if that line turns out not to be closed: number of the token, offset, remarks so far.
        self._escape: tuple[int, int, int] | None = None
        self._readers_in_line: dict[str, Callable[[], bool]] = {
            " ": self._space_in_line, "\t": self._space_in_line, "\n": self._space_in_line, "/": self.slash,
            "<": self.markup_comment, "\\": self.backslash, ".": self.shortcode, ":": self.shortcode,
            "-": self._line_end, "{": self.brace, ",": self._comma,
        }  # fmt: skip

    def begin_line(self) -> None:
        """Say that the last token is the `--` with which a line begins."""
        self.line = len(self.tokens) - 1
        self._escape = None

    def read_in_line(self) -> None:
        """Read the next token of the line. The line ends at its closing hyphens, at the latest at an empty line."""
        if self.at >= self.size or EMPTY_LINE.match(self.text, self.at):
            self._leave_line()
            return
        reader = self._readers_in_line.get(self.text[self.at])
        if reader is None or not reader():
            found = _WORDS.match(self.text, self.at)
            self.add(Kind.TEXT, found.end() if found else self.size)

    def _leave_line(self) -> None:
        """Give up looking for the end of the line, and read again what looks like the next row, if anything does."""
        if self._escape:
            number, self.at, remarks = self._escape
            del self.tokens[number:], self.remarks[remarks:]
            while self.comments and self.comments[-1][0] >= self.at:
                self.comments.pop()
            self.last = Kind.NEWLINE
            self.is_fresh = True
        self.line = self._escape = None

    def _space_in_line(self) -> bool:
        found = NEWLINE.match(self.text, self.at)
        if found is None:
            return self.skip_blanks()
        self.add(Kind.NEWLINE, found.end())
        if self._escape is None and _NUMBER.match(self.text, self.at):
            self._escape = (len(self.tokens), self.at, len(self.remarks))
        return True

    def _comma(self) -> bool:
        return self.add(Kind.COMMA, self.at + 1)

    def _line_end(self) -> bool:
        found = _LINE_END.match(self.text, self.at)
        if found is None:
            return False
        if self._escape and self._has_several_lines():
            self._leave_line()
            return True
        self.add(Kind.LINE_END, found.end())
        self.line = self._escape = None
        return True

    def _has_several_lines(self) -> bool:
        """Whether there are rules in more than one line, which no inference has."""
        lines, is_new = 0, True
        for token in self.tokens[(self.line or 0) + 1 :]:
            if token.kind is Kind.NEWLINE:
                is_new = True
            elif is_new and token.kind is not Kind.DATA:
                lines, is_new = lines + 1, False
        return lines > 1
