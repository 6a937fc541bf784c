"""Comments and scripts of a page, found as a browser finds them, in one pass over the text.

The parser of the standard library is not used: on texts that nothing closes its time grows with the square of their
length.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

TYPE = "text/argmap"
COMMENT_END = re.compile(r"(?<=<!--)-?>|--!?>")
_TAG = re.compile(r"""<([A-Za-z][^\s/>]*)((?>(?>=\s*(?:"[^"]*"|'[^']*')|[^>])*))>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is text, whatever stands in it."""


class Piece(NamedTuple):
    """A comment, or a script of argmap.

    Attributes:
        start: Where it starts.
        inside: Where its content starts.
        close: Where its content ends, or None if nothing closes it.
        end: Where it ends.
        attributes: Those of a script, in order; None for a comment.
    """

    start: int
    inside: int
    close: int | None
    end: int
    attributes: tuple[tuple[str, str], ...] | None = None


def pieces(text: str) -> Iterator[Piece]:
    """Find all comments, and the scripts of the type `text/argmap`, in order."""
    position = text.find("<")
    while position >= 0:
        following = position + 1
        if text.startswith("<!--", position):
            comment = _comment(text, position)
            yield comment
            following = comment.end
        elif text[following : following + 1] in ("/", "!", "?"):
            following = text.find(">", following)
        elif tag := _TAG.match(text, position):
            element = _raw(text, tag)
            if element and element.attributes is not None:
                yield element
            following = element.end if element else tag.end()
        elif re.match("[A-Za-z]", text[following : following + 1]):
            return  # a tag that nothing closes: what follows is part of it
        if following < 0:
            return
        position = text.find("<", following)


def _comment(text: str, start: int) -> Piece:
    closing = COMMENT_END.search(text, start + 4)
    if closing is None:
        return Piece(start, start + 4, None, len(text))
    return Piece(start, start + 4, closing.start(), closing.end())


def _raw(text: str, tag: re.Match[str]) -> Piece | None:
    """The element of a tag whose content is text; its attributes are there only if it is a script of argmap."""
    name = tag[1].lower()
    if name not in _RAW:
        return None
    values = {found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
              for found in _ATTRIBUTE.finditer(tag[2])}  # fmt: skip
    is_own = name == "script" and values.get("type", "").strip().lower() == TYPE
    attributes = tuple(values.items()) if is_own else None
    closing = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE).search(text, tag.end())
    if closing is None:
        return Piece(tag.start(), tag.end(), None, len(text), attributes)
    return Piece(tag.start(), tag.end(), closing.start(), closing.end(), attributes)
