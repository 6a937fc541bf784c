"""What a text of a region is: a map told in the markup of the document."""

from collections.abc import Callable
from dataclasses import dataclass

from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap
from argmap.markup.base import Markup


@dataclass(frozen=True, slots=True)
class Text:
    """A text on the roll.

    Attributes:
        name: What a marker calls it, such as `outline`.
        title: What it holds, in a few words.
        write: The text about a map, with what an evaluation says of it, in a markup: blocks that end with a line end,
            without headings. A map that has nothing to tell gives a sentence that says so.
    """

    name: str
    title: str
    write: Callable[[ArgumentMap, Labelling | None, Markup], str]
