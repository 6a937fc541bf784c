"""What a card says, and how large it must be: claims, questions, references to cards drawn elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from argmap.core.labelling import Label, Labelling
from argmap.core.links import is_safe_link
from argmap.core.model import ArgumentMap, Citation, Claim, ClaimKind, Question
from argmap.diagram.groups import stands_for_group
from argmap.diagram.marking import Marks, before, flagged, told, with_flag
from argmap.diagram.measure import clean
from argmap.diagram.scene import Card, CardKind, TextLine
from argmap.diagram.typography import ROLES, line
from argmap.diagram.verdict import BADGE_ROOM, GAUGE_GAP, THEREFORE_ROOM, number, said
from argmap.diagram.wrap import wrap

Labels: TypeAlias = Literal["title", "text", "both"]

BAR = 5.0
PAD_LEFT = BAR + 9.0
PAD_RIGHT = 11.0
PAD_TOP = 8.0
PAD_BOTTOM = 8.5
META_GAP = 2.0
STACK = 4.0
"""How far the sheet behind the card of a closed group stands out."""
BADGE = 26.0
"""Room that a question keeps at its left for its sign."""

_LEAST_PILL = 36.0
_GAUGE = 110.0
"""Length of the bar of a strength, where the card is wide enough."""
_NUMBER = 21.0
"""Room for the number of a strength."""
_LETTER = 5.95
"""Mean width of a letter of running text, in points."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A card that has no place yet.

    Attributes:
        lines: Its lines, set from the card's own top left corner.
        stance: Stance toward the thesis.
        label, strength: What an evaluation says of it, or None.
    """

    id: str
    kind: CardKind
    width: float
    height: float
    lines: tuple[TextLine, ...]
    stance: str
    implicit: bool
    summary: str
    link: str | None
    label: Label | None = None
    strength: float | None = None

    def at(self, x: float, y: float, width: float | None = None, height: float | None = None) -> Card:
        """Put the card with its top left corner at (x, y), as large as its words need or larger."""
        tall = height or self.height
        down = (tall - self.height) / 2
        lines = tuple(
            TextLine(round(item.x + x, 2), round(item.y + y + down, 2), item.width, item.text, item.role, item.exact)
            for item in self.lines
        )
        return Card(
            self.id,
            self.kind,
            round(x, 2),
            round(y, 2),
            round(width or self.width, 2),
            round(tall, 2),
            lines,
            self.stance,
            self.implicit,
            self.summary,
            self.link,
            self.label,
            self.strength,
        )


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Makes the cards of one map.

    Attributes:
        map: Whose names and sources are told.
        labels: What a claim says: its title, its text or both. A claim without a title always says its text.
        wrap: Width of the text in characters, about.
        labelling: What an evaluation says of the claims, or None.
        marks: What happened to what is in the map since another version of it.
    """

    map: ArgumentMap
    labels: Labels = "both"
    wrap: int = 30
    labelling: Labelling | None = None
    marks: Marks = field(default_factory=dict)

    @property
    def width(self) -> float:
        """Width of the cards in points: with badges all are wider, so that titles break where they do without."""
        badge = BADGE_ROOM if self.labelling and self.labelling.labels else 0.0
        return round(self.wrap * _LETTER + PAD_LEFT + PAD_RIGHT + badge)

    def claim(self, claim: Claim, stance: str) -> Draft:
        """Draft the card of a claim, or of the closed group that it stands for."""
        if stands_for_group(self.map, claim):
            return self._group(claim, stance)
        title, text = clean(claim.title or "").strip(), clean(claim.text).strip()
        parts = flagged(self.marks, claim)
        if title and self.labels != "text":
            parts.append((title, "title"))
        if text and text != title and (self.labels != "title" or not title):
            parts.append((text, "body"))
        if not parts or parts[-1][1] == "flag":
            parts.append((title or text or clean(claim.id), "body"))
        meta = self._meta(claim)
        if self.labels == "title":
            pass
        elif claim.implicit:
            parts.append((f"implicit · {meta}" if meta else "implicit", "implicit"))
        elif meta:
            parts.append((meta, "meta"))
        width = self.width
        parts += before(self.map, self.marks, claim, width - PAD_LEFT - PAD_RIGHT)
        label, strength = self._verdict(claim)
        sign = THEREFORE_ROOM if claim.kind is ClaimKind.ARGUMENT else 0.0
        lines, height = _set(parts, width, PAD_LEFT, PAD_RIGHT, reserved=(BADGE_ROOM if label else 0.0) + sign)
        if strength is not None:
            lines, height = _with_strength(lines, height, width, strength)
        summary = self._told(claim, _summary(title, text, meta))
        kind: CardKind = "argument" if claim.kind is ClaimKind.ARGUMENT else "claim"
        link = safe_link(claim.link)
        return Draft(claim.id, kind, width, height, lines, stance, claim.implicit, summary, link, label, strength)

    def _group(self, claim: Claim, stance: str) -> Draft:
        """Draft the card of a closed group: its sheet leaves room for the one behind it."""
        title, text = clean(claim.title or "").strip() or clean(claim.id), clean(claim.text)
        parts = [*flagged(self.marks, claim), (title, "title"), (text, "meta")]
        lines, height = _set(parts, self.width, PAD_LEFT, PAD_RIGHT + STACK, bottom=PAD_BOTTOM + STACK)
        return Draft(claim.id, "group", self.width, height, lines, stance, False, _summary(title, text, ""), None)

    def question(self, question: Question, width: float | None = None) -> Draft:
        """Draft the pill of a question, as wide as a card unless a width is given."""
        title, text = clean(question.title or "").strip(), clean(question.text).strip()
        words = title if title and self.labels == "title" else text or title or clean(question.id)
        wide = round(width or self.width)
        parts = [*flagged(self.marks, question), (words, "question")]
        parts += before(self.map, self.marks, question, wide - BADGE - 20)
        lines, height = _set(parts, wide, BADGE + 8, 12.0)
        tall = max(height, _LEAST_PILL)
        placed = _lowered(lines, (tall - height) / 2)
        summary = self._told(question, _summary(title, text, ""))
        return Draft(question.id, "question", wide, tall, placed, "none", False, summary, None)

    def reference(self, claim: Claim, stance: str) -> Draft:
        """Draft the small card that stands where a claim counts again."""
        words = f"see {_shortened(clean(claim.label), self.wrap * 2)}"
        label, strength = self._verdict(claim)
        reserved = BADGE_ROOM if label else 0.0 if strength is None else _NUMBER
        lines, height = _set(
            [(words, "reference")], self.width, PAD_LEFT, PAD_RIGHT, top=5.0, bottom=6.0, reserved=reserved
        )
        if strength is not None:
            told = line(number(strength), "strength", 0.0, lines[0].y)
            lines = (*lines, replace(told, x=round(self.width - PAD_RIGHT - told.width, 2)))
        summary = self._told(claim, _summary(clean(claim.title or ""), clean(claim.text), ""))
        return Draft(claim.id, "reference", self.width, height, lines, stance, False, summary, None, label, strength)

    def notice(self, words: str) -> Draft:
        """Draft a card that is no part of the map, such as the one of an empty map."""
        lines, height = _set([(words, "body")], self.width, PAD_LEFT, PAD_RIGHT)
        return Draft("", "notice", self.width, height, lines, "none", False, words, None)

    def _verdict(self, claim: Claim) -> tuple[Label | None, float | None]:
        if self.labelling is None:
            return None, None
        return self.labelling.labels.get(claim.id), self.labelling.strengths.get(claim.id)

    def _told(self, item: Claim | Question, summary: str) -> str:
        """The text of a card with what an evaluation and a comparison say of it."""
        words = (said(self.labelling, item.id), told(self.marks, item.id))
        return " — ".join(filter(None, (summary, *words)))

    def _meta(self, claim: Claim) -> str:
        names = [clean(self.map.speaker[key].name) if key in self.map.speaker else clean(key) for key in claim.by]
        places = ", ".join(dict.fromkeys(clean(text) for text in self._places(claim.cites)))
        return " · ".join(part for part in (", ".join(dict.fromkeys(names)), places) if part)

    def _places(self, cites: Iterable[Citation]) -> Iterable[str]:
        """Where a claim is cited; the source is named only where a map has several, or no place is given."""
        several = len(self.map.sources) > 1
        for cite in cites:
            title = self.map.source[cite.source].title if cite.source in self.map.source else cite.source
            if cite.place:
                yield f"{cite.source} {cite.place}" if several else cite.place
            else:
                yield _shortened(title, 40)


