"""The canonical layout of argmap's own format in YAML.

Two spaces a level, items of a list two spaces under their key. What stands in brackets stays there if it fits on one
line and holds no comment, and is put on lines of its own otherwise. Quotes that no reader of YAML needs go; texts of
several lines keep their line breaks. Comments stay where they are, blank lines as they are but for a second one in a
row. The order of things is never changed.
"""

from collections.abc import Iterable, Iterator

import yaml

from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.editing.base import RefusedError
from argmap.editing.layout.remarks import remarks
from argmap.editing.layout.rows import Rows
from argmap.editing.layout.weaving import Weaver
from argmap.editing.yaml.syntax import Leaf, Node, Sequence, Table, syntax
from argmap.formats.native import read_yaml
from argmap.formats.trees.scalars import plain_value


def laid_out(source: SourceFile) -> str:
    """Return the text in the canonical layout: the same map, the same comments, everything in the same order.

    Raises:
        RefusedError: The text is not YAML that argmap reads.
    """
    found = read_yaml(source)
    if found.map is None:
        stop = found.diagnostics[0]
        raise RefusedError(stop.message, stop.help, stop.primary, found.diagnostics)
    text = source.text
    tree = syntax(text)
    assert isinstance(tree, Table), "a text that holds a map is a mapping"
    comments = list(remarks(text, tree))
    made = Weaver(text, comments).woven(Rows(text, [start for start, _ in comments]).of_document(tree))
    if not _says_the_same(tree, found.map, _words(text, comments), made):
        # A fault of argmap, which must not cost anybody a file.
        raise RefusedError("argmap cannot lay this file out", "please report it", Span(source, 0, 0))
    return made.replace("\n", "\r\n") if _has_crlf(text) else made


def _has_crlf(text: str) -> bool:
    """Whether most lines end as on Windows."""
    return 2 * text.count("\r\n") > text.count("\n")


def _says_the_same(tree: Table, map: ArgumentMap, comments: list[str], made: str) -> bool:
    """Whether a text says what a tree and its map say, in the same order and with the same comments."""
    try:
        again = syntax(made)
    except yaml.YAMLError:
        return False
    if again is None or list(_said(again)) != list(_said(tree)):
        return False
    return _words(made, remarks(made, again)) == comments and read_yaml(SourceFile("", made)).map == map


def _said(tree: Node) -> Iterator[tuple[object, ...]]:
    """All that a tree says: keys, values with what tells their types, how many are in what, anchors and aliases."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            has_type = node.style == "" and not isinstance(plain_value(node.value), str)
            yield node.anchor, None if node.is_nothing else node.value, has_type, node.style == "*"
        elif isinstance(node, Sequence):
            yield node.anchor, len(node.items)
            waiting += node.items
        else:
            yield node.anchor, *((key.anchor, key.value, key.style == "*") for key, _ in node.pairs)
            waiting += [value for _, value in node.pairs]


def _words(text: str, places: Iterable[tuple[int, int]]) -> list[str]:
    return [text[start:end].rstrip(" \t") for start, end in places]
