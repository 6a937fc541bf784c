"""Where names stand in an Argdown text, by the form that they have there: titles, mentions, headings, ids, settings."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.editing.argdown.reading import Reading, Standing
from argmap.editing.base import Kind
from argmap.editing.yaml.occurrences import pieces
from argmap.editing.yaml.references import inside, references
from argmap.formats.argdown.debate.model import Argument, Inference, Section
from argmap.formats.argdown.profile.front import OWN
from argmap.formats.argdown.text.syntax import Content, Heading, Line, Place
from argmap.formats.argdown.text.tokens import Kind as Word
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.native.build import normal_id
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

Form: TypeAlias = Literal["title", "mention", "heading", "setting", "id"]
"""How a name is typed: between brackets, after an `@`, as a heading, as a text in YAML, or as the id itself in YAML."""

_TITLES = {
    "selection": ("includeStatements", "excludeStatements", "excludeArguments"),
    "regroup": ("statements", "arguments"),
    "color": ("statementColors", "argumentColors"),
}
_KINDS: dict[str, Kind] = {
    "answers": "question",
    "by": "speaker",
    "cites": "source",
    "argument": "claim",
    "parent": "group",
}
_DEFINED: dict[str, Kind] = {"question": "question", "speaker": "speaker", "source": "source"}


class Name(NamedTuple):
    """A name where it stands.

    Attributes:
        place: The name alone, in the manuscript.
        id: The id that is meant.
        kind: What it names.
        form: How it is typed.
        is_definition: Whether the thing is defined here rather than referred to.
        owner: Id of the claim, relation, question or group in which it stands, or None.
        entry: The statement, argument or section that is named by its title, else None.
        scalar: The text in YAML in which it stands, if it stands in one; its places are those of the manuscript.
    """

    place: Place
    id: str
    kind: Kind
    form: Form
    is_definition: bool
    owner: str | None = None
    entry: Entry | Section | None = None
    scalar: Scalar | None = None


def names_in(reading: Reading, argument_map: ArgumentMap) -> list[Name]:
    """Every name in a text, in its order."""
    walk = _Walk(reading, argument_map)
    found = [*walk.titles(), *walk.headings(), *walk.settings(), *walk.fields()]
    return sorted(found, key=lambda item: (item.place.start, item.place.end))


class _Walk:
    """Goes through a text and finds names in it."""

    def __init__(self, reading: Reading, argument_map: ArgumentMap) -> None:
        self.reading = reading
        self.map = argument_map
        self.file = SourceFile("", reading.script.text)
        self.told = {entry: self._definitions(entry) for entry in (*reading.ids, *reading.own_steps)}

    def _definitions(self, entry: Entry) -> set[Place]:
        """Where something is defined: where it has words, else where it stands first, best as a paragraph."""
        places = self.reading.places(entry)
        worded = {item.element.place for item in places if not item.element.is_reference}
        if worded or not places:
            return worded
        first = next((item for item in places if item.above is None and item.row is None), places[0])
        return {first.element.place}

    # Titles and headings

    def name_of(self, entry: Entry) -> tuple[str, Kind] | None:
        if entry in self.reading.ids:
            return self.reading.ids[entry], "claim"
        if isinstance(entry, Argument) and entry in self.reading.own_steps:
            return self.reading.own_steps[entry], "relation"
        return None

    def titles(self) -> Iterator[Name]:
        for item in self.reading.standings:
            element = item.element
            entry = self.reading.entry(element)
            named = self.name_of(entry) if entry is not None else None
            owner = self.owner(item)
            if entry is not None and named and element.title_place:
                is_definition = element.place in self.told.get(entry, ())
                yield Name(element.title_place, *named, "title", is_definition, owner, entry)
            if element.content:
                yield from self.mentions(element.content, named[0] if named else owner)

    def owner(self, item: Standing) -> str | None:
        """The claim above a nested one, or the argument of a structure."""
        above = item.above
        if above is not None and not isinstance(above, Line):
            entry = self.reading.entry(above)
            named = self.name_of(entry) if entry is not None else None
            return named[0] if named else None
        return None

    def mentions(self, content: Content, owner: str | None) -> Iterator[Name]:
        for mention in content.mentions:
            known = self.reading.debate.arguments if mention.is_argument else self.reading.debate.statements
            entry = known.get(mention.title)
            named = self.name_of(entry) if entry is not None else None
            if named:
                yield Name(mention.place, *named, "mention", False, owner, entry)

    def headings(self) -> Iterator[Name]:
        for block in self.reading.document.blocks:
            if isinstance(block, Heading):
                section = self.reading.section(block)
                name = self.reading.groups[section] if section else None
                if section and name is not None:
                    yield Name(words_place(self.reading, block.content), name, "group", "heading", True, name, section)
                yield from self.mentions(block.content, name)

    # The front matter

    def settings(self) -> Iterator[Name]:
        front = _table(self.reading.debate.node)
        for name, node in _pairs(front):
            if name == "selection":
                yield from self._listed(node, _TITLES["selection"])
                for key, value in _pairs(node):
                    if key == "selectedSections":
                        yield from self._sections(_items(value))
            elif name == "color":
                for key, value in _pairs(node):
                    if key in _TITLES["color"]:
                        yield from self._titled(_keys(value), key == "argumentColors")
                    elif key == "groupColors":
                        yield from self._sections(_keys(value))
            elif name == "group":
                for key, value in _pairs(node):
                    if key == "sections":
                        yield from self._sections(_keys(value))
                    elif key == "regroup":
                        yield from self._regroup(value)

    def _regroup(self, node: Node) -> Iterator[Name]:
        stack = [*_items(node)]
        while stack:
            item = stack.pop()
            yield from self._listed(item, _TITLES["regroup"])
            for key, value in _pairs(item):
                if key == "children":
                    stack += _items(value)

    def _listed(self, node: Node, keys: tuple[str, ...]) -> Iterator[Name]:
        for key, value in _pairs(node):
            if key in keys:
                yield from self._titled(_items(value), "rguments" in key)

    def _titled(self, nodes: list[Node], is_argument: bool) -> Iterator[Name]:
        known = self.reading.debate.arguments if is_argument else self.reading.debate.statements
        for scalar in nodes:
            entry = known.get(scalar.value) if isinstance(scalar, Scalar) else None
            named = self.name_of(entry) if entry is not None else None
            if named and isinstance(scalar, Scalar):
                yield Name(self.inner(scalar), *named, "setting", False, None, entry, scalar)

    def _sections(self, nodes: list[Node]) -> Iterator[Name]:
        for scalar in nodes:
            for section, name in self.reading.groups.items():
                if isinstance(scalar, Scalar) and section.title == scalar.value and section.place is not None:
                    yield Name(self.inner(scalar), name, "group", "setting", False, None, section, scalar)
                    break

    # Fields of argmap's own

    def fields(self) -> Iterator[Name]:
        own = dict(_pairs(self.reading.debate.node)).get(OWN) if self.reading.has_fields else None
        if own is None:
            return
        groups = dict(_pairs(own)).get("groups")
        for scalar in _items(groups) if isinstance(groups, Sequence) else []:
            if isinstance(scalar, Scalar) and normal_id(scalar.value) in self.map.group:
                yield self._id(scalar, "group", False, None)
        yield from self._references(own)
        for entry, name in self.reading.ids.items():
            for member in entry.members:
                yield from self._braces(member.node, "claims", name, "claim")
        for section, name in self.reading.groups.items():
            yield from self._braces(section.node, "groups", name, "group")
        for inference, step in self._inferences():
            yield from self._braces(inference.node, "relations", step, "relation")

    def _inferences(self) -> Iterator[tuple[Inference, str | None]]:
        for argument in self.reading.debate.arguments.values():
            for row in argument.structure:
                if row.inference:
                    yield row.inference, self.reading.steps.get(row.inference)

    def _braces(self, node: Node | None, section: str, name: str | None, kind: Kind) -> Iterator[Name]:
        if not isinstance(node, Table):
            return
        given = dict(_pairs(node)).get("id")
        if isinstance(given, Scalar) and normal_id(given.value) == name and name is not None:
            yield self._id(given, kind, True, name)
        key = Scalar(name or "", -1, -1, False)
        held: Node = Sequence([node], -1, -1) if section == "relations" else Table([(key, node)], -1, -1)
        for item in self._references(Table([(Scalar(section, -1, -1, False), held)], -1, -1)):
            if item.scalar is not given:
                yield item._replace(owner=name)

    def _references(self, tree: Node) -> Iterator[Name]:
        for scalar, role, owner in references(ArgumentMap(), tree):
            if scalar.start < 0 or role in ("claim", "group"):
                continue
            if role in _DEFINED:
                yield self._id(scalar, _DEFINED[role], True, owner)
            elif role == "cites":
                yield self._cited(scalar, owner)
            elif role in ("target", "id") and "->" in scalar.value and normal_id(scalar.value) not in self.own_names:
                yield from self._ends(scalar, owner)
            elif role == "id":
                yield self._id(scalar, "relation", True, normal_id(scalar.value))
            else:
                yield self._id(scalar, _KINDS.get(role) or self.kind(scalar.value), False, owner)

    @property
    def own_names(self) -> set[str]:
        return {item.id for item in self.map.relations if item.named}

    def kind(self, name: str) -> Kind:
        """What a target or a member is."""
        known = normal_id(name)
        if known in self.map.claim:
            return "claim"
        return "relation" if known in self.map.relation else "question" if known in self.map.question else "claim"

    def _cited(self, scalar: Scalar, owner: str | None) -> Name:
        found = self._id(scalar, "source", False, owner)
        typed = self.reading.typed(found.place)
        name = typed.partition("#")[0].rstrip() if typed == scalar.value.strip() else typed
        place = Place(found.place.start, found.place.start + len(name))
        return found._replace(place=place, id=normal_id(scalar.value.partition("#")[0]))

    def _ends(self, scalar: Scalar, owner: str | None) -> Iterator[Name]:
        """The names in `a + b -> c`; all have the place of the whole if escapes hide them."""
        place = self.inner(scalar)
        typed = list(pieces(self.reading.typed(place)))
        is_hidden = [item.name for item in typed] != [item.name for item in pieces(scalar.value)]
        for item in pieces(scalar.value) if is_hidden else typed:
            at = place if is_hidden else Place(place.start + item.start, place.start + item.end)
            kind: Kind = "claim" if item.is_premise else self.kind(item.name)
            yield Name(at, item.name, kind, "id", False, owner, None, scalar)

    def _id(self, scalar: Scalar, kind: Kind, is_definition: bool, owner: str | None) -> Name:
        return Name(
            self.inner(scalar), normal_id(scalar.value), kind, "id", is_definition, owner, None, scalar
        )  # fmt: skip

    def inner(self, scalar: Scalar) -> Place:
        """Where the text of a scalar stands, without quotes."""
        return Place(*inside(self.file, scalar))


def words_place(reading: Reading, content: Content) -> Place:
    """Where the words of a text stand, without the tags behind them; all of it if there are only tags."""
    end = content.place.start
    for token in reading.words(content.place):
        if token.kind not in (Word.TAG, Word.NEWLINE):
            end = min(token.end - len(token.text) + len(token.text.rstrip(" \t")), content.place.end)
    return Place(content.place.start, end if end > content.place.start else content.place.end)


def _table(node: Node | None) -> Node:
    return node if node is not None else Table([], -1, -1)


def _pairs(node: Node | None) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Table):
        yield from ((key.value, value) for key, value in node.pairs)


def _keys(node: Node) -> list[Node]:
    return [key for key, _ in node.pairs] if isinstance(node, Table) else []


def _items(node: Node | None) -> list[Node]:
    return [*node.items] if isinstance(node, Sequence) else []
