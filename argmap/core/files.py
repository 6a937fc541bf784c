"""Files as they come: their bytes up to a bound, and what is wrong with a text whose bytes were none."""

import codecs
import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile, Span

if TYPE_CHECKING:
    from argmap.core.diagnostics import Diagnostic

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


def decoded(data: bytes) -> str:
    """A file's bytes as text: UTF-8 with or without byte order mark, or UTF-16 with one.

    Bytes that are not UTF-8 are kept as half characters, for `undecodable` to find.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


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
