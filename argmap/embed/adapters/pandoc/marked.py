"""Markers in pandoc's tree: the image that `argmap embed` wrote behind one, in each shape that a reader gives it."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

from argmap.embed.adapters.pandoc.elements import Element, Slot, content, kind, plain

_GAP = ("Space", "SoftBreak", "LineBreak")
_IMG = re.compile(r"<img\s[^<>]*>")
_SOURCE = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_GONE: Element = {"t": "Null"}
"""Stands for an element that is taken out, until `sweep`."""


class Behind(NamedTuple):
    """The image behind a marker.

    Attributes:
        first, size: The elements, in the list of the marker, that show it.
        image: The image itself if it shares an element with other words; else None, and the elements go as a whole.
        alt: Its text alternative.
        caption: The words under it if they were written by hand, or None.
        width: The width that it has, or None.
    """

    first: int
    size: int
    image: Element | None
    alt: str
    caption: str | None = None
    width: str | None = None


def behind(slot: Slot, path: str | None) -> Behind | None:
    """Find the image behind a marker.

    Args:
        slot: Where the marker stands.
        path: Where the image leads, by the marker; None if it does not say, then any image is taken.
    """
    elements, start = slot.elements, slot.position + 1
    if kind(slot.element) == "RawInline":
        while start < len(elements) and kind(elements[start]) in _GAP:
            start += 1
        found: Element = elements[start] if start < len(elements) else {}
        return Behind(start, 1, found, plain(found["c"][1])) if _leads_to(found, path) else None
    return _in_html(elements, start, path) or (
        _in_block(elements[start], start, path) if start < len(elements) else None
    )


def _leads_to(element: Any, path: str | None) -> bool:
    return kind(element) == "Image" and (path is None or unquote(element["c"][2][0]) == path)


def _in_block(element: Element, index: int, path: str | None) -> Behind | None:
    if kind(element) == "Figure":
        blocks = content(element, "Figure")[2]
        inside = content(blocks[0], "Plain", "Para") if len(blocks) == 1 else []
        if len(inside) != 1 or not _leads_to(inside[0], path):
            return None
        (_, _, pairs), words, _ = inside[0]["c"]
        caption = plain(element["c"][1][1])
        alt = dict(pairs).get("fig-alt", plain(words))
        return Behind(index, 1, None, alt, None if caption in (alt, "") else caption, dict(pairs).get("width"))
    inside = content(element, "Para", "Plain")
    start = 0
    while start < len(inside) and kind(inside[start]) == "RawInline":  # the anchor of a name
        start += 1
    if start == len(inside) or not _leads_to(inside[start], path):
        return None
    image, after = inside[start], [kind(item) for item in inside[start + 1 :]]
    (_, _, pairs), words, _ = image["c"]
    is_whole = after in ([], ["LineBreak", "Emph"])
    words_under = plain(inside[-1]) if is_whole and after else None
    return Behind(index, 1, None if is_whole else image, plain(words), words_under, dict(pairs).get("width"))


def _in_html(elements: Sequence[Element], start: int, path: str | None) -> Behind | None:
    """An image as HTML: one raw block, or a raw paragraph around it."""
    raw = _raw(elements, start)
    if raw is None:
        return None
    if found := _IMG.search(raw):
        return _of_html(found[0], start, 1, path) if raw.strip().endswith((">", "</p>")) else None
    if not raw.startswith("<p") or (_raw(elements, start + 2) or "").strip() != "</p>":
        return None
    inside = content(elements[start + 1], "Plain", "Para")
    text = inside[0]["c"][1] if inside and kind(inside[0]) == "RawInline" else ""
    tag = _IMG.match(text)
    return _of_html(tag[0], start, 3, path) if tag else None


def _raw(elements: Sequence[Element], index: int) -> str | None:
    if index >= len(elements) or kind(elements[index]) != "RawBlock":
        return None
    markup, text = elements[index]["c"]
    return str(text) if markup == "html" else None


def _of_html(tag: str, start: int, size: int, path: str | None) -> Behind | None:
    source = _SOURCE.search(tag)
    address = unescape(source[1] or source[2] or "") if source else ""
    if not address or (path is not None and unquote(address) != path):
        return None
    alt = re.search(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return Behind(start, size, None, unescape(alt[1] or alt[2] or "") if alt else "")


def put(slot: Slot, found: Behind | None, block: Element, inline: list[Element]) -> None:
    """Let a figure stand for a marker and the image behind it.

    Args:
        slot: Where the marker stands.
        found: The image behind it, or None.
        block: The figure as an element among blocks.
        inline: The figure as elements in a line.
    """
    is_line = kind(slot.element) == "RawInline"
    if found is None:
        slot.put({"t": "Span", "c": [["", [], []], inline]} if is_line else block)
        return
    slot.put(_GONE)
    if found.image is not None:
        found.image.clear()
        found.image.update({"t": "Span", "c": [["", [], []], inline]} if len(inline) != 1 else inline[0])
        return
    for index in range(found.first, found.first + found.size):
        slot.elements[index] = _GONE
    slot.elements[found.first] = block


def sweep(slots: Sequence[Slot]) -> None:
    """Take out what `put` has marked, when all is put."""
    for slot in slots:
        slot.elements[:] = [item for item in slot.elements if item is not _GONE]
