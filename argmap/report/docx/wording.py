"""Words of a report as runs of Word: styles, links, and references that Word keeps up to date."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE

from argmap.markup.plain import address
from argmap.report.base import Tone, Word
from argmap.report.docx.elements import Element, bookmark, field, make, run
from argmap.report.docx.styles import Styles

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_STYLES: Mapping[str, str] = {
    "strong": "Strong", "emphasis": "Emphasis", "soft": "Aside", "stands": "Stands", "falls": "Falls",
    "undecided": "Undecided",
}  # fmt: skip
_LABELS: Mapping[Tone, str] = {"pro": "Point For", "con": "Point Against", "none": "Point"}
_FIGURE = re.compile(r"Figure\s\d+")


class Wording:
    """Writes words into one document.

    Args:
        part: Where the addresses of links are kept.
        styles: Its styles.
        keys: The anchors that the report has; a reference to any other is plain text.
    """

    def __init__(self, part: "DocumentPart", styles: Styles, keys: Iterable[str]) -> None:
        self.part = part
        self.styles = styles
        self.keys = frozenset(keys)
        self._bookmarks = 0

    def runs(self, words: Iterable[Word], tone: Tone = "none") -> Iterator[Element]:
        """The runs of words; `tone` colours the label of a point."""
        for word in words:
            yield from self._runs(word, tone)

    def _runs(self, word: Word, tone: Tone) -> Iterator[Element]:
        name = _LABELS[tone] if word.style == "label" else _STYLES.get(word.style)
        style = self.styles.id(name) if name else None
        target = address(word.link) if word.link else None
        if target:
            key = self.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            yield make("w:hyperlink", {"r:id": key, "w:history": 1}, run(word.text, self.styles.id("Hyperlink")))
        elif word.anchor in self.keys and word.anchor:
            if _FIGURE.fullmatch(word.text):
                yield from field(rf"REF {bookmark(word.anchor)} \h", word.text, style)
            else:
                yield make("w:hyperlink", {"w:anchor": bookmark(word.anchor), "w:history": 1}, run(word.text, style))
        else:
            yield run(word.text, style)

    def marked(self, key: str, runs: Iterable[Element]) -> Iterator[Element]:
        """Runs that a reference to the anchor leads to."""
        self._bookmarks += 1
        yield make("w:bookmarkStart", {"w:id": self._bookmarks, "w:name": bookmark(key)})
        yield from runs
        yield make("w:bookmarkEnd", {"w:id": self._bookmarks})
