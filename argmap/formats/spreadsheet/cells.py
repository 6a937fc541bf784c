"""Cells: what spreadsheets would take for a formula, lists, shares and answers of yes and no."""

import re
import unicodedata
from collections.abc import Iterable

from argmap.core.ids import is_id, made_id

_RISKY = re.compile("'*[=+\\-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}]")
_ITEM = re.compile(r"((?:[^;\\]|\\.?)*)(?:;|$)", re.DOTALL)
_ESCAPED = re.compile(r"\\([;\\])")
_SHARE = re.compile(r"[0-9]{1,20}(?:[.,][0-9]{1,30})?(?:e-[0-9]{1,3})?(%?)", re.IGNORECASE)
_YES = frozenset("yes y true 1 x".split())  # noqa: SIM905
_NO = frozenset("no n false 0".split())  # noqa: SIM905


def defused(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front."""
    return f"'{text}" if _RISKY.match(text) else text


def revealed(cell: str) -> str:
    """A cell without the apostrophe that `defused` put there, and without white space around it."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and _RISKY.match(cell) else cell


def parts(cell: str) -> list[str]:
    r"""The parts of a list: what stands between semicolons; `\;` is one that belongs to a part. Parts may be empty."""
    found, here = [], 0
    while True:
        part = _ITEM.match(cell, here)
        assert part is not None
        found.append(_ESCAPED.sub(r"\1", part[1]).strip())
        if part.end() == part.end(1):
            return found
        here = part.end()


def items(cell: str) -> list[str]:
    """The parts of a list that say something."""
    return [part for part in parts(cell) if part] if cell else []


def joined(texts: Iterable[str]) -> str:
    """A list as a cell."""
    return "; ".join(text.replace("\\", "\\\\").replace(";", "\\;") for text in texts)


def near_id(text: str) -> str:
    """The nearest thing to a text that may be an id, in composed characters; empty if nothing is left of it."""
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    return text if text and is_id(text) else made_id(text)


def share(cell: str) -> float | None:
    """A number from 0 to 1, which may be typed with a comma or in per cent; None for anything else."""
    found = _SHARE.fullmatch(cell.replace(" ", ""))
    if found is None:
        return None
    value = float(found[0].rstrip("%").replace(",", ".")) / (100 if found[1] else 1)
    return value if 0 <= value <= 1 else None


def typed_share(value: float | None) -> str:
    """A number from 0 to 1 as a cell."""
    return "" if value is None else str(int(value)) if value in (0, 1) else repr(float(value))


def flag(cell: str) -> bool | None:
    """Yes or no; None for anything else."""
    word = cell.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def typed_flag(value: bool | None) -> str:
    """Yes or no as a cell; empty for neither."""
    return "" if value is None else "yes" if value else "no"
