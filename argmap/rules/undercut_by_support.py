"""A support or a conflict ends on a relation.

Only an attack can end on a relation: then it is an undercut, and denies the step.

## Why

What speaks for a step is a further premise of it, linked with the others: if it holds, they lead to the target.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: {to: tram, id: time}}
  commuters: {text: Most commuters work in the centre., supports: time}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: {to: tram, id: time, with: commuters}}
  commuters: Most commuters work in the centre.
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import RelationKind
from argmap.rules.base import Context, Rule, labels, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Supports of and conflicts with relations."""
    debate = context.map
    for item in debate.relations:
        if item.kind is RelationKind.ATTACK or item.target in debate.claim or item.target not in debate.relation:
            continue
        aim = debate.relation[item.target]
        is_support = item.kind is RelationKind.SUPPORT
        yield finding(
            "undercut-by-support",
            f"`{item.target}` is a relation, and a {item.kind} must end on a claim",
            place(item, "target"),
            secondary=labels((place(aim, "target"), "the relation stands here")),
            help="what speaks for a step is one of its premises: link it with `with`" if is_support else None,
        )


RULE = Rule("undercut-by-support", check, __doc__ or "")
