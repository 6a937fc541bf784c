"""Files written whole or not at all, and the folders that they go into."""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from argmap.core.errors import ArgmapError
from argmap.core.files import encoding_of


def write_whole(path: str, data: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, and never a part.

    A link is followed and stays a link; the file keeps its mode. What is not a regular file (a terminal, a pipe, the
    null device) is written to directly.

    Raises:
        ArgmapError: `cannot-write`.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            if target.is_dir():
                raise ArgmapError(
                    "cannot-write", f"cannot write {path}: it is a folder", f"end it with a slash: {path}/"
                )
            target.write_bytes(data)
            return
        _replace(target, data)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = "its folder is not there" if isinstance(error, FileNotFoundError) else _reason(error)
        raise ArgmapError("cannot-write", f"cannot write {path}: {reason}") from error


def _replace(target: Path, data: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "you may not write it")
    beside = target.with_name(f".argmap-{secrets.token_hex(6)}.part")
    number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _reason(error: OSError | ValueError) -> str:
    return str(getattr(error, "strerror", None) or error)


def in_encoding_of(path: str, text: str) -> bytes:
    """Return a text as bytes, with the byte order mark and in the encoding that the file has now."""
    try:
        with Path(path).open("rb") as file:
            start = file.read(4)
    except OSError:
        start = b""
    mark, name = encoding_of(start)
    return mark + text.encode(name, "surrogateescape" if name == "utf-8" else "strict")


def make_folder(path: str) -> None:
    """Make a folder and those above it.

    Raises:
        ArgmapError: `cannot-write`.
    """
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArgmapError("cannot-write", f"cannot make the folder {path}: {_reason(error)}") from error
