"""The contents of a report: sections with numbers, built from what a map says, whatever they are written as."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.core.errors import ArgmapError
from argmap.digest.digest import digest_of
from argmap.report import closing
from argmap.report.base import Block, Contents, Paragraph, Row, Section, SectionKind, Table, Word, Words
from argmap.report.cases import CaseWriter, homes_of, key_of
from argmap.report.figures import Figures, figures_of
from argmap.report.signs import signs_of
from argmap.report.verdicts import verdicts
from argmap.report.wishes import Wishes
from argmap.report.words import NB, Speech, full_stop, listed, name, plain, verdict, words

if TYPE_CHECKING:
    from argmap.core.labelling import Labelling
    from argmap.core.model import ArgumentMap, Question
    from argmap.digest.base import Case, Digest

_DEFAULTS = Wishes()


def contents_of(map: "ArgumentMap", wishes: Wishes = _DEFAULTS, *, part: "ArgumentMap | None" = None) -> Contents:
    """Put the contents of a report together.

    Args:
        map: The map. What stands is worked out from all of it.
        wishes: What is asked of the report.
        part: What the report is about, if that is not all of the map.

    Raises:
        ArgmapError: There is no such semantics, or no answer, or no font for the figures.
    """
    labelling, notes = _labelling(map, wishes)
    digest = digest_of(map if part is None else part, labelling)
    figures = figures_of(digest, labelling, wishes.page) if wishes.figures else Figures()
    return _Author(map, digest, figures, wishes, notes).contents()


def _labelling(map: "ArgumentMap", wishes: Wishes) -> "tuple[Labelling | None, tuple[str, ...]]":
    if wishes.evaluate is None:
        return None, ()
    from argmap.semantics.evaluate import evaluate

    found = evaluate(map, wishes.evaluate, support=wishes.support, timeout=wishes.timeout)
    if found.labelling is None:
        raise ArgmapError(
            "no-evaluation", "there is no evaluation to report: " + "; ".join(found.notes or ("no answer",))
        )
    return found.labelling, found.notes


@dataclass(frozen=True, slots=True)
class _Planned:
    """A question, or the theses, with the numbers of the section and of its cases."""

    number: str
    question: "Question | None"
    cases: "tuple[tuple[str, Case], ...]"


class _Author:
    """Lives for one report."""

    def __init__(
        self, whole: "ArgumentMap", digest: "Digest", figures: Figures, wishes: Wishes, notes: tuple[str, ...]
    ) -> None:
        self.whole, self.digest, self.figures, self.wishes, self.notes = whole, digest, figures, wishes, notes
        self.speech = Speech(digest.map, {item.source.id: n for n, item in enumerate(digest.references, start=1)})
        self.plan = self._planned()
        numbered = [pair for item in self.plan for pair in item.cases]
        self.homes = homes_of(numbered)
        first_free = 2 + bool(figures.overview) + len(self.plan)
        self.evaluated_in = str(first_free) if digest.labelling and digest.map.claims else None
        self.cases = CaseWriter(self.speech, self.homes, digest.labelling, self.evaluated_in)

    def contents(self) -> Contents:
        shown = self.digest.map
        return Contents(
            title=plain(self.wishes.title or shown.title or "") or "Report on an argument map",
            subtitle=self._subtitle(),
            language=shown.language,
            summary=full_stop(plain(self.digest.summary)),
            description=full_stop(plain(shown.description or "")),
            questions=tuple(plain(item.question.text) for item in self.plan if item.question),
            sections=self._sections(),
            page=self.wishes.page,
            digest=self.digest,
            notes=(*self.notes, *self.figures.notes),
        )

    def _subtitle(self) -> str:
        evaluated = f", evaluated by {plain(self.digest.labelling.title)}" if self.digest.labelling else ""
        return f"Briefing from an argument map{evaluated}"

    def _planned(self) -> tuple[_Planned, ...]:
        found = []
        first = 2 + bool(self.figures.overview)
        for number, section in enumerate(self.digest.sections, start=first):
            cases = tuple((f"{number}.{place}", case) for place, case in enumerate(section.cases, start=1))
            found.append(_Planned(str(number), section.question, cases))
        return tuple(found)

    def _sections(self) -> tuple[Section, ...]:
        found = [self._section("glance", "1", "At a glance", self._glance())]
        if self.figures.overview:
            found.append(self._section("picture", "2", "The picture", self._picture()))
        found += [self._question(item) for item in self.plan]
        for kind, title, blocks in self._closing():
            if blocks:
                found.append(self._section(kind, str(len(found) + 1), title, blocks))
        return tuple(found)

    def _section(self, kind: SectionKind, number: str, title: str, blocks: list[Block]) -> Section:
        return Section(kind, key_of(number), number, title, tuple(blocks))

    # -- the beginning

    def _glance(self) -> list[Block]:
        found: list[Block] = [Paragraph(words(full_stop(plain(self.digest.summary))), "lead")]
        about = plain(self.digest.map.description or "")
        if about:
            found.append(Paragraph(words(full_stop(about))))
        rows = [row for item in self.plan for row in self._rows(item)]
        if rows:
            head = (
                "Position" if any(item.question for item in self.plan) else "Thesis",
                "For",
                "Against",
                *(("Outcome",) if self.digest.labelling else ()),
                "Section",
            )
            found.append(Table(head, tuple(rows), "The positions, with what bears on them directly"))
        return found

    def _rows(self, item: _Planned) -> list[Row]:
        title = name(item.question) if item.question else "Theses that answer no question" if len(self.plan) > 1 else ""
        rows = [Row((words(Word(title, "strong")),))] if title else []
        for number, case in item.cases:
            cells: list[Words] = [words(name(case.claim))]
            sides = (case.reasons, case.objections)
            cells += [words("–" if case.is_repeat else str(sum(p.level == 0 for p in side))) for side in sides]
            if self.digest.labelling:
                cells.append(verdict(self.digest.labelling, case.claim.id))
            rows.append(Row((*cells, words(Word(number, anchor=key_of(number))))))
        return rows

    def _picture(self) -> list[Block]:
        shown = self.figures.overview
        marks = listed([words(Word(f"Figure{NB}{item.number}", anchor=item.key)) for item in shown])
        verb = "shows" if len(shown) == 1 else "show"
        if self.figures.is_whole:
            text = words(marks, f" {verb} the whole map.")
        else:
            text = words(marks, f" {verb} the debate in outline; the case of each position has its own figure below.")
        signs = signs_of(self.digest)
        return [Paragraph(text), *([Paragraph(words(signs), "note")] if signs else []), *shown]

    # -- questions and positions

    def _question(self, item: _Planned) -> Section:
        blocks: list[Block] = []
        title = _theses(item)
        if item.question:
            title = name(item.question)
            text, origin = plain(item.question.text), self.speech.origin(item.question)
            aside = words(Word(" (", "soft"), origin, Word(")", "soft")) if origin else ()
            if text != title or aside:
                blocks.append(Paragraph(words(text, aside), "statement"))
            if item.question.note:
                blocks.append(Paragraph(words(full_stop(plain(item.question.note))), "note"))
            if not item.cases:
                blocks.append(Paragraph(words("The map has no position on this question.")))
        cases = tuple(self._case(number, case) for number, case in item.cases)
        subject = item.question.id if item.question else None
        return replace(self._section("question", item.number, title, blocks), subject=subject, sections=cases)

    def _case(self, number: str, case: "Case") -> Section:
        blocks = self.cases.opening(case, number)
        own = () if case.is_repeat else self.figures.cases.get(case.claim.id, ())
        if own:
            marks = listed([words(Word(f"Figure{NB}{item.number}", anchor=item.key)) for item in own])
            pro, con = self.cases.tally(case)
            shows = "shows" if len(own) == 1 else "show"
            blocks.append(Paragraph(words(marks, f" {shows} its case: {pro} and {con}, with what bears on them.")))
            blocks += own
        blocks += self.cases.arguments(case, number)
        return replace(self._section("position", number, name(case.claim), blocks), subject=case.claim.id)

    # -- the end

    def _closing(self) -> list[tuple[SectionKind, str, list[Block]]]:
        digest, homes = self.digest, self.homes
        found: list[tuple[SectionKind, str, list[Block]]] = []
        if self.evaluated_in:
            found.append(("evaluation", "What stands, and why", verdicts(digest, self.whole, self.wishes, homes)))
        return [
            *found,
            ("disagreements", "Who disagrees with whom", closing.disagreements(digest, self.speech, homes)),
            ("gaps", "Claims without support", closing.unsupported(digest, self.speech, homes)),
            ("gaps", "Open critical questions", closing.critical_questions(digest)),
            ("speakers", "Who is heard", closing.speakers(digest)),
            ("sources", "Sources", closing.bibliography(digest)),
        ]


def _theses(item: _Planned) -> str:
    return "Thesis" if len(item.cases) == 1 else "Theses"
