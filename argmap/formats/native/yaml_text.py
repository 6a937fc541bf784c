"""Plain data to YAML, as a person would type it: few quotes, short collections on one line, long texts unbroken."""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from argmap.formats.trees.scalars import plain_value

WIDTH = 100
"""Columns up to which a list or mapping stands on one line."""

_MAX_KEY = 1000
"""Length beyond which YAML wants a key to be announced with `? `."""


class Open(dict[str, Any]):
    """A mapping that is written over several lines, however short it is."""


class Rows(list[Any]):
    """A list that is written over several lines, however short it is."""


class Free(dict[str, Any]):
    """A mapping whose values have types: a text that looks like a number stands in quotes."""


class OpenFree(Open, Free):
    """Both at once."""


_ESCAPED = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"  # what YAML cannot print,
)  # and what some readers take for a line end or a byte order mark
_IN_QUOTES = re.compile(f'{_ESCAPED.pattern}|[\t\n"\\\\]')
_SHORT_ESCAPES = {"\0": "\\0", "\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}

_NOT_PLAIN = re.compile(
    r"""
      [\t\n]                          # more than one line, or a sign that looks like spaces
    | \A [?:,\[\]{}\#&*!|>'"%@`\s]    # signs with a meaning at the beginning
    | \A - (?![0-9A-Za-z])
    | \A (?: | ~ | null | = | << ) \Z # words with a meaning
    | : (?: \s | \Z ) | \s \#         # the end of a key, the beginning of a comment
    | \s \Z
    """,
    re.VERBOSE,
)
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?:]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9].*)?", re.ASCII)
_ODD_NUMBER = re.compile(r"[-+]?0[bx]_+|[-+]?[0-9_]{1000,}", re.ASCII)
_WORD_WITH_TYPE = re.compile(r"true|false|null|yes|no|on|off|y|n|[-+]?\.inf|\.nan", re.IGNORECASE)
_NUMBER_LIKE = re.compile(r"[-+.]?[0-9][0-9a-fA-F_.:xo+-]*", re.ASCII)
_KEY_WITH_TYPE = re.compile(r"true|false|null|[-+]?\.inf|\.nan", re.IGNORECASE)
_WHOLE = re.compile(r"0|[1-9][0-9]{0,14}", re.ASCII)


