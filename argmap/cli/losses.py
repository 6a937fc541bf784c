"""What a map loses when it is written in a format that has no words for it: lines for standard error, and JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

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
    for loss in found:
        verb = "would be" if strict else "is" if loss.what.startswith("the ") else "are"
        number = f"{len(loss.where):,} " if len(loss.where) > 1 else ""
        yield f"{name}: {number}{loss.what} {verb} lost{_named(loss.where)}"
    if strict and found:
        yield f"{name} is left alone, because of --strict"


class Conversion(NamedTuple):
    """What became of a map.

    Attributes:
        file: The file that was read, or `-`.
        output: The file that was written, or `-`.
        written: Whether it was written.
        losses: What is lost on the way, or would be.
    """

    file: str
    output: str
    written: bool
    losses: "tuple[Loss, ...]"


def as_json(conversions: Iterable[Conversion], format: str) -> str:
    """The losses of several maps as a JSON text.

    Args:
        conversions: What became of each map.
        format: The name of the format that they were written in.
    """
    maps = [
        {
            "file": item.file,
            "output": item.output,
            "written": item.written,
            "losses": [
                {"what": loss.what, "count": max(1, len(loss.where)), "where": list(loss.where)} for loss in item.losses
            ],
        }
        for item in conversions
    ]
    return json.dumps({"version": 1, "format": format, "maps": maps}, indent=2, ensure_ascii=False) + "\n"


def _named(ids: tuple[str, ...]) -> str:
    if not ids:
        return ""
    more = f" and {len(ids) - _SHOWN:,} more" if len(ids) > _SHOWN else ""
    return f": {', '.join(ids[:_SHOWN])}{more}"
