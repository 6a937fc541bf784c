"""From a script to a map: boxes are claims, and compounds of boxes are the steps between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.core.diagnostics import finding
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import SpanNotes, bounded, too_large
from argmap.formats.rationale.script import Call, Part, calls

KEY = "rationale"
_COMPOUNDS = {"CompoundReason": RelationKind.SUPPORT, "CompoundObjection": RelationKind.ATTACK}
_SINGLE = {"Reason": RelationKind.SUPPORT, "Objection": RelationKind.ATTACK, "Rebuttal": RelationKind.ATTACK}
_STEP = "Inference"
_CLAIMS = ("Claim", "Contention", "Premise", "CoPremise")


@dataclass(slots=True)
class _Box:
    """Something that was created.

    Attributes:
        name: What the script calls it.
        type: Its type.
        span: Where it was created.
        parent: What it was created below, or None.
        text: What it says, and where that stands.
        notes: What was annotated.
        more: Other calls about it, as the function and its parts.
    """

    name: str
    type: str
    span: Span
    parent: "_Box | None" = None
    text: Part | None = None
    notes: list[str] = field(default_factory=list)
    more: list[list[str]] = field(default_factory=list)


def read(source: SourceFile) -> Reading:
    """Read a map."""
    stop = too_large(source)
    if stop:
        return Reading(None, (stop,))
    notes = SpanNotes(source)
    boxes = _boxes(source, notes)
    if not boxes:
        what = "the file is empty" if not source.text.strip() else "nothing is created here"
        hint = 'a file of Rationale has lines such as `map0_0 = Create("Claim")`'
        return Reading(None, (finding("syntax-error", what, Span(source, 0, 0), help=hint),))
    made = _Builder(notes, boxes).map()
    return Reading(made, bounded(notes.diagnostics()))


def _boxes(source: SourceFile, notes: SpanNotes) -> list[_Box]:
    """What the script creates, in its order."""
    found: list[_Box] = []
    named: dict[str, _Box] = {}
    last: _Box | None = None
    annotated: _Box | None = None
    for call in calls(source):
        words = [part.value for part in call.parts]
        if not call.is_whole:
            notes.note("odd-value", f"the bracket of `{call.what}` is not closed as it should be", call.span)
        if call.what in ("Create", "CreateChild"):
            last, annotated = _created(call, named, notes), None
            found.append(last)
        elif call.what == "CreateAnnotation" and words:
            annotated = named.get(words[0]) or last
        elif call.what == "SetText" and words and (annotated or last):
            _say(annotated, last, call.parts[0])
        elif last is not None:
            last.more.append([call.what, *words])
    return found


def _say(annotated: _Box | None, last: _Box | None, part: Part) -> None:
    if annotated is not None:
        annotated.notes.append(part.value)
    elif last is not None:
        last.text = part


def _created(call: Call, named: dict[str, _Box], notes: SpanNotes) -> _Box:
    words = [part.value for part in call.parts]
    parent = None
    if call.what == "CreateChild":
        parent = named.get(words[0]) if words else None
        if parent is None:
            notes.note("dangling-edge", f"there is no `{words[0] if words else ''}` for this to stand under", call.span)
    box = _Box(call.name, words[-1] if words else "", call.span, parent)
    if call.name in named:
        notes.note("repeated-node", f"`{call.name}` is created again", call.span)
    named[call.name] = box
    return box


class _Builder:
    def __init__(self, notes: SpanNotes, boxes: list[_Box]) -> None:
        self.notes = notes
        self.boxes = boxes
        self.names = Names(KEY)
        self.ids = {id(box): self.names.made(box.name, "box") for box in boxes if box.type != _STEP}
        self.premises: dict[int, list[_Box]] = {}
        for box in boxes:
            if box.parent is not None and box.parent.type in _COMPOUNDS and self._is_claim(box):
                self.premises.setdefault(id(box.parent), []).append(box)
        self.relations: dict[int, str] = {}
        self.left: list[dict[str, Any]] = []

    def map(self) -> ArgumentMap:
        """The map, with what is no part of it carried along."""
        relations = tuple(relation for box in self.boxes for relation in self._relation(box))
        claims = tuple(self._claim(box) for box in self.boxes if self._is_claim(box))
        data = {KEY: {"left": self.left}} if self.left else {}
        return ArgumentMap(claims=claims, relations=relations, data=data, origin=self.notes.source)

    def _is_claim(self, box: _Box) -> bool:
        return box.type not in _COMPOUNDS and box.type != _STEP

    def _claim(self, box: _Box) -> Claim:
        made = self.ids[id(box)]
        text = box.text.value.strip() if box.text else ""
        if not text:
            self.notes.note("node-without-text", f"`{box.name or made}` has no text", box.span)
        is_usual = box.type in _CLAIMS or box.type in _SINGLE
        return Claim(
            made,
            text or made,
            tags=() if is_usual or not box.type else (box.type,),
            note="\n\n".join(note.strip() for note in box.notes if note.strip()) or None,
            data=self.names.data(made, calls=box.more or None),
            spans={"id": box.span, "text": box.text.span if box.text else box.span},
        )

    def _relation(self, box: _Box) -> Iterator[Relation]:
        """The relation that a box is, or that it stands in."""
        kind = _COMPOUNDS.get(box.type) or _SINGLE.get(box.type)
        if box.parent is None or (kind is None and (box.parent.type in _COMPOUNDS or box.type == _STEP)):
            return
        if kind is None:
            message = "nothing says whether this speaks for or against what it stands under"
            self._leave(box, "edge-without-step", message)
            return
        target = self._target(box, kind)
        premises = self.premises.get(id(box), []) if box.type in _COMPOUNDS else [box]
        if target is None or not premises:
            if target is not None:
                self._leave(box, "step-without-premise", f"there is nothing in `{box.name}`")
            return
        made = self.ids[id(box)] if box.type in _COMPOUNDS else self.names.made(f"{box.name}-step", "step")
        self.relations[id(box)] = made
        said = box.text.value.strip() if box.text and box.type in _COMPOUNDS else ""
        notes = [said, *(note.strip() for note in box.notes)] if box.type in _COMPOUNDS else []
        more = box.more if box.type in _COMPOUNDS else []
        yield Relation(
            made,
            kind,
            tuple(self.ids[id(item)] for item in premises),
            target,
            named=True,
            note="\n\n".join(filter(None, notes)) or None,
            data=self.names.data(made, calls=more or None) if more else {},
            spans={"id": box.span, **{f"premises.{place}": item.span for place, item in enumerate(premises)}},
        )

    def _target(self, box: _Box, kind: RelationKind) -> str | None:
        """What the reasons in a box speak of: a claim, or for an objection under an inference, that step."""
        parent = box.parent
        assert parent is not None
        if self._is_claim(parent):
            return self.ids[id(parent)]
        step = parent.parent if parent.type == _STEP else parent
        if kind is RelationKind.SUPPORT:
            self._leave(box, "edge-without-step", "this speaks for a step; argmap knows only attacks on steps")
            return None
        found = self.relations.get(id(step))
        if found is None:
            self._leave(box, "step-without-conclusion", "the step that this is about is no relation of the map")
        return found

    def _leave(self, box: _Box, name: str, message: str) -> None:
        self.notes.note(name, message, box.span)
        said = {"name": box.name, "type": box.type, "parent": box.parent.name if box.parent else None}
        self.left.append({key: value for key, value in said.items() if value is not None})
