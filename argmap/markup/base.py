"""What a markup is: plain text made harmless, and the few shapes that texts about maps have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Item(NamedTuple):
    """An item of a nested list.

    Attributes:
        text: Its words, in the markup.
        level: How deep it lies, from 0; at most one more than that of the item before.
    """

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Markup:
    """A markup on the roll. Blocks end with a line end and have no margin; lines are short or not, as is usual there.

    Attributes:
        name: What it is called, such as `markdown`.
        text: Plain text to words in the markup, on one line: nothing in it can act as markup.
        strong: Words in the markup, made strong.
        emphasis: Words in the markup, emphasised.
        link: Words in the markup, leading to an address; an address that is not `http`, `https` or `mailto` leaves
            the words alone.
        bullets: A nested list.
        table: A table, from its head and its rows; all cells are words in the markup.
        paragraph: Words in the markup as a paragraph of their own.
    """

    name: str
    text: Callable[[str], str]
    strong: Callable[[str], str]
    emphasis: Callable[[str], str]
    link: Callable[[str, str], str]
    bullets: Callable[[Sequence[Item]], str]
    table: Callable[[Sequence[str], Sequence[Sequence[str]]], str]
    paragraph: Callable[[str], str] = "{}\n".format
