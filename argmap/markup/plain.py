"""What all markups begin with: plain text on one line, and addresses that are safe to follow."""

import re
import unicodedata
from collections.abc import Sequence

_GAP = re.compile(r"[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_NO_CHARACTER = re.compile(r"[\ufdd0-\ufdef\ufffe\uffff]")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s/?#][^\s]*", re.IGNORECASE)
_UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#@!&+,;=%]")


def one_line(text: str) -> str:
    """A text on one line: gaps become a space, those at the ends go, and so do control characters and half pairs."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    line = _NO_CHARACTER.sub("", _GAP.sub(" ", text))
    kept = (sign for sign in line if unicodedata.category(sign) not in ("Cc", "Cs"))
    return re.sub(" {2,}", " ", "".join(kept)).strip()


def address(text: str) -> str | None:
    """An address with nothing in it but what addresses are made of, the rest as percent signs and digits.

    Returns:
        None if it is not `http`, `https` or `mailto`.
    """
    line = one_line(text)
    if not _ADDRESS.fullmatch(line):
        return None
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), line)


def even(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    """The head and the rows of a table, filled up with empty cells to the same length; an absent head stays so."""
    width = max((len(row) for row in (head, *rows)), default=0)
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    return ([*head, *[""] * (width - len(head))] if head else []), filled
