"""Claims support each other in a circle.

## Why

In a circle every claim rests on the others and the circle rests on nothing: whoever doubts one of them is given no
reason from outside. Circles are also drawn with an edge that runs against the others.

## Example

```yaml
argmap: 1
claims:
  tram: {text: The town should build a tram line., supports: modern}
  riders: {text: Many people would ride a tram., supports: tram}
  modern: {text: The town is a place for trams., supports: riders}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  riders: {text: Many people would ride a tram., supports: tram}
  survey: {text: Six in ten say in a survey that they would ride., supports: riders}
```
"""

from collections import deque
from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Relation, RelationKind
from argmap.rules.base import Context, Rule, labels, place


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each set of claims that support each other."""
    for part in context.graph.support_circles:
        circle = _circle(context, part)
        if not circle:
            continue
        names = [premise for premise, _ in circle]
        shown = names if len(names) <= _SHOWN else [*names[: _SHOWN - 1], "…", names[-1]]
        path = " → ".join(name if name == "…" else f"`{name}`" for name in [*shown, names[0]])
        steps = [
            (place(relation, "target"), f"`{premise}` supports `{relation.target}`")
            for premise, relation in circle[1:_SHOWN]
        ]
        yield finding(
            "circular-support",
            f"these claims support each other in a circle: {path}",
            place(circle[0][1], "target"),
            secondary=labels(*steps),
            help="take out the step that gives no reason of its own, or support one of the claims from outside",
        )


def _circle(context: Context, part: tuple[str, ...]) -> list[tuple[str, Relation]]:
    """A shortest circle through the first claim of a part: the claims, each with the relation to the next."""
    inside, start = set(part), part[0]
    came: dict[str, tuple[str, Relation]] = {}
    waiting = deque([start])
    while waiting and start not in came:
        node = waiting.popleft()
        for item in context.graph.out_of.get(node, ()):
            if item.kind is RelationKind.SUPPORT and item.target in inside and item.target not in came:
                came[item.target] = (node, item)
                waiting.append(item.target)
    steps: list[tuple[str, Relation]] = []
    node = start
    while node in came and (not steps or node != start):
        steps.append(came[node])
        node = came[node][0]
    return steps[::-1]


_SHOWN = 8


RULE = Rule("circular-support", check, __doc__ or "")
