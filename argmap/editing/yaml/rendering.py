"""Values as new YAML text, indented the way that the rest of the file is."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from argmap.editing.yaml.extents import column, elements
from argmap.editing.yaml.syntax import Node, Sequence, Table, inner
from argmap.formats.native.yaml_text import WIDTH, Free, flow, key_text, literal, on_one_line, scalar

_MAX_KEY = 1000


class Look(NamedTuple):
    """How a file is indented.

    Attributes:
        step: Columns by which a mapping stands further to the right than its key.
        dash: Columns by which the dashes of a list stand further to the right than its key.
    """

    step: int = 2
    dash: int = 2


def look_of(text: str, tree: Node) -> Look:
    """How a file is indented, by the first mapping and the first list below a key of a block."""
    step = dash = None
    for node in inner(tree):
        if not isinstance(node, Table) or node.is_flow:
            continue
        for key, value in node.pairs:
            if isinstance(value, Table | Sequence) and not value.is_flow:
                found = column(text, elements(text, value)[0].start) - column(text, key.start)
                if isinstance(value, Table):
                    step = found if step is None else step
                else:
                    dash = found if dash is None else dash
        if step is not None and dash is not None:
            break
    step = 2 if step is None else step
    return Look(step, step if dash is None else dash)


def pair_lines(name: str, value: Any, indent: int, look: Look, is_free: bool = False) -> list[str]:
    """The lines of a pair of a block mapping, each with its indentation."""
    key = key_text(name)
    if len(key) > _MAX_KEY:
        return [" " * indent + f"? {key}", *_entry(" " * indent + ":", value, indent, look, is_free)]
    return list(_entry(" " * indent + f"{key}:", value, indent, look, is_free))


def item_lines(value: Any, indent: int, look: Look, is_free: bool = False) -> list[str]:
    """The lines of an item of a block list, each with its indentation."""
    pad = " " * indent
    if not isinstance(value, Mapping | list | tuple):
        return list(_entry(f"{pad}-", value, indent, look, is_free))
    line = on_one_line(value, is_free, WIDTH - indent - 2)
    if line is not None:
        return [f"{pad}- {line}"]
    first, *rest = _lines(value, indent + 2, look, is_free)
    return [f"{pad}- {first[indent + 2 :]}", *rest]


def _lines(value: Any, indent: int, look: Look, is_free: bool) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from pair_lines(str(name), item, indent, look, is_free or isinstance(value, Free))
    else:
        for item in value:
            yield from item_lines(item, indent, look, is_free)


def _entry(start: str, value: Any, indent: int, look: Look, is_free: bool) -> Iterator[str]:
    """A key or dash with its value: on its line if that is short, else below it."""
    if isinstance(value, Mapping | list | tuple):
        line = on_one_line(value, is_free, WIDTH - len(start) - 1)
        yield start if line is None else f"{start} {line}"
        if line is None:
            yield from _lines(value, indent + (look.step if isinstance(value, Mapping) else look.dash), look, is_free)
    elif isinstance(value, str) and (lines := literal(value)):
        yield f"{start} {lines[0]}"
        yield from (" " * (indent + look.step) + line if line else "" for line in lines[1:])
    else:
        yield f"{start} {scalar(value, False, is_free)}"


def flow_pair(name: str, value: Any, is_free: bool = False) -> str:
    """A pair as it stands inside `{ }`."""
    return flow({name: value}, is_free)[1:-1]


def plain_reading(value: Any) -> Any:
    """What a value says once it is typed, as `syntax.reading` has it."""
    if isinstance(value, Mapping):
        return {str(name): plain_reading(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_reading(item) for item in value]
    return value if isinstance(value, str) or value is None else scalar(value)
