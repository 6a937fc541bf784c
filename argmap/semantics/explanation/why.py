"""Why a claim stands, falls or is undecided, or has its strength: evaluates, picks labellings, and explains them."""

from argmap.core.explanation import Case, Explanation, Scope
from argmap.core.graph import MapGraph
from argmap.core.labelling import Ask, Evaluation, Label, Labelling
from argmap.core.model import ArgumentMap
from argmap.semantics.acceptance import ACCEPTANCE
from argmap.semantics.evaluate import Forced, evaluate, examine
from argmap.semantics.explanation.accepted import DEPTH as DEPTH  # noqa: PLC0414 - part of what this module offers
from argmap.semantics.explanation.accepted import SIZE, reasons
from argmap.semantics.explanation.choice import choose
from argmap.semantics.explanation.weighed import weigh
from argmap.semantics.framework.budget import Budget
from argmap.semantics.labels import Question
from argmap.semantics.readings import READINGS


def why(
    map: ArgumentMap,
    claim: str,
    semantics: str = "grounded",
    *,
    support: str = "default",
    ask: Ask | None = None,
    forced: Forced | None = None,
    depth: int = DEPTH,
    size: int = SIZE,
    timeout: float | None = None,
) -> Explanation:
    """Explain what becomes of a claim.

    Where a semantics has several labellings, each label that the claim has in some of them is explained, from one
    labelling each.

    Args:
        map: Any map, with faults or without.
        claim: Id of the claim.
        semantics: Name of a semantics of acceptance or of strength.
        support: How support is read; strengths take the default only.
        ask: `credulous` to explain the best label only; `one` to explain one labelling and look at no other.
        forced: What is taken for granted of claims, as in `evaluate`.
        depth: How many claims deep the tree goes; for labels at least 1, for strengths 0 or 1, more is taken as 1.
        size: About how many claims and relations it may tell of.
        timeout: Seconds, above 0; None for no limit.

    Raises:
        ArgmapError: `unknown-semantics`, as in `evaluate`.
        KeyError: The claim, or a forced claim, is not in the map.
        ValueError: A forced value does not fit, as in `evaluate`.
    """
    if claim not in map.claim:
        raise KeyError(claim)
    budget = Budget(timeout)
    if semantics not in ACCEPTANCE or ask == "one":
        found = evaluate(map, semantics, support=support, ask="one", forced=forced, timeout=timeout)
        return explain(map, claim, found, forced=forced, depth=depth, size=size, timeout=budget.left)
    taken = forced or {}
    examine(map, semantics, support, ask, taken)
    stands = {name: value is Label.IN for name, value in taken.items()}
    question = Question(READINGS[support].translate(MapGraph(map), stands), ACCEPTANCE[semantics], support, budget)
    choice = choose(question, claim, best=ask == "credulous")
    return Explanation(
        claim,
        semantics,
        support,
        choice.labellings[0][1].title if choice.labellings else f"{semantics} semantics",
        tuple(
            Case(scope, reasons(map, claim, labelling, support=support, forced=taken, depth=depth, size=size))
            for scope, labelling in choice.labellings
        ),
        _sorted(map, taken),
        choice.count,
        choice.complete,
        choice.notes,
    )


def explain(
    map: ArgumentMap,
    claim: str,
    evaluation: Evaluation,
    *,
    labelling: Labelling | None = None,
    scope: Scope | None = None,
    forced: Forced | None = None,
    depth: int = DEPTH,
    size: int = SIZE,
    timeout: float | None = None,
) -> Explanation:
    """Explain what an evaluation that was made before says of a claim.

    Args:
        map: The map.
        claim: Id of the claim.
        evaluation: An evaluation of the map: of strengths, or of labels with a labelling in it. What all labellings
            agree on, or the best of each claim, is no labelling and can only be explained where it happens to be one;
            `why` finds labellings itself.
        labelling: Which of the labellings of the evaluation to explain; by default its first one.
        scope: In how many labellings the claim has this label, if that is known.
        forced: What was taken for granted when it was made.
        depth: See `why`.
        size: See `why`.
        timeout: Seconds for the contributions to a strength, above 0; None for no limit.

    Raises:
        KeyError: The claim is not in the map.
    """
    if claim not in map.claim:
        raise KeyError(claim)
    taken = forced or {}
    chosen = labelling or evaluation.labelling
    title = chosen.title if chosen else evaluation.semantics
    cases: tuple[Case, ...] = ()
    whole = evaluation.complete
    if chosen and chosen.strengths:
        root, whole = weigh(map, claim, evaluation.semantics, chosen, forced=taken, depth=depth, timeout=timeout)
        cases = (Case(Scope.ONLY, root),)
    elif chosen and chosen.labels.get(claim, Label.UNKNOWN) is not Label.UNKNOWN:
        support = evaluation.support or "default"
        root = reasons(map, claim, chosen, support=support, forced=taken, depth=depth, size=size)
        is_only = evaluation.semantics in ACCEPTANCE and ACCEPTANCE[evaluation.semantics].is_unique
        cases = (Case(scope or (Scope.ONLY if is_only else Scope.ONE), root),)
    return Explanation(
        claim,
        evaluation.semantics,
        evaluation.support,
        title,
        cases,
        _sorted(map, taken),
        evaluation.count,
        whole,
        evaluation.notes,
    )


def _sorted(map: ArgumentMap, forced: Forced) -> tuple[tuple[str, Label | float], ...]:
    return tuple((item.id, forced[item.id]) for item in map.claims if item.id in forced)
