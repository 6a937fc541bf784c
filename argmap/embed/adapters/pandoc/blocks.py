"""What asks for a figure in pandoc's tree: code blocks of the class `argmap`, and marker comments."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.embed.adapters.pandoc.elements import Element, Slot, Tree, content, kind, plain
from argmap.embed.adapters.pandoc.origin import Origin
from argmap.embed.attributes import OF_QUARTO, Given
from argmap.embed.documents.base import FIGURE
from argmap.embed.documents.marker import read_head, with_closings

_DEFAULTS = ("format", "theme", "width", "align", "view", "direction", "labels", "wrap", "legend", "fit", "evaluate",
    "support")  # fmt: skip
"""Attributes that the metadata of a document may give for all its maps."""
_OPTION = re.compile(r"\s*#\|\s*([\w-]+)\s*:\s*(.*?)\s*")
_UNREAD_FENCE = re.compile(r"\{\.?argmap\b|argmap\s+[a-z]+=")


class Asked(NamedTuple):
    """A place of the tree that asks for a figure.

    Attributes:
        slot: Where it stands.
        place: Where that is in a file, or in the block written anew.
        given: Its attributes.
        body: The map in it, or None.
        body_line: The line in which the map begins.
        classes: Other classes than `argmap`.
        is_marker: Whether it is a marker comment.
    """

    slot: Slot
    place: Span
    given: tuple[Given, ...]
    body: str | None
    body_line: int
    classes: tuple[str, ...] = ()
    is_marker: bool = False


def asked(tree: Tree, origin: Origin, faults: list[Diagnostic]) -> Iterator[Asked]:
    """Find what asks for a figure, in the order of the document; what is written wrongly goes to `faults`."""
    number = 0
    for slot in list(tree.slots()):
        element = slot.element
        if kind(element) == "CodeBlock" and _is_ours(element):
            number += 1
            yield _of_code(slot, origin, number, faults)
        elif "argmap" in _html(element) and (marker := _marker(slot, origin, number + 1, faults)):
            number += 1
            yield marker
        elif kind(element) in ("Para", "Plain"):
            faults.extend(_unread(element, origin))


def _is_ours(element: Element) -> bool:
    attr = content(element, "CodeBlock")[0]
    return any(re.fullmatch(r"argmap|\{\.?argmap\b.*", name) for name in attr[1])


def _html(element: Element) -> str:
    markup, text = content(element, "RawBlock", "RawInline") or ("", "")
    return str(text) if markup == "html" else ""


def _of_code(slot: Slot, origin: Origin, number: int, faults: list[Diagnostic]) -> Asked:
    (identifier, classes, pairs), text = content(slot.element, "CodeBlock")
    values = dict(pairs)
    lines = text.split("\n") if text else []
    place = origin.find(lines, [values["file"]] if "file" in values else [], f"<block {number} of class argmap>")
    if any(name.startswith("{.argmap") for name in classes):
        faults.append(_not_read(place))
    options = _options(lines)
    pairs = [("name", identifier)] * bool(identifier) + [(name, value) for name, value in pairs]
    named = [(OF_QUARTO.get(name, name), name, value) for name, value in (*pairs, *options)]
    given = tuple(Given(name, value, _where(place, written, value)) for name, written, value in named)
    body = "\n".join(lines[len(options) :])
    first = _row_of(place, lines) + len(options)
    others = tuple(name for name in classes if not re.fullmatch(r"argmap|\{.*", name))
    return Asked(slot, place, given, body if body.strip() else None, first, others)


def _options(lines: list[str]) -> list[tuple[str, str]]:
    """The lines `#| name: value` at the top of a block, as Quarto has them."""
    found = []
    for line in lines:
        option = _OPTION.fullmatch(line)
        if option is None:
            break
        value = option[2]
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        found.append((option[1], value[1:-1] if quoted else value))
    return found


def _row_of(place: Span, lines: list[str]) -> int:
    """The line of a document in which the text of a block begins, from 1: it ends where the place does."""
    last = place.source.position(place.end)[0]
    return last - len(lines) + 1


def _where(place: Span, name: str, value: str) -> Span:
    """Where an attribute stands in a block; the whole block if it is written in some other way."""
    shape = rf"(?<![\w-]){re.escape(name)}\s*[=:]\s*[\"']?{re.escape(value)}[\"']?"
    found = re.compile(shape).search(place.source.text, place.start, place.end)
    return Span(place.source, *found.span()) if found else _opening(place)


def _opening(place: Span) -> Span:
    end = place.source.text.find("\n", place.start, place.end)
    return Span(place.source, place.start, place.end if end < 0 else end)


def _marker(slot: Slot, origin: Origin, number: int, faults: list[Diagnostic]) -> Asked | None:
    """Read a comment; None if it is no marker of a figure."""
    text = _html(slot.element).strip()
    opening = re.match(r"<!--\s*", text)
    if opening is None or text.find("-->") != len(text) - 3:
        return None
    stop = text.find("\n", opening.end())
    stop = len(text) - 3 if stop < 0 else stop
    head = read_head(SourceFile("", text), opening.end(), stop)
    if head is None or head.kind != FIGURE:
        return None
    lines = text.split("\n")
    place = origin.find(lines[1:], [lines[0].strip()], f"<marker {number} of argmap>")
    start = place.source.text.find(lines[0], place.start)
    if lines[0].strip() != "<!--" and start >= 0:  # read it where it stands, for the places of its attributes
        head = read_head(place.source, start + opening.end(), start + min(stop, len(lines[0])))
    if head is None:
        return None
    faults.extend(head.faults)
    body = with_closings(text[stop + 1 : -3])
    line = place.line + text.count("\n", 0, stop) + 1
    return Asked(slot, place, head.given, body if body.strip() else None, line, is_marker=True)


def _unread(element: Element, origin: Origin) -> Iterator[Diagnostic]:
    """A fence that pandoc took for words in a line, which would show the map's source instead of the map."""
    inside = content(element, "Para", "Plain")
    if len(inside) != 1 or kind(inside[0]) != "Code":
        return
    text = inside[0]["c"][1]
    if not _UNREAD_FENCE.match(text):
        return
    rows = [row for document in origin.documents for row in document.text.split("\n")]
    fences = [row for row in rows if re.match(rf"[\s>*-]*(`{{3,}}|~{{3,}})\s*{re.escape(text.split()[0])}", row)]
    if fences or not origin.documents:
        yield _not_read(origin.find([], [fences[0].strip()] if fences else [text], "<a block that was not read>"))


