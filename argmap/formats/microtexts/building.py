"""An argument graph as a map."""

from dataclasses import replace
from typing import Any

from argmap.core.ids import slug
from argmap.core.model import ArgumentMap, Claim, Question, Relation, Spans
from argmap.core.source import SourceFile
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.foreign.speakers import Speakers
from argmap.formats.microtexts.grounds import Wording, grounds_of
from argmap.formats.microtexts.parts import NAME, Edge, further, own_id, parts_of, raw
from argmap.formats.microtexts.reasons import reasons_of
from argmap.formats.trees.xml_tree import Element

_VOICES = {"pro": "Proponent", "opp": "Opponent"}
"""The two roles that an author takes in a text, as speakers."""

_KEPT = ("id", "topic_id", "stance")
_STANCES = ("pro", "con", "unclear")


def built(root: Element, source: SourceFile, notes: SpanNotes) -> ArgumentMap:
    """Make a map of an argument graph.

    Args:
        root: Its outermost element.
        source: What it was read from.
        notes: Takes what is found wrong with it.
    """
    return _Builder(root, source, notes).built()


class _Builder:
    def __init__(self, root: Element, source: SourceFile, notes: SpanNotes) -> None:
        self.root = root
        self.source = source
        self.notes = notes
        self.names = Names(NAME)
        self.speakers = Speakers()
        self.parts = parts_of(root, notes)

    def built(self) -> ArgumentMap:
        parts = self.parts
        grounds = grounds_of(parts, self.notes)
        ids = {key: self.names.made(own_id(key), "unit") for key in parts.adus}
        claims = tuple(self._claim(ids[key], parts.adus[key], grounds.wordings.get(key, [])) for key in parts.adus)
        reasons = reasons_of(parts, ids, self.names, self.notes)
        topic = _words(self.root.attributes.get("topic_id", ""))
        central = _central(claims, reasons.relations)
        question = self._question(topic) if topic and central else None
        if question:
            claims = tuple(replace(item, answers=(question.id,)) if item.id == central else item for item in claims)
        return ArgumentMap(
            title=topic or None,
            claims=claims,
            relations=reasons.relations,
            questions=(question,) if question else (),
            speakers=self.speakers.all,
            data=self._carried((*grounds.left, *reasons.left)),
            origin=self.source,
            spans=self.notes.spans({"title": self.root.place} if topic else {}),
        )

    def _claim(self, made: str, element: Element, wordings: list[Wording]) -> Claim:
        """A claim of a unit of argument: worded as where it is said first, and again as where it is said later."""
        texts = list(dict.fromkeys(item.text for item in wordings if item.text))
        if not texts:
            self.notes.note("node-without-text", f"the unit of argument `{made}` has no words", element.place)
        is_implicit = bool(wordings) and all(item.implicit for item in wordings)
        by, said = self._voice(made, element, is_implicit=is_implicit)
        edus = [{**item.data, **({"implicit": True} if item.implicit and not is_implicit else {})} for item in wordings]
        return Claim(
            id=made,
            text=texts[0] if texts else made,
            by=by,
            implicit=is_implicit,
            restatements=tuple(texts[1:]),
            data=self.names.data(made, **said, edus=edus or None, text=None if texts else ""),
            spans=self._spans(element, wordings),
        )

    def _voice(self, made: str, element: Element, *, is_implicit: bool) -> tuple[tuple[str, ...], dict[str, Any]]:
        """Who holds a claim, and what else the file says of it."""
        said: dict[str, Any] = further(element)
        voice = element.attributes.get("type", "").strip()
        if voice not in _VOICES:
            what = f"the type `{voice}`" if voice else "no `type`"
            self.notes.note("odd-value", f"`{made}` has {what}", element.place, "types are pro and opp")
        elif not is_implicit:
            return (self.speakers.id_of(_VOICES[voice]),), said
        # Nobody says what is implicit, so nobody is its speaker.
        return (), {"type": voice, **said} if voice else said

    def _spans(self, element: Element, wordings: list[Wording]) -> Spans:
        words = [item.place for item in wordings if item.text]
        return self.notes.spans({"id": element.place, "text": words[0] if words else element.place})

    def _question(self, topic: str) -> Question:
        """The question that a topic asks: whether it is to be so."""
        text = topic if topic.endswith("?") else f"{topic}?"
        spans = self.notes.spans({"id": self.root.place, "text": self.root.place})
        return Question(self.names.made(slug(topic), "topic"), text, spans=spans)

    def _carried(self, left: tuple[Edge, ...]) -> dict[str, Any]:
        """What the map has no words for."""
        root = self.root
        stance = root.attributes.get("stance", "").strip()
        if stance and stance not in _STANCES:
            self.notes.note("odd-value", f"the stance is `{stance}`", root.place, "stances are pro, con and unclear")
        said: dict[str, Any] = {key: root.attributes[key] for key in _KEPT if root.attributes.get(key)}
        said |= further(root)
        if self.parts.left:
            said["nodes"] = self.parts.left
        if left:
            said["edges"] = [raw(edge.element) for edge in sorted(left, key=lambda edge: edge.number)]
        if root.text.strip():
            said["text"] = " ".join(root.text.split())
        return {NAME: said} if said else {}


def _words(topic: str) -> str:
    """The id of a topic in words: `waste_separation` is `Waste separation`."""
    words = " ".join(topic.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _central(claims: tuple[Claim, ...], relations: tuple[Relation, ...]) -> str | None:
    """The id of the claim that all others lead to; if several lead nowhere, of the first that something leads to."""
    premises = {premise for item in relations for premise in item.premises}
    targets = {item.target for item in relations}
    ends = [claim.id for claim in claims if claim.id not in premises]
    return next((end for end in ends if end in targets), ends[0] if ends else None)