def quoted(text: str) -> str:
    """The text in quotes: double ones, or single ones where that saves escapes."""
    if ('"' in text or "\\" in text) and "\n" not in text and "\t" not in text and not _ESCAPED.search(text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{_IN_QUOTES.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    code = ord(sign)
    if code > 0xFFFF:
        return f"\\U{code:08X}"
    return _SHORT_ESCAPES.get(sign) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")


def is_plain(text: str, in_flow: bool = False, is_free: bool = False) -> bool:
    """Whether the text can stand without quotes.

    Args:
        text: The text.
        in_flow: Whether it stands inside `{ }` or `[ ]`.
        is_free: Whether values have types there, see `Free`.
    """
    if _NOT_PLAIN.search(text) or _ESCAPED.search(text) or (in_flow and _NOT_PLAIN_IN_FLOW.search(text)):
        return False
    if is_free and (not isinstance(plain_value(text), str) or _WORD_WITH_TYPE.fullmatch(text)):
        return False
    if text[0] not in "+-0123456789":
        return True
    if is_free and _NUMBER_LIKE.fullmatch(text):
        return False
    return not _ODD_NUMBER.fullmatch(text) and (not _DATE.fullmatch(text) or (not is_free and _is_date(text)))


def _is_date(text: str) -> bool:
    """Whether readers that guess dates find one that the calendar has."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def scalar(value: Any, in_flow: bool = False, is_free: bool = False) -> str:
    """A single value on one line: a text, a number, a truth value or None."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else f".{value}".replace(".-", "-.")
    if isinstance(value, int):
        return str(value)
    text = str(value)
    return text if is_plain(text, in_flow, is_free) else quoted(text)


def key_text(name: str, in_flow: bool = False) -> str:
    """A key. One that readers may take for a number is quoted, as they would not tell `1` from `1.0`."""
    if _KEY_WITH_TYPE.fullmatch(name) or (_NUMBER_LIKE.fullmatch(name) and not _WHOLE.fullmatch(name)):
        return quoted(name)
    return scalar(name, in_flow)


def flow(value: Any, is_free: bool = False) -> str:
    """The value on one line: `{to: tram, with: [faster]}`."""
    if isinstance(value, Mapping):
        inner = is_free or isinstance(value, Free)
        pairs = (f"{_flow_key(str(name))} {flow(item, inner)}" for name, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(item, is_free) for item in value) + "]"
    return scalar(value, True, is_free)


def _flow_key(name: str) -> str:
    key = key_text(name, True)
    return f"{key}:" if len(key) <= _MAX_KEY else f"? {key} :"


def _reads_well_in_flow(value: Any, is_free: bool) -> bool:
    """Whether no text needs quotes or escapes only because it would stand on one line with others."""
    if isinstance(value, Open | Rows):
        return False
    if isinstance(value, Mapping):
        inner = is_free or isinstance(value, Free)
        return all(len(str(name)) <= WIDTH and _reads_well_in_flow(item, inner) for name, item in value.items())
    if isinstance(value, list | tuple):
        return all(_reads_well_in_flow(item, is_free) for item in value)
    if not isinstance(value, str):
        return True
    return (
        len(value) <= WIDTH and "\n" not in value and is_plain(value, False, is_free) <= is_plain(value, True, is_free)
    )


def on_one_line(value: Any, is_free: bool, room: int) -> str | None:
    """The value in flow form, if it is empty, or short enough and not made worse by it."""
    if value and not _reads_well_in_flow(value, is_free):
        return None
    line = flow(value, is_free)
    return line if not value or len(line) <= room else None


def literal(text: str) -> list[str] | None:
    """The lines of a text of several lines as a `|` block, header first; None if it does not survive that."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if "\n" not in text or _ESCAPED.search(text) or not body.strip() or not lines[-1]:
        return None
    if lines[0][:1] in ("", " ", "\t") or any(line and (line[0] == "\t" or line[-1] in " \t") for line in lines):
        return None
    return ["|" if text.endswith("\n") else "|-", *lines]


def block(value: Any, indent: int = 0, is_free: bool = False) -> Iterator[str]:
    """The lines of a mapping or list, each with its indentation."""
    pad = " " * indent
    if isinstance(value, Mapping):
        inner = is_free or isinstance(value, Free)
        for name, item in value.items():
            key = key_text(str(name))
            if len(key) > _MAX_KEY:
                yield f"{pad}? {key}"
                key = ""
            yield from _entry(f"{pad}{key}:", item, indent, inner)
    else:
        for item in value:
            yield from _item(item, indent, is_free)


def _entry(start: str, value: Any, indent: int, is_free: bool) -> Iterator[str]:
    """A key with its value: on its line if that is short, else below it."""
    pad = " " * (indent + 2)
    if isinstance(value, Mapping | list | tuple):
        line = on_one_line(value, is_free, WIDTH - len(start) - 1)
        yield start if line is None else f"{start} {line}"
        if line is None:
            yield from block(value, indent + 2, is_free)
    elif isinstance(value, str) and (lines := literal(value)):
        yield f"{start} {lines[0]}"
        yield from (pad + line if line else "" for line in lines[1:])
    else:
        yield f"{start} {scalar(value, False, is_free)}"


def _item(value: Any, indent: int, is_free: bool) -> Iterator[str]:
    """An item of a list after its dash."""
    pad = " " * indent
    if not isinstance(value, Mapping | list | tuple):
        yield from _entry(f"{pad}-", value, indent, is_free)
        return
    line = on_one_line(value, is_free, WIDTH - indent - 2)
    if line is not None:
        yield f"{pad}- {line}"
        return
    lines = block(value, indent + 2, is_free)
    yield f"{pad}- {next(lines)[indent + 2 :]}"
    yield from lines
