"""How single values are typed in the canonical layout: no quotes that are not needed, line breaks as they were."""

import re

from argmap.editing.yaml.syntax import Leaf
from argmap.formats.native.yaml_text import is_plain, key_text, quoted

_BREAK = re.compile("[\n\r\x85\u2028\u2029\ufeff]")
_ODD_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""What ends a line for YAML, but for no editor."""

_ESCAPED_SPACE = re.compile(r"\\[ \t]+\r?\n")
"""A space at the end of a line in quotes that counts."""

_SPACES_BEHIND = re.compile(r"[^\r\n]*(?:\r?\n[ \t]*(?=\r?\n|\Z))*")
_STEP = 2
MAX_KEY = 120
"""Length beyond which a key needs the `?` form, which YAML asks for from 1,024 characters on."""


def key(leaf: Leaf, in_flow: bool = False) -> str:
    """A key with its colon."""
    if leaf.style == "*":
        return f"*{leaf.value} :"
    is_typed = leaf.style == "" and leaf.value and not _BREAK.search(leaf.value)
    return _with_anchor(leaf, leaf.value if is_typed else key_text(leaf.value, in_flow)) + ":"


def on_one_line(leaf: Leaf, in_flow: bool) -> str:
    """A value on one line. What was typed plainly stays so; quotes stay where any reader of YAML might need them."""
    if leaf.style == "*":
        return f"*{leaf.value}"
    if leaf.style == "" and not _BREAK.search(leaf.value):
        return _with_anchor(leaf, leaf.value)
    is_bare = leaf.value and is_plain(leaf.value, in_flow, is_free=True)
    return _with_anchor(leaf, leaf.value if is_bare else quoted(leaf.value))


def _with_anchor(leaf: Leaf, typed: str) -> str:
    return f"&{leaf.anchor} {typed}".rstrip(" ") if leaf.anchor else typed


def lines(leaf: Leaf, text: str, indent: int) -> list[str]:
    """A value in a block, as the lines that it takes: the first without indentation, the others with theirs.

    Args:
        leaf: The value.
        text: The text that it stands in.
        indent: Indentation of the lines behind the first.
    """
    raw = text[leaf.begin : _end(leaf, text)]
    if leaf.style == "*" or "\n" not in raw or _ODD_BREAK.search(raw) or _ESCAPED_SPACE.search(raw):
        return [on_one_line(leaf, in_flow=False)]
    if leaf.style in ("|", ">"):
        found = _block(leaf, raw, " " * indent)
    else:
        first, *rest = (line.strip(" \t\r") for line in raw.split("\n"))
        found = [first, *(" " * indent + line if line else "" for line in rest)]
    return [_with_anchor(leaf, found[0]), *found[1:]]


def _end(leaf: Leaf, text: str) -> int:
    """Where a value ends; of a block behind the spaces that end its last line, and lines of nothing but spaces."""
    found = _SPACES_BEHIND.match(text, leaf.end) if leaf.style in ("|", ">") and not leaf.keeps else None
    return found.end() if found else leaf.end


def _block(leaf: Leaf, raw: str, pad: str) -> list[str]:
    """A `|` or `>` block with its own line breaks, moved to an indentation; in quotes if it has no words."""
    content = [line.removesuffix("\r") for line in raw.split("\n")[1:]]
    typed = next((line for line in content if line.strip(" ")), None)
    said = next((line for line in leaf.value.split("\n") if line.strip(" ")), None)
    if typed is None or said is None:
        return [quoted(leaf.value)]
    depth = _depth(typed) - _depth(said)
    bare = [line[depth:] for line in content]
    while not bare[-1]:
        bare.pop()
        if leaf.keeps:
            break
    # YAML takes the depth from the first line, unless a number says it.
    told = str(_STEP) if next(filter(None, bare)).startswith(" ") else ""
    chomping = "-" if not leaf.value.endswith("\n") else "+" if leaf.keeps else ""
    return [f"{leaf.style}{told}{chomping}", *(pad + line if line else "" for line in bare)]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
