"""A YAML text while it is being changed: each step is read again, and what it says is compared with what is meant.

The kernel of all editing. An operation makes a `Draft` of the map's text, changes it step by step with the functions of
the modules beside this one, each of which sees the tree as it is by then, and gives back `draft.edits()`. Places in a
draft are paths: `("claims", "tram", "supports", 0, "with")`, names of fields and ids as they are typed, and numbers in
lists. The modules of the kernel, from below:

- `syntax`: the tree of a text, with styles, anchors and ends; `reading` is what it says, whatever its layout.
- `extents`: lines, comments, and where things end.
- `rendering`: values as new text.
- `insertion`: `insert_pair`, `append_item`. `removal`: `remove`. `replacement`: `replace`, `listed`, `lengthen`.
- `entries`: entries and their fields, as operations think of them: `entry_path`, `set_field`, `add_entry`, ...
- `standing`: where the relations stand.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

import yaml

from argmap.core.diagnostics import Edit
from argmap.core.source import SourceFile, Span
from argmap.editing.base import RefusedError
from argmap.editing.yaml.syntax import Leaf, Node, Reading, Sequence, Table, inner, is_same, reading, syntax

Path: TypeAlias = tuple[str | int, ...]
"""A place in a tree: the keys of mappings, as they are typed, and numbers in lists."""


class Change(NamedTuple):
    """Replace what stands from `start` up to but not including `end` in the text of a draft."""

    start: int
    end: int
    text: str


class _Piece(NamedTuple):
    """A part of a draft: characters of the original (`text` is None), or new ones."""

    start: int
    end: int
    text: str | None

    @property
    def length(self) -> int:
        return self.end - self.start if self.text is None else len(self.text)


class Draft:
    """A text that is changed step by step.

    Args:
        source: The original, which can be read and holds a mapping.

    Raises:
        RefusedError: It cannot, or does not.
    """

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.text = source.text
        self._pieces = [_Piece(0, len(source.text), None)]
        self.tree = self._read()
        self.says = reading(self.tree)
        self.aliased = _aliased(self.tree)

    def _read(self) -> Table:
        try:
            tree = syntax(self.text)
        except (yaml.YAMLError, AssertionError, ValueError, RecursionError):
            tree = None
        if not isinstance(tree, Table):
            raise self.refusal("this file cannot be edited", help="edit it by hand")
        return tree

    def refusal(self, message: str, node: Node | None = None, help: str | None = None) -> RefusedError:
        """An error to raise; the place of the node is that in the original, as far as it is known."""
        place = None
        if node is not None:
            start = self.original(node.start)
            place = None if start is None else Span(self.source, start, max(start, self.original(node.end) or start))
        return RefusedError(message, help, place)

    def original(self, offset: int) -> int | None:
        """Where a character of the draft stands in the original, or None for a new one."""
        for piece in self._pieces:
            if offset <= piece.length and (offset < piece.length or piece is self._pieces[-1]):
                return None if piece.text is not None else piece.start + offset
            offset -= piece.length
        return None

    def change(self, changes: Iterable[Change], meant: Reading) -> None:
        """Make changes that do not overlap.

        Args:
            changes: The changes; of two at one place the first comes first.
            meant: What the text says then, see `edited`.

        Raises:
            RefusedError: It would not say that. The draft is as it was.
        """
        changes = sorted(changes, key=lambda item: (item.start, item.end))
        before = (self.text, self.tree, self._pieces)
        end = 0
        for change in changes:
            if change.start < end:
                raise self.refusal("the layout of this file is too unusual to be edited", help="edit it by hand")
            end = change.end
        self._pieces = _changed(self._pieces, changes)
        self.text = _applied(self.text, changes)
        try:
            self.tree = self._read()
            says = reading(self.tree)
            if not is_same(says, meant):
                raise self.refusal("the layout of this file is too unusual to be edited", help="edit it by hand")
        except RefusedError as refused:
            self.text, self.tree, self._pieces = before
            place = Span(self.source, at, at) if changes and (at := self.original(changes[0].start)) else None
            raise RefusedError(refused.message, refused.help, refused.place or place) from None
        self.says = says
        self.aliased = _aliased(self.tree)

    def edits(self) -> tuple[Edit, ...]:
        """What leads from the original to the draft, each edit as small as it can be."""
        found, at, new = [], 0, ""
        for piece in (*self._pieces, _Piece(len(self.source.text), len(self.source.text), None)):
            if piece.text is not None:
                new += piece.text
            else:
                found += _trimmed(self.source, at, piece.start, new)
                at, new = piece.end, ""
        return tuple(found)

    def at(self, path: Path, *, to_change: bool = True) -> Node:
        """The node at a path.

        Args:
            path: A path that exists.
            to_change: Whether something in the node will be changed. Then it must not be shared through an anchor.

        Raises:
            RefusedError: It is shared, lies behind an alias, or the path has a key that is there twice.
        """
        node: Node = self.tree
        for step in path:
            if to_change:
                self.must_be_alone(node)
            node = self._step(node, step)
        return node

    def find(self, path: Path) -> Node | None:
        """The node at a path as `at` gives it, or None if there is none."""
        node: Node = self.tree
        for step in path:
            if isinstance(node, Table) and any(key.value == step for key, _ in node.pairs):
                node = self._step(node, step)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def _step(self, node: Node, step: str | int) -> Node:
        if isinstance(node, Sequence) and isinstance(step, int):
            return node.items[step]
        if isinstance(node, Table):
            found = [(key, value) for key, value in node.pairs if key.value == step]
            if len(found) == 1:
                return found[0][1]
            if found:
                raise self.refusal(f"`{step}` is given twice here", found[1][0], "remove one of the two first")
        if isinstance(node, Leaf) and node.style == "*":
            raise self.behind_alias(node)
        raise KeyError(step)

    def behind_alias(self, alias: Leaf) -> RefusedError:
        """An error to raise where something would have to be changed that an alias stands for."""
        message = f"this is an alias for what stands at `&{alias.value}`"
        return self.refusal(message, alias, "write it out where the alias stands")

    def must_be_alone(self, node: Node) -> None:
        """See that a change of a node changes nothing else.

        Raises:
            RefusedError: It has an anchor, and an alias somewhere stands for it.
        """
        if node.anchor in self.aliased:
            raise self.refusal(
                f"this stands at the anchor `&{node.anchor}` and is used elsewhere, too",
                node,
                f"write it out where its alias `*{node.anchor}` stands",
            )

    def must_be_free(self, nodes: Iterable[Node]) -> None:
        """See that nodes can be taken out.

        Raises:
            RefusedError: Something in them has an anchor that an alias outside of them needs.
        """
        inside = [part for node in nodes for part in inner(node)]
        known = {id(part) for part in inside}
        anchors = {part.anchor: part for part in inside if part.anchor in self.aliased}
        if anchors:
            for part in inner(self.tree):
                if isinstance(part, Leaf) and part.style == "*" and part.value in anchors and id(part) not in known:
                    self.must_be_alone(anchors[part.value])


def _aliased(tree: Node) -> frozenset[str]:
    """The anchors that aliases stand for."""
    return frozenset(part.value for part in inner(tree) if isinstance(part, Leaf) and part.style == "*")


def edited(says: Reading, path: Path, edit: Callable[[Reading], Reading]) -> Reading:
    """What a tree says once that at a path is what `edit` makes of it; the rest is shared, not copied."""
    if not path:
        return edit(says)
    if isinstance(says, dict):
        return {key: edited(value, path[1:], edit) if key == path[0] else value for key, value in says.items()}
    return [edited(item, path[1:], edit) if number == path[0] else item for number, item in enumerate(says)]


def _applied(text: str, changes: Iterable[Change]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, new in changes:
        parts += (text[at:start], new)
        at = end
    return "".join((*parts, text[at:]))


def _changed(pieces: Iterable[_Piece], changes: Iterable[Change]) -> list[_Piece]:
    """The pieces of a text after changes that are in order."""
    found: list[_Piece] = []
    waiting = list(reversed(list(pieces)))
    at = 0

    def until(offset: int) -> list[_Piece]:
        nonlocal at
        passed = []
        while at < offset:
            piece = waiting.pop()
            if at + piece.length > offset:
                head, tail = _cut(piece, offset - at)
                waiting.append(tail)
                piece = head
            passed.append(piece)
            at += piece.length
        return passed

    for change in changes:
        found += until(change.start)
        until(change.end)
        if change.text:
            found.append(_Piece(0, 0, change.text))
    return [piece for piece in (*found, *reversed(waiting)) if piece.length]


def _cut(piece: _Piece, length: int) -> tuple[_Piece, _Piece]:
    start, end, text = piece
    if text is None:
        return _Piece(start, start + length, None), _Piece(start + length, end, None)
    return _Piece(0, 0, text[:length]), _Piece(0, 0, text[length:])


def _trimmed(source: SourceFile, start: int, end: int, new: str) -> list[Edit]:
    """An edit without what stays the same at its two ends; none if nothing changes."""
    while start < end and new and source.text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and source.text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return [Edit(Span(source, start, end), new)] if start < end or new else []
