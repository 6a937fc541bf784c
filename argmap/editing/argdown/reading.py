"""An Argdown text as editing sees it: its tree, what is put together of it, and the ids that the map has for that."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from argmap.core.source import SourceFile, Span
from argmap.formats.argdown.debate.model import Argument, Debate, Inference, Section
from argmap.formats.argdown.debate.resolve import resolve
from argmap.formats.argdown.profile.front import OWN
from argmap.formats.argdown.text.includes import splice
from argmap.formats.argdown.text.lexer import Lexed, tokenize
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.parser import parse
from argmap.formats.argdown.text.syntax import Block, Document, Element, Heading, Items, Line, Nested, Place, Row
from argmap.formats.argdown.text.tokens import Token
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.argdown.to_map.to_map import named


class Standing(NamedTuple):
    """An element where it stands.

    Attributes:
        element: The statement or argument.
        above: What it is nested under: an element, or the line of an inference; None if it is not nested.
        sign: The relation to that, or None.
        block: The paragraph, list or structure in which it stands.
        row: The row of a structure that it is, or None.
        heading: The last heading above it, or None.
    """

    element: Element
    above: Element | Line | None
    sign: Nested | None
    block: Block
    row: Row | None
    heading: Heading | None


@dataclass(frozen=True)
class Reading:
    """A text that was read.

    Attributes:
        script: The text, with those that it includes.
        document: Its tree.
        debate: What is put together of it.
        ids: Ids of statements and arguments that are claims.
        groups: Ids of headings.
        steps: Ids of their own that inferences have.
    """

    script: Manuscript
    document: Document
    debate: Debate
    ids: Mapping[Entry, str]
    groups: Mapping[Section, str]
    steps: Mapping[Inference, str]

    @property
    def has_fields(self) -> bool:
        """Whether the text may have fields of argmap's own."""
        return OWN in self.debate.settings

    def span(self, place: Place) -> Span:
        """A place of the text in the file where it stands."""
        return self.script.span(place)

    def typed(self, place: Place) -> str:
        """The characters at a place."""
        return self.script.text[place.start : place.end]

    def entry(self, element: Element) -> Entry | None:
        """The statement or argument that an element is part of."""
        if element.title is None:
            return self._untitled.get(element.place)
        return (self.debate.arguments if element.is_argument else self.debate.statements).get(element.title)

    def named(self, name: str) -> list[Entry]:
        """Statements and arguments with an id; there can be two only if the text is wrong."""
        return [item for item, known in self.ids.items() if known == name]

    def section(self, heading: Heading) -> Section | None:
        """The section of a heading, or None if the settings put other groups in its place."""
        return self._sections.get(heading.place)

    @cached_property
    def comments(self) -> list[tuple[int, int]]:
        """Where comments stand, start and end of each."""
        return self._lexed.comments

    def words(self, place: Place) -> list[Token]:
        """The tokens of a text that stand at a place."""
        tokens = self._lexed.tokens
        first = bisect_left(tokens, place.start, key=lambda token: token.start)
        return list(takewhile(lambda token: token.start < place.end, islice(tokens, first, None)))

    @cached_property
    def _lexed(self) -> Lexed:
        return tokenize(self.script.text)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """All elements, in the order of the text."""
        return tuple(_standings(self.document))

    def places(self, entry: Entry) -> list[Standing]:
        """Where a statement or an argument stands, in the order of the text."""
        return self._by_entry.get(entry, [])

    @cached_property
    def _by_entry(self) -> dict[Entry, list[Standing]]:
        found: dict[Entry, list[Standing]] = {}
        for item in self.standings:
            entry = self.entry(item.element)
            if entry is not None:
                found.setdefault(entry, []).append(item)
        return found

    @cached_property
    def _untitled(self) -> dict[Place, Entry]:
        entries: list[Entry] = [*self.debate.statements.values(), *self.debate.arguments.values()]
        return {
            member.place: item
            for item in entries
            if not item.is_titled
            for member in item.members
            if member.place is not None
        }

    @cached_property
    def _sections(self) -> dict[Place, Section]:
        return {section.place: section for section in self.groups if section.place is not None}

    @cached_property
    def own_steps(self) -> Mapping[Argument, str]:
        """Arguments that are no claims but relations, with the ids of these."""
        found = {inference.argument: name for inference, name in self.steps.items()}
        return {argument: name for argument, name in found.items() if argument not in self.ids}


def read_text(source: SourceFile) -> Reading:
    """Read a text for editing. What is wrong in it is left aside."""
    script, _ = splice(source)
    document, _ = parse(script)
    debate, _ = resolve(document, script)
    reader = named(debate, script)
    return Reading(script, document, debate, reader.ids, reader.groups, reader.names)


def _standings(document: Document) -> Iterator[Standing]:
    heading: Heading | None = None
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block
        elif isinstance(block, Element):
            yield from _nest(Standing(block, None, None, block, None, heading))
        elif isinstance(block, Items):
            for item in block.elements:
                yield from _nest(Standing(item, None, None, block, None, heading))
        else:
            for part in block.parts:
                if isinstance(part, Row):
                    yield from _nest(Standing(part.element, None, None, block, part, heading))
                else:
                    for nested in part.relations:
                        yield from _nest(Standing(nested.element, part, nested, block, None, heading))


def _nest(outermost: Standing) -> Iterator[Standing]:
    stack = [outermost]
    while stack:
        top = stack.pop()
        yield top
        for nested in reversed(top.element.relations):
            stack.append(Standing(nested.element, top.element, nested, top.block, None, top.heading))
