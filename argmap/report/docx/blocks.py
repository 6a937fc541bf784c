"""Blocks of a report as paragraphs and tables of Word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.report.base import Bibliography, Item, Listing, Paragraph, Row, Section, Table
from argmap.report.docx.elements import Element, bookmark, code, field, make, mark, run, safe, tab, value
from argmap.report.docx.numbering import LEVELS, Numbering, indent_of
from argmap.report.docx.styles import TEXT_WIDTH, Styles
from argmap.report.docx.wording import Wording

_ROLES: Mapping[str, str] = {
    "text": "Normal", "lead": "Lead", "statement": "Statement", "heading": "heading 3", "note": "Remark",
}  # fmt: skip
_NARROWEST, _WIDEST, _LETTER = 800, 2400, 110
"""Widths of columns, and of a letter in them, in twentieths of a point."""

_LINES = 26
"""More lines than this, of the table and the table of contents, do not fit under the title on the first page."""


class Blocks:
    """Makes the elements of one document.

    Args:
        wording: Writes its words.
        numbering: Its numbering definitions.
        counted: Whether its styles of headings count by themselves, so that no paragraph has to ask for a number.
    """

    def __init__(self, wording: Wording, numbering: Numbering, *, counted: bool) -> None:
        self.wording = wording
        self.numbering = numbering
        self.styles: Styles = wording.styles
        self.counted = counted

    def paragraph(self, style: str, runs: Iterable[Element], *more: Element) -> Element:
        """A paragraph in a style, with what else is said of its shape, in the order of the schema."""
        return make("w:p", {}, make("w:pPr", {}, value("w:pStyle", self.styles.id(style)), *more), *runs)

    def heading(self, section: Section, level: int) -> Element:
        """The heading of a section."""
        runs = self.wording.marked(section.key, [run(section.title)])
        return self.paragraph(f"heading {level}", runs, *([] if self.counted else [self._count(level - 1)]))

    def _count(self, level: int) -> Element:
        return _numbered(self.numbering.headings, level)

    def text(self, block: Paragraph) -> Element:
        """A paragraph of the report."""
        return self.paragraph(_ROLES[block.role], self.wording.runs(block.words))

    def listing(self, block: Listing) -> Iterator[Element]:
        """A list: its items with the remarks on them."""
        count = self.numbering.points() if block.items[0].number else self.numbering.bullets
        for item in block.items:
            yield from self._item(item, count)

    def _item(self, item: Item, count: int) -> Iterator[Element]:
        level = min(item.level, LEVELS - 1)
        yield self.paragraph("List Paragraph", self.wording.runs(item.words, item.tone), _numbered(count, level))
        if item.note:
            yield self.paragraph("Remark", [run(item.note)], make("w:ind", {"w:left": indent_of(level)}))

    def bibliography(self, block: Bibliography) -> Iterator[Element]:
        """The sources, each with its number."""
        for entry in block.entries:
            number = self.wording.marked(entry.key, [run(f"[{entry.number}]")])
            words = [*self.wording.runs(entry.words), run(" "), *self.wording.runs(entry.places)]
            yield self.paragraph("Bibliography", [*number, tab(), *words])

    def table(self, block: Table) -> Iterator[Element]:
        """A table whose head is repeated on each page, and a gap below it."""
        widths = _widths(block)
        about = make(
            "w:tblPr", {}, value("w:tblStyle", self.styles.id("Report Table")),
            make("w:tblW", {"w:w": 5000, "w:type": "pct"}),
            make("w:tblLook", {"w:val": "0020", "w:firstRow": 1, "w:noHBand": 1, "w:noVBand": 1}),
            value("w:tblCaption", block.caption),
        )  # fmt: skip
        grid = make("w:tblGrid", {}, *(make("w:gridCol", {"w:w": width}) for width in widths))
        head = [self._cell("Table Head", [run(title)], width) for title, width in zip(block.head, widths, strict=True)]
        first = make("w:tr", {}, make("w:trPr", {}, make("w:cantSplit"), make("w:tblHeader")), *head)
        yield make("w:tbl", {}, about, grid, first, *(self._row(row, widths) for row in block.rows))
        yield self.paragraph("Remark", [])

    def _row(self, row: Row, widths: Sequence[int]) -> Element:
        rule = make("w:trPr", {}, make("w:cantSplit"))
        if row.is_heading:
            cell = self._cell("Table Text", self.wording.runs(row.cells[0]), sum(widths), len(widths))
            return make("w:tr", {}, rule, cell)
        cells = [
            self._cell("Table Text", self.wording.runs(words), width)
            for words, width in zip(row.cells, widths, strict=True)
        ]
        return make("w:tr", {}, rule, *cells)

    def _cell(self, style: str, runs: Iterable[Element], width: int, span: int = 1) -> Element:
        wide = [value("w:gridSpan", span)] if span > 1 else []
        about = make("w:tcPr", {}, make("w:tcW", {"w:w": width, "w:type": "dxa"}), *wide)
        kept = [make("w:keepNext")] if span > 1 else []
        return make("w:tc", {}, about, self.paragraph(style, runs, *kept))

    def caption(self, key: str, number: int, text: str) -> Element:
        """A caption whose number Word counts, so that it can list the figures."""
        strong = self.styles.id("Strong")
        label = self.wording.marked(key, [run("Figure\N{NO-BREAK SPACE}", strong),
                                          *field(r"SEQ Figure \* ARABIC", str(number), strong)])  # fmt: skip
        return self.paragraph("caption", [*label, run(". ", strong), run(text)])

    def contents(self, sections: Sequence[Section]) -> Iterator[Element]:
        """The table of contents: a field that Word fills with page numbers when it is told to update it."""
        entries = [pair for section in sections for pair in ((1, section), *((2, part) for part in section.sections))]
        rows = sum(len(block.rows) for block in sections[0].blocks if isinstance(block, Table))
        breaks = [make("w:pageBreakBefore")] if rows + len(entries) > _LINES else []
        yield self.paragraph("TOC Heading", [run("Contents")], *breaks)
        for place, (level, section) in enumerate(entries):
            opening = [mark("begin"), code(r'TOC \o "1-2" \h \z'), mark("separate")] if place == 0 else []
            words = [run(section.number), tab(), run(section.title)]
            link = make("w:hyperlink", {"w:anchor": bookmark(section.key), "w:history": 1}, *words)
            closing = [mark("end")] if place == len(entries) - 1 else []
            yield self.paragraph(f"toc {level}", [*opening, link, *closing])


def _numbered(count: int, level: int) -> Element:
    return make("w:numPr", {}, value("w:ilvl", level), value("w:numId", count))


def _widths(block: Table) -> list[int]:
    """Widths of the columns: the first takes what the others leave."""
    rows = [row for row in block.rows if not row.is_heading]
    found = []
    for place, title in enumerate(block.head[1:], start=1):
        texts = [title, *("".join(safe(word.text) for word in row.cells[place]) for row in rows)]
        longest = max(len(text) for text in texts)
        found.append(min(max(longest * _LETTER + 200, _NARROWEST), _WIDEST))
    most = TEXT_WIDTH * 3 // 5
    if sum(found) > most:
        found = [width * most // sum(found) for width in found]
    return [TEXT_WIDTH - sum(found), *found]
