"""`argmap merge-file`: merge two versions of a map, as git's merge driver."""

from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.cli import console
from argmap.cli.group import FINDINGS
from argmap.cli.inputs import print_findings
from argmap.core.writing import in_encoding_of, write_whole

if TYPE_CHECKING:
    from argmap.core.diagnostics import Diagnostic
    from argmap.core.source import SourceFile
    from argmap.editing.merging import Merged

_HELP = """Merge two versions of a map, as git's merge driver.

OURS and THEIRS come from BASE. What changed in THEIRS is put into OURS, claim by claim and field by field: changes of
different claims never conflict. What both changed stands between lines of <, = and > then, and the status is 1. It is 1
as well if the merged map has errors that neither version has.

\b
Examples:
  argmap merge-file ours.argmap.yaml base.argmap.yaml theirs.argmap.yaml
  argmap merge-file ours.argmap.yaml base.argmap.yaml theirs.argmap.yaml --stdout

\b
As git's merge driver:
  echo '*.argmap.yaml merge=argmap' >> .gitattributes
  git config merge.argmap.driver 'argmap merge-file %A %O %B --marker-size %L --path %P'
"""


@click.command("merge-file", help=_HELP)
@click.argument("ours", type=click.Path())
@click.argument("base", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.option("-p", "--stdout", "to_stdout", is_flag=True, help="Print the merged map, and leave OURS as it is.")
@click.option(
    "-L", "labels", metavar="NAME", multiple=True, help="What to call OURS in a conflict; then BASE; then THEIRS."
)
@click.option("--diff3", is_flag=True, help="Show in a conflict what BASE says, too.")
@click.option("--marker-size", metavar="N", type=click.IntRange(1), default=7, help="Signs to a marker. [default: 7]")
@click.option("--path", "name", metavar="NAME", help="What to call the file in messages.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
def command(
    *,
    ours: str,
    base: str,
    theirs: str,
    to_stdout: bool,
    labels: tuple[str, ...],
    diff3: bool,
    marker_size: int,
    name: str | None,
    quiet: bool,
) -> int:
    """Merge; the status says whether somebody has to look at the result."""
    from argmap.editing.merging import Markers, merge
    from argmap.formats import format_of

    if len(labels) > 3:
        raise click.UsageError("There are three files, so -L can be given three times at most.")
    called = name or ours
    language = format_of(called)
    if language is not None and language.name != "yaml":
        console.say(f"{called}: error: only maps in YAML can be merged, not those in the format `{language.name}`")
        console.say("hint: leave it to git: give the driver *.argmap.yaml only in .gitattributes")
        return FINDINGS
    versions = _Versions(*map(_read, (base, ours, theirs)))
    named = [*labels, *("ours", "base", "theirs")[len(labels) :]]
    merged = merge(*versions, Markers((named[0], named[1], named[2]), marker_size, with_base=diff3))
    data = in_encoding_of(ours, merged.text)
    if to_stdout:
        console.put_data(data)
    elif merged.text != versions.ours.text:
        write_whole(ours, data)
    return _told(called, versions, merged, quiet=quiet)


class _Versions(NamedTuple):
    """The three versions."""

    base: "SourceFile"
    ours: "SourceFile"
    theirs: "SourceFile"


def _read(path: str) -> "SourceFile":
    from argmap import pipeline

    return pipeline.read(path)


def _told(name: str, versions: _Versions, merged: "Merged", *, quiet: bool) -> int:
    """Say what there is to look at, and return the status."""
    if not quiet:
        for note in merged.notes:
            console.say(f"note: {name}: {note}")
    if merged.conflicts:
        for place in merged.conflicts:
            console.say(f"{name}: conflict in {place or 'the whole file'}")
        return FINDINGS
    broken = _new_errors(name, versions, merged.text)
    if broken:
        print_findings(broken)
        console.say(f"{name}: the two versions fit together line by line, but not as a map: mend it before you go on")
    return FINDINGS if broken else 0


def _new_errors(name: str, versions: _Versions, text: str) -> "list[Diagnostic]":
    """The errors of the merged map that neither version has."""
    from dataclasses import replace

    from argmap import pipeline

    def errors(source: "SourceFile") -> "list[Diagnostic]":
        return pipeline.errors(pipeline.load(source, "yaml"))

    known = {(item.name, item.message) for side in (versions.ours, versions.theirs) for item in errors(side)}
    found = errors(replace(versions.ours, name=name, text=text))
    return [item for item in found if (item.name, item.message) not in known]
