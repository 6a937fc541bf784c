"""Merges two versions of a text with the one that both come from, piece by piece."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from argmap.editing.merging.conflicts import Markers
from argmap.editing.merging.fitting import fitted
from argmap.editing.merging.order import merged_order
from argmap.editing.merging.pieces import Body, Document, Part
from argmap.editing.merging.places import (
    Key,
    Path,
    as_items,
    as_mapping,
    below,
    is_set,
    keys_of_fields,
    keys_of_items,
    keys_of_items_alone,
    short_field,
)

_NOTHING = Body(None, "")


class _Side(NamedTuple):
    """One version of a list or mapping.

    Attributes:
        body: The version; empty if it is not there.
        parts: What it consists of.
        keys: The key of each part.
    """

    body: Body
    parts: Sequence[Part]
    keys: Sequence[Key]

    def fitted_to(self, host: Body) -> dict[Key, Part]:
        """The parts by key, in the layout of the version that is written on."""
        return {key: fitted(part, self.body, host) for key, part in zip(self.keys, self.parts, strict=True)}


class ThreeWay:
    """One merge.

    A conflict is written around whole lines. Where a line has several values, the merge of the line is made twice, once
    in favour of each side; so each version in the conflict has all that is not disputed.

    Args:
        markers: How conflicts are written.
    """

    def __init__(self, markers: Markers) -> None:
        self.markers = markers
        self.conflicts: list[str] = []
        self._favoured: int | None = None  # 0 for ours, 1 for theirs, None to write conflicts
        self._clashes: list[str] = []
        self._trail: list[str] = []

    def document(self, base: Document, ours: Document, theirs: Document) -> str:
        """Merge whole texts. Where they are in conflict is in `conflicts`, as keys with points between them."""
        whole = [Part("", "", "", item.opening, item.body, item.closing) for item in (base, ours, theirs)]
        if not all(item.body.is_block or item.body.says_nothing for item in (ours, theirs)):
            return self._part(whole[0], whole[1], whole[2], ())
        opening = _chosen(base.opening, ours.opening, theirs.opening)
        closing = _chosen(base.closing, ours.closing, theirs.closing)
        return opening + self._body(base.body, ours.body, theirs.body, ()).text + closing

    def _part(self, base: Part | None, ours: Part, theirs: Part, path: Path) -> str:
        """Merge a field, entry, item or comment; the text with comments above, and conflicts."""
        if ours.text == theirs.text or (base and theirs.text == base.text) or ours.body is None:
            return ours.text
        if (base and ours.text == base.text) or theirs.body is None:
            return theirs.text
        above = self._lines(base.above if base else "", ours.above, theirs.above)
        if self._favoured is not None or (_is_open(ours.body) and _is_open(theirs.body)):
            return above + self._composed(base, ours, theirs, path)
        versions = []
        for side in (0, 1):
            self._favoured, self._clashes = side, []
            versions.append(self._composed(base, ours, theirs, path))
            self._favoured = None
            if not self._clashes:
                return above + versions[0]
        self.conflicts += self._clashes
        return above + self.markers.conflict(versions[0], base.own if base else "", versions[1])

    def _composed(self, base: Part | None, ours: Part, theirs: Part, path: Path) -> str:
        """Merge what is below the comments above."""
        assert ours.body is not None
        assert theirs.body is not None
        body = self._body(base.body if base else None, ours.body, theirs.body, path)
        is_like_ours = body.is_block == ours.body.is_block and bool(ours.body.text) >= bool(body.text)
        shape = ours if is_like_ours else theirs
        head = shape.head
        if base and is_like_ours and theirs.body.is_block == body.is_block and theirs.body.text:
            head = _chosen(base.head, ours.head, theirs.head)
        before = base.rest if base else ""
        if self._favoured is None and _differ(before, ours.rest, theirs.rest):
            lines = (version.head + version.rest if version else "" for version in (ours, base, theirs))
            return self._disputed(*lines) + body.text
        rest = self._rest(before, ours.rest, theirs.rest)
        if not rest.strip():
            rest = "\n" if shape.rest.strip() else shape.rest
        return Part("", "", "", head, body, rest).own

    def _rest(self, base: str, ours: str, theirs: str) -> str:
        """Merge the comments at the end of a line."""
        if not _differ(base, ours, theirs):
            return theirs if ours.strip() == base.strip() != theirs.strip() else ours
        self._clash()
        return theirs if self._favoured else ours

    def _lines(self, base: str, ours: str, theirs: str) -> str:
        """Merge comments that take up whole lines."""
        if not _differ(base, ours, theirs):
            return theirs if ours.strip() == base.strip() != theirs.strip() else ours
        return self._disputed(ours, base, theirs)

    def _body(self, base: Body | None, ours: Body, theirs: Body, path: Path) -> Body:
        """Merge values."""
        base = base or _NOTHING
        if (ours.text, ours.is_block) in ((theirs.text, theirs.is_block), (base.text, base.is_block)):
            return theirs
        if (theirs.text, theirs.is_block) == (base.text, base.is_block):
            return ours
        found = self._items(base, ours, theirs, path) if is_set(path) else self._fields(base, ours, theirs, path)
        if found is None and short_field(path) == "members":
            found = self._items(base, ours, theirs, (*path, "members"))
        return found or self._value(base, ours, theirs)

    def _value(self, base: Body, ours: Body, theirs: Body) -> Body:
        """Merge values that are not cut any further."""
        if theirs.meaning in (ours.meaning, base.meaning):
            return ours
        if ours.meaning == base.meaning:
            return theirs
        if self._favoured is not None:
            self._clash()
            return theirs if self._favoured else ours
        text = self._disputed(ours.text, base.text if base.is_block else f"{base.text}\n", theirs.text)
        return Body(ours.node, text, ours.column, True)

    def _fields(self, base: Body, ours: Body, theirs: Body, path: Path) -> Body | None:
        """Merge mappings field by field; None if they are none."""
        host = _host(ours, theirs, ours.is_mapping, theirs.is_mapping)
        own, others = as_mapping(ours, path), as_mapping(theirs, path)
        if host is None or own is None or others is None:
            return None
        before = as_mapping(base, path) or ()
        sides = [
            _Side(body, parts, keys_of_fields(parts)) for body, parts in ((base, before), (ours, own), (theirs, others))
        ]
        return self._woven(sides, host, path)

    def _items(self, base: Body, ours: Body, theirs: Body, path: Path) -> Body | None:
        """Merge lists item by item; None if they are none, or both have one item only, another one."""
        host = _host(ours, theirs, ours.is_list, theirs.is_list)
        before, own, others = as_items(base), as_items(ours), as_items(theirs)
        if own is None or others is None:
            return None
        before = before or ()
        sides = [_Side(base, before, keys_of_items_alone(before, path))]
        sides += [
            _Side(body, parts, keys_of_items(before, parts, path)) for body, parts in ((ours, own), (theirs, others))
        ]
        if host is not None:
            return self._woven(sides, host, path)
        if not own or not others:
            return None
        if sides[1].keys == sides[2].keys:
            same = dict(zip(sides[0].keys, before, strict=True)).get(sides[1].keys[0])
            assert own[0].body is not None
            assert others[0].body is not None
            return self._body(same.body if same else None, own[0].body, others[0].body, (*path, "*"))
        if not base.says_nothing:
            return None
        return self._woven(sides, Body(None, "[]", ours.column, parts=(), opening="[", closing="]"), path)

    def _woven(self, sides: Sequence[_Side], host: Body, path: Path) -> Body:
        """Merge parts key by key, in the layout of the host."""
        base, ours, theirs = (side.fitted_to(host) for side in sides)
        texts: dict[Key, tuple[str, str]] = {}
        for key in dict.fromkeys([*ours, *theirs]):
            versions = base.get(key), ours.get(key), theirs.get(key)
            self._trail.append(key[0])
            text = self._version(*versions, below(path, key[0]) if not is_set(path) else (*path, "*"))
            self._trail.pop()
            if text is not None:
                texts[key] = (_lead(*versions), text)
        order = merged_order(sides[0].keys, sides[1].keys, sides[2].keys, texts)
        found = [texts[key] for key in order]
        if host.is_block:
            standing_apart = {key for side in (ours, theirs) for key, part in side.items() if part.body is None}
            return Body(
                host.node, _below_each_other(found, [key in standing_apart for key in order]), host.column, True
            )
        return Body(host.node, _bracketed(host, found), host.column)

    def _version(self, base: Part | None, ours: Part | None, theirs: Part | None, path: Path) -> str | None:
        """Merge a part that may be missing; None if it is to be."""
        if ours and theirs:
            return self._part(base, ours, theirs, path)
        there = ours or theirs
        assert there is not None
        if base is None:
            return there.text
        if there.says_the_same_as(base):
            return None
        if is_set(path) and there.body is not None and there.body.is_list:
            emptied = replace(base, body=_NOTHING, rest=there.rest)
            return self._part(base, ours or emptied, theirs or emptied, path)
        return self._disputed(ours.text if ours else "", base.text, theirs.text if theirs else "") or None

    def _disputed(self, ours: str, base: str, theirs: str) -> str:
        """Two versions of whole lines, or the favoured one."""
        self._clash()
        if self._favoured is not None:
            return theirs if self._favoured else ours
        self.conflicts += self._clashes
        return self.markers.conflict(ours, base, theirs)

    def _clash(self) -> None:
        """Note that the two sides differ here."""
        if self._favoured is None:
            self._clashes = []
        self._clashes.append(".".join(self._trail))


def _is_open(body: Body) -> bool:
    """Whether a value takes up lines of its own, so that conflicts have room in it."""
    return body.is_block or body.says_nothing


def _host(ours: Body, theirs: Body, *are_cut: bool) -> Body | None:
    """The version that is written on: ours, but rather a block than brackets; None if neither is cut."""
    fit = [body for body, is_cut in zip((ours, theirs), are_cut, strict=True) if is_cut]
    return next((body for body in fit if body.is_block), fit[0] if fit else None)


def _differ(base: str, ours: str, theirs: str) -> bool:
    """Whether both sides changed a comment, each in another way."""
    return len({base.strip(), ours.strip(), theirs.strip()}) == 3


def _chosen(base: str, ours: str, theirs: str) -> str:
    """What one side changed; ours where both did."""
    return theirs if ours == base else ours


def _lead(base: Part | None, ours: Part | None, theirs: Part | None) -> str:
    """What is put before a part: blank lines, or a comma."""
    there = ours or theirs
    assert there is not None
    return _chosen(base.lead, ours.lead, theirs.lead) if base and ours and theirs else there.lead


def _below_each_other(parts: Sequence[tuple[str, str]], is_comment: Sequence[bool]) -> str:
    """Parts in block layout. A comment that stood apart goes on doing so where what it stood above is gone."""
    text = ""
    for number, (lead, part) in enumerate(parts):
        text += lead if "\n" in lead or not number or not is_comment[number - 1] else f"\n{lead}"
        text += part
    return text


def _bracketed(host: Body, parts: Sequence[tuple[str, str]]) -> str:
    """Parts with commas between them, in the brackets of the host."""
    text = host.opening
    for number, (lead, part) in enumerate(parts):
        if number:
            text += lead if "," in lead else ", "
        elif "," in lead or not lead:
            text += host.parts[0].lead if host.parts else ""
        else:
            text += lead
        text += part
    return text + (host.closing if parts else host.closing.lstrip(" ,"))
