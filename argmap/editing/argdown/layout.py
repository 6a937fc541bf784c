"""Where things end in an Argdown text, how its lines are indented, and where a new line or paragraph would be put."""

from bisect import bisect_right
from collections.abc import Iterator

from argmap.core.diagnostics import Edit
from argmap.core.source import Span
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.work import Change
from argmap.formats.argdown.text.syntax import Block, Element, Heading, Items, Line, Nested, Row, Structure, Symbol

_BLANKS = " \t'"
_SHORT = {Symbol.SUPPORTED_BY: "+", Symbol.ATTACKED_BY: "-", Symbol.UNDERCUT_BY: "<_"}


def end_of(item: Element | Line) -> int:
    """Where an element ends, with all that is nested under it."""
    end, stack = item.place.end, [*item.relations]
    while stack:
        nested = stack.pop()
        end = max(end, nested.element.place.end)
        stack += nested.element.relations
    return end


def end_of_block(block: Block) -> int:
    """Where a paragraph, heading, list or structure ends, with all that is nested in it."""
    if isinstance(block, Heading):
        return block.place.end
    if isinstance(block, Element):
        return end_of(block)
    if isinstance(block, Items):
        return max(map(end_of, block.elements))
    return max(end_of(part.element if isinstance(part, Row) else part) for part in block.parts)


def start_of_block(block: Block) -> int:
    """Where a block begins: at its first sign or word."""
    if isinstance(block, Structure):
        return block.parts[0].place.start
    return block.place.start