def _not_read(place: Span) -> Diagnostic:
    return finding(
        "invalid-attribute",
        "the attributes of the block cannot be read by pandoc",
        _opening(place),
        help='write ```{.argmap file=tram.argmap.yaml caption="The tram"}, each with a value; '
        "for a reader that knows no such braces, write lines such as `#| file: tram.argmap.yaml` into the block",
    )


def defaults(tree: Tree, origin: Origin, faults: list[Diagnostic]) -> Mapping[str, str]:
    """What the metadata says under `argmap`, for all maps that do not say otherwise themselves."""
    meta = tree.root.get("meta")
    said = meta.get("argmap") if isinstance(meta, dict) else None
    if said is None:
        return {}
    if kind(said) != "MetaMap":
        faults.append(finding("invalid-attribute", "`argmap` in the metadata has names with values under it"))
        return {}
    found = {}
    for name, value in said["c"].items():
        if name in _DEFAULTS:
            found[name] = str(value["c"]).lower() if kind(value) == "MetaBool" else plain(value)
        else:
            advice = f"there are {', '.join(_DEFAULTS)}"
            message = f"`{name}` cannot be set for all maps of a document"
            faults.append(finding("unknown-attribute", message, _in_metadata(origin, name), help=advice))
    return found


def _in_metadata(origin: Origin, name: str) -> Span | None:
    for document in origin.documents:
        found = re.search(rf"(?m)^argmap:[^\n]*\n(?:[ \t][^\n]*\n)*?[ \t]+({re.escape(name)})\s*:", document.text)
        if found:
            return Span(document, *found.span(1))
    return None
