"""Attributes as text: `file=tram.argmap.yaml caption="The tram" width=80%`, read with places, and written."""

import re
from collections.abc import Iterator
from dataclasses import fields

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.embed.attributes import Attributes, Given

_ITEM = re.compile(
    r"""(?P<name>[A-Za-z][\w-]*)
        (?:\s*=\s*(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>[^\s"',{}]+)))?
      | \#(?P<id>[\w:.-]+)
      | \.(?P<class>[\w-]+)
      | [\s,{}]+""",
    re.VERBOSE | re.DOTALL,
)
_NO_VALUE = re.compile(r"\s*=\s*(?P<quote>[\"']?)")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_END_OF_COMMENT = re.compile(r"(--!?)>")
_BARE = re.compile(r"[^\s\"'<>,{}=\\\]\[`]+")


def parse(source: SourceFile, start: int, end: int) -> tuple[list[Given], list[Diagnostic]]:
    """Read the attributes that stand between two offsets of a document.

    Commas and braces between them are passed over; `#id` is the name; a class such as `.argmap` says nothing. In
    quotes, a backslash takes the next character as it is.

    Returns:
        The attributes in order, and an `invalid-attribute` for what cannot be read as one.
    """
    given: list[Given] = []
    faults: list[Diagnostic] = []
    position = start
    while position < end:
        found = _ITEM.match(source.text, position, end)
        if found is None:
            stop = _end_of_word(source.text, position, end)
            place = Span(source, position, stop)
            message = f"`{place.text}` cannot be read as an attribute"
            faults.append(finding("invalid-attribute", message, place, help='write name=value or name="several words"'))
            position = stop
            continue
        place = Span(source, found.start(), found.end())
        rest = _NO_VALUE.match(source.text, found.end(), end) if found["name"] and not _has_value(found) else None
        if rest and rest["quote"]:
            message = f"the quotation mark of `{found['name']}` is not closed"
            place = Span(source, found.start(), end)
            faults.append(finding("invalid-attribute", message, place, help="a backslash keeps one in the value"))
            break
        if found["name"]:
            given.append(Given(found["name"], _value(found), place))
        elif found["id"]:
            given.append(Given("name", found["id"], place))
        position = rest.end() if rest else found.end()
    return given, faults


def _has_value(found: re.Match[str]) -> bool:
    return any(found[kind] is not None for kind in ("double", "single", "bare"))


def _value(found: re.Match[str]) -> str:
    quoted = found["double"] if found["double"] is not None else found["single"]
    return found["bare"] or "" if quoted is None else _ESCAPE.sub(r"\1", quoted)


def _end_of_word(text: str, position: int, end: int) -> int:
    gap = re.compile(r"\s").search(text, position + 1, end)
    return gap.start() if gap else end


def write(attributes: Attributes) -> str:
    """Write attributes on one line, in the order of their definition; `parse` reads the same from it.

    The line can stand in a comment of any host: nothing in it ends one.
    """
    return " ".join(_written(attributes))


def _written(attributes: Attributes) -> Iterator[str]:
    for field in fields(attributes):
        value = getattr(attributes, field.name)
        if value is None or value == ():
            continue
        if isinstance(value, bool):
            value = "true" if value else "false"
        text = ",".join(value) if isinstance(value, tuple) else str(value)
        yield f"{field.name}={text if _BARE.fullmatch(text) else _quoted(text)}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _END_OF_COMMENT.sub(r"\1\\>", " ".join(escaped.splitlines())) + '"'
