"""Numbers of headings and signs of lists: definitions that Word counts by."""

from docx.oxml.ns import qn

from argmap.report.docx.elements import Element, make, value

LEVELS = 9
"""As many as Word knows."""
_FIRST = 380
_STEP = 320
"""Indents of lists, in twentieths of a point."""


class Numbering:
    """The numbering definitions of a document; every list gets its own count.

    Args:
        root: Its `w:numbering`.
        headings: Ids of the styles that ask for the numbers of headings, from the first level; None for levels
            whose paragraphs ask for them.
    """

    def __init__(self, root: Element, headings: tuple[str | None, ...]) -> None:
        self._root = root
        first = 1 + max((int(item.get(qn("w:abstractNumId"), "0")) for item in root.findall(qn("w:abstractNum"))),
                        default=0)  # fmt: skip
        self._next = 1 + max((int(item.get(qn("w:numId"), "0")) for item in root.findall(qn("w:num"))), default=0)
        self._points, self._bullets = first + 1, first + 2
        self._define(first, [_heading(level, style) for level, style in enumerate(headings)])
        self._define(self._points, [_numbered(), *(_dash(level) for level in range(1, LEVELS))])
        self._define(self._bullets, [_dash(level) for level in range(LEVELS)])
        self.headings = self._count(first)
        self.bullets = self._count(self._bullets)

    def points(self) -> int:
        """The number of a new list whose first level counts from 1."""
        return self._count(self._points, restarts=True)

    def _define(self, key: int, levels: list[Element]) -> None:
        found = make("w:abstractNum", {"w:abstractNumId": key}, value("w:multiLevelType", "multilevel"), *levels)
        first = self._root.find(qn("w:num"))
        if first is None:
            self._root.append(found)
        else:
            first.addprevious(found)

    def _count(self, definition: int, *, restarts: bool = False) -> int:
        key, self._next = self._next, self._next + 1
        again = make("w:lvlOverride", {"w:ilvl": 0}, value("w:startOverride", 1))
        self._root.append(
            make("w:num", {"w:numId": key}, value("w:abstractNumId", definition), *([again] if restarts else []))
        )
        return key


def _level(level: int, kind: str, text: str, indent: tuple[int, int], look: list[Element]) -> Element:
    left, hanging = indent
    stop = make("w:tabs", {}, make("w:tab", {"w:val": "num", "w:pos": left}))
    return make(
        "w:lvl", {"w:ilvl": level}, value("w:start", 1), value("w:numFmt", kind), value("w:suff", "tab"),
        value("w:lvlText", text), value("w:lvlJc", "left"),
        make("w:pPr", {}, stop, make("w:ind", {"w:left": left, "w:hanging": hanging})), *look,
    )  # fmt: skip


def _heading(level: int, style: str | None) -> Element:
    width = (480, 620)[min(level, 1)]
    text = ".".join(f"%{number}" for number in range(1, level + 2))
    found = _level(level, "decimal", text, (width, width), [])
    if style:
        found[1].addnext(value("w:pStyle", style))
    return found


def _numbered() -> Element:
    return _level(0, "decimal", "%1.", (_FIRST, _FIRST), _quiet())


def _dash(level: int) -> Element:
    hanging = _FIRST if level == 0 else _STEP - 60
    return _level(level, "bullet", "\N{EN DASH}", (indent_of(level), hanging), _quiet())


def _quiet() -> list[Element]:
    """The sign is grey and plain, whatever the words after it are."""
    return [make("w:rPr", {}, value("w:b", 0), value("w:i", 0), value("w:color", "5A6373"))]


def indent_of(level: int) -> int:
    """Where the words of an item begin, in twentieths of a point from the margin."""
    return _FIRST + level * _STEP
