"""The figures of a report: the whole map if it can be read on a page, else an overview and one for each position."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from argmap.digest.summary import sentence
from argmap.report.base import Figure
from argmap.report.parts import at_a_glance, branches, of_points
from argmap.report.sheets import PAPERS, Drafter, Sheet
from argmap.report.words import name

if TYPE_CHECKING:
    from argmap.core.labelling import Labelling
    from argmap.core.model import ArgumentMap
    from argmap.diagram.scene import Scene
    from argmap.digest.base import Case, Digest, Point, Section

MOST_FIGURES = 60
"""More figures than this are not drawn: the text tells what they would show."""


_About: TypeAlias = tuple[str, str, int]
"""How captions begin, what the points are called, and how many there are."""


@dataclass(frozen=True, slots=True)
class _Plate:
    """A figure that has no number yet."""

    part: "ArgumentMap"
    sheet: Sheet
    caption: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a report.

    Attributes:
        overview: Those of the section with the picture.
        cases: Those of each position, by its id.
        is_whole: Whether the overview shows the whole map, so that positions need no figures of their own.
        notes: What the user should know of them.
    """

    overview: tuple[Figure, ...] = ()
    cases: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    is_whole: bool = False
    notes: tuple[str, ...] = ()


def figures_of(digest: "Digest", labelling: "Labelling | None", page: str) -> Figures:
    """Draw the figures of a report.

    Args:
        digest: What the report tells.
        labelling: What the evaluation says of the whole map, or None.
        page: Name of the page that they must fit.

    Raises:
        ArgmapError: The font is not there.
    """
    return _Gallery(digest, Drafter(PAPERS[page], labelling)).hung()