class Layout:
    """The lines of a text.

    Args:
        reading: The text.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.script.text
        self._comments = reading.comments
        self._starts = [start for start, _ in self._comments]

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its line end, with the comments that begin in it."""
        while True:
            end = self.text.find("\n", offset)
            if end < 0:
                return len(self.text)
            number = bisect_right(self._starts, end) - 1
            if number >= 0 and self._starts[number] < end < self._comments[number][1]:
                offset = self._comments[number][1]
                continue
            return end - 1 if end > offset and self.text[end - 1] == "\r" else end

    def next_line(self, offset: int) -> int:
        """Where the line behind that of an offset begins, or the end of the text."""
        end = self.line_end(offset)
        after = self.text.find("\n", end)
        return len(self.text) if after < 0 else after + 1

    def indent(self, offset: int) -> str:
        """The blanks before an offset in its line; what else may stand before it is left out."""
        start = self.line_start(offset)
        return self.text[start : start + len(self.text[start:offset]) - len(self.text[start:offset].lstrip(_BLANKS))]

    def is_blank_line(self, offset: int) -> bool:
        """Whether nothing stands in the line that begins at an offset."""
        end = self.text.find("\n", offset)
        return not self.text[offset : end if end >= 0 else len(self.text)].strip()

    def top(self, offset: int) -> int:
        """Where the line of an offset begins, or the first of the comments that stand directly above it."""
        start = self.line_start(offset)
        while start:
            above = self.line_start(start - 1)
            line = self.text[above:start].strip()
            owner = next((a for a, b in self._comments if a <= above + _lead(self.text[above:start]) < b), None)
            if not line or owner is None or self.text[self.line_start(owner) : owner].strip():
                break
            start = self.line_start(owner)
        return start

    # Nested lines

    def children_indent(self, parent: Element | Line) -> str:
        """How a new line under an element is indented: as those that are there, else by one step."""
        if parent.relations:
            return self.indent(parent.relations[-1].place.start)
        own = self.indent(parent.place.start)
        standing = next((it for it in self.reading.standings if it.element is parent), None)
        is_top = isinstance(parent, Line) or (standing is not None and standing.above is None)
        is_item = standing is not None and isinstance(standing.block, Items)
        return (own if not is_top or is_item else "") + self.step

    @property
    def step(self) -> str:
        """By how much the text indents: what its first nested relation has more than what it stands under."""
        for item in self.reading.standings:
            if item.sign is not None and item.above is not None:
                outer = self.indent(item.above.place.start) if isinstance(item.above, Element) else ""
                inner = self.indent(item.sign.place.start)
                if inner.startswith(outer) and len(inner) > len(outer) and not inner.strip(" \t"):
                    return inner[len(outer) :]
        return "  "

    def sign(self, symbol: Symbol, parent: Element | Line | None) -> str:
        """A sign as it is typed under an element, where some have two forms."""
        if symbol not in _SHORT:
            return symbol.value
        typed = [self._typed(nested) for nested in self._nearby(parent) if nested.symbol in _SHORT]
        same = [text for text, kind in typed if kind is symbol]
        if same:
            return same[0]
        if typed and all(len(text) == 2 for text, kind in typed if kind is not Symbol.UNDERCUT_BY):
            return symbol.value if any(kind is not Symbol.UNDERCUT_BY for _, kind in typed) else _SHORT[symbol]
        return _SHORT[symbol]

    def _typed(self, nested: Nested) -> tuple[str, Symbol]:
        return self.text[nested.place.start : nested.place.end].strip(), nested.symbol

    def _nearby(self, parent: Element | Line | None) -> Iterator[Nested]:
        yield from reversed(parent.relations if parent is not None else [])
        yield from (item.sign for item in self.reading.standings if item.sign is not None)

    def under(self, parent: Element | Line, lines: list[str]) -> Change:
        """Put lines under an element as the last of what is nested there.

        Args:
            parent: The element.
            lines: The lines; further indentation of those behind the first is kept.
        """
        indent = self.children_indent(parent)
        at = self.line_end(end_of(parent))
        return Change(at, at, "".join(f"\n{indent}{line}" for line in lines), is_behind=True)

    # Paragraphs

    def behind(self, offset: int, text: str) -> Change:
        """Put a paragraph behind the line of an offset."""
        at = self.line_end(offset)
        after = self.next_line(at)
        gap = "" if after >= len(self.text) or self.is_blank_line(after) else "\n"
        return Change(at, at, f"\n\n{text}{gap}", is_behind=True)

    def behind_block(self, block: Block, text: str) -> Change:
        """Put a paragraph behind a block; a structure goes on belonging to the argument above it."""
        return self.behind(end_of_block(self.structure_below(block) or block), text)

    def structure_below(self, block: Block) -> Structure | None:
        """The structure of the argument that a block defines or mentions, if it stands right behind it."""
        blocks = self.reading.document.blocks
        if not isinstance(block, Element) or not block.is_argument:
            return None
        number = next(number for number, it in enumerate(blocks) if it is block)
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        return following if isinstance(following, Structure) else None

    def before(self, offset: int, text: str) -> Change:
        """Put a paragraph before the line of an offset and the comments that stand directly above it."""
        at = self.top(offset)
        return Change(at, at, f"{text}\n\n")

    def out(self, start: int, end: int) -> Change:
        """Take lines out with the empty lines behind them; at the end of the text those before them go instead.

        Args:
            start: Where the first line begins.
            end: A place in the last line.
        """
        after = self.next_line(end)
        while after < len(self.text) and self.is_blank_line(after):
            following = self.text.find("\n", after)
            after = len(self.text) if following < 0 else following + 1
        if after < len(self.text):
            return Change(start, after, "")
        kept = len(self.text[:start].rstrip())
        return Change(kept, len(self.text), "\n" if self.text.endswith("\n") and kept else "")

    def at_start(self, text: str) -> Change:
        """Put a paragraph before the first heading: there it stands in no section."""
        first = None
        for block in self.reading.document.blocks:
            if isinstance(block, Heading):
                return self.before(start_of_block(block), text) if first is None else self.behind(first, text)
            first = end_of_block(block)
        front = self.reading.document.front_matter
        if first is None and front is not None:
            return self.behind(front.place.end, text)
        return self.behind(first, text) if first is not None else Change(0, 0, f"{text}\n")

    def at_end_of_section(self, heading: Heading, text: str) -> Change:
        """Put a paragraph under a heading, behind what stands there before the next heading."""
        blocks = self.reading.document.blocks
        last: Block = heading
        number = next(number for number, block in enumerate(blocks) if block is heading)
        for block in blocks[number + 1 :]:
            if isinstance(block, Heading):
                break
            last = block
        return self.behind(end_of_block(last), text)

    def at_end(self, text: str) -> Edit:
        """Put a paragraph at the end of the main file."""
        source = self.reading.script.source
        end = len(source.text.rstrip())
        new = f"\n\n{text}" if end else text
        rest = source.text[end:]
        if not end and not rest:
            new += "\n"
        line = "\r\n" if "\r\n" in source.text else "\n"
        return Edit(Span(source, end, end), new.replace("\n", line))


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip())


def has_headings(reading: Reading) -> bool:
    """Whether there are headings, so that what stands at the end stands in a section."""
    return any(isinstance(block, Heading) for block in reading.document.blocks)
