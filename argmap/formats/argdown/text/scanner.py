"""The part of the lexer that is the same everywhere in a text: comments, escapes, shortcodes and data in braces."""

import re

from argmap.formats.argdown.text.closings import SPACE, Closings
from argmap.formats.argdown.text.indentation import Indentation
from argmap.formats.argdown.text.tokens import Kind, Remark, Token

LINE_START = re.compile(
    rf"([' \t]*+)(?:(--)|(\+>|->|<?[+\-]|><|_>|<_|_(?=[{SPACE}]))|(\([0-9]+\))"
    rf"|([0-9]+\.(?=[{SPACE}]))|(\*(?=[{SPACE}])))"
)
"""Indentation, and the sign of a line of inference, a relation, a row, or an item of either kind of list."""

HEADING = re.compile(r"#+ ")
NEWLINE = re.compile(r"[ \t]*+\n")
EMPTY_LINE = re.compile(r"(?:[ \t]*+\n){2,}")
_GAP = re.compile(r"(?:[ \t]*+\n)*")
_BLANKS = re.compile(r"[ \t]*+")
_ESCAPED = re.compile(r"\\[^\n] *+")
_SHORTCODE = re.compile(rf"\.[^{SPACE}]+?\.[ \t]?|:[^{SPACE}]+?:[ \t]?")
_LIKE_DATA = re.compile(r"\{\s*+[\w\"'-]++\s*+:\s")


class Scanner:
    r"""A text that is read from left to right.

    Each of its readers reads one kind of token and returns whether there was one; what it reads it puts into `tokens`.

    Attributes:
        at: How far it has come.
        last: Kind of the token before, or None.
        is_fresh: Whether no token stands before in this line.
        within: Whether the text is from the middle of a line.
        windows: Whether its lines ended in `\r\n`.
    """

    def __init__(self, text: str, *, within: bool = False, windows: bool = False) -> None:
        self.text = text
        self.size = len(text)
        self.within = within
        self.windows = windows
        self.closings = Closings(text)
        self.tokens: list[Token] = []
        self.remarks: list[Remark] = []
        self.comments: list[tuple[int, int]] = []
        self.indentation = Indentation(self.remarks)
        self.at = 0
        self.last: Kind | None = None
        self.is_fresh = not within

    def add(self, kind: Kind, end: int) -> bool:
        """Make a token of what stands up to a place."""
        # Faster than to call the class, which counts here.
        self.tokens.append(tuple.__new__(Token, (kind, self.at, end, self.text[self.at : end], 0)))
        self.at = end
        self.last = kind
        self.is_fresh = False
        return True

    def remark(self, name: str, message: str, end: int, help: str | None = None, note: str | None = None) -> None:
        """Remark on what stands up to a place."""
        self.remarks.append(Remark(name, message, self.at, min(end, self.size), help, note))

    def unportable(self, message: str, end: int, help: str | None, note: str) -> None:
        """Remark that Argdown's own tools read it differently."""
        self.remark("unportable-syntax", message, end, help, note)

    def skip_blanks(self) -> bool:
        """Read spaces and tabs; they make no token."""
        found = _BLANKS.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return True

    # Comments

    def slash(self) -> bool:
        """Read a comment, `/* ... */` or `// ...`."""
        if self.text.startswith("/*", self.at):
            return self._block_comment("/*", "*/")
        if not self.text.startswith("//", self.at):
            return False
        before = self.text[self.at - 1 : self.at]
        end = self.closings.next("\n", self.at)
        if end == self.size and not self.within:
            if before.strip():
                return False
            self.unportable(
                "a comment in the last line needs a line end behind it",
                end,
                None,
                "without it, Argdown's own tools take it for text",
            )
        elif before == ":":
            self.unportable(
                "`//` begins a comment, so that the rest of this line is no part of the text",
                end,
                r"write addresses as a link, `[words](https://...)`, or with a backslash, `https:/\/...`",
                "Argdown's own tools read it like this, which is hardly what is meant",
            )
        return self._comment(end)

    def markup_comment(self) -> bool:
        """Read a comment, `<!-- ... -->`."""
        return self.text.startswith("<!--", self.at) and self._block_comment("<!--", "-->")

    def _block_comment(self, opening: str, closing: str) -> bool:
        end = self.closings.next(closing, self.at + len(opening))
        if end < self.size:
            return self._comment(end + len(closing))
        if not self.text[max(self.at - 1, 0) : self.at].strip():
            self.remark(
                "syntax-error",
                f"this comment is not closed; `{closing}` is missing",
                self.at + len(opening),
                rf"put `{closing}` at its end, or write `\{opening}` if it is no comment",
            )
        return False

    def _comment(self, end: int) -> bool:
        self.comments.append((self.at, end))
        if self.last is Kind.EMPTY_LINE:
            found = _GAP.match(self.text, end)
            self._report_gap(end, found.end() if found else end)
            end = found.end() if found else end
        elif self.last is Kind.NEWLINE:
            found = NEWLINE.match(self.text, end)
            if found and not NEWLINE.match(self.text, found.end()):
                end = found.end()
        self.at = end
        return True

    def _report_gap(self, start: int, end: int) -> None:
        """Spaces behind a comment make Argdown begin a paragraph there, in which only plain text can follow."""
        blanks = self.text[start:end].lstrip("\n")
        is_sign = LINE_START.match(self.text, end) or HEADING.match(self.text, end)
        if blanks and not self.windows and (is_sign or self.text[end : end + 1] in ("[", "<")):
            message = "there are spaces between this comment and the end of its line"
            note = "Argdown's own tools refuse what follows"
            self.remarks.append(Remark("unportable-syntax", message, start, end, "take the spaces away", note))

    # What can stand in texts and in lines of inferences

    def brace(self) -> bool:
        """Read data in braces."""
        ends = self.closings.braces(self.at)
        if ends is None:
            self._report_open_brace()
            return False
        ours, theirs = ends
        if ours != theirs:
            self.unportable(
                "something follows these braces that has to stand apart from them",
                ours,
                "put data at the end of its line",
                "Argdown's own tools take what follows for a part of the data",
            )
        elif self.windows and "\n" in self.text[self.at : ours]:
            self.unportable(
                "data over several lines needs Unix line ends",
                self.at + 1,
                "save the file with Unix line ends (LF)",
                "with Windows line ends, Argdown's own tools take the data for text",
            )
        return self.add(Kind.DATA, ours)

    def _report_open_brace(self) -> None:
        is_closed = self.closings.next("}", self.at) < self.closings.blank_line(self.at)
        if not is_closed and _LIKE_DATA.match(self.text, self.at):
            self.remark("syntax-error", "these braces are not closed", self.at + 1, "put `}` behind the data")

    def backslash(self) -> bool:
        """Read an escaped character."""
        found = _ESCAPED.match(self.text, self.at)
        if found:
            return self.add(Kind.ESCAPED, found.end())
        self.unportable(
            "there is nothing behind this backslash",
            self.at + 1,
            r"write `\\` for a backslash",
            "Argdown's own tools refuse the whole file because of it",
        )
        return self.add(Kind.TEXT, self.at + 1)

    def shortcode(self) -> bool:
        """Read what looks like a shortcode, known or not."""
        found = _SHORTCODE.match(self.text, self.at)
        return found is not None and self.add(Kind.SHORTCODE, found.end())
