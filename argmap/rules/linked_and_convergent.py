"""A claim supports a target on its own, and again together with others.

The same is reported for attacks.

## Why

Linked premises only count together; a premise that also counts alone either does not need the others or is not
enough by itself. Drawn both ways it is counted twice.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  riders: Eight thousand people ride each day.
  faster: {text: A tram halves the trip to the centre., supports: [tram, {to: tram, with: riders}]}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  riders: Eight thousand people ride each day.
  faster: {text: A tram halves the trip to the centre., supports: {to: tram, with: riders}}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Relation, RelationKind
from argmap.rules.base import Context, Rule, labels, listed, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Linked premises that are also premises alone."""
    alone: dict[tuple[RelationKind, str, str], Relation] = {}
    for item in context.map.relations:
        if len(set(item.premises)) == 1:
            alone.setdefault((item.kind, item.premises[0], item.target), item)
    for item in context.map.relations:
        premises = list(dict.fromkeys(item.premises))
        if len(premises) < 2 or (context.is_argdown and item.argument):
            continue  # there an argument is sketched first, with what supports it, and taken apart later
        for number, premise in enumerate(premises):
            single = alone.get((item.kind, premise, item.target))
            if single:
                others = listed([*premises[:number], *premises[number + 1 :]])
                yield finding(
                    "linked-and-convergent",
                    f"`{premise}` {item.kind}s `{item.target}` both together with {others} and on its own",
                    place(item, "target"),
                    secondary=labels((place(single, "target"), "on its own here")),
                )


RULE = Rule("linked-and-convergent", check, __doc__ or "")
