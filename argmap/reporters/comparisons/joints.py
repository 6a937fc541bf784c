"""Where the marks of changed words may stand in Markdown: not between a letter and a sign, as around a full stop."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from argmap.reporters.comparisons.base import Bit, Role


class _Change(NamedTuple):
    """Words that went, and those that took their place."""

    old: str
    new: str


def parted(phrase: Sequence[Bit]) -> list[Bit]:
    """A phrase in which marks around removed and added words will be understood as marks.

    `fast` with a comma added behind it becomes `fast` removed and `fast,` added: in `fast**,**` nothing would be strong
    (flanking in CommonMark). Removed words always have a space behind them before what was added.
    """
    found: list[Bit | _Change] = []
    for is_change, run in groupby(phrase, key=lambda bit: bit.role in (Role.REMOVED, Role.ADDED)):
        bits = list(run)
        if is_change:
            old, new = ("".join(bit.text for bit in bits if bit.role is role) for role in (Role.REMOVED, Role.ADDED))
            _put(found, _Change(old, new))
        else:
            for bit in bits:
                _follow(found, bit)
    return [bit for item in found for bit in (_bits(item) if isinstance(item, _Change) else [item])]


def _put(found: list[Bit | _Change], change: _Change) -> None:
    """Add a change; what stands before it without a space becomes a part of it where its marks ask for that."""
    before = found[-1] if found else None
    if isinstance(before, Bit) and any(_is_bad(before.text[-1:], words[:1]) for words in change if words):
        kept, glued = _cut_last_word(before.text)
        found.pop()
        change = _Change(glued + change.old, glued + change.new)
        if kept:
            found.append(Bit(kept, before.role))
            before = found[-1]
        else:
            before = found[-1] if found else None
    if isinstance(before, _Change):
        found[-1] = _Change(before.old + change.old, before.new + change.new)
    else:
        found.append(change)


def _follow(found: list[Bit | _Change], bit: Bit) -> None:
    """Add other words; their beginning becomes a part of the change before them where its marks ask for that."""
    before = found[-1] if found else None
    if isinstance(before, _Change) and any(_is_bad(bit.text[:1], words[-1:]) for words in before if words):
        glued, rest = _cut_first_word(bit.text)
        found[-1] = _Change(before.old + glued, before.new + glued)
        bit = Bit(rest, bit.role)
    if bit.text:
        found.append(bit)


def _is_bad(outer: str, inner: str) -> bool:
    """Whether a mark between two signs would be none; one of them may be missing."""
    if not outer or not inner or outer.isspace() or inner.isspace() or inner.isalnum():
        return False
    return not unicodedata.category(outer).startswith("P")


def _cut_first_word(text: str) -> tuple[str, str]:
    end = next((place for place, sign in enumerate(text) if sign.isspace()), len(text))
    return text[:end], text[end:]


def _cut_last_word(text: str) -> tuple[str, str]:
    start = next((place + 1 for place in range(len(text) - 1, -1, -1) if text[place].isspace()), 0)
    return text[:start], text[start:]


def _bits(change: _Change) -> list[Bit]:
    old, new = change.old.rstrip(), change.new.rstrip()
    if old and new and not new[0].isspace():
        new = f" {new}"
    tail = " " if change.new[len(change.new.rstrip()) :] or change.old[len(change.old.rstrip()) :] else ""
    words = [Bit(old, Role.REMOVED), Bit(new, Role.ADDED)]
    return [bit for bit in words if bit.text.strip()] + ([Bit(tail)] if tail else [])
