"""The fields of a map as values of keys, and back. Lists and mappings are written as JSON."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from argmap.core.model import Citation, Display, RelationKind, Source, Speaker
from argmap.formats.data import plain
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.graphml.parts import Part

MARK = "argmap"
"""The key of a graph that says that argmap wrote the file."""
CARRIED = "carried"
"""The key for what another tool's file said and argmap has no words for."""
EXACT = "exact"
"""The key for the values that XML does not keep as they are: with spaces around them, or signs that it forbids."""

FIELDS = frozenset(
    """
    id kind label title text note implicit score assumed tags by cites answers url restatements hidden closed colour
    data order relation role scheme weight argument named members parent description language display speakers sources
    argmap carried exact
    """.split()  # noqa: SIM905
)
"""The names of all keys that argmap writes."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")


class Fields:
    """Reads the fields of one part.

    Args:
        part: The part.
        notes: Takes the findings on values that are of another type; they stay unused, and so are carried along.
    """

    def __init__(self, part: Part, notes: SpanNotes) -> None:
        self.part = part
        self._notes = notes

    def text(self, *names: str) -> str | None:
        """A text."""
        return self.part.says(*names) or None

    def flag(self, name: str) -> bool | None:
        """`true` or `false`."""
        value = self.part.peek(name).lower()
        if value in ("true", "1", "yes"):
            self.part.used.add(name)
            return True
        if value in ("false", "0", "no"):
            self.part.used.add(name)
            return False
        if value:
            self._odd(name, "must be `true` or `false`")
        return None

    def share(self, name: str, *, is_strict: bool = True) -> float | None:
        """A number from 0 to 1. If not strict, another one is no fault."""
        value = self.part.peek(name)
        if not value:
            return None
        try:
            number = float(value)
        except ValueError:
            self._odd(name, "must be a number")
            return None
        if 0 <= number <= 1:
            self.part.used.add(name)
            return number
        if is_strict:
            self._odd(name, "must be a number from 0 to 1")
        return None

    def number(self, name: str) -> int | None:
        """A whole number from 0."""
        value = self.part.peek(name)
        if value.isdecimal() and value.isascii() and len(value) < 10:
            self.part.used.add(name)
            return int(value)
        return None

    def colour(self, name: str) -> str | None:
        """A colour."""
        value = self.part.peek(name)
        if not _COLOUR.fullmatch(value):
            if value:
                self._odd(name, "must be a colour such as `#1f77b4`")
            return None
        self.part.used.add(name)
        return value

    def texts(self, *names: str) -> tuple[str, ...]:
        """A list of texts: as JSON, or with commas or semicolons between them."""
        for name in names:
            value = self.part.peek(name)
            if not value:
                continue
            self.part.used.add(name)
            found = _parsed(value)
            if isinstance(found, list) and all(isinstance(item, str) for item in found):
                return tuple(found)
            return tuple(dict.fromkeys(filter(None, (item.strip() for item in re.split("[,;]", value)))))
        return ()

    def json(self, name: str, type: type) -> Any:
        """A value that is written as JSON; an empty one if it is none of this type."""
        value = self.part.peek(name)
        if not value:
            return type()
        found = _parsed(value)
        if isinstance(found, type):
            self.part.used.add(name)
            return found
        self._odd(name, "must be JSON of the kind that argmap writes there")
        return type()

    def cites(self) -> tuple[Citation, ...]:
        """Citations."""
        return tuple(
            Citation(
                item["source"],
                _text(item.get("section")),
                item["paragraph"] if _counts(item.get("paragraph")) else None,
                _text(item.get("quote")),
            )
            for item in self.json("cites", list)
            if isinstance(item, dict) and isinstance(item.get("source"), str)
        )

    def _odd(self, name: str, must: str) -> None:
        self._notes.note("odd-value", f"`{name}` {must}", self.part.place(name))


def restored(part: Part) -> None:
    """Put texts back that XML does not keep as they are, unless somebody has changed what stands there."""
    exact = _parsed(part.says(EXACT))
    for name, value in exact.items() if isinstance(exact, dict) else ():
        shown = part.values.get(part.names.get(name, ""), "")
        if isinstance(value, str) and name in part.given and shown.strip() == xml_safe(value).strip():
            part.values[part.names.setdefault(name, name)] = value
            part.places.setdefault(name, part.element.place)


_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(text: str) -> str:
    """A text as far as XML can hold it."""
    return text if text.isascii() and text.isprintable() else _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def is_xml_safe(text: str) -> bool:
    """Whether XML keeps a text as it is."""
    return text == text.strip() and _holds(text)


def _holds(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or not _FORBIDDEN.search(text)


def as_json(value: Any) -> str:
    """A value as JSON in characters that XML can hold."""
    text = json.dumps(plain(value), ensure_ascii=False)
    return _FORBIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text) if text[:1] in ("[", "{") else None
    except (ValueError, RecursionError):
        return None


def speakers_of(table: Mapping[str, Any]) -> Mapping[str, Speaker]:
    """Speakers by their ids."""
    return {
        key: Speaker(key, _text(item.get("name")) or "", _text(item.get("role")), _text(item.get("link")))
        for key, item in table.items()
        if isinstance(item, dict)
    }


def sources_of(table: Mapping[str, Any]) -> tuple[Source, ...]:
    """Sources."""
    return tuple(
        Source(
            key,
            _text(item.get("title")) or "",
            author=_text(item.get("author")),
            date=_text(item.get("date")),
            link=_text(item.get("link")),
            text=_text(item.get("text")),
            paragraphs=item["paragraphs"] if _counts(item.get("paragraphs")) else None,
        )
        for key, item in table.items()
        if isinstance(item, dict)
    )


def display_of(table: Mapping[str, Any]) -> Display:
    """Wishes for drawing."""
    kinds = {*map(str, RelationKind), "undercut"}
    return Display(
        _one_of(table.get("direction"), ("down", "up", "left", "right")),
        _one_of(table.get("labels"), ("title", "text", "both")),
        _colours(table.get("tag_colours"), lambda name: True),
        _colours(table.get("relation_colours"), lambda name: name in kinds),
    )


def _colours(table: Any, fits: Callable[[str], bool]) -> dict[str, str]:
    if not isinstance(table, dict):
        return {}
    return {
        name: value
        for name, value in table.items()
        if isinstance(value, str) and _COLOUR.fullmatch(value) and fits(name)
    }


def _one_of(value: Any, words: tuple[str, ...]) -> str | None:
    return value if value in words else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _counts(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
