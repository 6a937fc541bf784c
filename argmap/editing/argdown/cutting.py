"""Blocks of an Argdown text taken apart: relations are cut, and what was nested goes on as a paragraph of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.editing.argdown.layout import Layout, end_of_block, start_of_block
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.work import Change
from argmap.formats.argdown.text.syntax import Block, Element, Items, Line, Nested, Row, Structure
from argmap.formats.argdown.to_map.entries import Entry

_NUMBER = re.compile(r"\(\d+\)")


@dataclass(eq=False)
class Cut:
    """What is taken apart.

    Attributes:
        signs: Relations that are no longer said.
        elements: Elements that go, with their words.
        rows: Rows that leave their structure.
        structures: Structures that are taken apart: each row goes on by itself.
    """

    signs: list[Nested] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    structures: list[Structure] = field(default_factory=list)


@dataclass(eq=False)
class _Segment:
    """The lines of an element, a row, or the line of an inference, without what is nested under it.

    Attributes:
        start, end: From the first line, with comments above, to the next segment.
        body: Where its own sign or words begin.
        words: Where its words begin, behind a sign or a number.
        of: What it is: the element that it says, or None for the line of an inference.
        parent: The segment that it is nested under, or None.
        part: The row or line that it is, or None.
        sign: The relation that it is nested by, or None.
    """

    start: int
    end: int
    body: int
    words: int
    of: Element | None
    parent: "_Segment | None"
    part: Row | Line | None
    sign: Nested | None


def without(reading: Reading, cut: Cut) -> list[Change]:
    """The changes that take something out of a text.

    What is no more than a mention goes, if something else stands elsewhere; the rest stays as a paragraph right behind
    the block in which it stood.
    """
    return _Cutter(reading, cut).changes()


class _Cutter:
    def __init__(self, reading: Reading, cut: Cut) -> None:
        self.reading = reading
        self.layout = Layout(reading)
        self.text = reading.script.text
        self.signs = {id(item) for item in cut.signs}
        self.gone = {id(item) for item in cut.elements}
        self.rows = {id(item) for item in cut.rows}
        self.structures = {id(item) for item in cut.structures}
        self.left: dict[Entry, int] = {}
        for entry in {entry for it in reading.standings if (entry := reading.entry(it.element)) is not None}:
            self.left[entry] = sum(id(it.element) not in self.gone for it in reading.places(entry))

    def changes(self) -> list[Change]:
        found = []
        for block in self.reading.document.blocks:
            if isinstance(block, Element | Items | Structure):
                segments = list(self._segments(block))
                if any(self._is_touched(item, block) for item in segments):
                    found.append(self._changed(block, segments))
        return self._at_end(found)

    def _at_end(self, found: list[Change]) -> list[Change]:
        """The changes with one for all blocks that go at the end of the text, and the empty lines before them."""
        while len(found) > 1 and found[-1].start < found[-2].end:
            kept = len(self.text[: found[-2].start].rstrip())
            last = found[-1]._replace(start=kept, text=_ending(found[-1].text, kept))
            found = [*found[:-2], last]
        return found

    def _is_touched(self, item: _Segment, block: Block) -> bool:
        is_row = item.part is not None and (id(item.part) in self.rows or id(block) in self.structures)
        return is_row or id(item.of) in self.gone or (item.sign is not None and id(item.sign) in self.signs)

    # Segments

    def _segments(self, block: Element | Items | Structure) -> Iterator[_Segment]:
        flat = list(self._flat(block))
        stop = self.layout.line_end(end_of_block(block))
        for number, item in enumerate(flat):
            item.start = start_of_block(block) if number == 0 else self.layout.top(item.body)
            if number:
                item.start = max(item.start, flat[number - 1].body + 1)
                flat[number - 1].end = item.start
            item.end = stop
        yield from flat

    def _flat(self, block: Element | Items | Structure) -> Iterator[_Segment]:
        if isinstance(block, Element):
            yield from self._tree(self._root(block, block.place.start, None))
        elif isinstance(block, Items):
            for number, item in enumerate(block.elements):
                start = block.place.start if number == 0 else self._item_start(item)
                yield from self._tree(self._root(item, start, None))
        else:
            for part in block.parts:
                if isinstance(part, Row):
                    yield from self._tree(self._root(part.element, part.place.start, part))
                else:
                    line = _Segment(0, 0, part.place.start, part.place.start, None, None, part, None)
                    yield line
                    for nested in part.relations:
                        yield from self._tree(self._nested(nested, line))

    def _root(self, element: Element, start: int, part: Row | None) -> _Segment:
        return _Segment(0, 0, start, element.place.start, element, None, part, None)

    def _nested(self, nested: Nested, parent: _Segment) -> _Segment:
        start = nested.place.start
        return _Segment(0, 0, start, nested.element.place.start, nested.element, parent, None, nested)

    def _item_start(self, item: Element) -> int:
        line = self.layout.line_start(item.place.start)
        return line + len(self.text[line:]) - len(self.text[line:].lstrip(" \t"))

    def _tree(self, root: _Segment) -> Iterator[_Segment]:
        stack = [root]
        while stack:
            top = stack.pop()
            yield top
            assert top.of is not None
            stack += [self._nested(nested, top) for nested in reversed(top.of.relations)]

    # Paragraphs

    def _changed(self, block: Element | Items | Structure, segments: list[_Segment]) -> Change:
        """The block as the paragraphs that are left of it; nothing is left of what is only mentioned."""
        main: list[_Segment] = []
        paragraphs: list[list[_Segment]] = [main]
        home: dict[int, list[_Segment] | None] = {}
        for item in segments:
            found = self._place(item, block, main, paragraphs, home)
            home[id(item)] = found
            if found is not None:
                found.append(item)
        paragraphs = [it for it in paragraphs if it and not self._is_idle(it, it is main)]
        text = "\n\n".join(self._text(paragraph, is_main=paragraph is main) for paragraph in paragraphs)
        start, end = segments[0].start, segments[-1].end
        if text:
            return Change(start, end, text)
        return self.layout.out(self.layout.top(start), end)

    def _place(
        self,
        item: _Segment,
        block: Block,
        main: list[_Segment],
        paragraphs: list[list[_Segment]],
        home: dict[int, list[_Segment] | None],
    ) -> list[_Segment] | None:
        """The paragraph that a segment belongs to then; None for one that goes."""
        if id(item.of) in self.gone:
            return None
        is_apart = id(block) in self.structures
        if item.parent is None:
            if item.part is None or not (is_apart or id(item.part) in self.rows):
                return main
            if isinstance(item.part, Line):
                return None
        elif item.sign is not None and id(item.sign) not in self.signs:
            above = home[id(item.parent)]
            if above is not None:
                return above
        paragraphs.append([])
        return paragraphs[-1]

    def _is_idle(self, paragraph: list[_Segment], is_main: bool) -> bool:
        """Whether a paragraph only mentions what stands elsewhere, too."""
        first = paragraph[0].of
        if is_main or len(paragraph) > 1 or first is None or not first.is_reference or first.tags or first.braces:
            return False
        entry = self.reading.entry(first)
        if entry is None or self.left[entry] < 2:
            return False
        self.left[entry] -= 1
        return True

    def _text(self, paragraph: list[_Segment], *, is_main: bool) -> str:
        first = paragraph[0]
        indent = 0 if is_main else first.body - self.layout.line_start(first.body)
        parts = []
        row = 0
        for item in paragraph:
            lines = self.text[item.start : item.end].replace("\r\n", "\n")
            if item is first and not is_main:
                above = self.text[item.start : self.layout.line_start(item.body)].replace("\r\n", "\n")
                lines = _dedented(above, indent) + _dedented(
                    self.text[item.words : item.end].replace("\r\n", "\n"), indent, is_first_kept=True
                )
            elif not is_main:
                lines = _dedented(lines, indent)
            if is_main and isinstance(item.part, Row):
                row += 1
                if self.rows:
                    at = item.body - item.start
                    lines = lines[:at] + _NUMBER.sub(f"({row})", lines[at:], count=1)
            parts.append(lines)
        return "".join(part if part.endswith("\n") else part + "\n" for part in parts).rstrip("\n")


def _ending(text: str, kept: int) -> str:
    """What ends the text if so many characters are kept of it."""
    return text if kept else text.strip("\n")


def _dedented(text: str, indent: int, *, is_first_kept: bool = False) -> str:
    """Lines without so many of the blanks at their beginnings."""
    lines = text.split("\n")
    made = [
        line if is_first_kept and not number else line[min(indent, len(line) - len(line.lstrip(" \t'"))) :]
        for number, line in enumerate(lines)
    ]
    return "\n".join(made)


def mentions_of(reading: Reading, titles: Iterable[tuple[bool, str]]) -> Iterator[tuple[int, int, str]]:
    """Where something is mentioned, brackets included, and its title."""
    wanted = set(titles)
    contents = [it.element.content for it in reading.standings if it.element.content]
    contents += [
        block.content for block in reading.document.blocks if not isinstance(block, Items | Structure) and block.content
    ]
    seen = set()
    for content in contents:
        for mention in content.mentions:
            if (mention.is_argument, mention.title) in wanted and mention.place not in seen:
                seen.add(mention.place)
                yield mention.place.start - 2, mention.place.end + 1, mention.title
