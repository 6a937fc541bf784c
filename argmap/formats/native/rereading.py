"""Reading a YAML text again after a small change: entries of `claims` that are as they were are not parsed anew.

The text is cut into the lines of each claim and the rest. A piece that is known by its letters keeps what it came to,
moved to its new place; only new pieces are parsed, each by itself, and the rest as a text without claims. This needs a
usual layout; where there is any doubt the whole text is read, so that the result is always that of `read_yaml`.
"""

import re
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from argmap.core.diagnostics import in_file_order
from argmap.core.model import Citation, Claim, Relation
from argmap.core.source import LazySpans, SourceFile, Span
from argmap.formats.base import Memory, Reading
from argmap.formats.native import read_with_shape, read_yaml
from argmap.formats.native.build import build, claims_with_relations
from argmap.formats.native.shape import VERSION, Shaped, shape
from argmap.formats.trees.tree import MAX_CHARACTERS, Node, Scalar, Sequence, Table
from argmap.formats.trees.yaml_tree import yaml_tree

_MOST_NEW = 30
"""How many new pieces are parsed by themselves; from there on it is quicker to read the whole text."""

_SECTION = re.compile(r"(?:\A|(?<=\n))claims:[ \t]*(?:#[^\n]*)?\r?(?=\n)")
_NEXT_SECTION = re.compile(r"\n(?=[^ \t\r\n#])")
_FIRST_ENTRY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*?( +)(?=[^ \t\r\n#])")
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")
_OPENING = "_:\n"
"""Stands for the key of the section where a piece is parsed by itself."""


class Cut(NamedTuple):
    """Where the entries of `claims` are.

    Attributes:
        key: Where the key of the section begins.
        starts: Where the lines of each entry begin; the first may have comments above it.
        end: Where the section ends: at the next key without indentation, or at the end of the text.
        indent: The indentation of the entries.
    """

    key: int
    starts: tuple[int, ...]
    end: int
    indent: int


class Entry(NamedTuple):
    """What the lines of a claim came to: its key as it is typed, and the values.

    All places are those of the text that it was read from, where the lines begin at `start`.
    """

    name: str
    start: int
    claim: Claim
    relations: tuple[Relation, ...]


class _Moved(LazySpans):
    """Spans of another text, at another place."""

    __slots__ = ("_shift", "_source", "_spans_there")

    def __init__(self, spans: Mapping[str, Span], source: SourceFile, shift: int) -> None:
        super().__init__()
        self._spans_there = spans
        self._source = source
        self._shift = shift

    def _make(self) -> dict[str, Span]:
        source, shift = self._source, self._shift
        return {name: Span(source, start + shift, end + shift) for name, (_, start, end) in self._spans_there.items()}


def reread_yaml(source: SourceFile, memory: Memory) -> Reading:
    """Read a map from YAML, with what is remembered of an earlier version of the text, and remember this one.

    The result is the same as that of `read_yaml`.
    """
    cut = cut_claims(source.text)
    if cut is None:
        memory.entries = {}
        return read_yaml(source)
    pieces = list(_pieces(source.text, cut))
    entries = _remembered(source, pieces, memory.entries)
    made = _put_together(source, cut, entries) if entries else None
    if made is not None:
        memory.entries = dict(zip(pieces, entries, strict=True))
        return made
    reading, shaped = read_with_shape(source, yaml_tree)
    entries = _entries(source, shaped, cut) if shaped and shaped.document else []
    memory.entries = dict(zip(pieces, entries, strict=True)) if entries else {}
    return reading


def _remembered(source: SourceFile, pieces: list["_Piece"], known: Mapping[Any, Any]) -> list[Entry]:
    """What the pieces come to, the new ones parsed; nothing if many are new, or if one of them is no entry."""
    new = [piece for piece in pieces if piece not in known]
    if len(new) > _MOST_NEW:
        return []
    made = {piece: _entry(source, piece) for piece in new}
    found: list[Entry] = []
    for piece in pieces:
        entry = known.get(piece) or made[piece]
        if entry is None:
            return []
        found.append(entry)
    return found


def cut_claims(text: str) -> Cut | None:
    """Find the entries of `claims` by their indentation, or return None where the layout is not a usual one."""
    section = _SECTION.search(text)
    if section is None or len(text) > MAX_CHARACTERS or _has_odd_breaks(text):
        return None
    behind = section.end()  # every search begins at the line end before the line that it is about
    following = _NEXT_SECTION.search(text, behind)
    end = following.end() if following else len(text)
    first = _FIRST_ENTRY.match(text, behind + 1, end)
    if first is None:
        return None
    indent = len(first[1])
    if indent > 1 and re.compile(rf"\n {{1,{indent - 1}}}(?=[^ \r\n#])").search(text, behind, end):
        return None
    starts = [found.start() + 1 for found in _entry_start(indent).finditer(text, first.start(1) - 1, end)]
    return Cut(section.start(), (behind + 1, *starts[1:]), end, indent)


def _has_odd_breaks(text: str) -> bool:
    """Whether a line of YAML may end where no line feed stands."""
    if not text.isascii() and _OTHER_BREAKS.search(text):
        return True
    return text.count("\r") != text.count("\r\n")


def _entry_start(indent: int) -> re.Pattern[str]:
    return re.compile(rf"\n {{{indent}}}(?=[^ \t\r\n#])")


class _Piece(NamedTuple):
    """The lines of an entry, and what follows on them: a further entry, a further section, or nothing."""

    text: str
    following: str


def _pieces(text: str, cut: Cut) -> Iterator[_Piece]:
    another, last = f"{' ' * cut.indent}_:\n", "_:\n" if cut.end < len(text) else ""
    ends = (*cut.starts[1:], cut.end)
    for start, end in zip(cut.starts, ends, strict=True):
        yield _Piece(text[start:end], another if end < cut.end else last)


def _entry(source: SourceFile, piece: _Piece) -> Entry | None:
    """Read an entry by itself, or return None if it is at fault or is not a single entry."""
    alone = SourceFile(source.name, f"{_OPENING}{piece.text}{piece.following}", source.path)
    tree, stop = yaml_tree(alone)
    if stop or not isinstance(tree, Table):
        return None
    section = tree.pairs[0][1]
    keys = ["_"] if piece.following == _OPENING else []
    if [key.value for key, _ in tree.pairs[1:]] != keys or not isinstance(section, Table):
        return None
    further = section.pairs[1:]
    is_followed = piece.following.startswith(" ")
    if len(further) != is_followed or any(key.start < len(_OPENING) + len(piece.text) for key, _ in further):
        return None
    entry = section.pairs[0]
    if not _is_apart(entry[1], len(_OPENING), len(_OPENING) + len(piece.text)):
        return None
    version = (Scalar("argmap", -1, -1, True), Scalar(VERSION, -1, -1, True))
    claims = (Scalar("claims", -1, -1, True), Table([entry], section.start, section.end))
    shaped = shape(alone, Table([version, claims], 0, 0))
    if shaped.document is None or shaped.diagnostics:
        return None
    ((claim, relations),) = claims_with_relations(alone, shaped)
    return Entry(entry[0].value, len(_OPENING), claim, tuple(relations))


def _entries(source: SourceFile, shaped: Shaped, cut: Cut) -> list[Entry]:
    """What each piece of a text came to that was read as a whole; nothing where pieces are not entries or at fault."""
    inside = range(cut.key, cut.end)
    if any(item.primary and item.primary.start in inside for item in shaped.diagnostics):
        return []
    table = next((value for key, value in shaped.tree.pairs if key.value == "claims" and key.start == cut.key), None)
    if not isinstance(table, Table) or any(section == "claims" for section, _, _ in shaped.repeated):
        return []
    ends = (*cut.starts[1:], cut.end)
    bounds = list(zip(cut.starts, ends, strict=True))
    if len(table.pairs) != len(bounds):
        return []
    for (key, value), (start, end) in zip(table.pairs, bounds, strict=True):
        if not (start <= key.start < end and _is_apart(value, start, end)):
            return []
    made = claims_with_relations(source, shaped)
    return [
        Entry(key.value, start, claim, tuple(relations))
        for (key, _), start, (claim, relations) in zip(table.pairs, cut.starts, made, strict=True)
    ]


def _is_apart(node: Node, start: int, end: int) -> bool:
    """Whether a tree lies between two places, without an alias: each of its nodes is there once."""
    waiting, seen = [node], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or not start <= node.start <= end:
            return False
        seen.add(id(node))
        if isinstance(node, Table):
            waiting += [part for pair in node.pairs for part in pair]
        elif isinstance(node, Sequence):
            waiting += node.items
    return True


def _put_together(source: SourceFile, cut: Cut, entries: list[Entry]) -> Reading | None:
    """The map of the claims and of what else the text says; None if that cannot be read without the claims."""
    text = source.text
    start = cut.starts[0]
    blank = "\n" * (cut.end - start)
    rest = SourceFile(source.name, f"{text[:start]}{blank}{text[cut.end :]}", source.path)
    tree, stop = yaml_tree(rest)
    if stop or not isinstance(tree, Table):
        return None
    places = [number for number, (key, _) in enumerate(tree.pairs) if key.value == "claims"]
    if len(places) != 1 or tree.pairs[places[0]][0].start != cut.key:
        return None
    key, nothing = tree.pairs[places[0]]
    if not (isinstance(nothing, Scalar) and nothing.is_null):
        return None
    first = _entry_start(cut.indent).search(text, start - 1)
    shaped = shape(source, tree)
    if shaped.document is None or first is None:
        return None
    section = (key, Table([], first.end(), cut.end))
    tree.pairs[:] = [section if value is nothing else (name, value) for name, value in tree.pairs]
    if len({entry.name for entry in entries}) != len(entries):
        return None
    moved = (_moved_entry(entry, source, at) for entry, at in zip(entries, cut.starts, strict=True))
    return Reading(build(source, shaped, moved), tuple(in_file_order(shaped.diagnostics)))


def _moved_entry(entry: Entry, source: SourceFile, start: int) -> tuple[Claim, list[Relation]]:
    shift = start - entry.start
    return _moved(entry.claim, source, shift), [_moved(item, source, shift) for item in entry.relations]


_VALUES = {kind: attrgetter(*(name for name in kind.__slots__ if name != "spans")) for kind in (Claim, Relation)}
_CITES = {kind: [*kind.__slots__].index("cites") for kind in (Claim, Relation)}


def _moved(thing: Any, source: SourceFile, shift: int) -> Any:
    """A claim or relation at another place; `spans` is the last field of both."""
    kind = type(thing)
    values = _VALUES[kind](thing)
    if thing.cites:
        at = _CITES[kind]
        cites = tuple(_moved_citation(item, source, shift) for item in thing.cites)
        values = (*values[:at], cites, *values[at + 1 :])
    return kind(*values, _Moved(thing.spans, source, shift))


def _moved_citation(item: Citation, source: SourceFile, shift: int) -> Citation:
    return Citation(item.source, item.section, item.paragraph, item.quote, _Moved(item.spans, source, shift))
