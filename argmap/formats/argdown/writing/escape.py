"""Escapes: a text written so that Argdown reads these very words back, and what can be a title or a tag."""

import re
from collections.abc import Container, Iterable, Iterator

from argmap.formats.argdown.text.shortcodes import BUILT_IN

_BLANK = re.compile(r"[ \x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ORDINARY = re.compile(r"[^\\@#*_\[\],.:</>(){};-]+")
_HARMLESS = re.compile(r"[^\W\d_](?>(?:[^\\@#*_\[\]<>{}/:=.\s\x00-\x1f\x7f-\x9f\ufeff]++|[.:](?= |\Z)| (?=\S))*)")
"""Most texts: they need no escape, which is seen at one glance."""
_SHORTCODE = re.compile(r"([.:])[^\s\ufeff]+?\1")
_TAG = re.compile(r"#(?:\([^)]+\)|[A-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+)")

_BEFORE_SIGN = (
    re.compile(r"[' ]*(?:(?=[-+]|[_*](?:[\s\ufeff]|$)|\([0-9]+\))|[0-9]+(?=\.(?:[\s\ufeff]|$)))"),
    re.compile(r"(?=#+(?: |$))"),
    re.compile(r"(?=[,}])"),
)
"""What stands before a sign that makes a line a relation, a row, an item of a list or a heading, or that keeps the
braces above it open. Apostrophes before a sign do not hinder it."""

_NO_TITLES = frozenset(
    {
        *("__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__", "constructor"),
        *("hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf"),
    }
)
"""Names that every object of JavaScript has; Argdown's own tools break over titles of these names."""


def escaped(text: str, further: Container[str] = ()) -> str:
    """Return a text with the escapes that it needs to stand in an Argdown file wherever a text may stand.

    Args:
        text: The words. Line breaks and control characters become spaces, and several spaces become one.
        further: Shortcodes of the file beyond the usual ones, such as `:tram:`.

    Returns:
        The text in one line; a space or the end of the line must follow. It is empty if the text is blank.
    """
    if _HARMLESS.fullmatch(text):
        return text
    words = in_one_line(text)
    sign = max((found.end() for pattern in _BEFORE_SIGN if (found := pattern.match(words))), default=-1)
    return _joined([words[: max(sign, 0)], *_pieces(words, sign, further)])


def escaped_rule(name: str, further: Container[str] = ()) -> str:
    """Return the name of a rule of inference with its escapes; it stands in the line of an inference, or above it."""
    return _joined(_pieces(in_one_line(name), -1, further, is_rule=True))


def in_one_line(text: str) -> str:
    """Return a text without line breaks, control characters and spaces that count for nothing."""
    return _BLANK.sub(" ", text).strip().strip("\ufeff").strip()


def can_be_title(text: str, is_argument: bool) -> bool:
    """Whether a title can stand in brackets, `[...]` or `<...>`, and comes back unchanged.

    There are no escapes in titles, so that some cannot.
    """
    if not text or text != text.strip() or text.startswith("-") or text in _NO_TITLES or not _is_one_line(text):
        return False
    if is_argument:
        return ">" not in text and not text.startswith(("+", "_", "!--"))
    return "]" not in text


def tag_in_text(tag: str) -> str | None:
    """Return a tag as it is written, `#tag` or `#(a tag)`; None if it cannot be written."""
    forms = (f"#{tag}", f"#({tag})")
    spoils = any(end in tag for end in ("]:", ">:"))  # behind `[Title]` it would make the title go on up to here
    return next((form for form in forms if _TAG.fullmatch(form) and _is_one_line(form) and not spoils), None)


def _is_one_line(text: str) -> bool:
    return not _BLANK.search(text.replace(" ", ""))


def _joined(pieces: Iterable[str]) -> str:
    parts = list(pieces)
    for number in range(len(parts) - 2, -1, -1):
        # In the name of a tag, a backslash counts as a letter.
        if parts[number] == "#" and parts[number + 1].startswith("\\"):
            parts[number] = r"\#"
    return "".join(parts)


def _pieces(words: str, sign: int, further: Container[str], *, is_rule: bool = False) -> Iterator[str]:
    """The words from a sign on, if there is one (else -1), in the pieces that Argdown takes them for, with escapes."""
    place = max(sign, 0)
    while place < len(words):
        piece, length = words[place], 1
        code = _SHORTCODE.match(words, place)
        is_known = code is not None and (is_rule or code[0] in BUILT_IN or code[0] in further)
        if code and not is_known:
            # Argdown lets all in it stand as it is, backslashes too.
            piece, length = code[0], len(code[0])
        elif is_known or place == sign or _needs_escape(words, place) or (is_rule and piece in ",-"):
            piece = "\\" + piece
        elif ordinary := _ORDINARY.match(words, place):
            piece, length = ordinary[0], len(ordinary[0])
        yield piece
        place += length
        if words.startswith(" ", place):
            yield " "
            place += 1


def _needs_escape(words: str, place: int) -> bool:
    """Whether a character means something where it stands. What only may close something needs no escape."""
    sign, following = words[place], words[place + 1 : place + 2]
    if sign in "[<{\\":
        return True  # even without a partner in this text: there may be one further down in the file
    if sign in "*_":
        return following not in ("", " ")
    if sign == "/":
        return following in ("/", "*")
    if sign == "#":
        return following == "(" or bool(_TAG.match(words, place))
    return sign == "=" and words.startswith("===", place)
