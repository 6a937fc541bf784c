"""Where the relations of a map are said in an Argdown text: by signs, or by a structure."""

from typing import NamedTuple

from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.core.source import Span
from argmap.editing.argdown.reading import Reading, Standing
from argmap.formats.argdown.debate.model import Argument, End, Inference, RelationType, Statement
from argmap.formats.argdown.debate.relations import LEADS_BACK, TYPES
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.syntax import Line, Structure, Symbol
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.argdown.to_map.relations import outgoing_of

BACK = {RelationKind.SUPPORT: Symbol.SUPPORTED_BY, RelationKind.ATTACK: Symbol.ATTACKED_BY}
"""Signs from what is nested to what stands above it."""

FORTH = {RelationKind.SUPPORT: Symbol.SUPPORTS, RelationKind.ATTACK: Symbol.ATTACKS}
"""Signs from what stands above to what is nested."""


class Said(NamedTuple):
    """What says a relation.

    Attributes:
        signs: The nested elements whose signs say it, in the order of the text.
        inference: The inference of a structure that says it, or None.
        is_main: Whether it is what an argument with a structure is for, rather than one of its steps.
    """

    signs: tuple[Standing, ...] = ()
    inference: Inference | None = None
    is_main: bool = False


class _Key(NamedTuple):
    type: RelationType
    source: int
    target: int


class Relations:
    """Finds what says the relations of a map.

    Args:
        reading: The text.
        argument_map: The map of that text.
    """

    def __init__(self, reading: Reading, argument_map: ArgumentMap) -> None:
        self.reading = reading
        self.map = argument_map
        settings = Settings.of(reading.debate.settings)
        self._transforms = settings.transforms_relations
        self._inferences = sorted(
            (
                (row.inference.place.start, row.inference)
                for argument in reading.debate.arguments.values()
                for row in argument.structure
                if row.inference and row.inference.place
            ),
            key=lambda pair: pair[0],
        )
        self._signs: dict[_Key, list[Standing]] = {}
        for item in reading.standings:
            key = self._key(item)
            if key is not None:
                self._signs.setdefault(key, []).append(item)

    def ends(self, item: Standing) -> tuple[RelationType, Entry, End] | None:
        """What a nested element says of what stands above it: the type of the relation, its source and its target."""
        if item.sign is None or item.above is None:
            return None
        symbol = item.sign.symbol
        nested = self.reading.entry(item.element)
        above: End | None
        if isinstance(item.above, Line):
            line = item.above
            above = next((it for start, it in self._inferences if start == line.place.start), None)
        else:
            above = self.reading.entry(item.above)
            before = [it for start, it in self._inferences if start < item.sign.place.start]
            if symbol is Symbol.UNDERCUT_BY and isinstance(above, Statement) and before:
                above = before[-1]
        if nested is None or above is None:
            return None
        if symbol in LEADS_BACK or isinstance(above, Inference):
            return TYPES[symbol], nested, above
        return TYPES[symbol], above, nested

    def _key(self, item: Standing) -> _Key | None:
        ends = self.ends(item)
        if ends is None:
            return None
        kind, source, target = ends
        if self._transforms:
            if isinstance(source, Argument) and source.structure:
                source = self.reading.debate.statements[source.structure[-1].title]
            if kind is RelationType.UNDERCUT and isinstance(target, Argument) and target.structure:
                target = target.structure[-1].inference or target
        one, other = id(source), id(target)
        return _Key(kind, *sorted((one, other))) if kind.is_symmetric else _Key(kind, one, other)

    def said(self, relation: Relation) -> Said:
        """What says a relation; nothing if it stands in the front matter."""
        at = relation.spans.get("relation")
        if at is None:
            return Said()
        for _, inference in self._inferences:
            if inference.place and _is_same(self.reading.span(inference.place), at):
                name = self.reading.ids.get(inference.argument)
                return Said((), inference, name is not None and relation.premises == (name,))
        for signs in self._signs.values():
            if any(item.sign and _is_same(self.reading.span(item.sign.place), at) for item in signs):
                return Said(tuple(signs))
        return Said()

    def undercut_at(self, relation: Relation) -> Standing | Line | None:
        """What an undercut of a relation is nested under: an argument, or the line of an inference; None if nothing."""
        said = self.said(relation)
        if said.inference is not None:
            argument = said.inference.argument
            is_last = bool(argument.structure) and argument.structure[-1].inference is said.inference
            if is_last and argument in self.reading.ids and not said.is_main:
                return None
            return self.line_of(said.inference)
        for item in said.signs:
            ends = self.ends(item)
            if ends is None or not isinstance(ends[1], Argument):
                continue
            if not ends[1].structure and len(outgoing_of(ends[1])) == 1:
                return best_place(self.reading, ends[1])
        return None

    def line_of(self, inference: Inference) -> Line | None:
        """The line of an inference."""
        for block in self.reading.document.blocks:
            if isinstance(block, Structure):
                for part in block.parts:
                    if isinstance(part, Line) and inference.place == part.place:
                        return part
        return None

    def structure_of(self, inference: Inference) -> Structure | None:
        """The structure in which an inference stands."""
        for block in self.reading.document.blocks:
            if isinstance(block, Structure) and any(part.place == inference.place for part in block.parts):
                return block
        return None


def best_place(reading: Reading, entry: Entry) -> Standing | None:
    """Where relations of something are nested: where it has words or relations already, not within a structure."""
    places = [item for item in reading.places(entry) if not isinstance(item.block, Structure)]

    def rank(item: Standing) -> tuple[bool, bool, bool]:
        element = item.element
        return (bool(element.relations) and item.above is None, not element.is_reference, item.above is None)

    return max(places, key=rank, default=None) if any(_can_carry(item) for item in places) else None


def _can_carry(item: Standing) -> bool:
    """A mere mention below something else is no place to say more."""
    return item.above is None or not item.element.is_reference or bool(item.element.relations)


def _is_same(one: Span, other: Span) -> bool:
    return (one.source.path or one.source.name, one.start) == (other.source.path or other.source.name, other.start)
