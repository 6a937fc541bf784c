"""What a map says, as values that reports and texts are written from."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation, Source, Speaker

Effect: TypeAlias = Literal["support", "attack", "conflict", "undercut"]
"""What a point does to what it answers: an undercut denies a step, the others bear on a claim."""


@dataclass(frozen=True, slots=True)
class Point:
    """One step for or against something that was said before it.

    Attributes:
        level: How deep it lies under the position, from 0.
        effect: What it does.
        claims: Its premises; several are linked and only count together.
        relation: The step itself.
        target: Id of the claim or relation that it answers: the position, a claim of a point above, or its step.
        repeats: Ids of those of its claims that are told in full elsewhere. What bears on them stands there, not here.
        favours: Whether it speaks for the position in the end, counting each attack on the way as a turn.
    """

    level: int
    effect: Effect
    claims: tuple[Claim, ...]
    relation: Relation
    target: str
    repeats: tuple[str, ...] = ()
    favours: bool = True

    @property
    def is_repeat(self) -> bool:
        """Whether all of it is told elsewhere; then only what denies this very step is under it."""
        return all(claim.id in self.repeats for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Case:
    """What is said for and against a claim.

    Attributes:
        claim: The position or thesis.
        reasons: Points of level 0 that support it, each followed by all that lies under it.
        objections: Points of level 0 that attack it, in the same way.
        is_repeat: Whether the claim answers an earlier question, too, and is told there; then it has no points here.
    """

    claim: Claim
    reasons: tuple[Point, ...] = ()
    objections: tuple[Point, ...] = ()
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A question with the cases of its positions; None for theses that answer no question.

    Claims that only lead to each other in a circle stand with the theses: the first of them has the case.
    """

    question: Question | None
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two speakers, or groups of them, that hold claims of which one attacks the other, or the step to it.

    Attributes:
        claim: What is held.
        by: Who holds it.
        against: What is said against it.
        by_others: Who says so; nobody is on both sides.
        relation: The attack or conflict.
        step: The step from the claim that is denied, if it is an undercut; else None.
    """

    claim: Claim
    by: tuple[Speaker, ...]
    against: tuple[Claim, ...]
    by_others: tuple[Speaker, ...]
    relation: Relation
    step: Relation | None = None


@dataclass(frozen=True, slots=True)
class CriticalQuestion:
    """A question that the scheme of a step asks, while nothing in the map may answer it.

    Attributes:
        relation: The step.
        scheme: Canonical name of its scheme.
        text: The question.
        doubts: What it doubts: a premise, by its role in the scheme, or the `step`, or the `conclusion`.
    """

    relation: Relation
    scheme: str
    text: str
    doubts: str


@dataclass(frozen=True, slots=True)
class SharedQuestions:
    """Questions that some steps of one scheme leave open, all of them the same.

    Attributes:
        scheme: Canonical name of the scheme.
        texts: The questions.
        steps: The steps.
    """

    scheme: str
    texts: tuple[str, ...]
    steps: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with the claims, questions and steps that cite it.

    Attributes:
        source: The source.
        cited: Pairs of a place (`p3`, `s2.p1`; empty for the whole source) and the ids of what cites it, in the order
            of the places.
    """

    source: Source
    cited: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """All that a text about a map can draw on.

    Attributes:
        map: The map, as it is shown: without hidden claims.
        labelling: What an evaluation says, or None; also of steps that were redrawn past hidden claims. For pictures,
            which redraw by themselves, take the evaluation as it was.
        summary: The map in a sentence.
        sections: Questions with the cases of their positions, then the theses that answer none.
        disagreements: Where speakers contradict each other.
        unsupported: Claims that others build on and that nothing supports, cites or assumes, also implicit ones.
        critical_questions: Questions of schemes that nobody took up, step by step.
        references: The sources that are cited, in the order of the file.
    """

    map: ArgumentMap
    labelling: Labelling | None
    summary: str
    sections: tuple[Section, ...]
    disagreements: tuple[Disagreement, ...]
    unsupported: tuple[Claim, ...]
    critical_questions: tuple[CriticalQuestion, ...]
    references: tuple[Reference, ...]
