"""A symmetric conflict has more than one premise.

A conflict stands between two claims that cannot both be held.

## Why

What several claims together exclude is not a conflict of two; it is an attack with linked premises.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  bus: The town should buy more buses.
  money: The town can pay for one of the two.
relations:
  - {kind: conflict, premises: [bus, money], target: tram}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  bus: The town should buy more buses.
  money: The town can pay for one of the two.
relations:
  - {kind: attack, premises: [bus, money], target: tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import RelationKind
from argmap.rules.base import Context, Rule, listed, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Conflicts with several premises."""
    for item in context.map.relations:
        if item.kind is RelationKind.CONFLICT and len(set(item.premises)) > 1:
            yield finding(
                "linked-conflict",
                f"a conflict stands between two claims, and this one starts from {listed(item.premises)}",
                place(item, "premises", "target"),
                help="linked premises against a claim are an attack",
            )


RULE = Rule("linked-conflict", check, __doc__ or "")
