"""What a document should look like: its figures, its text, and what of it is stale. Nothing is written here."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from argmap.core.diagnostics import Diagnostic, Severity, finding, in_file_order
from argmap.core.source import SourceFile, Span
from argmap.embed import Engine, Request, read_attributes
from argmap.embed.attributes import Attributes
from argmap.embed.base import Shown
from argmap.embed.documents.base import FIGURE, Block, Host, Placed
from argmap.embed.documents.figures import format_of, path_in, stem_for
from argmap.embed.documents.lines import alike, line_end_of, with_line_ends
from argmap.embed.paths import inside, project_of, shown
from argmap.embed.signature import is_signed, signed
from argmap.project.presence import is_there


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read.

    Attributes:
        source: Its text; its path is None for standard input.
        host: What kind of document it is.
        folder: The folder from which its relative paths lead.
    """

    source: SourceFile
    host: Host
    folder: Path


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure as it should lie on the disk.

    Attributes:
        path: Where.
        data: Its content, with the sign of argmap.
        place: The block that wants it.
        notes: What the user should know of it.
        is_fresh: Whether the disk has just this.
        is_missing: Whether the disk has nothing there.
    """

    path: Path
    data: bytes
    place: Span
    notes: tuple[str, ...]
    is_fresh: bool
    is_missing: bool


@dataclass(slots=True)
class Kept:
    """What became of a document.

    Attributes:
        document: The document.
        text: Its text as it should be; as it is, if there are errors.
        figures: Its figures; none if there are errors.
        errors: What is wrong with it and with its maps. It is left alone then.
        stale: A finding on each block that is not as it should be, for `--check`.
        inputs: The files of maps that it names.
        blocks: How many blocks it has.
    """

    document: Document
    text: str = ""
    figures: list[Drawn] = field(default_factory=list)
    errors: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)
    stale: list[Diagnostic] = field(default_factory=list)
    inputs: list[Path] = field(default_factory=list)
    blocks: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """Where things go.

    Attributes:
        figures: The folder of new figures, relative to each document.
        copy: The folder of the rendered copy of the document, or None if it is kept in place.
        copies: The folder that all copies stay in.
    """

    figures: str = ""
    copy: Path | None = None
    copies: Path | None = None


class Keeper:
    """Works documents out, one after another, and sees that no two figures share a file.

    Args:
        engine: What makes the figures.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._taken: dict[Path, tuple[bytes, Span]] = {}

    def keep(self, document: Document, target: Target) -> Kept:
        """Work a document out."""
        found = document.host.scan(document.source)
        kept = Kept(document, document.source.text, errors=list(found.diagnostics), blocks=len(found.blocks))
        asked = [_Asked.of(block, document) for block in found.blocks]
        kept.errors += [item for one in asked for item in one.faults]
        claimed = {one.request.attributes.figure for one in asked if one.request.attributes.figure}
        written: list[tuple[Block, str]] = []
        work = _Work(self.engine, self._taken, kept, target, claimed)
        for one in asked:
            if not one.faults:
                new = work.block(one)
                written += [] if new is None else [(one.block, new)]
        kept.errors = in_file_order(kept.errors, document.source)
        if kept.errors:
            kept.figures, kept.stale, kept.text = [], [], document.source.text
            return kept
        kept.text = _with_blocks(document.source.text, written, is_copy=target.copy is not None)
        return kept


@dataclass(frozen=True, slots=True)
class _Asked:
    """A block with what it asks for."""

    block: Block
    request: Request
    faults: tuple[Diagnostic, ...]

    @classmethod
    def of(cls, block: Block, document: Document) -> "_Asked":
        attributes, faults = read_attributes(block.given, block.span)
        if block.picture and attributes.figure is None:
            attributes = replace(attributes, figure=block.picture.path, alt=attributes.alt or block.picture.alt or None)
        spans = {item.name: item.span for item in reversed(block.given) if item.span}
        request = Request(attributes, document.folder, _first_line(block.span), block.body, block.body_line, spans)
        return cls(block, request, tuple(faults))


