"""What taking something for granted brings about: the map evaluated twice, and what differs."""

from collections.abc import Iterable, Mapping

from argmap.core.explanation import Change, Difference, Value
from argmap.core.labelling import Ask, Label, Labelling
from argmap.core.model import ArgumentMap
from argmap.semantics.evaluate import Forced, evaluate
from argmap.semantics.explanation.trials import SAME


def what_if(
    map: ArgumentMap,
    forced: Forced,
    semantics: str = "grounded",
    *,
    support: str = "default",
    ask: Ask | None = None,
    timeout: float | None = None,
) -> Change:
    """Say what changes when something is taken for granted.

    Args:
        map: Any map, with faults or without.
        forced: What is taken for granted of claims, as in `evaluate`.
        semantics: Name of a semantics of acceptance or of strength.
        support: How support is read; strengths take the default only.
        ask: `one`, `skeptical` or `credulous`, as in `evaluate`; what lists or counts labellings cannot be compared.
        timeout: Seconds for each of the two evaluations, above 0; None for no limit.

    Returns:
        The claims and relations whose label differs, or whose strength differs by more than 1e-6; forced claims too.

    Raises:
        ArgmapError: `unknown-semantics`, as in `evaluate`.
        KeyError: A forced claim is not in the map.
        ValueError: A forced value does not fit, as in `evaluate`; or `ask` is `all` or `count`.
    """
    if ask in {"all", "count"}:
        raise ValueError(f"a change compares one answer with another, not what `{ask}` gives")
    after = evaluate(map, semantics, support=support, ask=ask, forced=forced, timeout=timeout)
    before = evaluate(map, semantics, support=support, ask=ask, timeout=timeout)
    one, other = _values(before.labelling), _values(after.labelling)
    labelling = after.labelling or before.labelling
    exists = (_exists(before.exists, before.labelling), _exists(after.exists, after.labelling))
    notes = [f"on the map as it is: {note}" for note in before.notes if note not in after.notes]
    return Change(
        forced=tuple((item.id, forced[item.id]) for item in map.claims if item.id in forced),
        semantics=semantics,
        support=after.support,
        title=labelling.title if labelling else semantics,
        claims=_differences((item.id for item in map.claims), one, other),
        relations=_differences((item.id for item in map.relations), one, other),
        exists=exists,
        complete=before.complete and after.complete,
        notes=(*notes, *after.notes),
    )


def _exists(exists: bool | None, labelling: Labelling | None) -> bool | None:
    return None if exists and labelling is None else exists


def _values(labelling: Labelling | None) -> Mapping[str, Value]:
    if labelling is None:
        return {}
    return labelling.strengths or labelling.labels


def _differences(
    names: Iterable[str], before: Mapping[str, Value], after: Mapping[str, Value]
) -> tuple[Difference, ...]:
    found = [
        Difference(name, before[name], after[name])
        for name in names
        if name in before and name in after and _differ(before[name], after[name])
    ]
    return tuple(sorted(found, key=_size))


def _differ(one: Value, other: Value) -> bool:
    if isinstance(one, Label) or isinstance(other, Label):
        return one is not other and Label.UNKNOWN not in (one, other)
    return abs(one - other) > SAME


def _size(difference: Difference) -> float:
    one, other = difference.before, difference.after
    return 0.0 if isinstance(one, Label) or isinstance(other, Label) else -round(abs(one - other), 9)
