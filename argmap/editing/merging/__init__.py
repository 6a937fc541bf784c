"""Three-way merges of maps in YAML: what two people changed in a map, put together without losing a byte."""

from dataclasses import replace
from typing import NamedTuple

from argmap.core.source import SourceFile
from argmap.editing.merging.conflicts import GIT_MARKERS, Markers
from argmap.editing.merging.cutting import cut
from argmap.editing.merging.renames import follow_renames
from argmap.editing.merging.three_way import ThreeWay

__all__ = ["GIT_MARKERS", "Markers", "Merged", "merge"]


class Merged(NamedTuple):
    """What became of two versions.

    Attributes:
        text: The merged text, with lines of signs around what is in conflict.
        conflicts: What is in conflict, as keys with points between them: `claims.tram.text`; empty for the whole text.
        notes: What the user should know of what was decided on the way, a sentence each without a full stop.
    """

    text: str
    conflicts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def merge(base: SourceFile, ours: SourceFile, theirs: SourceFile, markers: Markers = GIT_MARKERS) -> Merged:
    """Merge two versions of a map with the version that both come from.

    What only one side changed is as that side has it, byte for byte; the rest, and the line ends, are as in ours. A
    conflict is written around the fields that both changed.

    Args:
        base: The version that both come from; empty if there is none.
        ours: One version.
        theirs: The other one.
        markers: How conflicts are written.
    """
    if theirs.text in (ours.text, base.text):
        return Merged(ours.text)
    if ours.text == base.text:
        return Merged(theirs.text)
    ends = _line_ends(ours.text)
    before = base.text, ours.text, theirs.text
    base, ours, theirs, notes = follow_renames(base, ours, theirs)
    texts = [_with_lines(item.text, ends) for item in (base, ours, theirs)]
    documents = [cut(replace(item, text=text)) for item, text in zip((base, ours, theirs), texts, strict=True)]
    if documents[0] and documents[1] and documents[2]:
        work = ThreeWay(markers)
        text = work.document(documents[0], documents[1], documents[2])
        made = Merged(text, tuple(work.conflicts), notes)
    else:
        made = _by_lines(texts, markers)
    return made._replace(text=_finished(made, before, ends))


def _line_ends(text: str) -> str | None:
    """The line ends of a text; None for several kinds."""
    windows = text.count("\r\n")
    if not windows:
        return "\n"
    return "\r\n" if windows == text.count("\n") else None


def _with_lines(text: str, ends: str | None) -> str:
    """A text as it is merged: every line has an end, and all the same one if the result is to have that."""
    if ends is not None:
        text = text.replace("\r\n", "\n")
    return text if not text or text.endswith("\n") else text + "\n"


def _finished(made: Merged, texts: tuple[str, str, str], ends: str | None) -> str:
    """The text with line ends as in ours, the last of which may be missing."""
    base, ours, theirs = (text.endswith("\n") for text in texts)
    text = made.text
    if not (theirs if ours == base else ours) and not made.conflicts:
        text = text.removesuffix("\n")
    return text if ends in (None, "\n") else text.replace("\n", "\r\n")


def _by_lines(texts: list[str], markers: Markers) -> Merged:
    """Merge texts that cannot be read: what all have at the beginning and at the end, and a conflict between."""
    base, ours, theirs = (text.splitlines(keepends=True) for text in texts)
    shortest = min(map(len, (base, ours, theirs)))
    start = end = 0
    while start < shortest and base[start] == ours[start] == theirs[start]:
        start += 1
    while end < shortest - start and base[-1 - end] == ours[-1 - end] == theirs[-1 - end]:
        end += 1
    versions = ["".join(lines[start : len(lines) - end]) for lines in (ours, base, theirs)]
    text = "".join(ours[:start]) + markers.conflict(*versions) + "".join(ours[len(ours) - end :])
    return Merged(text, ("",), ("one of the files is no YAML that argmap can read, so only whole lines were compared",))
