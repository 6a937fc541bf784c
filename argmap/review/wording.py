"""Two wordings of one text, word by word, so that it reads well."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import TypeAlias

from argmap.core.comparison import Part, Piece

_TOKEN = re.compile(
    r"\s?(?:[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"  # scripts that put no spaces between words
    r"|\w+(?:[-'’.,:/]\w+)*"
    r"|[^\w\s])"
)
_MOST_WORK = 4_000_000
"""Pairs of words that are compared for one text; of longer ones only the start and the end are told apart."""

_KEPT_AT_LEAST = 0.3
"""Share of the shorter wording, in letters, that both must have; else one stands for the other as a whole."""

_OTHER = {Part.ADDED: Part.REMOVED, Part.REMOVED: Part.ADDED, Part.KEPT: Part.KEPT}

Run: TypeAlias = list[Piece]
"""Words, each a piece: all of them kept, or none."""


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Tell what was done to a text, word by word; runs of white space count as one space.

    Returns:
        The pieces in reading order; where words took the place of others, the removed ones stand first. From new to old
        the result is the same with added and removed exchanged.
    """
    first, second = " ".join(old.split()), " ".join(new.split())
    if first <= second:
        return tuple(_joined(_smoothed(_runs(first, second))))
    # Which words are found to be kept must not hang on the direction.
    back = _smoothed(_runs(second, first))
    return tuple(_joined(Piece(_OTHER[item.part], item.words) for item in back))


def _runs(old: str, new: str) -> list[Run]:
    """Kept words and others in turn."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    start = _shared(before, after)
    before_end, after_end = before[start:], after[start:]
    end = _shared(before_end[::-1], after_end[::-1])
    taken, put = before_end[: len(before_end) - end], after_end[: len(after_end) - end]
    runs = [_kept(before[:start], after[:start])]
    if len(taken) * len(put) > _MOST_WORK:
        runs.append(_replaced(taken, put))
    else:
        first, second = [[word.strip() for word in side] for side in (taken, put)]
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
            make = _kept if tag == "equal" else _replaced
            runs.append(make(taken[i1:i2], put[j1:j2]))
    runs.append(_kept(before_end[len(before_end) - end :], after_end[len(after_end) - end :]))
    return [run for run in runs if run]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a.strip() != b.strip()), min(len(one), len(other)))


def _kept(taken: Sequence[str], put: Sequence[str]) -> Run:
    return [Piece(Part.KEPT, max(pair, key=len)) for pair in zip(taken, put, strict=True)]


def _replaced(taken: Sequence[str], put: Sequence[str]) -> Run:
    return [Piece(Part.REMOVED, word) for word in taken] + [Piece(Part.ADDED, word) for word in put]


def _smoothed(runs: list[Run]) -> Iterator[Piece]:
    """The words, where kept ones that only break a change into crumbs are taken into it."""
    kept = sum(_letters(run, Part.KEPT) for run in runs)
    shorter = kept + min(sum(_letters(run, part) for run in runs) for part in (Part.REMOVED, Part.ADDED))
    is_another_text = kept < _KEPT_AT_LEAST * shorter
    for place, run in enumerate(runs):
        is_inside = 0 < place < len(runs) - 1
        is_crumb = is_inside and len(run) < 3 and _size(run) <= min(_size(runs[place - 1]), _size(runs[place + 1]))
        if run[0].part is Part.KEPT and (is_another_text or is_crumb):
            yield from _replaced([item.words for item in run], [item.words for item in run])
        else:
            yield from run


def _letters(run: Run, part: Part) -> int:
    return sum(len(item.words.strip()) for item in run if item.part is part)


def _size(run: Run) -> int:
    """Letters of the longer side of a run."""
    return max(_letters(run, part) for part in Part)


def _joined(words: Iterable[Piece]) -> Iterator[Piece]:
    """The words as pieces."""
    at_start = True
    for is_kept, run in groupby(words, key=lambda item: item.part is Part.KEPT):
        found = list(run)
        for part in [Part.KEPT] if is_kept else [Part.REMOVED, Part.ADDED]:
            text = "".join(item.words for item in found if item.part is part)
            if text:
                yield Piece(part, text.lstrip() if at_start else text)
        at_start = False