class _Gallery:
    """Lives for one report."""

    def __init__(self, digest: "Digest", drafter: Drafter) -> None:
        self.digest = digest
        self.map = digest.map
        self.drafter = drafter
        self.notes: dict[str, None] = {}
        self.explained: set[str] = set()
        self.number = 0

    def hung(self) -> Figures:
        if not self.map.claims:
            return Figures()
        whole = self.drafter.sheet(self._untitled())
        if whole:
            about = "The whole map: what supports and what attacks what."
            return Figures((self._figure(_Plate(self._untitled(), whole, about)),), {}, True, tuple(self.notes))
        overview = tuple(self._figure(plate) for plate in self._overview())
        cases: dict[str, tuple[Figure, ...]] = {}
        for section in self.digest.sections:
            for case in section.cases:
                if case.claim.id in cases or case.is_repeat or not _is_worth_a_figure(case):
                    continue
                if self.number >= MOST_FIGURES:
                    self._note(f"there are more than {MOST_FIGURES} figures: the other positions have none")
                    break
                question = section.question.id if section.question else None
                cases[case.claim.id] = tuple(self._figure(plate) for plate in self._of_case(case, question))
        return Figures(overview, cases, False, tuple(self.notes))

    def _untitled(self) -> "ArgumentMap":
        return replace(self.map, title=None, description=None)

    def _note(self, text: str) -> None:
        self.notes[text] = None

    def _figure(self, plate: _Plate) -> Figure:
        self.number += 1
        scene = self._with_needed_legend(plate)
        return Figure(
            key=f"figure-{self.number}",
            number=self.number,
            caption=plate.caption,
            alt=sentence(plate.part, self.digest.labelling),
            description=scene.description,
            scene=replace(scene, title=plate.caption),
            turned=plate.sheet.turned,
            smallest=plate.sheet.smallest,
            map=plate.part,
        )

    def _with_needed_legend(self, plate: _Plate) -> "Scene":
        """The scene, without its legend if earlier figures have explained all that is in it."""
        scene = plate.sheet.scene
        signs = {entry.symbol + (entry.colour or "") for entry in scene.legend}
        if not signs <= self.explained:
            self.explained |= signs
            return scene
        return _without_legend(scene)

    # -- the overview

    def _overview(self) -> Iterator[_Plate]:
        """All positions, with what bears on them directly if that can be read; else each question by itself."""
        sections = self.digest.sections
        plate = self._glance(sections, deep=True) or self._glance(sections, deep=False)
        if plate:
            yield plate
            return
        found = [self._glance([item], deep=True) or self._glance([item], deep=False) for item in sections]
        if not all(found):
            self._note("the map is too large for an overview that can be read at the page: a part of it has no figure")
        yield from (item for item in found if item)

    def _glance(self, sections: "Sequence[Section]", *, deep: bool) -> _Plate | None:
        part = at_a_glance(self.map, sections, deep=deep)
        sheet = self.drafter.sheet(part, only_titles=True)
        if sheet is None:
            return None
        what = "positions" if any(section.question for section in sections) else "theses"
        if len(sections) == 1 and sections[0].question:
            what = f"positions on “{name(sections[0].question)}”"
        caption = f"The {what}, with what bears on them directly." if deep else f"The {what}, and how they conflict."
        return _Plate(part, sheet, caption)

    # -- a position

    def _of_case(self, case: "Case", question: str | None) -> Iterator[_Plate]:
        title = name(case.claim)
        pro, con = branches(case.reasons), branches(case.objections)
        sides = "for and against" if pro and con else "for" if pro else "against"
        plate = self._plate(case, question, [*pro, *con], f"What is said {sides} “{title}”.")
        if plate:
            yield plate
            return
        for side, way, noun in ((pro, "for", "reason"), (con, "against", "objection")):
            numbered = list(enumerate(side, start=1))
            if side:
                yield from self._pieces(case, question, numbered, (f"What is said {way} “{title}”", noun, len(side)))

    def _pieces(
        self, case: "Case", question: str | None, side: "Sequence[tuple[int, tuple[Point, ...]]]", about: "_About"
    ) -> Iterator[_Plate]:
        """A side of a case, or some of its numbered points, in as few figures as can be read."""
        start, noun, total = about
        first, last = side[0][0], side[-1][0]
        which = "" if len(side) == total else f": {noun} {first}" if first == last else f": {noun}s {first} to {last}"
        caption = f"{start}{which}."
        plate = self._plate(case, question, [branch for _, branch in side], caption)
        if plate:
            yield plate
        elif len(side) > 1:
            half = len(side) // 2
            yield from self._pieces(case, question, side[:half], about)
            yield from self._pieces(case, question, side[half:], about)
        else:
            yield from self._shallow(case, question, side[0][1], caption)

    def _shallow(
        self, case: "Case", question: str | None, branch: "tuple[Point, ...]", caption: str
    ) -> Iterator[_Plate]:
        """As much of one reason as can be read."""
        for deepest in (6, 5, 4, 3, 2, 1, 0):
            kept = tuple(point for point in branch if point.level <= deepest)
            if len(kept) == len(branch):
                continue
            plate = self._plate(
                case, question, [kept], caption.removesuffix(".") + "; what lies deeper is in the text."
            )
            if plate:
                yield plate
                return
        self._note(f"no figure of “{name(case.claim)}” can be read at the page: a part of its case has none")

    def _plate(
        self, case: "Case", question: str | None, side: "Sequence[tuple[Point, ...]]", caption: str
    ) -> _Plate | None:
        part = of_points(self.map, case, question, [point for branch in side for point in branch])
        sheet = self.drafter.sheet(part)
        return _Plate(part, sheet, caption) if sheet else None


def _is_worth_a_figure(case: "Case") -> bool:
    """Whether there is more to see than one claim that bears on the position."""
    return len({claim.id for point in (*case.reasons, *case.objections) for claim in point.claims}) > 1


def _without_legend(scene: "Scene") -> "Scene":
    """The scene cut off above its legend."""
    if not scene.legend:
        return scene
    top = min(entry.y for entry in scene.legend)
    x, y, width, height = scene.box
    cut = round(min(height, top - 20.0 - y), 2)
    return replace(scene, legend=(), box=(x, y, width, cut), height=round(scene.height * cut / height, 2))
