"""Files as they come: their bytes up to a bound, and what is wrong with a text whose bytes were none."""

import codecs
import errno
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile, Span

if TYPE_CHECKING:
    from argmap.core.diagnostics import Diagnostic

_STATED = re.compile(rb"""<\?xml\b[^>]{1,80}?encoding=["']([A-Za-z0-9._-]{1,30})["']""")
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_HALF = re.compile("[\ud800-\udfff]")
_UNDECODED = range(0xDC80, 0xDD00)  # what `surrogateescape` makes of a byte that is not UTF-8


def read_bytes(path: str, limit: int) -> bytes:
    """Read up to `limit` bytes of a file, or of standard input for `-`.

    Raises:
        ArgmapError: `cannot-read`: it is not there, is a folder, or may not be read.
    """
    if path == "-":
        return sys.stdin.buffer.read(limit)
    try:
        with Path(path).open("rb") as file:
            return file.read(limit)
    except OSError as error:
        reason = {
            errno.ENOENT: "there is no such file",
            errno.EISDIR: "it is a folder",
            errno.EACCES: "you may not read it",
        }.get(error.errno or 0, error.strerror or str(error))
        raise ArgmapError("cannot-read", f"cannot read `{path}`: {reason}") from error
    except ValueError as error:  # a NUL in the name
        raise ArgmapError("cannot-read", f"cannot read `{path}`: {error}") from error


def encoding_of(start: bytes) -> tuple[bytes, str]:
    """The byte order mark that a file begins with, if any, and the encoding: UTF-8, or UTF-16 of either order.

    Without a mark, UTF-16 is known by the zeros in its first two characters, as in JSON (RFC 4627, section 3).

    Args:
        start: The first four bytes, or more.
    """
    for mark, name in _MARKS.items():
        if start.startswith(mark):
            return mark, name
    for name, zeros, others in (("utf-16-le", start[1:4:2], start[0:4:2]), ("utf-16-be", start[0:4:2], start[1:4:2])):
        if zeros == b"\0\0" and len(others) == 2 and 0 not in others:
            return b"", name
    return b"", "utf-8"


def decoded(data: bytes) -> str:
    """A file's bytes as text: UTF-8 or UTF-16, with or without byte order mark.

    Bytes that are not UTF-8 are kept as half characters, for `undecodable` to find.
    """
    mark, name = encoding_of(data)
    return data.removeprefix(mark).decode(name, "surrogateescape" if name == "utf-8" else "replace")


def redecoded(source: SourceFile) -> SourceFile:
    """A source whose bytes are not UTF-8, decoded as the encoding that it states, as XML may, or else as Windows-1252.

    Half characters that no byte was kept as become U+FFFD.
    """
    try:
        data = source.text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return replace(source, text=_HALF.sub("\ufffd", source.text))
    stated = _STATED.match(data)
    name = stated[1].decode("ascii") if stated else "cp1252"
    try:
        text = data.decode(name)
    except (LookupError, UnicodeDecodeError):
        text = data.decode("cp1252", "replace")
    return replace(source, text=text)


def odd_encoding(source: SourceFile) -> "Diagnostic":
    """The finding on a source that had to be decoded otherwise than as UTF-8."""
    from argmap.core.diagnostics import finding

    stated = _STATED.match(source.text.encode("ascii", "replace"))
    place = next((place for place, sign in enumerate(source.text) if ord(sign) > 0x7F), 0)
    if "\ufffd" in source.text:
        place = source.text.index("\ufffd")
        message = "not all of the file can be decoded; what cannot is read as U+FFFD"
        return finding("odd-encoding", message, Span(source, place, place + 1))
    how = f"{stated[1].decode('ascii')}, as it says" if stated else "Windows-1252"
    message = f"the file is not in the encoding UTF-8; it is read as {how}"
    return finding("odd-encoding", message, Span(source, place, place + 1))


def undecodable(source: SourceFile) -> "Diagnostic | None":
    """The finding on the first character that UTF-8 cannot have, such as a byte kept by `surrogateescape`, or None."""
    if source.text.isascii():
        return None
    try:
        source.text.encode("utf-8")
    except UnicodeEncodeError as error:
        from argmap.core.diagnostics import finding  # a clean text does without

        code = ord(source.text[error.start])
        what = f"the byte 0x{code - 0xDC00:02X} is not UTF-8" if code in _UNDECODED else "half a character stands here"
        place = Span(source, error.start, error.start + 1)
        return finding("unreadable-file", what, place, help="save the file in the encoding UTF-8")
    return None
