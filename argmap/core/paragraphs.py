"""The paragraphs and headings of a local copy of a source, and where in it words stand."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n")
_QUOTE_MARKS = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‐‑‒–—―−", "-"), "\u00ad": None}
)
_GAP = re.compile(r"\[[^\]]{0,200}\]|…|\.\s?\.\s?\.")


class Paragraph(NamedTuple):
    """A paragraph: its number in the text and in its section, the section's number (0 before the first), the words."""

    number: int
    section: int
    number_in_section: int
    text: str


@dataclass(frozen=True)
class Passages:
    """A text cut into paragraphs.

    Attributes:
        paragraphs: In order, numbered from 1.
        headings: Titles of the sections, the first of them the title of section 1.
    """

    paragraphs: tuple[Paragraph, ...]
    headings: tuple[str, ...]

    def section(self, name: str) -> int | None:
        """The number of the section with this number or heading (case makes no difference), or None."""
        wanted = plain(name)
        for number, heading in enumerate(self.headings, 1):
            if wanted == plain(heading):
                return number
        return int(wanted) if re.fullmatch("[0-9]{1,9}", wanted) and 1 <= int(wanted) <= len(self.headings) else None

    def inside(self, section: int | None) -> tuple[Paragraph, ...]:
        """The paragraphs of a section, or all of them."""
        return tuple(item for item in self.paragraphs if section in (None, item.section))

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The paragraphs in plain letters, for comparison."""
        return tuple(plain(item.text) for item in self.paragraphs)

    @cached_property
    def whole(self) -> str:
        """All paragraphs in plain letters, a space between them."""
        return " ".join(self.plain)


def passages(text: str) -> Passages:
    """Cut a text into paragraphs.

    Paragraphs are set apart by blank lines, or are lines where the text has no blank line. One that begins with `#`
    is a heading: it opens a section and is not counted.
    """
    paragraphs: list[Paragraph] = []
    headings: list[str] = []
    before = 0
    for _, heading, rest in _blocks(text):
        if heading:
            headings.append(heading.strip("# \t"))
            before = len(paragraphs)
        if rest:
            number = len(paragraphs) + 1
            paragraphs.append(Paragraph(number, len(headings), number - before, rest))
    return Passages(tuple(paragraphs), tuple(headings))


def paragraph_at(text: str, place: int) -> int:
    """The number of the paragraph that a place in a text lies in, counted as `passages` does, at least 1.

    Args:
        text: The text.
        place: An offset in it, in characters; beyond its end counts as its end.
    """
    place = len(_unified(text[: max(0, place)]))
    number = 0
    for start, _, rest in _blocks(text):
        if start > place:
            break
        number += bool(rest)
    return max(1, number)


def _blocks(text: str) -> Iterator[tuple[int, str, str]]:
    """The pieces that a text is cut into: where each begins in the unified text, its heading, and its paragraph."""
    text = _unified(text)
    gap = _BLANK_LINE if _BLANK_LINE.search(text.strip("\n \t")) else _LINE_END
    start = 0
    for end, next_start in [*(found.span() for found in gap.finditer(text)), (len(text), len(text))]:
        block = text[start:end].strip()
        heading, _, rest = block.partition("\n") if block.startswith("#") else ("", "", block)
        yield start, heading, rest.strip()
        start = next_start


def _unified(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def plain(text: str) -> str:
    """A text for comparison: one kind of quotation mark, dash and space, no difference of case."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTE_MARKS).split()).casefold()


def pieces(quote: str) -> tuple[str, ...]:
    """A quotation in plain letters: whole, then cut where an ellipsis or `[...]` stands for words left out."""
    wanted = plain(quote)
    return (wanted, *(piece.strip() for piece in _GAP.split(wanted)))


def holds(text: str, quotation: tuple[str, ...]) -> bool:
    """Whether a plain text holds a quotation that was cut by `pieces`."""
    wanted, *parts = quotation
    if wanted in text:
        return True
    position = 0
    for part in parts:
        found = text.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    return True


def runs(numbers: list[int]) -> str:
    """Paragraph numbers in short form: `p4, p7-p9`."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ", ".join("-".join(f"p{number}" for number in run) for run in found)