def _first_line(span: Span) -> Span:
    """The beginning of a block: a whole one would be too long to be shown."""
    text = span.text
    blank = len(text) - len(text.lstrip())
    end = min((found for sign in "\r\n" if (found := text.find(sign, blank)) >= 0), default=len(text))
    return Span(span.source, span.start + blank, span.start + end)


@dataclass(frozen=True, slots=True)
class _Work:
    """The work on one document."""

    engine: Engine
    taken: dict[Path, tuple[bytes, Span]]
    kept: Kept
    target: Target
    claimed: set[str]

    def block(self, one: _Asked) -> str | None:
        """A block as it should be, or None with an error noted."""
        if one.request.attributes.file:
            self._note_input(one.request)
        placed = self._figure(one) if one.block.kind == FIGURE else self._region(one)
        return None if placed is None else self._told(one, placed)

    def _note_input(self, request: Request) -> None:
        found = inside(str(request.attributes.file), request.folder, self._root(), None)
        if isinstance(found, Path):
            self.kept.inputs.append(found)

    def _root(self) -> Path:
        return self.engine.root or project_of(self.kept.document.folder)

    def _told(self, one: _Asked, placed: Placed) -> str | None:
        """The text of a block, and a finding if the document has another."""
        block = one.block
        text = with_line_ends(
            self.kept.document.host.write(placed), line_end_of(block.span.source.text, block.span.start)
        )
        if not _starts_line(block.span):
            text = text.removeprefix(block.margin)
        now = block.span.text
        if alike(text, now):
            return now
        if block.kind != FIGURE:
            message = f"the text `{block.kind}` is not as the map has it now"
            self._stale("stale-text", message, one)
        elif not block.is_marker or block.picture is None:
            self._stale("missing-figure", "the figure of this map is not in the document yet", one)
        elif not any(item.name in ("missing-figure", "stale-figure") and item.primary == one.request.place
                     for item in self.kept.stale):  # fmt: skip
            self._stale("stale-figure", "the document shows the figure in another way than its marker asks for", one)
        return text

    def _stale(self, name: str, message: str, one: _Asked) -> None:
        self.kept.stale.append(finding(name, message, one.request.place, help="run argmap embed without --check"))

    def _region(self, one: _Asked) -> Placed | None:
        from argmap.embed.texts import TEXTS

        block = one.block
        if block.kind not in TEXTS:
            near = TEXTS.suggest(block.kind)
            advice = f"did you mean `{near}`?" if near else f"there are figure, {', '.join(TEXTS)}"
            message = f"argmap makes no text `{block.kind}`"
            self.kept.errors.append(finding("unknown-block", message, one.request.place, help=advice))
            return None
        found = self.engine.shown(one.request)
        if not isinstance(found, Shown):
            self._fail(found)
            return None
        text = TEXTS[block.kind].write(found.part, found.labelling, self.kept.document.host.markup)
        return self._placed(one, one.request.attributes, text=text)

    def _figure(self, one: _Asked) -> Placed | None:
        host = self.kept.document.host
        wanted = format_of(one.request, host.format)
        if isinstance(wanted, Diagnostic):
            self._fail([wanted])
            return None
        made, found = self.engine.figure(one.request, wanted)
        self._fail(found)
        if made is None:
            return None
        data = signed(made.data, made.format)
        name = self._name(one, made.format)
        path = self._path(name, one)
        if isinstance(path, Diagnostic):
            self._fail([path])
            return None
        clash = self._clash(path, data, one.request)
        if clash:
            self._fail([clash])
            return None
        assert one.request.place is not None
        self.taken.setdefault(path, (data, one.request.place))
        drawn = _drawn(path, data, one.request.place, made.notes)
        self._note_figure(drawn, one)
        return self._placed(one, replace(one.request.attributes, figure=name), path=name, alt=made.alt)

    def _note_figure(self, drawn: Drawn, one: _Asked) -> None:
        self.kept.figures.append(drawn)
        if drawn.is_missing and one.block.picture:
            self._stale("missing-figure", f"there is no file {shown(drawn.path)}", one)
        elif not drawn.is_fresh and one.block.picture:
            self._stale("stale-figure", f"{shown(drawn.path)} is not as the map has it now", one)

    def _fail(self, found: "Iterator[Diagnostic] | list[Diagnostic] | tuple[Diagnostic, ...]") -> None:
        for item in found:
            (self.kept.errors if item.severity is Severity.ERROR else self.kept.warnings).append(item)

    def _placed(self, one: _Asked, attributes: Attributes, *, path: str = "", alt: str = "", text: str = "") -> Placed:
        block, in_place = one.block, self.target.copy is None
        return Placed(block.kind, attributes, block.body, block.margin, in_place, path, alt, text)

    def _path(self, name: str, one: _Asked) -> Path | Diagnostic:
        if self.target.copy is None or self.target.copies is None:
            return inside(name, self.kept.document.folder, self._root(), one.request.span("figure"))
        return inside(name, self.target.copy, self.target.copies, one.request.span("figure"))

    def _name(self, one: _Asked, format: str) -> str:
        """What a figure's file is called in the document: as it says, else by a rule that finds a name that is free."""
        asked = one.request.attributes
        if asked.figure:
            return asked.figure
        stem = stem_for(asked, Path(self.kept.document.source.name).name.strip("<>"))
        number = 1 if asked.file is None and not asked.name else 0
        while True:
            name = path_in(self.target.figures, f"{stem}-{number}.{format}" if number else f"{stem}.{format}")
            if name not in self.claimed and self._is_free(name, one):
                self.claimed.add(name)
                return name
            number = max(2, number + 1)

    def _is_free(self, name: str, one: _Asked) -> bool:
        path = self._path(name, one)
        if isinstance(path, Diagnostic):
            return True  # that is said when it is to be written
        if path in self.taken:
            return False
        if not is_there(path):
            return True
        return is_signed(path) and (self.target.copy is not None or not self._is_in_use(path))

    def _is_in_use(self, path: Path) -> bool:
        from argmap.embed.documents.cleaning import is_mentioned

        return is_mentioned(path, self._root(), but=self.kept.document.source.path)

    def _clash(self, path: Path, data: bytes, request: Request) -> Diagnostic | None:
        """Why a figure may not be written to a path, or None."""
        place = request.span("figure")
        if path in self.taken and self.taken[path][0] != data:
            first = self.taken[path][1]
            message = f"{shown(path)} is the file of another figure"
            notes = [f"the other is asked for in {first.source.name}:{first.line}"]
            return finding("repeated-figure", message, place, notes=notes, help="give them two names with figure=PATH")
        if is_there(path) and not is_signed(path):
            message = f"{shown(path)} is there already, and argmap embed did not write it"
            return finding("foreign-figure", message, place, help="move it away, or name another file with figure=PATH")
        return None


def _drawn(path: Path, data: bytes, place: Span, notes: tuple[str, ...]) -> Drawn:
    now = _content(path)
    return Drawn(path, data, place, notes, is_fresh=now == data, is_missing=now is None)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return None


def _starts_line(span: Span) -> bool:
    return span.start == 0 or span.source.text[span.start - 1] in "\r\n"


def _with_blocks(text: str, written: list[tuple[Block, str]], *, is_copy: bool) -> str:
    parts: list[str] = []
    position = 0
    for block, new in written:
        is_new = block.kind == FIGURE and (not block.is_marker or block.picture is None)
        line_end = line_end_of(text, block.span.start)
        before = with_line_ends(block.before, line_end) if is_copy else ""
        after = with_line_ends(block.after, line_end) if is_copy or is_new else ""
        parts += [text[position : block.span.start], before, new, after]
        position = block.span.end
    return "".join([*parts, text[position:]])
