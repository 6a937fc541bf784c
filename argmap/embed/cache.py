"""Figures that were made before, by what they were made of: a folder that may be deleted at any time."""

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from argmap.core.errors import ArgmapError
from argmap.core.writing import make_folder, write_whole

_SHARE = 16
"""Figures that each of the 256 folders holds before the older half of them is thrown out."""


_PLACES = {"win32": ("LOCALAPPDATA", "~/AppData/Local"), "darwin": ("", "~/Library/Caches")}
"""Where caches lie on a system: what the environment calls the folder, and which one it is if that says nothing."""


class Entry(NamedTuple):
    """What is kept of a figure.

    Attributes:
        data: The picture as a file's content.
        facts: What else was found out when it was made; plain JSON values.
    """

    data: bytes
    facts: Mapping[str, Any]


class Cache:
    """A folder of figures.

    A figure is kept under a key: a digest of all that was asked for and of the text of the map. What else it was made
    of (files that the map names) is kept with it as paths and digests, and is compared when it is looked up.

    Args:
        folder: Where it lies; None for a cache that keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def find(self, key: str) -> Entry | None:
        """Return what is kept under a key, or None if there is nothing, or a file it was made of has changed."""
        if self.folder is None:
            return None
        path = self.folder / key[:2] / key
        try:
            digest, entry = path.read_bytes().split(b"\n", 1)
            if digest != sha256(entry).hexdigest().encode():
                return None
            head, data = entry.split(b"\n", 1)
            kept = json.loads(head)
            if any(digest_of(name) != was for name, was in kept["inputs"].items()):
                return None
            found = Entry(data, kept["facts"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        with contextlib.suppress(OSError):  # a folder that may only be read serves as well
            os.utime(path)
        return found

    def keep(self, key: str, entry: Entry, inputs: Iterable[str]) -> None:
        """Keep a figure; a folder that cannot be written keeps nothing, and that is no fault."""
        if self.folder is None:
            return
        digests = {name: digest_of(name) for name in sorted(set(inputs))}
        head = json.dumps({"inputs": digests, "facts": entry.facts}, sort_keys=True)
        whole = head.encode() + b"\n" + entry.data
        path = self.folder / key[:2] / key
        with contextlib.suppress(ArgmapError, OSError):
            make_folder(str(path.parent))
            write_whole(str(path), sha256(whole).hexdigest().encode() + b"\n" + whole)
            self._prune(path.parent)

    def _prune(self, folder: Path) -> None:
        files = list(folder.iterdir())
        if len(files) > _SHARE:
            for old in sorted(files, key=lambda file: (file.stat().st_mtime, file.name))[: len(files) // 2]:
                old.unlink(missing_ok=True)


def digest_of(name: str) -> str | None:
    """The digest of a file's content, or None if it cannot be read."""
    try:
        return sha256(Path(name).read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None


def usual_folder() -> Path | None:
    """Where figures are kept: ARGMAP_CACHE, else `argmap` in the cache folder of the user.

    None if ARGMAP_CACHE is empty, or the user has no home: then nothing is kept.
    """
    own = os.environ.get("ARGMAP_CACHE")
    if own is not None:
        return Path(own) if own else None
    named, usual = _PLACES.get(sys.platform, ("XDG_CACHE_HOME", "~/.cache"))
    base = Path(os.environ.get(named, ""))
    if not base.is_absolute():
        try:
            base = Path(usual).expanduser()
        except RuntimeError:
            return None
    return base / "argmap"
