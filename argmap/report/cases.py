"""The case of a position as text: its statement, its reasons and its objections, each with what bears on it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.report.base import Block, Item, Listing, Paragraph, Word, Words
from argmap.report.words import NB, Speech, counted, full_stop, lead, name, plain, verdict, words

if TYPE_CHECKING:
    from argmap.core.labelling import Labelling
    from argmap.core.model import Claim
    from argmap.digest.base import Case, Point

Homes = Mapping[str, str]
"""Number of the section in which a claim is told in full, by its id."""


DEEPEST = 7
"""Deeper points stand at this level and name what they bear on."""


class CaseWriter:
    """Writes cases.

    Args:
        speech: Says claims.
        homes: Where claims are told.
        labelling: What an evaluation says, or None.
        evaluated_in: Number of the section on what stands, or None.
    """

    def __init__(self, speech: Speech, homes: Homes, labelling: "Labelling | None", evaluated_in: str | None) -> None:
        self.speech = speech
        self.homes = homes
        self.labelling = labelling
        self.evaluated_in = evaluated_in

    def opening(self, case: "Case", number: str) -> list[Block]:
        """The position in full, who holds it, and what becomes of it."""
        claim = case.claim
        found: list[Block] = [Paragraph(self.speech.claim(claim), "statement")]
        if case.is_repeat:
            told = words("This position is also an answer to an earlier question: its case is told in ")
            return [*found, Paragraph(words(told, self.reference(self.homes.get(claim.id, number)), "."))]
        if claim.note:
            found.append(Paragraph(words(full_stop(plain(claim.note))), "note"))
        outcome = verdict(self.labelling, claim.id)
        if self.labelling and outcome and self.evaluated_in:
            by = f"By {plain(self.labelling.title)}, this claim "
            has = "has " if outcome[0].text.startswith("strength") else "" if outcome[0].style in _VERBS else "is "
            found.append(Paragraph(words(by, has, outcome, " (see ", self.reference(self.evaluated_in), ").")))
        return found

    def arguments(self, case: "Case", number: str) -> list[Block]:
        """The reasons and the objections, each under its heading."""
        if case.is_repeat:
            return []
        found: list[Block] = []
        for title, points in (("Reasons for it", case.reasons), ("Objections to it", case.objections)):
            if points:
                found.append(Paragraph(words(title), "heading"))
                found.append(Listing(tuple(self._items(points, number)), "points"))
        if not found:
            found.append(Paragraph(words("Nothing is said for or against it."), "note"))
        return found

    def _items(self, points: "Sequence[Point]", section: str) -> Iterator[Item]:
        above: list[Point] = []
        count = 0
        for point in points:
            parent = above[point.level - 1] if point.level else None
            above[point.level :] = [point]
            count += point.level == 0
            said = [*(claim.note for claim in self._news(point)), point.relation.note]
            notes = [plain(note) for note in said if note]
            yield Item(
                self._words(point, parent, section),
                min(point.level, DEEPEST),
                str(count) if point.level == 0 else "",
                "pro" if point.favours else "con",
                " ".join(full_stop(note) for note in notes),
            )

    def _news(self, point: "Point") -> "list[Claim]":
        return [claim for claim in point.claims if claim.id not in point.repeats]

    def _words(self, point: "Point", parent: "Point | None", section: str) -> Words:
        said: Words = ()
        for claim in point.claims:
            aside = self._told(claim, section) if claim.id in point.repeats else None
            said = words(said, " " if said else "", self.speech.claim(claim, aside))
        return words(self._lead(point, parent), said)

    def _lead(self, point: "Point", parent: "Point | None") -> Words:
        together = len(point.claims) > 1
        if parent is None:
            title = point.claims[0].title if point.claims else None
            head = plain(title or "")
            label = "Contrary claim" if point.effect == "conflict" else "Taken together" if together else ""
            shown = words(Word(full_stop(head), "strong"), " ") if head and not _is_same(head, point.claims[0]) else ()
            return words(shown, Word(f"{label}:", "label") if label else "", " " if label else "")
        target = None
        if len(parent.claims) > 1 or point.level > DEEPEST:
            target = next((claim for claim in parent.claims if claim.id == point.target), None)
        label = lead(point, parent, target) + (", taken together" if together else "")
        return words(Word(f"{label}:", "label"), " ")

    def _told(self, claim: "Claim", section: str) -> Words:
        home = self.homes.get(claim.id)
        if home is None:
            return ()
        if home == section:
            return (Word("told here", "soft"),)
        return words(Word("see ", "soft"), self.reference(home, "soft"))

    def reference(self, number: str, style: str = "plain") -> Word:
        """A reference to a section."""
        return Word(f"section{NB}{number}", "soft" if style == "soft" else "plain", anchor=key_of(number))

    def tally(self, case: "Case") -> tuple[str, str]:
        """How many reasons and objections a case has at its first level."""
        pro, con = (sum(point.level == 0 for point in side) for side in (case.reasons, case.objections))
        return _some(pro, "reason"), _some(con, "objection")


def _some(number: int, noun: str) -> str:
    return counted(number, noun) if number else f"no {noun}s"


_VERBS = ("stands", "falls")


def key_of(number: str) -> str:
    """The anchor of the section with a number."""
    return f"section-{number.replace('.', '-')}"


def homes_of(numbered: "Sequence[tuple[str, Case]]") -> dict[str, str]:
    """Where each claim is told in full, from the cases with the numbers of their sections."""
    found: dict[str, str] = {}
    for number, case in numbered:
        if not case.is_repeat:
            found.setdefault(case.claim.id, number)
    for number, case in numbered:
        for point in (*case.reasons, *case.objections):
            for claim in point.claims:
                if claim.id not in point.repeats:
                    found.setdefault(claim.id, number)
    return found


def _is_same(head: str, claim: "Claim") -> bool:
    return head.rstrip(".") == plain(claim.text).rstrip(".") or head == name(claim) == plain(claim.text)
