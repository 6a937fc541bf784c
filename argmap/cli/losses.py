"""What a map loses when it is written in a format that has no words for it, told in lines for standard error."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.formats.base import Loss

_SHOWN = 5
"""How many ids a line names."""


def report(losses: "Iterable[Loss]", name: str, *, strict: bool = False) -> Iterator[str]:
    """Yield a line for each kind of thing that is lost.

    Args:
        losses: What is lost.
        name: The file that is written, or if it goes to standard output, the one that is read.
        strict: Whether the file is not to be written then; the last line says so.
    """
    found = list(losses)
    verb = "would be" if strict else "are"
    for loss in found:
        number = f"{len(loss.where):,} " if len(loss.where) > 1 else ""
        yield f"{name}: {number}{loss.what} {verb} lost{_named(loss.where)}"
    if strict and found:
        yield f"{name} is left alone, because of --strict"


def _named(ids: tuple[str, ...]) -> str:
    if not ids:
        return ""
    more = f" and {len(ids) - _SHOWN:,} more" if len(ids) > _SHOWN else ""
    return f": {', '.join(ids[:_SHOWN])}{more}"
