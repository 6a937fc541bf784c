"""A comparison for a pull request: Markdown as GitHub, GitLab and the like show it, harmless whatever the maps say."""

import re
from collections.abc import Iterator, Sequence

from argmap.core.comparison import Mark
from argmap.core.labelling import Label
from argmap.diagram.verdict import MARKS
from argmap.markup import MARKUPS, Item
from argmap.markup.plain import one_line
from argmap.reporters.comparisons.base import Bit, Entry, Review, Role
from argmap.reporters.comparisons.joints import parted
from argmap.reporters.comparisons.telling import sections, summary

_DONE = {Mark.ADDED: "Added: ", Mark.REMOVED: "Removed: ", Mark.CHANGED: "Changed: "}
_AROUND = {
    Role.REMOVED: ("~~", "~~"),
    Role.BEFORE: ("~~", "~~"),
    Role.ADDED: ("**", "**"),
    Role.AFTER: ("**", "**"),
    Role.NAME: ("“", "”"),
}
_CODE = re.compile(r"[^`\s|]+(?: [^`\s|]+)*")
"""What can stand between backticks: no backtick, no bar that a table would take, single spaces."""


def write(review: Review) -> str:
    """Write a review as Markdown: a headline with counts, and a list under a heading for each kind of thing."""
    title = one_line(review.new.title or review.old.title or "")
    plain = MARKUPS["markdown"].text
    head = f"## What changed in the debate{': ' if title else ''}{plain(title)}\n"
    parts = [head, f"**{plain(summary(review))}.**\n"]
    for section in sections(review):
        items = [item for entry in section.entries for item in _items(entry)]
        parts += [f"### {plain(section.title)}\n", MARKUPS["markdown"].bullets(items)]
    return "\n".join(parts)


def _items(entry: Entry) -> Iterator[Item]:
    done = f"{MARKS[entry.mark]} " if isinstance(entry.mark, Label) else _DONE[entry.mark] if entry.mark else ""
    yield Item(done + _words(entry.phrase))
    for detail in entry.details:
        yield Item(_words(detail), 1)


def _words(phrase: Sequence[Bit]) -> str:
    """A phrase in Markdown."""
    words = [_bit(bit) for bit in parted(phrase)]
    return "".join(words).strip()


def _bit(bit: Bit) -> str:
    """A bit with its marks, which stand close to the words, and its outer spaces outside of them."""
    words = one_line(bit.text)
    before, after = (" " if bit.text[:1].isspace() else ""), (" " if bit.text[-1:].isspace() else "")
    if not words:
        return before
    if bit.role is Role.ID:
        return f"{before}{f'`{words}`' if _CODE.fullmatch(words) else MARKUPS['markdown'].text(words)}{after}"
    start, end = _AROUND.get(bit.role, ("", ""))
    return f"{before}{start}{MARKUPS['markdown'].text(words)}{end}{after}"
