"""Groups lie in each other in a circle.

## Why

A group that lies in itself, directly or through others, cannot be drawn as an area.

## Example

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: {members: [cost], parent: budget}
  budget: {parent: money}
```

## Better

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: {members: [cost], parent: budget}
  budget: []
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, labels, place


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each circle of parents."""
    groups = context.map.group
    done: set[str] = set()
    for start in context.map.groups:
        trail: dict[str, None] = {}
        name = start.id
        while name in groups and name not in done and name not in trail:
            trail[name] = None
            name = groups[name].parent or ""
        done.update(trail)
        if name not in trail:
            continue
        names = list(trail)
        circle = names[names.index(name) :]
        path = " → ".join(f"`{item}`" for item in [*circle[:7], *(["…"] if len(circle) > 7 else []), circle[0]])
        yield finding(
            "circular-group",
            f"`{name}` lies in itself" if len(circle) == 1 else f"these groups lie in each other: {path}",
            place(groups[circle[0]], "parent"),
            secondary=labels(*((place(groups[other], "parent"), "and this one") for other in circle[1:8])),
        )


RULE = Rule("circular-group", check, __doc__ or "")