def _set(
    parts: list[tuple[str, str]],
    width: float,
    left: float,
    right: float,
    *,
    top: float = PAD_TOP,
    bottom: float = PAD_BOTTOM,
    reserved: float = 0.0,
) -> tuple[tuple[TextLine, ...], float]:
    """Set paragraphs under each other, the first line shorter; return the lines and the height of it all."""
    lines: list[TextLine] = []
    y = top
    for text, role in parts:
        style = ROLES[role]
        if lines and role in {"meta", "implicit", "was"}:
            y += META_GAP
        for words in wrap(text, style.face, style.size, width - left - right, 0.0 if lines else reserved):
            lines.append(line(words, role, left, y + style.leading * 0.5 + style.size * 0.34))
            y += style.leading
    return with_flag(tuple(lines)), round(y + bottom, 2)


def _with_strength(
    lines: tuple[TextLine, ...], height: float, width: float, strength: float
) -> tuple[tuple[TextLine, ...], float]:
    """Set the number of a strength under the lines, right of the room for its bar."""
    style = ROLES["strength"]
    bar = min(_GAUGE, width - PAD_LEFT - PAD_RIGHT - GAUGE_GAP - _NUMBER)
    top = height - PAD_BOTTOM + 1.5 * META_GAP
    told = line(number(strength), "strength", PAD_LEFT + bar + GAUGE_GAP, top + style.leading * 0.5 + style.size * 0.34)
    return (*lines, told), round(top + style.leading + PAD_BOTTOM, 2)


def _lowered(lines: tuple[TextLine, ...], down: float) -> tuple[TextLine, ...]:
    return tuple(
        TextLine(item.x, round(item.y + down, 2), item.width, item.text, item.role, item.exact) for item in lines
    )


def _summary(title: str, text: str, meta: str) -> str:
    said = f"{title}: {text}" if title and text and title != text else title or text
    return f"{said} ({meta})" if meta else said


def _shortened(text: str, limit: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def safe_link(link: str | None) -> str | None:
    """Return an address if a picture may lead to it."""
    return clean(link.strip()) if link and is_safe_link(link) else None
