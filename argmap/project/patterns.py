"""Patterns of `exclude`: which files and folders they mean."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePosixPath


def excluded(path: str, patterns: Iterable[str]) -> bool:
    """Return whether a pattern means a file or one of the folders it lies in.

    Args:
        path: A path relative to the folder of the configuration, with `/`.
        patterns: `*`, `?` and `[...]` stand for parts of a name, `**` for any number of folders. A pattern without
            an inner `/` is looked for at every depth.
    """
    parts = PurePosixPath(path).parts
    return any(_means(pattern, parts) for pattern in patterns)


def _means(pattern: str, parts: tuple[str, ...]) -> bool:
    wanted = PurePosixPath(pattern.replace("\\", "/").strip("/")).parts
    if len(wanted) == 1 and not pattern.startswith("/"):
        wanted = ("**", *wanted)
    return any(_match(wanted, parts[:length]) for length in range(1, len(parts) + 1))


def _match(wanted: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Match part by part; `reached` holds how far in `wanted` the parts so far may have led."""
    reached = _past_stars(wanted, {0})
    for part in parts:
        step = {at if wanted[at] == "**" else at + 1 for at in reached if _fits(wanted, at, part)}
        reached = _past_stars(wanted, step)
    return len(wanted) in reached


def _fits(wanted: tuple[str, ...], at: int, part: str) -> bool:
    return at < len(wanted) and (wanted[at] == "**" or fnmatchcase(part, wanted[at]))


def _past_stars(wanted: tuple[str, ...], reached: set[int]) -> set[int]:
    found = set(reached)
    for at in range(len(wanted)):
        if at in found and wanted[at] == "**":
            found.add(at + 1)
    return found
