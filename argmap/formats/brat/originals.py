"""The text that annotations are about: the `.txt` file beside them, if there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from argmap.core.ids import slug
from argmap.core.model import Citation, Source
from argmap.core.source import SourceFile
from argmap.formats.brat.lines import Unit
from argmap.formats.brat.paragraphs import Paragraphs
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.trees.tree import MAX_CHARACTERS

_SAMPLE = 50
_LONGEST_TITLE = 150
_GAP = " [...] "


@dataclass(frozen=True)
class Original:
    """The text that annotations are about.

    Attributes:
        name: The name of its file.
        text: The text, as the offsets count in it.
        first: Where the first marked words begin.
    """

    name: str
    text: str
    first: int

    @cached_property
    def source(self) -> Source:
        """The source that the citations name."""
        return Source(slug(Path(self.name).stem) or "text", self.title or self.name, text=self.name)

    @cached_property
    def title(self) -> str | None:
        """The first line, if it stands apart from the rest as a title does, and nothing in it is marked."""
        first, _, rest = self.text[: self.first].lstrip("\ufeff").replace("\r\n", "\n").partition("\n")
        stands_apart = rest.startswith("\n")
        return first.strip() if stands_apart and 0 < len(first.strip()) <= _LONGEST_TITLE else None

    def words(self, unit: Unit, gap: str = " ") -> str:
        """What stands where words are marked, in one line."""
        return gap.join(" ".join(self.text[start:end].split()) for start, end in unit.spots)

    def fits(self, unit: Unit) -> bool:
        """Whether the marked words stand where they are said to."""
        return self.words(unit).split() == unit.text.split()

    def citation(self, unit: Unit, notes: SpanNotes) -> Citation:
        """Where words stand; only the source if they do not stand there."""
        if unit.text and not self.fits(unit):
            message = f"other words stand at {unit.offsets} of `{self.name}` than the line of `{unit.id}` has"
            notes.note("odd-value", message, unit.place)
            return Citation(self.source.id)
        paragraph, is_whole = self._paragraphs.lying(unit.spots[0][0], unit.spots[-1][1])
        # Words that go on in the next paragraph stand in none of the two as a whole.
        quote = self.words(unit, _GAP) if is_whole else ""
        return Citation(self.source.id, paragraph=paragraph, quote=quote or None)

    @cached_property
    def _paragraphs(self) -> Paragraphs:
        return Paragraphs(self.text)


def original_of(source: SourceFile, units: Sequence[Unit]) -> Original | None:
    """The text beside a file of annotations; None if there is none, or it is too large.

    Args:
        source: The annotations.
        units: What they mark; from this follows how their tool counted line ends.
    """
    if source.path is None:
        return None
    try:
        file = Path(source.path)
        path = file.with_suffix(".txt").resolve()
        is_beside = path.parent == file.parent.resolve() and path != file.resolve()
        unsaved = source.unsaved.get(str(path))
        if unsaved is None and not (is_beside and path.is_file() and path.stat().st_size <= MAX_CHARACTERS):
            return None
        text = _decoded(path.read_bytes()) if unsaved is None else unsaved
    except (OSError, ValueError):
        return None
    unified = text.replace("\r\n", "\n")
    variants = dict.fromkeys([text, text.removeprefix("\ufeff"), unified, unified.removeprefix("\ufeff")])
    name, first = file.with_suffix(".txt").name, min((unit.spots[0][0] for unit in units), default=0)
    made = [Original(name, variant, first) for variant in variants]
    return max(made, key=lambda item: sum(item.fits(unit) for unit in units[:_SAMPLE]))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
