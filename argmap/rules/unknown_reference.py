"""A relation starts from or ends on something that is not in the map.

The end of a relation is the id of a claim or of another relation, or the made-up name of one: `faster -> tram`.
Premises are claims.

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

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.core.source import Span
from argmap.rules.base import Context, Rule, ask, described, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Ends of relations that name nothing, or something that a relation cannot end on."""
    debate = context.map
    found = list(_unknown(debate))
    targets = near_names((name for name, _, is_target in found if is_target), {**debate.claim, **debate.relation})
    premises = near_names((name for name, _, is_target in found if not is_target), debate.claim)
    for name, span, is_target in found:
        known_as = described(debate, name)
        near = None if known_as else (targets if is_target else premises).get(name)
        if known_as:
            message = f"`{name}` is {known_as}; {_role(known_as, is_target)}"
            hint = f"a claim says with `answers: {name}` that it answers it" if known_as == "a question" else None
        else:
            message = f"`{name}` is not a {'claim or relation' if is_target else 'claim'} of this map"
            hint = ask(near)
        yield finding("unknown-reference", message, span, help=hint, fix=rename(span, name, near))


def _unknown(map: ArgumentMap) -> Iterator[tuple[str, Span | None, bool]]:
    """Each name that stands at an end of a relation in vain, with its place and whether it is the target."""
    for relation in map.relations:
        for number, premise in enumerate(relation.premises):
            if premise not in map.claim:
                yield premise, place(relation, f"premises.{number}", "premises"), False
        if relation.target not in map.claim and relation.target not in map.relation and not _undercuts(relation):
            yield relation.target, place(relation, "target"), True


def _undercuts(relation: Relation) -> bool:
    return relation.kind is RelationKind.ATTACK and "->" in relation.target


def _role(known_as: str, is_target: bool) -> str:
    if known_as == "a relation" and not is_target:
        return "a premise must be a claim"
    return "a relation ends on a claim or a relation" if is_target else "a premise must be a claim"


RULE = Rule("unknown-reference", check, __doc__ or "")
