"""Why a claim stands, falls or is undecided, what a change would bring, and what a conclusion hangs on: as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from argmap.core.labelling import Label

Value: TypeAlias = Label | float
"""What an evaluation says of a claim or relation: a label, or a strength in [0, 1]."""


class Role(StrEnum):
    """What a part of an explanation does for the part that it stands under."""

    CONCLUSION = "conclusion"
    """The claim that is explained."""
    SUPPORT = "support"
    ATTACK = "attack"
    CONFLICT = "conflict"
    """A symmetric conflict, seen from the claim that it is told under."""
    UNDERCUT = "undercut"
    NEED = "need"
    """A support relation, where support is read as a need: the claim above cannot stand without the claim below."""
    PREMISE = "premise"


class Pattern(StrEnum):
    """Why a part has its value."""

    # claims that are in
    UNATTACKED = "unattacked"
    """It stands by itself, and nothing attacks it."""
    SUPPORTED = "supported"
    """A support holds, and nothing attacks it."""
    NEEDS_MET = "needs-met"
    """All that it needs stands, and nothing attacks it."""
    DEFENDED = "defended"
    """Every attack on it fails; if it needs support, one holds."""
    # claims that are out
    ATTACKED = "attacked"
    """An attack on it holds."""
    UNSUPPORTED = "unsupported"
    """It does not stand by itself, and nothing supports it."""
    LOST_SUPPORT = "lost-support"
    """It does not stand by itself, and each of its supports fails."""
    UNFOUNDED = "unfounded"
    """It is supported in a circle only."""
    NEED_FAILS = "need-fails"
    """Something that it cannot stand without falls."""
    # claims and relations that are undecided
    CONFLICT = "conflict"
    """It lies on a circle that nothing settles."""
    HANGS = "hangs"
    """It hangs on such a circle without lying on it."""
    # relations
    HOLDS = "holds"
    """All its premises stand, and no undercut holds."""
    PREMISE_FALLS = "premise-falls"
    """A premise falls; linked premises count only together."""
    UNDERCUT = "undercut"
    """An undercut holds."""
    # any
    FORCED = "forced"
    """It was taken for granted."""
    CHOSEN = "chosen"
    """Nothing compels it: the semantics leaves a choice, and this labelling makes it."""
    UNKNOWN = "unknown"
    """It was not worked out in time."""
    # strengths
    BASE = "base"
    """A claim that nothing is said for or against: its base score."""
    WEIGHED = "weighed"
    """A claim whose base score supports lift and attacks lower."""
    FORCE = "force"
    """A relation: its weight times its premises, less its undercuts."""


class Tangle(StrEnum):
    """The kind of a circle that nothing settles."""

    SELF_ATTACK = "self-attack"
    MUTUAL_ATTACK = "mutual-attack"
    """Two claims that attack each other, or are in symmetric conflict."""
    ODD_CIRCLE = "odd-circle"
    """An odd number of attacks in a circle: none of its claims can stand without toppling itself."""
    EVEN_CIRCLE = "even-circle"
    """An even number of attacks in a circle: one side or the other could stand."""
    SUPPORT_CIRCLE = "support-circle"
    """Claims that have only each other for support."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle of reasons.

    Attributes:
        tangle: What kind of circle it is.
        relations: Ids of its relations in order: each leads to the next, and the last one to the first. A symmetric
            conflict stands for either of its directions.
        claims: Ids of the claims on it, in the same order. Not every relation has its own: an undercut may lead
            straight to the next relation.
    """

    tangle: Tangle
    relations: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a relation contributes to the strength of a claim (Kampik, Potyka, Yin, Čyras & Toni 2024).

    Attributes:
        removal: The claim's strength less what it would be without the relation; None if that has no answer.
        gradient: Derivative of the claim's strength with respect to the relation's weight; None if it has no answer.
    """

    removal: float | None
    gradient: float | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of an explanation: a claim or a relation, what is said of it, and why.

    Under a claim stand the relations that its value comes from, under a relation its premises and undercuts.

    Attributes:
        subject: Id of the claim or relation.
        role: What it does for the part that it stands under.
        value: Its label, or its strength. Of a symmetric conflict, that of the direction towards the part above.
        pattern: Why it has this value.
        children: The parts that this comes from, those that tell most first.
        more: Ids of further relations or claims that would do as well as a child, or add to the children, and are not
            told to keep it short.
        circle: The circle that it lies or hangs on, if it is undecided or unfounded.
        told: True for a reference: what it comes from is told where it stands elsewhere in the explanation.
        cut: True if there is more to tell below than was asked for.
        base: Base score of a claim, for strengths.
        contribution: What a relation contributes to the strength of the claim above it, for strengths.
    """

    subject: str
    role: Role
    value: Value
    pattern: Pattern
    children: tuple["Reason", ...] = ()
    more: tuple[str, ...] = ()
    circle: Circle | None = None
    told: bool = False
    cut: bool = False
    base: float | None = None
    contribution: Contribution | None = None

    def walk(self) -> Iterator["Reason"]:
        """This part and all parts below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Scope(StrEnum):
    """In how many of the labellings of a semantics a claim has the label that is explained."""

    ONLY = "only"
    """There is but one labelling."""
    ALL = "all"
    SOME = "some"
    ONE = "one"
    """One labelling is explained; the others were not looked at."""


