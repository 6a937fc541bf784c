"""What there is to tell of a map besides its evaluation: an explanation, a change, or what a conclusion hangs on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from argmap.core.explanation import Change, Explanation, Sensitivity
from argmap.core.model import ArgumentMap

Content: TypeAlias = Explanation | Change | Sensitivity


@dataclass(frozen=True, slots=True)
class Account:
    """Something to tell, with the map that it is about.

    Attributes:
        map: The map.
        content: What is told.
        change: For an explanation under an assumption, what else the assumption changes; else None.
        file: Name of the map's file.
        colour: Whether the text may use terminal colours; without, names stand in quotation marks.
        width: How many cells a line may take; less than 40 are taken as 40.
        unicode: Whether guides, marks and quotation marks may be other than ASCII; names always stay what they are.
    """

    map: ArgumentMap
    content: Content
    change: Change | None = None
    file: str = ""
    colour: bool = False
    width: int = 100
    unicode: bool = True


@dataclass(frozen=True, slots=True)
class Narrator:
    """A way to tell it.

    Attributes:
        name: What `--format` calls it.
        title: What a list says of it.
        write: The account as text, ending in a line end.
    """

    name: str
    title: str
    write: Callable[[Account], str]
