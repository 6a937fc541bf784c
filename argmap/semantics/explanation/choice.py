"""Finds labellings to explain: for each label that a claim has in some labelling, one in which it has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from argmap.core.explanation import Scope
from argmap.core.labelling import Label, Labelling
from argmap.frameworks.framework import Extension
from argmap.semantics.acceptance.base import Occurs
from argmap.semantics.framework.budget import OutOfTimeError
from argmap.semantics.labels import Question

_ENTRIES = 2_000_000
"""Labels that are held at once when all labellings are listed."""
_MOST_LISTED = 100
_TRIED = 1_000
"""Labellings that are looked through for one that tells out from undecided, where there are too many to list."""
_OCCURS = {Label.IN: Occurs.IN, Label.UNDECIDED: Occurs.UNDECIDED, Label.OUT: Occurs.OUT}
_OUT_OF_TIME = "the time was used up before all labellings were seen"


@dataclass(frozen=True, slots=True)
class Choice:
    """Labellings to explain.

    Attributes:
        labellings: One for each label of the claim, in before undecided before out, and how many share the label.
        exists: Whether there is any labelling; None if that was not found out.
        count: How many labellings there are; None if that was not found out.
        complete: Whether every label that the claim has in some labelling is among them.
        notes: What a reader should know of it, one sentence each.
    """

    labellings: tuple[tuple[Scope, Labelling], ...]
    exists: bool | None = True
    count: int | None = None
    complete: bool = True
    notes: tuple[str, ...] = ()


def choose(question: Question, claim: str, *, best: bool = False) -> Choice:
    """Choose labellings for the explanation of a claim.

    Args:
        question: The semantics, the map as a framework, and the time there is.
        claim: Id of the claim.
        best: Whether only the best label is asked for (what some labelling says of it).
    """
    if question.semantics.is_unique:
        evaluation = question.answer("one", 1)
        known = evaluation.labelling is not None and evaluation.labelling.labels[claim] is not Label.UNKNOWN
        found = ((Scope.ONLY, evaluation.labelling),) if evaluation.labelling and known else ()
        return Choice(found, evaluation.exists, 1 if known else None, evaluation.complete, evaluation.notes)
    number = len(question.translation.nodes)
    listing = question.answer("all", max(2, min(_MOST_LISTED, _ENTRIES // max(1, number))))
    if listing.exists is False:
        return Choice((), False, 0, True, listing.notes)
    if listing.complete:
        by_label: dict[Label, Labelling] = {}
        for labelling in listing.labellings:
            by_label.setdefault(labelling.labels[claim], labelling)
        scope = Scope.ALL if len(listing.labellings) > 1 else Scope.ONLY
        return _chosen(by_label, scope, best, Choice((), True, listing.count))
    return _sampled(question, claim, best)


def _chosen(by_label: dict[Label, Labelling], scope: Scope, best: bool, rest: Choice) -> Choice:
    labels = [label for label in _OCCURS if label in by_label]
    scope = scope if len(labels) == 1 else Scope.SOME
    found = tuple((scope, by_label[label]) for label in labels)
    return Choice(found[:1] if best else found, rest.exists, rest.count, rest.complete, rest.notes)


def _sampled(question: Question, claim: str, best: bool) -> Choice:
    """Look for one labelling a label, where there are too many labellings to list them all."""
    (node,) = question.translation.nodes[claim]
    framework, semantics, budget = question.translation.framework, question.semantics, question.budget
    seen = semantics.occurring(framework, budget)[node]
    by_label: dict[Label, Labelling] = {}
    notes: tuple[str, ...] = () if not seen & Occurs.UNSURE else (_OUT_OF_TIME,)
    try:
        for extension in _candidates(question, node, seen):
            labelling = question.labelling(extension)
            by_label.setdefault(labelling.labels[claim], labelling)
            if all(label in by_label for label, bit in _OCCURS.items() if seen & bit):
                break
    except OutOfTimeError:
        notes = (_OUT_OF_TIME,)
    missing = [label for label, bit in _OCCURS.items() if seen & bit and label not in by_label]
    if missing and not notes:
        notes = (f"in some labellings the claim is {missing[0]}: none of these was met among the first {_TRIED:,}",)
    scope = Scope.ALL if len([bit for bit in _OCCURS.values() if seen & bit]) == 1 and not notes else Scope.SOME
    whole = Choice((), True if by_label else None, None, not notes, notes)
    return _chosen(by_label, scope, best, whole)


def _candidates(question: Question, node: int, seen: Occurs) -> Iterator[Extension]:
    """Extensions in which an argument is in, and in which it is not, then any."""
    framework, semantics, budget = question.translation.framework, question.semantics, question.budget
    if seen & Occurs.IN:
        found = semantics.with_argument(framework, node, budget)
        if found is not None:
            yield found
    found = semantics.without_argument(framework, node, budget)
    if found is not None:
        yield found
    yield from islice(semantics.extensions(framework, budget), _TRIED)
