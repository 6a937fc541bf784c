"""The styles of a Word report: the whole sheet of a new document, and what a template of the user's own lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from argmap.diagram.themes import LIGHT
from argmap.report.docx.elements import Element, make, value

_INK, _SOFT, _RULE, _ACCENT = (hue.removeprefix("#") for hue in (LIGHT.ink, LIGHT.soft, LIGHT.border, LIGHT.thesis))
_PRO, _CON, _OPEN = LIGHT.support.removeprefix("#"), LIGHT.attack.removeprefix("#"), "7D5F10"
_FONT = "Arial"
"""There or replaced by one with the same widths on every machine that opens such files."""
TEXT_WIDTH = 9070
"""Of an A4 page, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class _Style:
    """A style.

    Attributes:
        name: What it is called; Word's own names begin small.
        kind: `paragraph`, `character` or `table`.
        paragraph, text: What is in its `w:pPr` and `w:rPr`.
        based, next: Names of other styles.
        more: What else it says.
    """

    name: str
    kind: str = "paragraph"
    paragraph: str = ""
    text: str = ""
    based: str = ""
    next: str = ""
    more: str = ""


def _spaced(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _type(size: float, colour: str = "", *, bold: bool = False, italic: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    slant = "<w:i/><w:iCs/>" if italic else ""
    hue = f'<w:color w:val="{colour}"/>' if colour else ""
    points = f'<w:sz w:val="{size * 2:g}"/><w:szCs w:val="{size * 2:g}"/>' if size else ""
    return f"{weight}{slant}{hue}{points}"


def _line(side: str, colour: str, size: int, space: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _heading(level: int, size: float, before: int, after: int) -> _Style:
    rule = f"<w:pBdr>{_line('top', _INK, 8, 9)}</w:pBdr>" if level == 1 else ""
    shape = f'<w:keepNext/><w:keepLines/>{rule}{_spaced(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>'
    return _Style(f"heading {level}", paragraph=shape, text=_type(size, _INK, bold=True), based="Normal", next="Normal")


_SHEET = (
    _Style("Normal", paragraph="<w:widowControl/>" + _spaced(0, 130, 283), text=_type(10.5, "222937"), more="default"),
    _Style("Default Paragraph Font", "character", more="default"),
    _Style("Normal Table", "table", more="default"),
    _Style("Title", paragraph="<w:keepNext/>" + _spaced(0, 120, 252), text=_type(24, _INK, bold=True), based="Normal"),
    _Style("Subtitle", paragraph=_spaced(0, 480), text=_type(11, _SOFT), based="Normal"),
    _heading(1, 15, 540, 180),
    _heading(2, 12, 400, 140),
    _heading(3, 10.5, 280, 100),
    _Style("Lead", paragraph=_spaced(0, 160, 290), text=_type(11.5, _INK), based="Normal"),
    _Style(
        "Statement",
        paragraph=f"<w:keepNext/><w:pBdr>{_line('left', _ACCENT, 18, 9)}</w:pBdr>{_spaced(60, 200, 290)}"
        '<w:ind w:left="220"/>',
        text=_type(11.5, _INK),
        based="Normal",
    ),
    _Style("Remark", paragraph=_spaced(0, 120, 264), text=_type(9, _SOFT), based="Normal"),
    _Style("List Paragraph", paragraph=_spaced(0, 80), based="Normal"),
    _Style("Figure", paragraph="<w:keepNext/>" + _spaced(200, 100, 240), based="Normal", next="caption"),
    _Style("caption", paragraph="<w:keepLines/>" + _spaced(0, 320, 264), text=_type(9.5, _SOFT), based="Normal"),
    _Style(
        "Bibliography",
        paragraph=f'<w:tabs><w:tab w:val="left" w:pos="500"/></w:tabs>{_spaced(0, 110)}'
        '<w:ind w:left="500" w:hanging="500"/>',
        based="Normal",
    ),
    _Style("Table Text", paragraph=_spaced(50, 50, 252), text=_type(10), based="Normal"),
    _Style("Table Head", paragraph="<w:keepNext/>" + _spaced(50, 50, 252), text=_type(9, _SOFT), based="Table Text"),
    _Style("TOC Heading", paragraph="<w:keepNext/>" + _spaced(480, 140), text=_type(12, _INK, bold=True),
           based="Normal"),
    *(
        _Style(
            f"toc {level}",
            paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{stop}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>{_spaced(0, after, 259)}'
            f'<w:ind w:left="{stop}" w:right="600" w:hanging="{stop - indent}"/>',
            text=_type(10.5 if level == 1 else 9.5, _INK if level == 1 else _SOFT),
            based="Normal",
        )
        for level, indent, stop, after in ((1, 0, 440, 70), (2, 440, 1040, 40))
    ),
    _Style(
        "header",
        paragraph=f"<w:pBdr>{_line('bottom', _RULE, 4, 5)}</w:pBdr>{_spaced(0, 0, 240)}",
        text=_type(8.5, _SOFT),
        based="Normal",
    ),
    _Style("footer", paragraph=_spaced(0, 0, 240) + '<w:jc w:val="center"/>', text=_type(8.5, _SOFT), based="Normal"),
    _Style("Strong", "character", text=_type(0, _INK, bold=True)),
    _Style("Emphasis", "character", text=_type(0, italic=True)),
    _Style("Hyperlink", "character", text=_type(0, _ACCENT) + '<w:u w:val="single"/>'),
    _Style("Aside", "character", text=_type(0, _SOFT)),
    _Style("Point", "character", text=_type(0, _SOFT, italic=True)),
    _Style("Point For", "character", text=_type(0, _PRO, italic=True)),
    _Style("Point Against", "character", text=_type(0, _CON, italic=True)),
    _Style("Stands", "character", text=_type(0, _PRO, bold=True)),
    _Style("Falls", "character", text=_type(0, _CON, bold=True)),
    _Style("Undecided", "character", text=_type(0, _OPEN, bold=True)),
    _Style(
        "Report Table",
        "table",
        based="Normal Table",
        more=f"<w:tblPr><w:tblBorders>{_line('bottom', _RULE, 4, 0)}{_line('insideH', _RULE, 4, 0)}</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_line("bottom", _INK, 8, 0)}</w:tcBorders></w:tcPr>'
        "</w:tblStylePr>",
    ),
)  # fmt: skip


class Styles:
    """The styles of a document.

    Args:
        root: Its `w:styles`.
        keep: Whether the styles that it has stay as they are, as in a template of the user's own.
    """

    def __init__(self, root: Element, *, keep: bool) -> None:
        self._root = root
        if not keep:
            for child in list(root):
                root.remove(child)
            root.append(_defaults())
        self._ids = {name.casefold(): key for name, key in _names(root)}
        new = [style for style in _SHEET if style.name.casefold() not in self._ids]
        taken = set(self._ids.values())
        for style in new:
            self._ids[style.name.casefold()] = _free(style.name, taken)
        for style in new:
            root.append(self._element(style))

    def id(self, name: str) -> str:
        """The id of a style, which differs between languages of Word, by its English name."""
        return self._ids[name.casefold()]

    def counts(self, key: str) -> bool:
        """Whether the paragraphs of a style are numbered by itself."""
        style = next((item for item in self._root if item.get(qn("w:styleId")) == key), None)
        return style is not None and next(style.iter(qn("w:numPr")), None) is not None

    def number(self, key: str, count: int, level: int) -> None:
        """Number the paragraphs of a style of ours."""
        style = next(item for item in self._root if item.get(qn("w:styleId")) == key)
        kept = next(style.iter(qn("w:keepLines")))
        kept.addnext(make("w:numPr", {}, value("w:ilvl", level), value("w:numId", count)))

    def _element(self, style: _Style) -> Element:
        attributes: dict[str, str | int] = {"w:type": style.kind, "w:styleId": self.id(style.name)}
        own = style.name[0].isupper() and style.name not in _BUILT_IN
        attributes |= {"w:default": 1} if style.more == "default" else {}
        attributes |= {"w:customStyle": 1} if own else {}
        inner = f'<w:name w:val="{style.name}"/>'
        inner += f'<w:basedOn w:val="{self.id(style.based)}"/>' if style.based else ""
        inner += f'<w:next w:val="{self.id(style.next)}"/>' if style.next else ""
        inner += "<w:qFormat/>" if style.kind != "table" and style.more != "default" else ""
        inner += f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
        inner += f"<w:rPr>{style.text}</w:rPr>" if style.text else ""
        inner += style.more if style.more != "default" else _NO_MARGINS if style.kind == "table" else ""
        found: Element = make("w:style", attributes)
        for child in list(parse_xml(f"<w:style {nsdecls('w')}>{inner}</w:style>")):
            found.append(child)
        return found


_BUILT_IN: Mapping[str, None] = dict.fromkeys(
    ("Normal", "Default Paragraph Font", "Normal Table", "Title", "Subtitle", "List Paragraph", "Bibliography",
     "TOC Heading", "Strong", "Emphasis", "Hyperlink")
)  # fmt: skip
_NO_MARGINS = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" '
    'w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def _defaults() -> Element:
    fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
    inner = f"<w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault><w:pPrDefault/>"
    found: Element = parse_xml(f"<w:docDefaults {nsdecls('w')}>{inner}</w:docDefaults>")
    return found


def _names(root: Element) -> Iterator[tuple[str, str]]:
    for style in root.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            yield str(name.get(qn("w:val"))), str(style.get(qn("w:styleId")))


def _free(name: str, taken: set[str]) -> str:
    """An id that no style has."""
    base = name.title().replace(" ", "")
    found, number = base, 2
    while found in taken:
        found, number = f"{base}{number}", number + 1
    taken.add(found)
    return found


def set_language(root: Element, language: str) -> None:
    """Say in which language the texts are, as a BCP 47 tag."""
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = _defaults()
        root.insert(0, defaults)
    held = next(iter(defaults.iter(qn("w:rPr"))), None)
    if held is None:
        return
    for old in held.findall(qn("w:lang")):
        held.remove(old)
    held.append(make("w:lang", {"w:val": language, "w:eastAsia": language, "w:bidi": language}))
