"""The comments of a YAML text, wherever its reader lets them stand."""

import re
from collections.abc import Iterator

from argmap.editing.yaml.syntax import Leaf, Node, inner

_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")


def remarks(text: str, tree: Node) -> Iterator[tuple[int, int]]:
    """Where the comments of a text are, in order: all that begins with `#` outside of values.

    That takes in what stands directly behind brackets or quotes (`[a]#b`) and behind the head of a block (`>- # b`).

    Args:
        text: The text.
        tree: What it was read as.
    """
    place = 0
    for node in inner(tree):
        if isinstance(node, Leaf):
            yield from _between(text, place, node.begin)
            place = max(place, node.end)
            if node.style in ("|", ">"):
                head_end = text.find("\n", node.begin)
                head_end = len(text) if head_end < 0 else head_end
                yield from _between(text, node.begin, head_end)
                place = max(place, head_end)
    yield from _between(text, place, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _COMMENT.finditer(text, start, end))
