"""The one engine of all hosts: a block of a document becomes a figure, or findings with their place."""

import contextlib
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import __version__, pipeline
from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.errors import ArgmapError
from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile
from argmap.embed.attributes import Attributes
from argmap.embed.base import Figure, Outcome, Request, Shown
from argmap.embed.cache import Cache, Entry, usual_folder
from argmap.embed.paths import inside, project_of, shown
from argmap.project import Projects, Settings
from argmap.project.presence import is_file, is_folder, is_there

if TYPE_CHECKING:
    from argmap.core.labelling import Labelling
    from argmap.core.model import ArgumentMap

_TIMEOUT = 60.0
"""Seconds that an evaluation may take."""


class Engine:
    """Makes figures. It reads each file once, so one serves a whole build, and the next build takes a new one.

    Args:
        root: The folder that no path may leave; None for the project of each document.
        cache: Where figures are kept; None for the usual folder.
        projects: Where configurations come from; None for those of the folders.
    """

    def __init__(self, root: Path | None = None, cache: Cache | None = None, projects: Projects | None = None) -> None:
        self.root = root
        self.cache = Cache(usual_folder()) if cache is None else cache
        self.projects = projects or Projects()
        self._roots: dict[Path, Path] = {}
        self._sources: dict[str, SourceFile] = {}
        self._maps: dict[SourceFile, tuple[pipeline.Loaded, tuple[Diagnostic, ...]]] = {}

    def figure(self, request: Request, format: str) -> Outcome:
        """Make the figure of a block.

        Args:
            request: The block.
            format: The format to make if the block asks for none: `svg`, `png` or `pdf`.

        Returns:
            The figure, or the errors: those of the map have their place in the map, and tell which block wants it.
        """
        wanted = request.attributes.format or format
        source = self.source(request)
        if isinstance(source, Diagnostic):
            return Outcome(None, (source,))
        configured = self.projects.of(source.path or "-")
        if configured.diagnostics:
            return Outcome(None, configured.diagnostics)
        key = _key(request, source, wanted, configured.settings) if _may_be_kept(source) else ""
        kept = self.cache.find(key) if key else None
        figure = _from_cache(kept, wanted) if kept else None
        if figure is None:
            made = self._shown(request, source, configured.settings)
            if not isinstance(made, Shown):
                return Outcome(None, made)
            try:
                figure = _drawn(request.attributes, made, wanted)
            except ArgmapError as error:
                return Outcome(None, (finding("figure-not-drawn", error.message, request.place, help=error.hint),))
            if key:
                self.cache.keep(key, _to_cache(figure), made.inputs)
        asked = request.attributes.alt
        return Outcome(figure if asked is None else replace(figure, alt=asked))

    def source(self, request: Request) -> SourceFile | Diagnostic:
        """Return the text of a block's map: the file that it names, or its body with the lines of the document."""
        name = request.attributes.file
        if name is not None and request.body is not None and request.body.strip():
            advice = "keep one of them: the file, or the map in the block"
            return finding("ambiguous-block", "the block names a file and holds a map", request.place, help=advice)
        if name is None:
            return self._own_text(request)
        found = inside(name, request.folder, self._root_of(request.folder), request.span("file"))
        if isinstance(found, Diagnostic):
            return found
        if str(found) not in self._sources:
            try:
                source = _read(found)
            except ArgmapError as error:
                message = error.message.replace(str(found), name)
                return finding("missing-map", message, request.span("file"), help=_near_file(found))
            self._sources[str(found)] = replace(source, name=shown(found))
        return self._sources[str(found)]

    def _root_of(self, folder: Path) -> Path:
        if self.root is not None:
            return self.root
        if folder not in self._roots:
            self._roots[folder] = project_of(folder)
        return self._roots[folder]

    def _own_text(self, request: Request) -> SourceFile | Diagnostic:
        if request.body is None or not request.body.strip():
            advice = "name a file with file=NAME, or write the map into the block"
            return finding("empty-block", "the block names no file and holds no map", request.place, help=advice)
        name = request.place.source.name if request.place else "<document>"
        path = request.folder / ".argmap-block"  # includes and copies of sources are found beside the document
        return SourceFile(name, "\n" * (request.body_line - 1) + request.body, str(path))

    def shown(self, request: Request) -> Shown | tuple[Diagnostic, ...]:
        """Return the map of a block with the part of it that is to be shown, or the errors that stop it."""
        source = self.source(request)
        if isinstance(source, Diagnostic):
            return (source,)
        configured = self.projects.of(source.path or "-")
        return configured.diagnostics or self._shown(request, source, configured.settings)

    def _shown(self, request: Request, source: SourceFile, settings: Settings) -> Shown | tuple[Diagnostic, ...]:
        loaded, errors = self._loaded(source, settings)
        if errors or loaded.map is None:
            return (*_broken(request, len(errors)), *errors)
        part = _part(loaded.map, request)
        if isinstance(part, tuple):
            return part
        labelling = _labelling(loaded.map, request)
        if isinstance(labelling, Diagnostic):
            return (labelling,)
        return Shown(loaded.map, part, labelling, settings, _inputs(loaded.map))

    def _loaded(self, source: SourceFile, settings: Settings) -> tuple[pipeline.Loaded, tuple[Diagnostic, ...]]:
        if source not in self._maps:
            loaded = pipeline.load(source, _format_of(source))
            self._maps[source] = loaded, tuple(pipeline.errors(loaded, settings))
        return self._maps[source]


def _read(path: Path) -> SourceFile:
    """Read a file that a document names, but nothing that could keep argmap waiting, such as a pipe.

    Raises:
        ArgmapError: `cannot-read`.
    """
    if is_there(path) and not is_file(path) and not is_folder(path):
        raise ArgmapError("cannot-read", f"cannot read `{path}`: it is not a file")
    return pipeline.read(str(path))


