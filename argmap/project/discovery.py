"""Which files are meant: names, folders searched for maps, patterns that the shell left alone, standard input."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from argmap.core.errors import ArgmapError
from argmap.formats import FORMATS
from argmap.project.configuration import Projects
from argmap.project.patterns import excluded
from argmap.project.presence import is_file, is_folder, is_there

MAP_SUFFIXES = (".argmap.yaml", ".argmap.yml", ".argmap.json", ".argdown", ".ad", ".argdown.json")
"""What the names of maps end in."""

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})
"""Folders of tools, which no search enters; neither does it enter hidden ones."""


class Found(NamedTuple):
    """A file that is meant.

    Attributes:
        name: The path as the user would write it, or `-` for standard input.
        below: The path below the folder that was searched, or the file name; says where a copy is put.
    """

    name: str
    below: str


def discover(
    paths: Iterable[str], projects: Projects | None = None, suffixes: tuple[str, ...] = MAP_SUFFIXES
) -> list[Found]:
    """Return the files that arguments on the command line mean, each once, folders in alphabetical order.

    A file that is named is taken whatever it is called. In folders, maps are found by their suffix; hidden folders
    and those of tools are skipped, and so is what `exclude` in the configuration means; links to folders are not
    followed.

    Args:
        paths: The arguments.
        projects: Where configurations come from.
        suffixes: What the names of files in folders have to end in.

    Raises:
        ArgmapError: `no-maps` if a folder or a pattern leads to no map, `cannot-read` if a folder cannot be read.
    """
    projects = projects or Projects()
    seen: set[str] = set()
    found: list[Found] = []
    for path in paths:
        for item in _expand(path, projects, suffixes):
            key = item.name if item.name == "-" else _absolute(item.name)
            if key not in seen:
                seen.add(key)
                found.append(item)
    return _with_common_folder(found)


def is_map(name: str) -> bool:
    """Return whether a file is called like a map."""
    return name.casefold().endswith(MAP_SUFFIXES)


def suffixes_of(format: str | None) -> tuple[str, ...]:
    """What the names of files in a folder end in that are to be read in a format; those of maps if none is named.

    Files of other tools often have the ending of the language that they are in alone: `.json` beside `.aif.json`.
    """
    if format is None or not FORMATS[format].is_foreign:
        return MAP_SUFFIXES
    suffixes = FORMATS[format].suffixes
    return (*suffixes, *dict.fromkeys(f".{suffix.rpartition('.')[2]}" for suffix in suffixes if suffix.count(".") > 1))


def stem_of(name: str) -> str:
    """Return the path of a map without the ending that says that it is a map: `a/tram` of `a/tram.argmap.yaml`."""
    ends = {end for item in FORMATS.values() for end in item.suffixes if name.casefold().endswith(end)}
    if ends:
        return name[: -max(map(len, ends))]
    path = Path(name)
    return str(path.with_suffix("")) if path.stem else name


def _expand(path: str, projects: Projects, suffixes: tuple[str, ...]) -> list[Found]:
    if path == "-":
        return [Found("-", "-")]
    if is_folder(path):
        found = [Found(name, os.path.relpath(name, path)) for name in _maps_in(path, projects, suffixes)]
        if not found:
            raise ArgmapError("no-maps", f"there is no map in {path}", _how_maps_are_called(suffixes))
        return found
    if has_magic(path) and not is_there(path):
        return _matches(path, projects, suffixes)
    return [Found(path, "")]


def _how_maps_are_called(suffixes: tuple[str, ...]) -> str:
    if suffixes != MAP_SUFFIXES:
        return f"files in this format are called NAME{' or NAME'.join(suffixes)}"
    return "maps are called NAME.argmap.yaml or NAME.argdown; for files of other tools give --from FORMAT"


def _matches(pattern: str, projects: Projects, suffixes: tuple[str, ...]) -> list[Found]:
    found: list[Found] = []
    for name in sorted(glob(pattern, recursive=True)):  # noqa: PTH207 - a pattern may be absolute
        if not is_folder(name):
            found.append(Found(name, ""))
        elif "**" not in pattern:
            found += [Found(item, "") for item in _maps_in(name, projects, suffixes)]
    found = [item for item in found if not left_out(item.name, projects)]
    if not found:
        raise ArgmapError("no-maps", f"no file matches {pattern}")
    return found


def _maps_in(folder: str, projects: Projects, suffixes: tuple[str, ...]) -> Iterator[str]:
    for here, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
        for name in sorted(names):
            path = str(Path(here, name))
            if name.casefold().endswith(suffixes) and is_file(path) and not left_out(path, projects):
                yield path


def left_out(path: str, projects: Projects) -> bool:
    """Return whether the configuration that holds for a file excludes it from searches."""
    configured = projects.of(path)
    if configured.folder is None or not configured.settings.exclude:
        return False
    below = Path(os.path.relpath(path, configured.folder)).as_posix()
    return excluded(below, configured.settings.exclude)


def _refuse(error: OSError) -> None:
    raise ArgmapError("cannot-read", f"cannot read the folder {error.filename}: {error.strerror}") from error


def _with_common_folder(found: list[Found]) -> list[Found]:
    """Say of files that were named one by one where they lie below the folder that they share."""
    named = [_absolute(item.name) for item in found if not item.below]
    if not named:
        return found
    shared = os.path.commonpath([Path(path).parent for path in named])
    return [item if item.below else Found(item.name, os.path.relpath(item.name, shared)) for item in found]


def _absolute(path: str) -> str:
    return os.path.normpath(Path(path).absolute())
