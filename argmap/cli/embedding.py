"""A run of `argmap embed`: documents read, worked out, reported, written, and what the user is told."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from argmap import __version__
from argmap.cli import console
from argmap.cli.files import refuse_inputs
from argmap.cli.group import ENVIRONMENT, FINDINGS, complain
from argmap.cli.progress import progress
from argmap.core.diagnostics import Diagnostic
from argmap.core.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.embed.documents.keeping import Keeper, Kept, Target
    from argmap.project import Found, Projects


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for; the names are those of the options."""

    paths: tuple[str, ...]
    check: bool
    output: str | None
    figures: str
    clean: bool
    host: str | None
    report_format: str
    colour: str
    quiet: bool


@dataclass(slots=True)
class Round:
    """What a run came to.

    Attributes:
        status: The exit status.
        files: The documents and maps that it used.
        written: The names of the files that it wrote.
        kept: The documents that have blocks, with what became of them and where their copies go.
        names: The names of all documents.
        findings: What is to be reported.
    """

    status: int = 0
    files: list[Path] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    kept: "list[tuple[Kept, Path | None]]" = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def worsen(self, status: int) -> None:
        """Let the status be at least this."""
        self.status = max(self.status, status)


def run(wanted: Wanted, projects: "Projects", *, again: bool = False) -> Round:
    """Keep documents fresh once.

    Args:
        wanted: What the command line asks for.
        projects: Where configurations come from.
        again: Whether this is one of many rounds: then nothing is said when nothing was to do.
    """
    from argmap.embed import Engine
    from argmap.embed.documents.keeping import Keeper
    from argmap.embed.documents.searching import documents

    done = Round()
    found = documents(wanted.paths, projects)
    keeper = Keeper(Engine(projects=projects))
    with progress("embedding", len(found), shown=not wanted.quiet) as step:
        for item in found:
            try:
                _work_out(item, wanted, keeper, done)
            except ArgmapError as error:
                complain(error)
                done.worsen(ENVIRONMENT)
            step()
    is_streamed = wanted.paths == ("-",)
    _report(done, wanted, to_stderr=is_streamed and not wanted.check)
    if not wanted.check:
        _write(done, wanted, is_streamed=is_streamed)
    if not again or done.written or done.findings:
        _sum_up(done, wanted)
    if wanted.clean:
        _clean(done, wanted)
    return done


def _work_out(item: "Found", wanted: Wanted, keeper: "Keeper", done: Round) -> None:
    from argmap.embed.documents.searching import host_for
    from argmap.embed.documents.storing import read

    def refuse(message: str) -> NoReturn:
        raise click.UsageError(message)

    done.names.append("<stdin>" if item.name == "-" else item.name)
    done.files += [] if item.name == "-" else [Path(item.name).absolute()]
    document = read(item.name, host_for(item.name, wanted.host, refuse))
    if isinstance(document, Diagnostic):
        done.findings.append(document)
        done.worsen(FINDINGS)
        return
    copy = Path(wanted.output, item.below) if wanted.output else None
    if copy:
        refuse_inputs(str(copy), [item.name])
    kept = keeper.keep(document, _target(wanted, copy))
    done.files += kept.inputs
    if not kept.blocks and not kept.errors and not copy and item.name != "-":
        return
    done.kept.append((kept, copy))
    done.findings += [*kept.errors, *kept.warnings, *(kept.stale if wanted.check else ())]
    if kept.errors or (wanted.check and kept.stale):
        done.worsen(FINDINGS)


def _target(wanted: Wanted, copy: Path | None) -> "Target":
    from argmap.embed.documents.keeping import Target

    return Target(wanted.figures, copy.parent if copy else None, Path(wanted.output) if wanted.output else None)


def _report(done: Round, wanted: Wanted, *, to_stderr: bool) -> None:
    if not done.findings and wanted.report_format in ("text", "github"):
        return
    from argmap.reporters import REPORTERS, Report

    stream = sys.stderr if to_stderr else sys.stdout
    painted = console.wants_colour(wanted.colour, stream)
    rules = {}
    if wanted.report_format == "sarif":
        from argmap.cli.check import rule_texts

        rules = rule_texts()
    report = Report(
        tuple(dict.fromkeys(done.findings)),
        files=tuple(done.names),
        rules=rules,
        colour=painted,
        width=console.width() - 10,
        version=__version__,
    )
    text = REPORTERS[wanted.report_format].write(report)
    if to_stderr:
        console.complain_in_colour(text, colour=painted)
    else:
        console.put(text, colour=painted)


def _write(done: Round, wanted: Wanted, *, is_streamed: bool) -> None:
    from argmap.embed.documents.storing import write

    for kept, copy in done.kept:
        if kept.errors:
            continue
        if not wanted.quiet:
            for note in dict.fromkeys(note for figure in kept.figures if not figure.is_fresh for note in figure.notes):
                console.say(f"note: {note}")
        try:
            for name in write(kept, copy):
                done.written.append(name)
                if not wanted.quiet:
                    console.say(f"wrote {name}")
        except ArgmapError as error:
            complain(error)
            done.worsen(ENVIRONMENT)
            continue
        if is_streamed:
            console.put_data(kept.text.encode("utf-8", "surrogateescape"))


def _sum_up(done: Round, wanted: Wanted) -> None:
    if wanted.quiet:
        return
    broken = [kept for kept, _ in done.kept if kept.errors]
    stale = [kept for kept, _ in done.kept if kept.stale and not kept.errors]
    if broken:
        console.say(f"{_counted(len(broken), 'document', 'documents')} with errors: left alone")
    if wanted.check and stale:
        console.say(f"{_counted(len(stale), 'document is', 'documents are')} stale")
    if not broken and not done.written and not (wanted.check and stale) and not done.status:
        figures = sum(len(kept.figures) for kept, _ in done.kept)
        documents, drawn = _counted(len(done.kept), "document", "documents"), _counted(figures, "figure", "figures")
        console.say(f"{documents}, {drawn}: all fresh")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _clean(done: Round, wanted: Wanted) -> None:
    from argmap.embed.documents.cleaning import remove, unused
    from argmap.embed.paths import project_of, shown

    if done.status >= FINDINGS and not wanted.check:
        console.say("nothing is cleaned while documents have errors")
        return
    by_root: dict[Path, set[Path]] = {}
    for folder in _folders(done, wanted):
        by_root.setdefault(project_of(folder), set()).add(folder)
    found = sorted({path for root, folders in by_root.items() for path in unused(folders, root)})
    for path in found:
        if wanted.check:
            console.say(f"nobody uses {shown(path)}")
            done.worsen(FINDINGS)
        else:
            remove(path)
            if not wanted.quiet:
                console.say(f"removed {shown(path)}")


def _folders(done: Round, wanted: Wanted) -> Iterable[Path]:
    """Where figures of the documents lie, or would."""
    for name in done.names:
        folder = Path() if name == "<stdin>" else Path(name).parent
        yield folder.absolute()
        yield (folder / wanted.figures).absolute()
    drawn: Sequence[Path] = [figure.path.parent for kept, _ in done.kept for figure in kept.figures]
    yield from drawn
