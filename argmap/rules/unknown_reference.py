"""A relation starts from or ends on something that is not in the map.

The end of a relation is the id of a claim or of another relation, or the made-up name of one: `faster -> tram`.
Premises are claims. A step of an argument's reasoning names the argument, a claim of `kind: argument`.

## Why

The relation cannot be drawn or weighed: the reason is lost. Nearly always the id has a slip, or was changed where
the claim is defined and not here.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tarm}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ArgumentMap, ClaimKind, Relation, RelationKind
from argmap.core.source import Span
from argmap.rules.base import Context, Rule, ask, described, near_names, place, rename

_WANTED = {"target": "claim or relation", "premise": "claim", "argument": "claim"}
"""What may stand at each end of a relation."""

_RULES = {
    "target": "a relation ends on a claim or a relation",
    "premise": "a premise must be a claim",
    "argument": "`argument` names the argument that the step is part of",
}


class _Gap(NamedTuple):
    """A name that stands somewhere in a relation in vain."""

    name: str
    span: Span | None
    role: str


def check(context: Context) -> Iterator[Diagnostic]:
    """Ends of relations that name nothing, or something that a relation cannot end on."""
    debate = context.map
    found = list(_unknown(debate))
    arguments = {claim.id for claim in debate.claims if claim.kind is ClaimKind.ARGUMENT}
    known = {"target": {*debate.claim, *debate.relation}, "premise": {*debate.claim}, "argument": arguments}
    near = {role: near_names((gap.name for gap in found if gap.role == role), known[role]) for role in known}
    for gap in found:
        known_as = described(debate, gap.name)
        meant = None if known_as else near[gap.role].get(gap.name)
        if known_as:
            message = f"`{gap.name}` is {known_as}; {_RULES[gap.role]}"
            hint = f"a claim says with `answers: {gap.name}` that it answers it" if known_as == "a question" else None
            if gap.role == "argument" and known_as == "a claim":
                hint = "an argument is a claim of `kind: argument`"
        else:
            message = f"`{gap.name}` is not a {_WANTED[gap.role]} of this map"
            hint = ask(meant)
        yield finding("unknown-reference", message, gap.span, help=hint, fix=rename(gap.span, gap.name, meant))


def _unknown(map: ArgumentMap) -> Iterator[_Gap]:
    for relation in map.relations:
        for number, premise in enumerate(relation.premises):
            if premise not in map.claim:
                yield _Gap(premise, place(relation, f"premises.{number}", "premises"), "premise")
        if relation.target not in map.claim and relation.target not in map.relation and not _undercuts(relation):
            yield _Gap(relation.target, place(relation, "target"), "target")
        if relation.argument is not None and not _is_argument(map, relation.argument):
            yield _Gap(relation.argument, place(relation, "argument", "target"), "argument")


def _undercuts(relation: Relation) -> bool:
    return relation.kind is RelationKind.ATTACK and "->" in relation.target


def _is_argument(map: ArgumentMap, name: str) -> bool:
    return name in map.claim and map.claim[name].kind is ClaimKind.ARGUMENT


RULE = Rule("unknown-reference", check, __doc__ or "")
