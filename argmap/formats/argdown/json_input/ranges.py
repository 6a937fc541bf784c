"""Marked-up stretches of texts in Argdown's JSON."""

from argmap.formats.argdown.export.utf16 import from_units
from argmap.formats.argdown.text.syntax import Range, RangeKind
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object, Values

_VALUE_OF = {
    RangeKind.LINK: "url",
    RangeKind.TAG: "tag",
    RangeKind.STATEMENT_MENTION: "title",
    RangeKind.ARGUMENT_MENTION: "title",
}
_KINDS = {kind.value: kind for kind in RangeKind}


def ranges_of(values: Values, of: Object, text: str, path: Path) -> tuple[Range, ...]:
    """The ranges of a text, counted in characters. Those that lie outside of it are left out.

    A range may end with a space behind the text that Argdown has cut off.
    """
    if not of.get("ranges"):
        return ()
    found = []
    for fields, inner in values.objects(of, "ranges", path):
        made = _range(values, fields, inner)
        if made:
            found += [(item, inner) for item in from_units(text, [made])]
    inside = []
    for item, inner in found:
        if item.start <= item.stop + 1 <= len(text) + 1:
            inside.append(item)
        else:
            values.wrong(inner, "this range is not within the text")
    return tuple(inside)


def _range(values: Values, fields: Object, path: Path) -> Range | None:
    name = values.text(fields, "type", path)
    if name not in _KINDS:
        values.wrong((*path, "type"), f"`{name}` is no type of range" if name else "the range has no `type`")
        return None
    kind = _KINDS[name]
    start, stop = values.number(fields, "start", path), _stop(values, fields, path)
    if start is None or stop is None:
        return None
    value = values.text(fields, _VALUE_OF[kind], path) if kind in _VALUE_OF else ""
    return Range(kind, start, stop, value or "")


def _stop(values: Values, fields: Object, path: Path) -> int | None:
    """The last character; that of an empty range stands before its first."""
    return -1 if fields.get("stop") == -1 else values.number(fields, "stop", path)