def _format_of(source: SourceFile) -> str:
    """The format of a map, of a file or in a block."""
    from argmap.formats.detection import format_within

    return format_within(source.text, Path(source.path or "").name).name


def _may_be_kept(source: SourceFile) -> bool:
    """Whether all that a map is made of is known without reading it: not so where it includes other files."""
    return "@include(" not in source.text


def _broken(request: Request, number: int) -> tuple[Diagnostic, ...]:
    """What to say at a block whose map, in a file of its own, has errors; in the block they speak for themselves."""
    if request.attributes.file is None:
        return ()
    many = f"{number:,} {'error' if number == 1 else 'errors'}"
    return (finding("broken-map", f"`{request.attributes.file}` has {many}", request.span("file")),)


def _near_file(path: Path) -> str | None:
    """A question about the file that was meant, if nothing lies at the path."""
    if is_there(path):
        return None
    try:
        near = did_you_mean(path.name, [item.name for item in path.parent.iterdir() if item.is_file()])
    except OSError:
        return None
    return f"did you mean `{near}`?" if near else None


def _inputs(map: "ArgumentMap") -> tuple[str, ...]:
    """The files that what is found in a map depends on, beside its own text: the copies of its sources."""
    folder = Path(map.origin.path).parent if map.origin and map.origin.path else Path()
    return tuple(sorted({str(folder / item.text) for item in map.sources if item.text}))


def _part(map: "ArgumentMap", request: Request) -> "ArgumentMap | tuple[Diagnostic, ...]":
    """The part of a map that a block chooses, or a finding for each name that the map has not."""
    from argmap.diagram.view import View, names, select, unknown

    asked = request.attributes
    view = View(
        focus=asked.focus,
        depth=2 if asked.depth is None else asked.depth,
        tags=asked.tag,
        groups=asked.group,
        questions=asked.question,
        speakers=asked.speaker,
        hidden=asked.hidden or False,
    )
    faults = []
    for field_name, word in unknown(map, view):
        attribute = "focus" if field_name == "focus" else field_name.removesuffix("s")
        near = did_you_mean(word, names(map)[field_name])
        what = "claim" if attribute == "focus" else attribute
        message = f"the map has no {what} `{word}`"
        advice = f"did you mean `{near}`?" if near else None
        faults.append(finding("invalid-attribute", message, request.span(attribute), help=advice))
    if faults:
        return tuple(faults)
    return map if view.shows_all and not view.hidden else select(map, view)


def _labelling(map: "ArgumentMap", request: Request) -> "Labelling | Diagnostic | None":
    asked = request.attributes
    if asked.evaluate is None:
        return None
    from argmap.semantics.evaluate import evaluate

    try:
        found = evaluate(map, asked.evaluate, support=asked.support or "default", timeout=_TIMEOUT)
    except ArgmapError as error:
        return finding("invalid-attribute", error.message, request.span("evaluate"), help=error.hint)
    if found.labelling is None or not found.complete:
        why = "; ".join(found.notes) or "there is no labelling"
        return finding("figure-not-drawn", f"there is no evaluation to show: {why}", request.span("evaluate"))
    return found.labelling


def _drawn(asked: Attributes, made: Shown, format: str) -> Figure:
    from argmap.diagram.compose import Style
    from argmap.diagram.fit import parse_page
    from argmap.digest.summary import sentence

    names = ("theme", "view", "direction", "labels", "wrap", "legend", "fit")
    chosen = {name: getattr(made.settings.render, name) for name in names}
    chosen |= {name: getattr(asked, name) for name in names if getattr(asked, name) is not None}
    chosen["heading"] = "" if asked.title is None and asked.caption else asked.title
    if chosen["fit"] is not None:
        chosen["fit"] = parse_page(chosen["fit"])
    style = Style(**{name: value for name, value in chosen.items() if value is not None})
    rendered = pipeline.render(made.part, format, style=style, labelling=made.labelling)
    scene = rendered.scene
    assert scene is not None
    alt = sentence(made.part, made.labelling)
    return Figure(rendered.data, format, alt, scene.description, scene.width, scene.height, rendered.notes)


def _key(request: Request, source: SourceFile, format: str, settings: Settings) -> str:
    """A digest of all that a figure is made of, but for the files that its map names.

    Of the attributes, only those count that change the picture: of a caption, that there is one.
    """
    text = request.body if request.attributes.file is None and request.body else source.text
    asked = replace(request.attributes, figure=None, name=None, width=None, align=None, file=None, alt=None)
    asked = replace(asked, caption="..." if asked.caption else None)
    folder = str(Path(source.path).parent) if source.path else ""
    parts = (*_programs(), format, repr(asked), repr(settings), source.name.rpartition(".")[2], folder, text)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _programs() -> tuple[str, ...]:
    """What draws, with the versions: after an upgrade of one of them a figure may look otherwise."""
    from importlib.metadata import PackageNotFoundError, version

    found = [f"argmap {__version__}"]
    for name in ("pygraphviz", "igraph", "fonttools", "fontpkg-fira-sans", "resvg-py", "typst"):
        with contextlib.suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}")
    return tuple(found)


def _to_cache(figure: Figure) -> Entry:
    names = ("alt", "description", "width", "height", "notes")
    return Entry(figure.data, {name: getattr(figure, name) for name in names})


def _from_cache(kept: Entry, format: str) -> Figure | None:
    """The figure that was kept; None if that is none."""
    try:
        return Figure(kept.data, format, **{**kept.facts, "notes": tuple(kept.facts["notes"])})
    except (KeyError, TypeError):
        return None
