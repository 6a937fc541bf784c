"""Every place at which a name stands in a YAML map, with the names inside `a + b -> c` each on its own."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from argmap.core.model import ArgumentMap, Relation
from argmap.core.source import SourceFile, Span
from argmap.editing.base import Kind, Occurrence
from argmap.editing.yaml.references import Reference, Role, inside, references
from argmap.formats.native.build import normal_id
from argmap.formats.trees.tree import Scalar
from argmap.formats.trees.yaml_tree import yaml_tree

_DEFINITIONS = frozenset({"claim", "question", "group", "speaker", "source", "id"})
_KINDS: dict[Role, Kind] = {
    "claim": "claim",
    "question": "question",
    "group": "group",
    "speaker": "speaker",
    "source": "source",
    "id": "relation",
    "answers": "question",
    "parent": "group",
    "by": "speaker",
    "cites": "source",
}
"""What a name stands for where nothing has it; elsewhere a claim is wanted."""

_NUMBER = re.compile(r" \(\d+\)\Z")
"""What tells relations with the same ends apart: `a -> b (2)`."""


class Piece(NamedTuple):
    """A name inside a text, from where to where it goes, and whether it is one of the premises of `a + b -> c`."""

    start: int
    end: int
    name: str
    is_premise: bool = False


def occurrences(argument_map: ArgumentMap) -> tuple[Occurrence, ...]:
    """Every place at which a name stands in the text of a map, in file order; what an alias repeats stands once."""
    source = argument_map.origin
    if source is None:
        return ()
    tree, _ = yaml_tree(source)
    if tree is None:
        return ()
    names = _Names(argument_map, source)
    found: dict[tuple[int, int, str, Kind], Occurrence] = {}
    for reference in references(argument_map, tree):
        for item in names.of(reference):
            found.setdefault((item.span.start, item.span.end, item.name, item.kind), item)
    return tuple(found[key] for key in sorted(found))


def pieces(text: str, *, is_numbered: bool = True) -> Iterator[Piece]:
    """The names in a text such as `a + b -> c`, in its order, each in its one spelling.

    Args:
        text: The text of a reference.
        is_numbered: Whether a number at the end, as in `a -> b (2)`, is no part of the last name.
    """
    start, arrow = 0, text.find("->")
    while arrow >= 0:
        at = start
        for part in text[start:arrow].split("+"):
            yield from _piece(part, at, is_premise=True)
            at += len(part) + 1
        start = arrow + 2
        arrow = text.find("->", start)
    last = text[start:]
    yield from _piece(_NUMBER.sub("", last.rstrip()) if start and is_numbered else last, start)


def _piece(part: str, at: int, *, is_premise: bool = False) -> Iterator[Piece]:
    name = part.strip()
    if name:
        start = at + part.index(name)
        yield Piece(start, start + len(name), unicodedata.normalize("NFC", name), is_premise)


class _Names:
    """Tells what names stand for."""

    def __init__(self, argument_map: ArgumentMap, source: SourceFile) -> None:
        again = [item for item in argument_map.repeated if isinstance(item, Relation)]
        self.map = argument_map
        self.source = source
        self.own = {item.id for item in (*again, *argument_map.relations) if item.named}

    def of(self, reference: Reference) -> Iterator[Occurrence]:
        scalar, role, owner = reference
        whole = normal_id(scalar.value.partition("#")[0] if role == "cites" else scalar.value)
        if role in ("target", "id") and "->" in whole and whole not in self.own:
            for start, end, name, is_premise in self.parts(scalar):
                kind = self.kind(name, "premise" if is_premise else "target")
                yield Occurrence(Span(self.source, start, end), name, kind, False, owner)
        elif whole:
            start, end = self.cited(scalar) if role == "cites" else inside(self.source, scalar)
            is_definition = role in _DEFINITIONS
            kind = _KINDS[role] if is_definition else self.kind(whole, role)
            yield Occurrence(Span(self.source, start, end), whole, kind, is_definition, owner)

    def parts(self, scalar: Scalar) -> Iterator[Piece]:
        """The names in `a + b -> c` with their places; all have that of the whole text if escapes hide them."""
        start, end = inside(self.source, scalar)
        meant = list(pieces(scalar.value))
        typed = list(pieces(self.source.text[start:end]))
        if [item.name for item in meant] != [item.name for item in typed]:
            return (Piece(start, end, item.name, item.is_premise) for item in meant)
        return (Piece(start + item.start, start + item.end, item.name, item.is_premise) for item in typed)

    def cited(self, scalar: Scalar) -> tuple[int, int]:
        """Where the source of a citation stands, without the place in it."""
        start, end = inside(self.source, scalar)
        typed = self.source.text[start:end]
        if "#" not in typed or typed != scalar.value.strip():
            return start, end
        return start, start + len(typed.partition("#")[0].rstrip())

    def kind(self, name: str, role: Role) -> Kind:
        """What a name stands for: of what has it, else what would have to stand there."""
        if role in ("by", "cites"):
            return _KINDS[role]
        if name in self.map.claim:
            return "claim"
        if name in self.map.relation:
            return "relation"
        if name in self.map.question:
            return "question"
        return "group" if name in self.map.group else _KINDS.get(role, "claim")
