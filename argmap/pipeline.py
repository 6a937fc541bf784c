"""Strings the stages together: read, load, check, fix, edit, draw, render, convert. No other module knows them all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.core.diagnostics import Diagnostic, Edit, Severity, apply_edits, in_file_order
from argmap.core.errors import ArgmapError
from argmap.core.files import decoded, odd_encoding, read_bytes, redecoded, undecodable
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats import FORMATS, Format, Keeping, Memory, Written
from argmap.formats.detection import format_within
from argmap.formats.trees.tree import MAX_CHARACTERS
from argmap.project import DEFAULTS, Settings

if TYPE_CHECKING:
    from argmap.core.comparison import Marked
    from argmap.core.labelling import Labelling
    from argmap.diagram.compose import Composition, Style
    from argmap.diagram.scene import Scene
    from argmap.diagram.view import View
    from argmap.editing.operations import Operation

_MAX_FIX_ROUNDS = 10


class Loaded(NamedTuple):
    """A source with the map that was read from it, or None, what the reader found, and the format it was read in."""

    source: SourceFile
    map: ArgumentMap | None
    diagnostics: tuple[Diagnostic, ...]
    format: str = "yaml"


class Rendered(NamedTuple):
    """A picture as a file's content, notes for the user, such as text that came out small, and what was drawn.

    The scene is None for formats that other programs draw.
    """

    data: bytes
    notes: tuple[str, ...]
    scene: "Scene | None" = None


class Edited(NamedTuple):
    """What became of a source by operations.

    Attributes:
        loaded: The source with its new text, and the map that it is now.
        texts: The files whose text is another now, as they were, each with its new text.
        notes: What the user should know of what was decided on the way.
    """

    loaded: Loaded
    texts: tuple[tuple[SourceFile, str], ...]
    notes: tuple[str, ...]


def read(path: str) -> SourceFile:
    """Read a file, or standard input for `-`. Bytes that are not UTF-8 are kept for `load` to report.

    Raises:
        ArgmapError: `cannot-read`: it is not there, is a folder, or may not be read.
    """
    text = decoded(read_bytes(path, 4 * MAX_CHARACTERS + 4))
    return SourceFile("<stdin>", text) if path == "-" else SourceFile(path, text, path)


def load(source: SourceFile, format: str | None = None, memory: Memory | None = None) -> Loaded:
    """Read the map of a source.

    Args:
        source: The text.
        format: Name of its format; by default the one that the text looks like, or if it looks like several or none,
            the one that the name's ending stands for.
        memory: What is remembered of the version of the text that was read before, if it is read again and again; the
            result is the same, only sooner there.

    Raises:
        ArgmapError: `unknown-format`: there is no such format, or it cannot be read.
    """
    source, found, stop = _decoded(source, format)
    if stop and not found.is_foreign:
        return Loaded(source, None, (stop,), found.name)
    assert found.read is not None
    reading = found.reread(source, memory) if memory is not None and found.reread else found.read(source)
    return Loaded(source, reading.map, (*filter(None, [stop]), *reading.diagnostics), found.name)


def _decoded(source: SourceFile, name: str | None) -> tuple[SourceFile, Format, Diagnostic | None]:
    """The source with its format, and what is wrong with its encoding; files of other tools are decoded otherwise."""
    stop = undecodable(source)
    if not stop:
        return source, _format_of(source, name), None
    again = redecoded(source)
    found = _format_of(again, name)
    return (again, found, odd_encoding(again)) if found.is_foreign else (source, found, stop)


def _format_of(source: SourceFile, name: str | None) -> Format:
    if name is None:
        return format_within(source.text, source.name)
    if name not in FORMATS:
        near = FORMATS.suggest(name)
        raise ArgmapError("unknown-format", f"there is no format `{name}`", f"did you mean `{near}`?" if near else None)
    if FORMATS[name].read is None:
        raise ArgmapError("unknown-format", f"argmap writes the format `{name}` but does not read it")
    return FORMATS[name]


def texts_of(argument_map: ArgumentMap) -> Mapping[str, SourceFile | None]:
    """Read the local copies of a map's sources. Only files inside the folder of the map's own file are opened."""
    origin = argument_map.origin
    folder = Path(origin.path).parent if origin and origin.path else None
    found: dict[str, SourceFile | None] = {}
    for item in argument_map.sources:
        if item.text:
            found[item.id] = _local_text(folder, item.text)
    return found


def _local_text(folder: Path | None, name: str) -> SourceFile | None:
    if folder is None:
        return None
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()) or path.stat().st_size > MAX_CHARACTERS:
            return None
        return SourceFile(name, path.read_bytes().decode("utf-8-sig", "replace"), str(path))
    except (OSError, ValueError):
        return None


def check(loaded: Loaded, settings: Settings = DEFAULTS, only: Severity | None = None) -> list[Diagnostic]:
    """All findings on a loaded source that the settings let through, in file order.

    With `only`, rules of other severities are not run; what the reader found is there in any case.
    """
    from argmap.rules import check as run_rules
    from argmap.rules.base import Context, Limits
    from argmap.rules.suppressions import suppress

    read_as = FORMATS[loaded.format]
    found: Iterable[Diagnostic] = loaded.diagnostics
    if loaded.map is not None:
        limits = Limits() if settings.title_length is None else Limits(title_length=settings.title_length)
        is_argdown = loaded.format in ("argdown", "argdown-json")
        by_rules = run_rules(Context.of(loaded.map, texts_of(loaded.map), limits, is_argdown=is_argdown), only)
        found = [*found, *(_fitting(item, read_as) for item in by_rules)]
    kept = list(found) if read_as.is_foreign else suppress(loaded.source, list(found), read_as.comments)
    return [item for item in in_file_order(kept, loaded.source) if settings.wants(item)]


def errors(loaded: Loaded, settings: Settings = DEFAULTS) -> list[Diagnostic]:
    """All errors in a loaded source, also where settings select other findings; what they ignore is left out."""
    found = check(loaded, replace(settings, select=()), Severity.ERROR)
    return [item for item in found if item.severity is Severity.ERROR]


def _fitting(item: Diagnostic, format: Format) -> Diagnostic:
    """A finding of a rule as it holds for a format: what other tools allow is not an error in their files."""
    severity = Severity.WARNING if format.is_foreign and item.severity is Severity.ERROR else item.severity
    return replace(item, severity=severity, fix=item.fix if format.has_fixes else None)


def fix(loaded: Loaded, settings: Settings = DEFAULTS, format: str | None = None) -> tuple[SourceFile, int]:
    """Apply all safe fixes, again and again until none is left, and return the text and how many were applied.

    `format` names the format of the source, as for `load`.
    """
    count = 0
    for _ in range(_MAX_FIX_ROUNDS):
        found = [item.fix for item in check(loaded, settings) if item.fix and item.fix.safe and item.fix.edits]
        fixes = [item for item in found if all(edit.span.source is loaded.source for edit in item.edits)]
        chosen: list[Edit] = []
        end = -1
        for candidate in sorted(fixes, key=lambda item: min(edit.span.start for edit in item.edits)):
            if min(edit.span.start for edit in candidate.edits) >= end:
                chosen.extend(candidate.edits)
                end = max(edit.span.end for edit in candidate.edits) + 1
                count += 1
        if not chosen:
            break
        loaded = load(apply_edits(loaded.source, chosen), format)
    return loaded.source, count


def edit(loaded: Loaded, operations: "Sequence[Operation]") -> Edited:
    """Carry operations out, one after another, and see that they break nothing. No file is written.

    Raises:
        RefusedError: The format cannot be edited, an operation cannot be carried out, or the map would have errors
            that it did not have before.
    """
    from argmap.editing import EDITORS, RefusedError

    if loaded.format not in EDITORS:
        raise RefusedError(f"files in the format `{loaded.format}` cannot be edited", "convert it: argmap convert")
    before = loaded
    files: dict[str, SourceFile] = {}
    notes: list[str] = []
    for operation in operations:
        if loaded.map is None:
            raise RefusedError(f"{loaded.source.name} cannot be read as a map", "argmap check says why")
        made = EDITORS[loaded.format].edit(loaded.map, operation)
        loaded = _with_edits(loaded, made.edits, files)
        notes += made.notes
    broken = _new_errors(before, loaded)
    if broken:
        raise RefusedError("the map would have errors that it does not have now", findings=broken)
    texts = {_key(before.source): loaded.source.text, **loaded.source.unsaved}
    changed = tuple((file, texts[key]) for key, file in files.items() if texts[key] != file.text)
    return Edited(loaded, changed, tuple(dict.fromkeys(notes)))


def _key(source: SourceFile) -> str:
    """What tells files apart: where they really lie, or what they are called."""
    return str(Path(source.path).resolve()) if source.path else source.name


def _with_edits(loaded: Loaded, edits: Iterable[Edit], files: dict[str, SourceFile]) -> Loaded:
    """Make edits and read the map again; `files` gets the files that are changed, as they were."""
    by_file: dict[SourceFile, list[Edit]] = {}
    for item in edits:
        by_file.setdefault(item.span.source, []).append(item)
    main, unsaved = loaded.source, dict(loaded.source.unsaved)
    for source, own in by_file.items():
        files.setdefault(_key(source), source)
        made = apply_edits(source, own)
        if source is loaded.source:
            main = made
        else:
            unsaved[_key(source)] = made.text
    return load(replace(main, unsaved=unsaved), loaded.format)


def lay_out(loaded: Loaded) -> str:
    """Return the text in the canonical layout: same map, same comments, same order.

    Raises:
        RefusedError: The text cannot be read, or its format has no such layout.
    """
    from argmap.editing import EDITORS, RefusedError

    if loaded.format not in EDITORS:
        raise RefusedError(f"files in the format `{loaded.format}` have no canonical layout")
    return EDITORS[loaded.format].laid_out(loaded.source)


def _new_errors(before: Loaded, after: Loaded) -> list[Diagnostic]:
    """The errors of a map that it did not have before."""
    known = Counter((item.name, item.message) for item in errors(before))
    found = []
    for item in errors(after):
        if not known[item.name, item.message]:
            found.append(item)
        known[item.name, item.message] -= 1
    return found


def draw(
    argument_map: ArgumentMap,
    view: "View | None" = None,
    style: "Style | None" = None,
    labelling: "Labelling | None" = None,
    marks: "Mapping[str, Marked] | None" = None,
) -> "Composition":
    """Compose the picture of a map, or of the part of it that a view selects, with what is said of it.

    That is what a labelling says, and what happened to its parts since another version of it, by id.
    """
    from argmap.diagram.compose import Style, compose
    from argmap.diagram.view import select

    return compose(select(argument_map, view) if view else argument_map, style or Style(), labelling, marks)


def render(
    argument_map: ArgumentMap,
    format: str = "svg",
    *,
    view: "View | None" = None,
    style: "Style | None" = None,
    labelling: "Labelling | None" = None,
    marks: "Mapping[str, Marked] | None" = None,
    scale: float = 2.0,
    pixel_width: int | None = None,
    embed_font: bool = True,
) -> Rendered:
    """Draw a map as the content of a file.

    Args:
        argument_map: The map.
        format: `svg`, `png`, `pdf`, `dot` or `mermaid`.
        view: The part of the map to draw; by default all of it.
        style: How to draw it.
        labelling: What a semantics says of the whole map, to be shown on what is drawn; None for nothing.
        marks: What happened to claims, relations and questions since another version of the map, by id; only pictures
            that argmap draws itself show it.
        scale: Pixels of a PNG to a unit of the drawing, above 0.
        pixel_width: Width of a PNG in pixels, instead of the scale.
        embed_font: Whether an SVG carries the letters that it uses.

    Raises:
        ArgmapError: `unknown-format`, or a fault of the engine or of the fonts.
    """
    if format in FORMATS and FORMATS[format].write:
        from argmap.diagram.view import select

        return Rendered(convert(select(argument_map, view) if view else argument_map, format, labelling).encode(), ())
    from argmap.renderers import PICTURES, Drawing, svg

    if format not in PICTURES:
        near = PICTURES.suggest(format)
        hint = f"did you mean `{near}`?" if near else None
        raise ArgmapError("unknown-format", f"argmap does not draw `{format}`", hint)
    composition = draw(argument_map, view, style, labelling, marks)
    scene, notes = composition.scene, composition.notes
    drawing = Drawing(
        svg.render(scene, embed_font=embed_font and format == "svg"),
        title=scene.title,
        description=scene.description,
        language=scene.language,
        scale=scale,
        width=pixel_width,
    )
    data = PICTURES[format].encode(drawing)
    return Rendered(data, (*notes, *_on_letters(drawing.svg, format)), scene)


def _on_letters(svg: str, format: str) -> Iterator[str]:
    """Notes on letters that a PNG or PDF does not hold as letters; an SVG keeps them all."""
    if format == "svg" or svg.isascii():
        return
    from argmap.renderers.canvas import missing_glyphs
    from argmap.renderers.pdf import is_right_to_left

    if format == "pdf" and is_right_to_left(svg):
        yield "text that runs from right to left stands in a PDF as a picture, so its words cannot be searched"
    missing = missing_glyphs(svg)
    if not missing:
        return
    shown = " ".join(f"U+{ord(letter):04X}" for letter in missing[:5]) + (" ..." if len(missing) > 5 else "")
    yield f"no font on this machine has {shown}: boxes stand there; an SVG keeps the text, a system font mends it"


def convert(argument_map: ArgumentMap, format: str, labelling: "Labelling | None" = None) -> str:
    """Write a map in another format, with what a labelling says of it if the format has a place for that.

    Raises:
        ArgmapError: `unknown-format`: there is no such format, or it cannot be written.
    """
    return write(argument_map, format, labelling).text


def write(argument_map: ArgumentMap, format: str, labelling: "Labelling | None" = None) -> Written:
    """The same as `convert`, with what the format has no words for."""
    if format not in FORMATS:
        near = FORMATS.suggest(format)
        hint = f"did you mean `{near}`?" if near else None
        raise ArgmapError("unknown-format", f"there is no format `{format}`", hint)
    writer = FORMATS[format].write
    if writer is None:
        raise ArgmapError("unknown-format", f"argmap reads the format `{format}` but does not write it")
    from argmap.formats.features import losses_of

    made = writer(argument_map, labelling) if FORMATS[format].shows_labels else writer(argument_map)
    made, kept = made if isinstance(made, Keeping) else (made, frozenset())
    text, own = made if isinstance(made, Written) else (made, ())
    return Written(text, (*losses_of(argument_map, FORMATS[format], kept), *own))
