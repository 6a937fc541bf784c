"""How an edit is carried out: read, change, see that nothing breaks, show it or write it whole."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from argmap.cli import console, options
from argmap.cli.differences import unified
from argmap.cli.files import refuse_changed
from argmap.cli.group import FINDINGS
from argmap.cli.inputs import print_findings
from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile
from argmap.core.writing import in_encoding_of, write_whole

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap
    from argmap.editing import RefusedError
    from argmap.editing.operations import Operation
    from argmap.pipeline import Edited

F = TypeVar("F", bound=Callable[..., Any])


class Way(NamedTuple):
    """How an edit is made.

    Attributes:
        dry_run: Whether the change is only shown.
        source_format: Name of the input's format, or None for the one that it seems to have.
        quiet: Whether remarks on what was done are left out.
    """

    dry_run: bool = False
    source_format: str | None = None
    quiet: bool = False


def editing(command: F) -> F:
    """Add what all editing commands share: the file, `--dry-run`, `--from`, `--quiet`."""
    return options.one_path(options.dry_run(options.source_format(options.quiet(command))))


def carry_out(path: str, plan: "Callable[[ArgumentMap], Sequence[Operation]]", way: Way) -> int:
    """Edit a file in place, or standard input to standard output for `-`, and return the exit status.

    Args:
        path: The file, or `-`.
        plan: What to do, by the map that is in the file. May raise `RefusedError`.
        way: How.

    Raises:
        ArgmapError: The file cannot be read or written, or another program has changed it meanwhile.
    """
    edited = changed(path, plan, way.source_format)
    if edited is None:
        return FINDINGS
    for note in edited.notes:
        console.say(f"note: {note}")
    if way.dry_run:
        _show(edited)
    elif path == "-":
        console.put_data(edited.loaded.source.text.encode("utf-8", "surrogateescape"))
    else:
        _replace(edited)
    if not way.quiet and not way.dry_run and path != "-":
        _tell(path, edited)
    return 0


def changed(
    path: str, plan: "Callable[[ArgumentMap], Sequence[Operation]]", source_format: str | None
) -> "Edited | None":
    """What a plan makes of a file; None, with the reason on standard error, if it cannot be carried out.

    Raises:
        ArgmapError: The file cannot be read.
    """
    from argmap import pipeline
    from argmap.editing import RefusedError

    loaded = pipeline.load(pipeline.read(path), source_format)
    if loaded.map is None:
        print_findings(loaded.diagnostics)
        console.say(f"{loaded.source.name} cannot be read as a map; nothing was changed")
        return None
    try:
        return pipeline.edit(loaded, plan(loaded.map))
    except RefusedError as refused:
        _complain(refused)
        return None


def _complain(refused: "RefusedError") -> None:
    """Say why an edit was not made."""
    if refused.findings:
        print_findings(refused.findings)
    place = refused.place
    where = f"{place.source.name}:{place.line}:{place.column}: " if place else ""
    console.say(f"{where}error: {refused.message}; nothing was changed")
    if refused.help:
        console.say(f"hint: {refused.help}")


def _show(edited: "Edited") -> None:
    """Print what would change, as a diff."""
    lines = [
        line
        for source, text in edited.texts
        for line in unified(source.text, text, source.name, f"{source.name} (edited)")
    ]
    console.put("".join(lines), colour=console.wants_colour("auto", sys.stdout))
    if not lines:
        console.say("nothing would change")


def _tell(path: str, edited: "Edited") -> None:
    if not edited.texts:
        console.say(f"{path} is so already: nothing was changed")
    for source, text in edited.texts:
        lines = list(unified(source.text, text, source.name, source.name))[2:]
        added, removed = (sum(line.startswith(sign) for line in lines) for sign in "+-")
        console.say(f"changed {source.name}: {added} {'line' if added == 1 else 'lines'} in, {removed} out")


def _replace(edited: "Edited") -> None:
    """Write all files that changed, or none: what was written already is put back if a later one cannot be written."""
    for source, _ in edited.texts:
        refuse_changed(source)
    written: list[SourceFile] = []
    try:
        for source, text in edited.texts:
            path = str(source.path)
            write_whole(path, in_encoding_of(path, text))
            written.append(source)
    except ArgmapError:
        for source in written:
            path = str(source.path)
            write_whole(path, in_encoding_of(path, source.text))
        raise
