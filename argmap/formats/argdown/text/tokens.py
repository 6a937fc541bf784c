"""The words of an Argdown text, before they are put together: tokens, and remarks on what was odd in finding them."""

from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What a token is."""

    END = 0
    NEWLINE = 1
    EMPTY_LINE = 2
    TEXT = 3  # words and signs that mean nothing where they stand
    ESCAPED = 4  # `\x`, with the spaces behind it
    SHORTCODE = 5  # `.x.` or `:x:`, known or not, with a space behind it
    LINK = 6  # `[words](address)`
    TAG = 7  # `#tag` or `#(a tag)`
    MENTION = 8  # `@[Title]` or `@<Title>`
    OPEN = 9  # of bold or italic: `**`, `__`, `*`, `_`
    CLOSE = 10
    DATA = 11  # `{...}`
    DEFINITION = 12  # `[Title]:` or `<Title>:`
    REFERENCE = 13  # `[Title]` or `<Title>`
    RELATION = 14
    ITEM = 15  # the sign of an item of a list
    NUMBER = 16  # `(1)`
    HEADING = 17  # `# `
    LINE = 18  # the `--` with which the line of an inference begins
    LINE_END = 19
    COMMA = 20  # between two rules of inference
    FRONT_MATTER = 21
    LITERAL = 22  # a sign that would mean something elsewhere; the parser makes it of other tokens


class Token(NamedTuple):
    """A word of the text.

    Attributes:
        text: Its characters, for relations and items without the spaces before them.
        depth: For relations and items, how many levels of indentation are open; 0 otherwise.
    """

    kind: Kind
    start: int
    end: int
    text: str
    depth: int = 0


class Remark(NamedTuple):
    """A finding of the given name before it has its place in a file."""

    name: str
    message: str
    start: int
    end: int
    help: str | None = None
    note: str | None = None