@dataclass(frozen=True, slots=True)
class Case:
    """The explanation of one label of a claim, read off one labelling.

    Attributes:
        scope: In how many labellings the claim has this label.
        root: The claim, with the tree of reasons below it.
    """

    scope: Scope
    root: Reason


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim stands, falls or is undecided, or has its strength.

    Attributes:
        claim: Id of the claim.
        semantics: Name of the semantics.
        support: Name of the reading of support; None for strengths.
        title: What a reader is told of where the value comes from, such as `grounded semantics`.
        cases: One for each label that the claim has in some labelling, in before undecided before out; one for
            strengths. Empty if there is no labelling or no answer.
        forced: What was taken for granted, as pairs of claim id and value.
        count: How many labellings there are, as far as that was found out.
        complete: False if time ran out before the answer was whole.
        notes: What a reader should know of the answer, one sentence each.
    """

    claim: str
    semantics: str
    support: str | None
    title: str
    cases: tuple[Case, ...]
    forced: tuple[tuple[str, Value], ...] = ()
    count: int | None = None
    complete: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim or relation whose value a change alters.

    Attributes:
        subject: Id of the claim or relation.
        before: Its value on the map as it is.
        after: Its value under the change.
    """

    subject: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Change:
    """What taking something for granted brings about.

    Attributes:
        forced: What is taken for granted, as pairs of claim id and value.
        semantics: Name of the semantics.
        support: Name of the reading of support; None for strengths.
        title: What a reader is told of where the values come from.
        claims: Claims whose value differs: labels in file order, strengths with the largest difference first.
        relations: Relations whose value differs, in the same order.
        exists: Whether there is an answer, before and after; the differences are empty unless both.
        complete: False if time ran out for one of them; then only what is known of both is compared.
        notes: What a reader should know of the answer, one sentence each.
    """

    forced: tuple[tuple[str, Value], ...]
    semantics: str
    support: str | None
    title: str
    claims: tuple[Difference, ...]
    relations: tuple[Difference, ...]
    exists: tuple[bool | None, bool | None] = (True, True)
    complete: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Influence:
    """How much a conclusion hangs on one claim.

    Attributes:
        claim: Id of the claim.
        if_out: Value of the conclusion if this claim alone is forced out; None if that has no answer.
        if_in: Value of the conclusion if this claim alone is forced in; None if that has no answer.
        sets: In how many of the smallest sets that flip the conclusion it occurs.
        gradient: Derivative of the conclusion's strength with respect to the claim's base score; None for labels, and
            where there is no answer.
    """

    claim: str
    if_out: Value | None
    if_in: Value | None
    sets: int = 0
    gradient: float | None = None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What a conclusion hangs on.

    Attributes:
        claim: Id of the conclusion.
        semantics: Name of the semantics.
        support: Name of the reading of support; None for strengths.
        title: What a reader is told of where the values come from.
        value: Value of the conclusion on the map as it is; None if there is no answer.
        influences: The claims from which a path leads to the conclusion, those that it hangs on most first.
        flips: The smallest sets of claims whose fall flips the conclusion: from in to not in, from not in to in, or
            across the strength 1/2. None holds another. Small sets first, each in file order.
        largest: How many claims a set was allowed to have.
        complete: Whether `flips` has every such set up to that size, and every influence was worked out.
        notes: What a reader should know of the answer, one sentence each.
    """

    claim: str
    semantics: str
    support: str | None
    title: str
    value: Value | None
    influences: tuple[Influence, ...]
    flips: tuple[tuple[str, ...], ...]
    largest: int
    complete: bool = True
    notes: tuple[str, ...] = ()
