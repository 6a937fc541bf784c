"""Ids: which spellings they may have, and those made from titles and texts: `[Build the tram]` is `build-the-tram`."""

import re
import unicodedata
from collections.abc import Iterable

_ENOUGH = 40
"""Characters that an id made of the first words of a text has at most, unless its first word is longer."""

_ASCII_RUN = re.compile("[^a-z0-9]+")
_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*", re.ASCII)


def is_id(text: str) -> bool:
    """Whether a text may be an id: a letter or digit of any script, then also marks, `-`, `_` and `.`."""
    if _PLAIN_ID.fullmatch(text):
        return True
    if not text.isascii() and unicodedata.category(text[0])[0] in "LN":
        return all(unicodedata.category(sign)[0] in "LNM" or sign in "-_." for sign in text)
    return False


def made_id(text: str) -> str:
    """The nearest thing to a text that may be an id; empty if nothing is left of it."""
    kept = "".join(sign if unicodedata.category(sign)[0] in "LNM" or sign in "_." else "-" for sign in text)
    return re.sub("-+", "-", kept).strip("-_.")


def slug(text: str) -> str:
    """The letters and digits of a text in lower case, with hyphens for whatever stands between them; may be empty."""
    if text.isascii():
        return _ASCII_RUN.sub("-", text.lower()).strip("-")
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    kept: list[str] = []
    for sign in folded:
        kind = unicodedata.category(sign)[0]
        # A mark belongs to the letter before it; without one it is as good as a space.
        fits = kind in "LN" or (kind == "M" and kept and kept[-1] != "-")
        if fits or (kept and kept[-1] != "-"):
            kept.append(sign if fits else "-")
    return "".join(kept).removesuffix("-")


def first_words(text: str, enough: int = _ENOUGH) -> str:
    """A slug of the first words of a text, of up to `enough` characters unless its first word is longer."""
    found = ""
    for word in slug(text[: 4 * enough]).split("-"):
        longer = f"{found}-{word}" if found else word
        if found and len(longer) > enough:
            break
        found = longer
    return found[: 2 * enough]


class Ids:
    """Gives out ids, each once.

    Args:
        reserved: Ids that are taken from the start.
    """

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = set(reserved)
        self._numbers: dict[str, int] = {}

    def made(self, wanted: str, otherwise: str = "claim") -> str:
        """An id that nobody has: the one that is wanted, if need be with a number.

        Args:
            wanted: A slug.
            otherwise: What to take if that is empty.
        """
        base = wanted or otherwise
        number = self._numbers.get(base, 0) + 1
        found = base if number == 1 else f"{base}-{number}"
        while found in self._taken:
            number += 1
            found = f"{base}-{number}"
        self._numbers[base] = number
        self._taken.add(found)
        return found
