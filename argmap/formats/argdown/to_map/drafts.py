"""Relations on their way to the map: put in order, and named once all of them are known."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.core.model import Citation, Data, Relation, RelationKind, Spans, relation_name
from argmap.formats.argdown.text.syntax import Place
from argmap.formats.argdown.to_map.carried import with_carried

_NO_SPANS: Spans = {}
_NOTHING: Data = {}


@dataclass(slots=True, eq=False)
class Draft:
    """A relation whose target and name may have to wait.

    Attributes:
        premises: Ids of claims.
        target: Id of a claim or relation, or a draft.
        place: Where it stands, for the order; None if nobody knows.
        name: Its id if it has one of its own.
        argument: The argument whose reasoning it is a step of.
        after: The step before it, if that is to be carried along.
        extras: What else is to be carried along.
        data: What the file says of it.
    """

    kind: RelationKind
    premises: tuple[str, ...]
    target: "str | Draft"
    place: Place | None = None
    name: str | None = None
    argument: str | None = None
    after: "Draft | None" = None
    extras: dict[str, Any] = field(default_factory=dict)
    data: Data = field(default_factory=lambda: _NOTHING)
    scheme: str | None = None
    weight: float | None = None
    by: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    spans: Spans = field(default_factory=lambda: _NO_SPANS)


def finished(drafts: Iterable[Draft], numbers: Mapping[str, int]) -> list[Relation]:
    """Put relations in the order of the claims that they begin at, then of the text, and name those without a name.

    Args:
        drafts: The relations as the text has them.
        numbers: Ids of claims with their places in the order of the map.
    """
    last = len(numbers)

    def place(draft: Draft) -> tuple[int, int]:
        first = numbers.get(draft.premises[0], last) if draft.premises else last
        return first, draft.place.start if draft.place else -1

    ordered = sorted(drafts, key=place)
    names = _named(ordered)
    return [_finished(draft, names) for draft in ordered]


def _named(drafts: list[Draft]) -> dict[Draft, str]:
    """The ids. Relations on relations come after those that they lead to, as they are called by them."""
    names = {draft: draft.name for draft in drafts if draft.name}
    taken = set(names.values())
    seen: dict[str, int] = {}
    waiting: dict[Draft, list[Draft]] = defaultdict(list)
    left = dict.fromkeys(draft for draft in drafts if not draft.name)
    for draft in left:
        if isinstance(draft.target, Draft):
            waiting[draft.target].append(draft)
    ready = deque(draft for draft in left if isinstance(draft.target, str) or draft.target in names)
    while left:
        # What leads in a circle cannot be called by its ends.
        draft = ready.popleft() if ready else next(iter(left))
        if draft not in left:
            continue
        del left[draft]
        target = names.get(draft.target, "…") if isinstance(draft.target, Draft) else draft.target
        names[draft] = _free(relation_name(draft.premises, target), seen, taken)
        ready.extend(waiting[draft])
    return names


def _free(base: str, seen: dict[str, int], taken: set[str]) -> str:
    number = seen.get(base, 0) + 1
    while (name := base if number == 1 else f"{base} ({number})") in taken:
        number += 1
    seen[base] = number
    return name


def _finished(draft: Draft, names: Mapping[Draft, str]) -> Relation:
    extras = draft.extras if draft.after is None else {**draft.extras, "after": names[draft.after]}
    target = names[draft.target] if isinstance(draft.target, Draft) else draft.target
    made_up = relation_name(draft.premises, target)
    return Relation(
        names[draft],
        draft.kind,
        draft.premises,
        target,
        draft.name is not None and re.sub(r" \(\d+\)$", "", draft.name) != made_up and draft.name != made_up,
        draft.scheme,
        draft.weight,
        draft.by,
        draft.cites,
        draft.tags,
        draft.note,
        draft.argument,
        with_carried(draft.data, extras),
        draft.spans,
    )
