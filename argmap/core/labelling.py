"""What a semantics says: labels or strengths of claims and relations, and how the answer was come by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, TypeAlias


class Label(StrEnum):
    """What becomes of a claim or a relation, given all that was said (Caminada 2006)."""

    IN = "in"
    """It stands."""
    OUT = "out"
    """It falls: something that stands speaks against it, or its last support has gone."""
    UNDECIDED = "undecided"
    """Neither: it hangs on a conflict that nothing settles."""
    UNKNOWN = "unknown"
    """Not worked out in the time that was given."""


WORTH: Mapping[Label, int] = MappingProxyType({Label.OUT: 0, Label.UNKNOWN: 1, Label.UNDECIDED: 2, Label.IN: 3})
"""Labels from the worst to the best; nothing is counted on while it is unknown."""

Ask: TypeAlias = Literal["one", "credulous", "skeptical", "all", "count"]
"""What to ask of a semantics that admits several labellings; see `Evaluation`."""

_NO_LABELS: Mapping[str, Label] = MappingProxyType({})
_NO_STRENGTHS: Mapping[str, float] = MappingProxyType({})


def _no_labels() -> Mapping[str, Label]:
    return _NO_LABELS


def _no_strengths() -> Mapping[str, float]:
    return _NO_STRENGTHS


@dataclass(frozen=True, slots=True)
class Labelling:
    """What a semantics says of every claim and relation of a map: labels, or strengths, never both.

    Attributes:
        title: What a reader is told of where it comes from, such as `grounded semantics` or `strength by DF-QuAD`.
        labels: Label by id of claim or relation; empty for strengths. A symmetric conflict has the better label of
            its two directions.
        strengths: Strength of a claim, or force of a relation, in [0, 1], by id; empty for labels.
    """

    title: str
    labels: Mapping[str, Label] = field(default_factory=_no_labels)
    strengths: Mapping[str, float] = field(default_factory=_no_strengths)


@dataclass(frozen=True, slots=True)
class Convergence:
    """How strengths were computed.

    Attributes:
        method: `one pass` (no circles), `iteration`, or `Runge-Kutta`.
        iterations: Steps taken; 0 for one pass.
        residual: The largest change that one more step would make to a strength; how far the answer is off a fixpoint.
        converged: Whether the residual came under the tolerance. If not, the strengths are no answer.
    """

    method: str
    iterations: int
    residual: float
    converged: bool


@dataclass(frozen=True)
class Evaluation:
    """The answer to an evaluation.

    Attributes:
        semantics: Name of the semantics.
        support: Name of the reading of support; None for strengths, which have but one.
        ask: What was asked. `one`: any labelling, or the only one there is. `skeptical`: what all labellings agree
            on; in and out where they do, else undecided. `credulous`: the best that some labelling says of each.
            `all`: every labelling. `count`: how many there are.
        labelling: The labelling; for `all` the first one. None if there is none (`exists` is False), if it was not
            found in time, or if only the count was asked for.
        labellings: For `all` the labellings, in a fixed order; else empty.
        count: How many labellings there are, as far as they were counted; None if they were not.
        exists: Whether there is any labelling; None if that was not found out in time.
        complete: False if time or the limit of labellings ran out before the answer was whole.
        convergence: How strengths were computed; None for labels.
        notes: What a reader should know of the answer, one sentence each.
    """

    semantics: str
    support: str | None
    ask: Ask
    labelling: Labelling | None
    labellings: tuple[Labelling, ...] = ()
    count: int | None = None
    exists: bool | None = True
    complete: bool = True
    convergence: Convergence | None = None
    notes: tuple[str, ...] = ()
