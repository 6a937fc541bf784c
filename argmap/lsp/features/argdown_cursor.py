"""Where a cursor stands in an Argdown text: in a title, a mention, a tag, or a rule of inference."""

import re
from typing import Literal, NamedTuple

_OPEN = re.compile(
    r"""(?: @?\[(?P<statement>[^\[\]<>\r\n]*)
          | @?<(?![+_-])(?P<argument>[^\[\]<>\r\n]*)
          | (?<![^\s])\#\((?P<words>[^()\r\n]*)
          | (?<![^\s])\#(?![\#\s(])(?P<tag>[^\s\#(){}\[\]<>]*)
          | (?<=\s)\#(?P<bare>)
        )\Z""",
    re.VERBOSE,
)
_CLOSING = {"statement": "]", "argument": ">", "words": ")"}
_REST = {
    "statement": re.compile(r"[^\[\]<>\r\n]*\]"),
    "argument": re.compile(r"[^\[\]<>\r\n]*>"),
    "words": re.compile(r"[^()\r\n]*\)"),
    "tag": re.compile(r"[^\s#(){}\[\]<>,.;:!?]*"),
}
_RULE = re.compile(r"[ \t]*-{2,}[ \t]*")
_COMMENT = re.compile(r"(?<!:)//|<!--")


class Opening(NamedTuple):
    """What is typed at a place.

    Attributes:
        wants: What can stand there.
        start: Where it begins, behind the sign that opens it.
        end: Where what it replaces ends.
        typed: What stands there up to the cursor.
        closing: The sign that closes it and has to be put in, too.
        needs_brackets: Whether it is a tag without brackets, in which no space can stand.
    """

    wants: Literal["statement", "argument", "tag", "rule"]
    start: int
    end: int
    typed: str
    closing: str = ""
    needs_brackets: bool = False


def opening_at(text: str, offset: int) -> Opening | None:
    """Tell what is typed at an offset, or None if it is nothing that has a name."""
    begin = text.rfind("\n", 0, offset) + 1
    before = text[begin:offset]
    if _COMMENT.search(before):
        return None
    found = _OPEN.search(before)
    if found is None:
        return _rule(text, begin, offset)
    name = found.lastgroup or ""
    if name in ("bare", "tag"):
        rest = _REST["tag"].match(text, offset)
        return Opening("tag", begin + found.start(name), rest.end() if rest else offset, found[name], "", True)
    rest = _REST[name].match(text, offset)
    wants: Literal["statement", "argument", "tag"] = (
        "tag" if name == "words" else "statement" if name == "statement" else "argument"
    )
    return Opening(wants, begin + found.start(name), rest.end() if rest else offset, found[name], _CLOSING[name])


def _rule(text: str, begin: int, offset: int) -> Opening | None:
    """A rule of inference: it stands alone on the line below `--`; several have commas between them."""
    above = text[text.rfind("\n", 0, max(0, begin - 1)) + 1 : max(0, begin - 1)].rstrip("\r")
    before = text[begin:offset]
    if not begin or not _RULE.fullmatch(above) or before.lstrip().startswith(("(", "-", "{")) or "{" in before:
        return None
    last = before.rpartition(",")[2]
    typed = last.lstrip()
    return Opening("rule", offset - len(typed), offset, typed)
