"""The one door to all semantics: what becomes of each claim and relation of a map, and what a claim is worth."""

from collections.abc import Mapping
from dataclasses import replace

from argmap.core.errors import ArgmapError
from argmap.core.graph import MapGraph
from argmap.core.labelling import Ask, Evaluation, Label, Labelling
from argmap.core.model import ArgumentMap
from argmap.core.registry import did_you_mean
from argmap.semantics.acceptance import ACCEPTANCE
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.labels import Question
from argmap.semantics.readings import READINGS
from argmap.semantics.strength import STRENGTH
from argmap.semantics.strength.solve import solve

Forced = Mapping[str, Label | float]
"""What is taken for granted of claims, by id: `Label.IN` or `Label.OUT` whatever is said of them, or a base score."""


def evaluate(
    map: ArgumentMap,
    semantics: str = "grounded",
    *,
    support: str = "default",
    ask: Ask | None = None,
    forced: Forced | None = None,
    limit: int = 1000,
    timeout: float | None = None,
) -> Evaluation:
    """Evaluate a map.

    Args:
        map: Any map, with faults or without; relations with an end that is not in it are left out.
        semantics: Name of a semantics of acceptance or of strength.
        support: How support is read; strengths have their own reading, and take the default only.
        ask: What to ask; by default `one` where there is just one labelling, else `skeptical`. Strengths take `one`.
        forced: What is taken for granted of claims. For strengths, in and out stand for the strengths 1 and 0.
        limit: How many labellings `all` lists at most, at least 1.
        timeout: Seconds, above 0; None for no limit. What is not found by then is `Label.UNKNOWN`, never a guess.

    Raises:
        ArgmapError: `unknown-semantics`: there is no such semantics or reading, or the question does not fit it.
        KeyError: A forced claim is not in the map.
        ValueError: A forced claim has a score for a semantics of acceptance, or a score outside [0, 1].
    """
    forced = forced or {}
    examine(map, semantics, support, ask, forced)
    budget = Budget(timeout)
    if semantics in STRENGTH:
        return _strengths(map, semantics, forced, budget)
    chosen = ACCEPTANCE[semantics]
    stands = {name: value is Label.IN for name, value in forced.items()}
    question = Question(READINGS[support].translate(MapGraph(map), stands), chosen, support, budget)
    return question.answer(ask or ("one" if chosen.is_unique else "skeptical"), limit)


def examine(map: ArgumentMap, semantics: str, support: str, ask: Ask | None, forced: Forced) -> None:
    """See that a question to `evaluate` makes sense; it raises what that raises."""
    names = [*ACCEPTANCE, *STRENGTH]
    if semantics not in names:
        raise _unknown("semantics", semantics, did_you_mean(semantics, names))
    if support not in READINGS:
        raise _unknown("reading of support", support, READINGS.suggest(support))
    is_strength = semantics in STRENGTH
    if is_strength and support != "default":
        raise ArgmapError("unknown-semantics", f"`{semantics}` has its own reading of support: leave out `{support}`")
    if is_strength and ask not in {None, "one"}:
        raise ArgmapError("unknown-semantics", f"`{semantics}` gives one strength to each claim: leave out `{ask}`")
    for name, value in forced.items():
        if name not in map.claim:
            raise KeyError(name)
        if value not in {Label.IN, Label.OUT}:
            if isinstance(value, str) or not 0 <= value <= 1:
                raise ValueError(f"{name}: a claim is forced in, out, or to a base score from 0 to 1, not {value!r}")
            if not is_strength:
                raise ValueError(f"{name}: `{semantics}` knows no base scores: force the claim in or out")


def _unknown(what: str, name: str, near: str | None) -> ArgmapError:
    return ArgmapError("unknown-semantics", f"there is no {what} `{name}`", f"did you mean `{near}`?" if near else None)


def taken_for_granted(map: ArgumentMap, forced: Forced) -> tuple[ArgumentMap, Mapping[str, float]]:
    """Return what is forced as strengths have it: a map with other base scores, and pinned strengths by claim id."""
    pinned = {name: float(value is Label.IN) for name, value in forced.items() if isinstance(value, Label)}
    scores = {name: value for name, value in forced.items() if not isinstance(value, Label)}
    if not scores:
        return map, pinned
    claims = tuple(replace(item, score=scores.get(item.id, item.score)) for item in map.claims)
    return replace(map, claims=claims), pinned


def _strengths(map: ArgumentMap, name: str, forced: Forced, budget: Budget) -> Evaluation:
    scored, pinned = taken_for_granted(map, forced)
    semantics = STRENGTH[name]
    title = f"strength by {semantics.title}"
    try:
        strengths, convergence = solve(scored, semantics, pinned=pinned, budget=budget)
    except OutOfTimeError:
        late = "the time was used up before the strengths were found"
        return Evaluation(name, None, "one", None, exists=None, complete=False, notes=(late,))
    if not convergence.converged:
        restless = (
            f"the strengths do not converge: after {convergence.iterations:,} steps they still change by "
            f"{convergence.residual:.2g}, so there is no answer"
        )
        return Evaluation(
            name, None, "one", None, exists=None, complete=False, convergence=convergence, notes=(restless,)
        )
    notes = _on_base_scores(scored)
    return Evaluation(name, None, "one", Labelling(title, strengths=strengths), convergence=convergence, notes=notes)


def _on_base_scores(map: ArgumentMap) -> tuple[str, ...]:
    """Say for how many claims nobody has given a base score: their strength rests on the neutral one."""
    number = sum(claim.score is None for claim in map.claims)
    if not number:
        return ()
    if number == len(map.claims):
        return ("no claim has a base score: each starts from the neutral 0.5",)
    return (f"{number:,} of {len(map.claims):,} claims have no base score: they start from the neutral 0.5",)
