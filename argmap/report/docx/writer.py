"""A report as a Word document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.core.diagnostics import Diagnostic
from argmap.report.base import Bibliography, Contents, Figure, Listing, Paragraph, Section, Table
from argmap.report.docx import package
from argmap.report.docx.blocks import Blocks
from argmap.report.docx.elements import Element, run
from argmap.report.docx.numbering import Numbering
from argmap.report.docx.pages import Pages, set_up
from argmap.report.docx.pictures import picture
from argmap.report.docx.styles import Styles, set_language
from argmap.report.docx.wording import Wording
from argmap.report.output import Made, Order, Product

if TYPE_CHECKING:
    from docx.document import Document

_LONG = 6
"""A report with more sections than this has a table of contents."""
_TALL = 0.5
"""A figure that takes more of a page than this stands after what its section says, which fills the page before it."""


def write(order: Order) -> Made:
    """Write a report as a Word document: in argmap's styles, or in those of a document of the user's own.

    Of the template styles, header, footer and paper are taken; styles that it lacks are added.

    Returns:
        The document, or an `broken-template` for a template that is no Word document.

    Raises:
        ArgmapError: `cannot-read` for a template that is not there.
    """
    if order.template is None:
        document = package.new_document()
    else:
        opened = package.from_template(order.template)
        if isinstance(opened, Diagnostic):
            return (opened,)
        document = opened
    _Author(document, order.contents, is_own=order.template is None).write()
    return Product(package.content(document))


class _Author:
    """Lives for one document."""

    def __init__(self, document: "Document", contents: Contents, *, is_own: bool) -> None:
        self.document = document
        self.contents = contents
        root = document.styles.element
        styles = Styles(root, keep=not is_own)
        language = contents.language or "en"
        set_language(root, language)
        package.describe(document, contents.title, language)
        if is_own:
            set_up(document, styles, contents.title, contents.page)
        headings = (styles.id("heading 1"), styles.id("heading 2"))
        numbering = Numbering(document.part.numbering_part.element, headings if is_own else (None, None))
        if is_own:
            for level, key in enumerate(headings):
                styles.number(key, numbering.headings, level)
        counted = all(styles.counts(key) for key in headings)
        self.blocks = Blocks(Wording(document.part, styles, _keys(contents)), numbering, counted=counted)
        self.pages = Pages(document)

    def write(self) -> None:
        contents = self.contents
        self.pages.append(self.blocks.paragraph("Title", [run(contents.title)]))
        self.pages.append(self.blocks.paragraph("Subtitle", [run(contents.subtitle)]))
        for place, section in enumerate(contents.sections):
            self._section(section, 1)
            if place == 0 and len(contents.sections) > _LONG:
                for element in self.blocks.contents(contents.sections):
                    self.pages.append(element)

    def _section(self, section: Section, level: int) -> None:
        self.pages.append(self.blocks.heading(section, level))
        late = [block for block in section.blocks if isinstance(block, Figure) and self._is_late(block)]
        for block in section.blocks:
            if block not in late:
                self._block(block)
        for figure in late:
            self._figure(figure)
        for part in section.sections:
            self._section(part, level + 1)

    def _is_late(self, figure: Figure) -> bool:
        return figure.turned or figure.scene.height > _TALL * self.pages.room(turned=False)[1]

    def _block(self, block: Paragraph | Listing | Table | Figure | Bibliography) -> None:
        if isinstance(block, Figure):
            self._figure(block)
        else:
            for element in self._elements(block):
                self.pages.append(element)

    def _elements(self, block: Paragraph | Listing | Table | Bibliography) -> Iterator[Element]:
        if isinstance(block, Paragraph):
            yield self.blocks.text(block)
        elif isinstance(block, Listing):
            yield from self.blocks.listing(block)
        elif isinstance(block, Table):
            yield from self.blocks.table(block)
        else:
            yield from self.blocks.bibliography(block)

    def _figure(self, figure: Figure) -> None:
        shown = picture(self.document.part, figure, self.pages.room(turned=figure.turned))
        self.pages.append(self.blocks.paragraph("Figure", [shown]), turned=figure.turned)
        self.pages.append(self.blocks.caption(figure.key, figure.number, figure.caption), turned=figure.turned)


def _keys(contents: Contents) -> Iterator[str]:
    """The anchors of a report."""
    for section in contents.walk():
        yield section.key
        for block in section.blocks:
            if isinstance(block, Figure):
                yield block.key
            elif isinstance(block, Bibliography):
                yield from (entry.key for entry in block.entries)
