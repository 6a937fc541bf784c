"""Configuration: `argmap.toml`, or `[tool.argmap]` in `pyproject.toml`, nearest upward from the map."""

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from argmap.core.diagnostics import Diagnostic, finding, in_file_order
from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile, Span
from argmap.project.presence import is_file
from argmap.project.settings import DEFAULTS, Settings

OWN_FILE = "argmap.toml"
SHARED_FILE = "pyproject.toml"
_LARGEST = 1_000_000


class Configured(NamedTuple):
    """What holds in a folder.

    Attributes:
        settings: The settings; the defaults where the configuration is at fault.
        diagnostics: What is wrong with the configuration.
        folder: The folder of the configuration, or None if there is none.
    """

    settings: Settings = DEFAULTS
    diagnostics: tuple[Diagnostic, ...] = ()
    folder: str | None = None


@dataclass
class Projects:
    """The configurations of one run, each read once.

    Args:
        file: The configuration to use for every map, or None to look for it.
        look: Whether to look for configurations at all.
    """

    file: str | None = None
    look: bool = True

    def __post_init__(self) -> None:
        self._of_folder: dict[Path, Configured] = {}
        self._read: dict[Path, Configured | None] = {}
        self._told: set[Path] = set()

    def of(self, name: str) -> Configured:
        """Return what holds for a map, or for standard input (`-`).

        Raises:
            ArgmapError: `cannot-read`, for a configuration that is there and cannot be read.
        """
        if self.file is not None:
            return self._given(Path(self.file))
        if not self.look:
            return Configured()
        folder = Path.cwd() if name == "-" else Path(name).absolute().parent
        return self._upward(folder)

    def diagnostics(self) -> list[Diagnostic]:
        """Return what is wrong with the configurations that were read so far."""
        return [item for found in self._read.values() if found for item in found.diagnostics]

    def news(self) -> list[Diagnostic]:
        """Return what is wrong and was not returned by this before."""
        fresh = [found for path, found in self._read.items() if found and path not in self._told]
        self._told.update(self._read)
        return [item for found in fresh for item in found.diagnostics]

    def _given(self, path: Path) -> Configured:
        if not is_file(path):
            raise ArgmapError("cannot-read", f"the configuration {path} is not there, or is not a file")
        return self._load(path, path.name != SHARED_FILE) or Configured()

    def _upward(self, folder: Path) -> Configured:
        waiting: list[Path] = []
        for place in (folder, *folder.parents):
            if place in self._of_folder:
                found = self._of_folder[place]
                break
            waiting.append(place)
            own, shared = place / OWN_FILE, place / SHARED_FILE
            here = self._load(own, True) if is_file(own) else None
            if here is None and is_file(shared):
                here = self._load(shared, False)
            if here is not None:
                found = here
                break
        else:
            found = Configured()
        self._of_folder |= dict.fromkeys(waiting, found)
        return found

    def _load(self, path: Path, own: bool) -> Configured | None:
        if path not in self._read:
            self._read[path] = read(_shown(path), str(path), own=own)
        return self._read[path]


def read(name: str, path: str, *, own: bool) -> Configured | None:
    """Read one configuration file.

    Args:
        name: What messages call it.
        path: Where it lies.
        own: Whether the whole file is argmap's, rather than its table `[tool.argmap]`.

    Returns:
        What it says, or None if it is shared and has nothing for argmap.

    Raises:
        ArgmapError: `cannot-read`.
    """
    source, faults = _text(name, path)
    data: Any = None
    if not faults:
        try:
            data = tomllib.loads(source.text)
        except tomllib.TOMLDecodeError as error:
            faults = [_syntax_fault(source, str(error))]
        except RecursionError:
            faults = [_fault("the file is nested too deeply", Span(source, 0, 0))]
    folder = str(Path(path).absolute().parent)
    if faults:
        return Configured(diagnostics=tuple(faults), folder=folder)
    prefix = () if own else ("tool", "argmap")
    for key in prefix:
        data = data.get(key) if isinstance(data, dict) else None
    if data is None:
        return None
    from argmap.project.document import validate  # brings pydantic: only where there is something to validate

    settings, found = validate(data, source, prefix)
    return Configured(settings, tuple(in_file_order(found)), folder)


def with_command_line(settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...], strict: bool) -> Settings:
    """Return settings changed by the command line: `select` sets the configured selection aside, `ignore` adds."""
    if select:
        settings = replace(settings, select=select, ignore=())
    return replace(settings, ignore=(*settings.ignore, *ignore), strict=settings.strict or strict)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _text(name: str, path: str) -> tuple[SourceFile, list[Diagnostic]]:
    try:
        data = Path(path).read_bytes()[: _LARGEST + 1]
    except OSError as error:
        raise ArgmapError("cannot-read", f"cannot read the configuration {name}: {error.strerror}") from error
    source = SourceFile(name, data.decode("utf-8", "replace").replace("\r\n", "\n"), path)
    if len(data) > _LARGEST:
        return source, [_fault("the configuration is larger than 1 MB", Span(source, 0, 0))]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode("utf-8").replace("\r\n", "\n"))
        return source, [_fault("the configuration is not UTF-8", Span(source, at, at + 1))]
    return source, []


def _fault(message: str, span: Span) -> Diagnostic:
    return finding("invalid-configuration", message, span)


def _syntax_fault(source: SourceFile, message: str) -> Diagnostic:
    match = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    at = len(source.text)
    if match and match[1]:
        at = min(source.line_starts[int(match[1]) - 1] + int(match[2]) - 1, at)
    what = message[: match.start()] if match else message
    return _fault(f"not valid TOML: {what[:1].lower()}{what[1:]}", Span(source, at, min(at + 1, len(source.text))))
