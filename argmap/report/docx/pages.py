"""Pages of a Word document: paper, margins, header and footer, and the pages that lie on their side."""

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Length, Mm

from argmap.report.docx.elements import Element, field, make, run, value
from argmap.report.docx.styles import Styles

if TYPE_CHECKING:
    from docx.document import Document

_PAPERS = {"a4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}
_CAPTION = 44.0
"""Room under a figure for its caption, in points."""


class Pages:
    """The pages of one document. What is appended goes to the page as it lies at that moment.

    Args:
        document: The document; its last section says what pages look like.
    """

    def __init__(self, document: "Document") -> None:
        self._body = document.element.body
        self._last: Element = self._body.get_or_add_sectPr()
        self._upright = document.sections[-1]
        self._is_turned = False

    def append(self, element: Element, *, turned: bool = False) -> None:
        """Put an element at the end of the document, on a page that lies on its side or not."""
        if turned is not self._is_turned:
            self._end_section()
            self._turn()
        self._last.addprevious(element)

    def room(self, *, turned: bool) -> tuple[float, float]:
        """Width and height in points that a figure with its caption has on a page."""
        section = self._upright
        sides, ends = _sum(section.left_margin, section.right_margin), _sum(section.top_margin, section.bottom_margin)
        width, height = _points(section.page_width, 595.0), _points(section.page_height, 842.0)
        if turned is not self._is_turned:
            width, height = height, width
        return max(width - sides, 100.0), max(height - ends - _CAPTION, 100.0)

    def _end_section(self) -> None:
        """End the section with the last paragraph; the ones after it take header and footer over from it."""
        last = self._last.getprevious()
        if last is None or last.tag != qn("w:p"):
            last = make("w:p")
            self._last.addprevious(last)
        about = last.find(qn("w:pPr"))
        if about is None:
            about = make("w:pPr")
            last.insert(0, about)
        about.append(deepcopy(self._last))
        for name in ("w:headerReference", "w:footerReference", "w:titlePg"):
            for old in self._last.findall(qn(name)):
                self._last.remove(old)

    def _turn(self) -> None:
        self._is_turned = not self._is_turned
        size = self._last.find(qn("w:pgSz"))
        if size is None:
            return
        width, height = size.get(qn("w:w"), "11906"), size.get(qn("w:h"), "16838")
        size.set(qn("w:w"), height)
        size.set(qn("w:h"), width)
        if int(height) > int(width):
            size.set(qn("w:orient"), "landscape")
        else:
            size.attrib.pop(qn("w:orient"), None)


def _sum(*lengths: Length | None) -> float:
    return sum(_points(length, 72.0) for length in lengths)


def _points(length: Length | None, usual: float) -> float:
    return usual if length is None else length.pt


def set_up(document: "Document", styles: Styles, title: str, paper: str) -> None:
    """Give a new document its paper, margins, a header with the title from the second page on, and page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[paper]
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(27)
    section.header_distance = section.footer_distance = Mm(13)
    section.different_first_page_header_footer = True
    for footer in (section.footer, section.first_page_footer):
        _fill(footer._element, styles.id("footer"), [*field("PAGE", "1"), run(" / "), *field("NUMPAGES", "1")])
    _fill(section.header._element, styles.id("header"), [run(title)])
    _fill(section.first_page_header._element, styles.id("Normal"), [])


def _fill(part: Element, style: str, runs: list[Element]) -> None:
    for old in list(part):
        part.remove(old)
    part.append(make("w:p", {}, make("w:pPr", {}, value("w:pStyle", style)), *runs))
