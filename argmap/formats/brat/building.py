"""Annotations as a map."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from argmap.core.model import ArgumentMap, Claim, Relation
from argmap.core.source import SourceFile
from argmap.formats.brat.lines import Line, Link, Mark, Other, Remark, Unit
from argmap.formats.brat.originals import original_of
from argmap.formats.brat.reasons import Reasoning, Step
from argmap.formats.brat.unions import unions_of
from argmap.formats.brat.words import is_of_essays, tag_of
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import SpanNotes

NAME = "brat"
"""What the format is called, in `data` too."""

_NOTE = "AnnotatorNotes"
_KINDS = {
    "E": ("a line of an event", "lines of events"),
    "N": ("a reference to a lexicon", "references to lexicons"),
    "*": ("a line of a set", "lines of sets"),
    "#": ("a note on what is no claim or relation", "notes on what is no claim or relation"),
    "A": ("an attribute of what is no claim or relation", "attributes of what is no claim or relation"),
}


def built(lines: Sequence[Line], source: SourceFile, notes: SpanNotes) -> ArgumentMap:
    """Make a map of annotations.

    Args:
        lines: What the file says.
        source: What it was read from. The text that it is about is looked for beside it.
        notes: Takes what is found wrong with it.
    """
    return _Builder(lines, source, notes).built()


class _Builder:
    def __init__(self, lines: Sequence[Line], source: SourceFile, notes: SpanNotes) -> None:
        self.lines = lines
        self.source = source
        self.notes = notes
        self.names = Names(NAME)
        self.units = [line for line in lines if isinstance(line, Unit)]
        self.unions = unions_of(self.units, lines, notes)
        self.original = original_of(source, self.units)
        self.about: dict[str, list[Mark | Remark | Other]] = defaultdict(list)
        self.used: set[int] = set()

    def built(self) -> ArgumentMap:
        self._tell_of_repeated()
        self._tell_of_odd_units()
        reasoning = Reasoning(self.units, self.unions, self.notes)
        steps = reasoning.steps(self.lines)
        self._gather(steps)
        claims = {at: self.names.made(self.units[at].id, "words") for at in self.unions.members}
        relations = {at: self.names.made(step.line.id, "relation") for at, step in steps.items()}
        original = self.original
        made_claims = tuple(self._claim(at, claims[at]) for at in claims)
        made = tuple(self._relation(step, claims, relations, relations[at]) for at, step in steps.items())
        left = self._left(steps)
        return ArgumentMap(
            title=original.title if original and made_claims else None,
            claims=made_claims,
            relations=made,
            sources=(original.source,) if original and made_claims else (),
            data={NAME: {"lines": left}} if left else {},
            origin=self.source,
        )

    def _tell_of_repeated(self) -> None:
        seen: set[str] = set()
        for line in self.lines:
            if isinstance(line, Unit | Link):
                if line.id in seen:
                    message = f"the id `{line.id}` is given twice; other lines mean the first one"
                    self.notes.note("repeated-node", message, line.place)
                seen.add(line.id)

    def _tell_of_odd_units(self) -> None:
        for unit in self.units:
            if "\t" not in unit.place.text:
                self.notes.note("odd-value", "this line has spaces where tabs belong", unit.place)
            if any(start > end for start, end in unit.spots):
                message = f"the words of `{unit.id}` end before they begin: {unit.offsets}"
                self.notes.note("odd-value", message, unit.place)

    def _gather(self, steps: dict[int, Step]) -> None:
        """Find out what attributes, notes and references are about: words, or a relation of the map."""
        known = {unit.id for unit in self.units} | {step.line.id for step in steps.values()}
        for at, line in enumerate(self.lines):
            if isinstance(line, Mark | Remark | Other) and line.about in known and at not in steps:
                self.about[line.about].append(line)
                self.used.add(at)

    def _claim(self, at: int, made: str) -> Claim:
        """A claim of words, and of other words that say the same."""
        members = [self.units[place] for place in self.unions.members[at]]
        first = members[0]
        texts = list(dict.fromkeys(filter(None, (self._text(unit) for unit in members))))
        if not texts:
            self.notes.note("node-without-text", f"the line of `{first.id}` has no words", first.place)
        remarks = [self._remark(place) for place in self.unions.members[at]]
        cites = tuple(self.original.citation(unit, self.notes) for unit in members) if self.original else ()
        return Claim(
            id=made,
            text=texts[0] if texts else made,
            cites=tuple(dict.fromkeys(cites)),
            tags=tuple(filter(None, dict.fromkeys(tag_of(unit.label) for unit in members))),
            note="\n".join(filter(None, remarks)) or None,
            restatements=tuple(texts[1:]),
            data=self.names.data(made, **self._said(at), restated=self._restated(at) or None),
            spans=self.notes.spans({"id": first.id_place, "text": first.text_place}),
        )

    def _text(self, unit: Unit) -> str:
        return unit.text or (self.original.words(unit) if self.original else "")

    def _said(self, at: int) -> dict[str, Any]:
        unit = self.units[at]
        said = {"label": unit.label, "offsets": unit.offsets, **self._further(unit.id, at)}
        if unit.comment:
            said["comment"] = unit.comment
        return said if unit.text else {**said, "text": ""}

    def _restated(self, at: int) -> list[dict[str, Any]]:
        """What the further wordings of a claim are called and where they stand."""
        return [{"id": self.units[place].id, **self._said(place)} for place in self.unions.members[at][1:]]

    def _is_meant(self, at: int | None, name: str) -> bool:
        """Whether lines about an id are about these words: of those with the same id the first."""
        return at is None or self.unions.number[name] == at

    def _remark(self, at: int) -> str:
        name = self.units[at].id
        return self._note_on(name) or "" if self._is_meant(at, name) else ""

    def _note_on(self, name: str) -> str | None:
        found = [line.text for line in self.about.get(name, ()) if isinstance(line, Remark) and line.name == _NOTE]
        return "\n".join(filter(None, found)) or None

    def _further(self, name: str, at: int | None = None) -> dict[str, Any]:
        """The attributes of something, and the lines about it that argmap has no words for."""
        lines = self.about.get(name, []) if self._is_meant(at, name) else []
        marks = [_attribute(line) for line in lines if isinstance(line, Mark)]
        others = [
            line.raw for line in lines if isinstance(line, Other) or (isinstance(line, Remark) and line.name != _NOTE)
        ]
        return {**({"attributes": marks} if marks else {}), **({"lines": others} if others else {})}

    def _relation(self, step: Step, claims: dict[int, str], relations: dict[int, str], made: str) -> Relation:
        line = step.line
        label = line.label if isinstance(line, Link) else line.name
        places = {"id": line.place, "target": line.place, "premises.0": line.place}
        if isinstance(line, Link):
            places = {"id": line.id_place, "premises.0": line.end_places[0], "target": line.end_places[1]}
        said = {} if is_of_essays(label) else {"label": label}
        note, further = self._note_on(line.id), self._further(line.id)
        self.about.pop(line.id, None)  # the next relation of this id is another one
        return Relation(
            id=made,
            kind=step.kind,
            premises=(claims[step.premise],),
            target=claims[step.claim] if step.claim is not None else relations[step.relation or 0],
            named=True,
            note=note,
            data=self.names.data(made, **said, **further),
            spans=self.notes.spans(places),
        )

    def _left(self, steps: dict[int, Step]) -> list[str]:
        """The lines that say what a map has no words for, in the order of the file."""
        used = {id(line) for line in self.unions.used if not isinstance(line, Link)}
        left = [
            line
            for at, line in enumerate(self.lines)
            if not isinstance(line, Unit) and at not in steps and at not in self.used and id(line) not in used
        ]
        self._tell_of_left(left)
        return [line.raw for line in left if not isinstance(line, Unit)]

    def _tell_of_left(self, left: Sequence[Line]) -> None:
        counts = Counter(kind for line in left if (kind := _kind(line)))
        told: set[str] = set()
        for line in left:
            kind = _kind(line)
            if isinstance(line, Other) and not kind:
                message = "this line is no annotation, or a broken one; it is carried along"
                self.notes.note("odd-value", message, line.place)
            elif kind and kind not in told:
                told.add(kind)
                one, several = _KINDS[kind]
                what = f"{one} is" if counts[kind] == 1 else f"{counts[kind]:,} {several} are"
                them = "it" if counts[kind] == 1 else "them"
                self.notes.note("carried-part", f"{what} carried along; argmap has no words for {them}", line.place)


def _attribute(line: Mark) -> dict[str, str]:
    said = {"id": line.id, "name": line.name}
    return said if line.value is None else {**said, "value": line.value}


def _kind(line: Line) -> str:
    """Of what kind a line is that is carried along; empty if something else is said of it."""
    if isinstance(line, Other):
        return line.kind
    if isinstance(line, Remark):
        return "#"
    return "A" if isinstance(line, Mark) else ""
