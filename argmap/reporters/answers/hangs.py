"""What a conclusion hangs on, for a terminal: the smallest sets that flip it, then the claims, most telling first."""

from collections.abc import Iterator

from argmap.core.explanation import Influence, Sensitivity, Value
from argmap.core.labelling import Label
from argmap.diagram.columns import Run, columns, wrap
from argmap.diagram.verdict import WORDS, number
from argmap.reporters.answers.base import Account
from argmap.reporters.answers.prose import BOLD, DIM, STANDS, Names, Words, counted, listed, sentence
from argmap.reporters.answers.weights import SEEN, signed

_MOST_SETS = 20
_MOST_CLAIMS = 30
_NARROWEST = 16
_TITLE = "what it hangs on"


def lines(found: Sensitivity, account: Account) -> Iterator[list[Run]]:
    """Tell what a conclusion hangs on."""
    names = Names(account.map, colour=account.colour, unicode=account.unicode)
    width = max(account.width, 40)
    yield from wrap(_head(found, names), width)
    if found.value is None:
        return
    for chosen in found.flips[:_MOST_SETS]:
        words = listed([names.claim(name) for name in chosen])
        for place, line in enumerate(wrap(sentence(words, " together" if len(chosen) > 1 else ""), width - 4)):
            yield [Run("  - " if not place else "    "), *line]
    if len(found.flips) > _MOST_SETS:
        yield [Run(f"    and {len(found.flips) - _MOST_SETS:,} more", DIM)]
    telling = [item for item in found.influences if _tells(item, found.value)]
    if telling:
        yield []
        yield from _table(telling[:_MOST_CLAIMS], found, names, width)
        if len(telling) > _MOST_CLAIMS:
            yield [Run(f"and {len(telling) - _MOST_CLAIMS:,} more with less effect", DIM)]
    quiet = len(found.influences) - len(telling)
    if quiet:
        yield from wrap([Run(_on_the_others(quiet, bool(telling), found), DIM)], width)


def _head(found: Sensitivity, names: Names) -> Words:
    """The sentence that says how firmly it stands."""
    name = names.claim(found.claim)
    if found.value is None:
        return sentence("There is no answer for ", name, " to start from.")
    if isinstance(found.value, Label):
        would = "no longer stand" if found.value is Label.IN else "stand"
        now = sentence(name, f" {STANDS[found.value]} ({found.title}). ")
    else:
        above = found.value > 0.5
        would = "fall to 1/2 or below" if above else "rise above 1/2"
        now = sentence(name, f" has strength {number(found.value)} ({found.title}). ")
    if not found.influences:
        return sentence(now, "No other claim leads to it.")
    if not found.flips:
        size = "no one claim" if found.largest == 1 else f"no set of up to {found.largest} claims"
        known = "" if found.complete else " that was tried"
        return sentence(now, f"The fall of {size}{known} would make it {would}.")
    few = len(found.flips) == 1
    number_of = "this" if few else "any of these"
    return sentence(now, f"It would {would} if {number_of} fell:")


def _tells(item: Influence, value: Value) -> bool:
    """Whether a claim makes a difference, alone or in a set."""
    if item.sets:
        return True
    if isinstance(value, Label):
        return item.if_out not in (None, value) or item.if_in not in (None, value)
    seen = [abs(float(other) - value) >= SEEN for other in (item.if_out, item.if_in) if other is not None]
    return any(seen) or abs(item.gradient or 0.0) >= SEEN


def _on_the_others(quiet: int, some: bool, found: Sensitivity) -> str:
    others = counted(quiet, "other claim" if some else "claim")
    verb = "makes" if quiet == 1 else "make"
    lead = "leads" if quiet == 1 else "lead"
    within = f" or in a set of up to {found.largest}" if found.largest > 1 and found.complete else ""
    none = "no" if isinstance(found.value, Label) else "next to no"
    return f"{others} that {lead} to it {verb} {none} difference, alone{within}."


def _table(rows: list[Influence], found: Sensitivity, names: Names, width: int) -> Iterator[list[Run]]:
    heads = ["if it fell", "if it stood", "sets"]
    if not isinstance(found.value, Label):
        heads = ["if 0", "if 1", "gradient", "sets"]
    cells = [_cells(item, found) for item in rows]
    wide = [max(columns(row[place]) for row in [heads, *cells]) for place in range(len(heads))]
    room = min(60, width - sum(wide) - 2 * len(wide))
    if room < _NARROWEST:
        yield from _stacked(rows, heads, cells, names=names, width=width)
        return
    titles = [wrap(names.claim(item.claim), room) for item in rows]
    used = max(columns("".join(run.text for run in line)) for title in titles for line in title)
    used = max(used, columns(_TITLE))
    yield [Run(_TITLE.ljust(used), BOLD), *_row(heads, wide, BOLD)]
    for title, row in zip(titles, cells, strict=True):
        gap = used - columns("".join(run.text for run in title[0]))
        yield [*title[0], Run(" " * gap), *_row(row, wide)]
        yield from title[1:]


def _stacked(
    rows: list[Influence], heads: list[str], cells: list[list[str]], *, names: Names, width: int
) -> Iterator[list[Run]]:
    """The table where there is no room for one: under each claim what it does."""
    for item, row in zip(rows, cells, strict=True):
        yield from wrap(names.claim(item.claim), width)
        told = "; ".join(f"{head}: {cell}" for head, cell in zip(heads, row, strict=True) if cell)
        for line in wrap([Run(told)], width - 2):
            yield [Run("  "), *line]


def _row(cells: list[str], wide: list[int], style: str = "") -> list[Run]:
    return [Run(f"  {text:<{size}}", style) for text, size in zip(cells, wide, strict=True)]


def _cells(item: Influence, found: Sensitivity) -> list[str]:
    sets = f"{item.sets}" if item.sets else ""
    if isinstance(found.value, Label):
        return [_told(item.if_out, found.value), _told(item.if_in, found.value), sets]
    gradient = signed(item.gradient).strip()
    return [_told(item.if_out, found.value), _told(item.if_in, found.value), gradient, sets]


def _told(value: Value | None, before: Value | None) -> str:
    """What the conclusion would be; nothing where it would be what it is."""
    if value is None:
        return "no answer"
    if isinstance(value, Label):
        return "" if value is before else WORDS[value]
    change = signed(value - before).strip() if before is not None and not isinstance(before, Label) else ""
    return f"{number(value)} ({change})"
