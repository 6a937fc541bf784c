"""Where keys and values stand in a TOML text that is known to be valid: `tomllib` reads values, but tells no places."""

import re
from typing import NamedTuple

Path = tuple[str | int, ...]

_SKIP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_VALUE = re.compile(r"[^,\]}\n#]*")


class Place(NamedTuple):
    """Offsets of a key and of its value; an item of a list has its value's place for both."""

    key: tuple[int, int]
    value: tuple[int, int]


def places(text: str) -> dict[Path, Place]:
    """Return the place of every key, by its path from the top; items of lists by their number from 0.

    Args:
        text: A text that `tomllib` accepts; of any other text as much is found as can be followed.
    """
    scanner = _Scanner(text)
    scanner.document()
    return scanner.found


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Path, Place] = {}
        self.tables: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        self._skip(_SKIP)
        while self.at < len(self.text):
            before = self.at
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_SKIP)
            if self.at == before:  # not TOML: give up rather than turn in circles
                return

    def _skip(self, pattern: re.Pattern[str]) -> tuple[int, int]:
        match = pattern.match(self.text, self.at)
        start = self.at
        if match:
            self.at = match.end()
        return start, self.at

    def _take(self, char: str) -> bool:
        found = self.text.startswith(char, self.at)
        self.at += len(char) if found else 0
        return found

    def _header(self) -> Path:
        many = self._take("[[") or not self._take("[")
        keys, span = self._keys()
        self._take("]]" if many else "]")
        path: Path = tuple(keys)
        if many:
            number = self.tables.get(path, 0)
            self.tables[path] = number + 1
            path = (*path, number)
        self.found.setdefault(path, Place(span, span))
        return path

    def _keys(self) -> tuple[list[str], tuple[int, int]]:
        keys: list[str] = []
        self._skip(_BLANK)
        start = end = self.at
        while True:
            self._skip(_BLANK)
            first, last = self._skip(_STRING if self.text[self.at : self.at + 1] in {'"', "'"} else _BARE_KEY)
            if first == last:
                return keys, (start, end)
            end = last
            keys.append(self.text[first:last].strip("\"'"))
            self._skip(_BLANK)
            if not self._take("."):
                return keys, (start, end)

    def _pair(self, table: Path) -> None:
        keys, span = self._keys()
        self._skip(_BLANK)
        if not keys or not self._take("="):
            return
        path = (*table, *keys)
        value = self._value(path)
        for length in range(len(table) + 1, len(path)):
            self.found.setdefault(path[:length], Place(span, span))
        self.found[path] = Place(span, value)

    def _value(self, path: Path) -> tuple[int, int]:
        self._skip(_BLANK)
        start = self.at
        char = self.text[start : start + 1]
        if char == "[":
            self._items(path)
        elif char == "{":
            self._inline_table(path)
        elif char in {'"', "'"}:
            self._skip(_STRING)
        else:
            first, last = self._skip(_PLAIN_VALUE)
            return first, first + len(self.text[first:last].rstrip())
        return start, self.at

    def _items(self, path: Path) -> None:
        self.at += 1
        number = 0
        self._skip(_SKIP)
        while self.at < len(self.text) and not self._take("]"):
            before = self.at
            value = self._value((*path, number))
            self.found[(*path, number)] = Place(value, value)
            self._skip(_SKIP)
            self._take(",")
            self._skip(_SKIP)
            number += 1
            if self.at == before:
                return

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        self._skip(_SKIP)
        while self.at < len(self.text) and not self._take("}"):
            before = self.at
            self._pair(path)
            self._skip(_SKIP)
            self._take(",")
            self._skip(_SKIP)
            if self.at == before:
                return
