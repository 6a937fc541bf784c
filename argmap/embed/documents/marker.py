"""What stands in a marker comment: its kind and attributes, the same words in every host that has comments."""

import re
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import SourceFile
from argmap.embed import attribute_text
from argmap.embed.attributes import NAMES, Given
from argmap.embed.documents.base import FIGURE, Placed

END = "end"
"""The word of the marker that closes a region."""

_START = re.compile(r"\s*argmap(?=\s|$)[^\S\n]*")
_KIND = re.compile(r"[A-Za-z][\w-]*(?=\s|$)")
_CLOSING = re.compile(r"--(\\*)(!?>)")
_KEPT_CLOSING = re.compile(r"--\\(\\*)(!?>)")


class Head(NamedTuple):
    """The first line of a marker.

    Attributes:
        kind: `figure`, `end`, or the name of a text as typed.
        given: Its attributes.
        faults: What cannot be read in it.
    """

    kind: str
    given: tuple[Given, ...]
    faults: tuple[Diagnostic, ...]


def read_head(source: SourceFile, start: int, end: int) -> Head | None:
    """Read what stands between the signs of a comment, on its first line.

    Returns:
        None if the comment does not begin with the word `argmap`: it is somebody else's.
    """
    word = _START.match(source.text, start, end)
    if word is None:
        return None
    position, kind = word.end(), FIGURE
    found = _KIND.match(source.text, position, end)
    if found and (found[0] == FIGURE or found[0] not in NAMES):
        position, kind = found.end(), found[0]
    given, faults = attribute_text.parse(source, position, end)
    return Head(kind, tuple(given), tuple(faults))


def write_head(block: Placed) -> str:
    """The first line of a marker, without the signs of the comment."""
    words = ("argmap", "" if block.kind == FIGURE else block.kind, attribute_text.write(block.attributes))
    return " ".join(word for word in words if word)


def kept_from_closing(text: str) -> str:
    """A text in which nothing closes a comment of HTML; `with_closings` gives it back."""
    return _CLOSING.sub(r"--\1\\\2", text)


def with_closings(text: str) -> str:
    """The text that `kept_from_closing` was given."""
    return _KEPT_CLOSING.sub(r"--\1\2", text)
