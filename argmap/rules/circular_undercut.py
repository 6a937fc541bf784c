"""Attacks on relations run in a circle and never come to a claim.

## Why

An undercut denies a step toward a claim. Undercuts that are only aimed at each other are about nothing, and are left
out of the picture.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  slow: {text: Boarding takes longer., attacks: {to: r2, id: r1}}
  doors: {text: Trams have more doors., attacks: {to: r1, id: r2}}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  slow: {text: Boarding takes longer., attacks: {to: faster -> tram, id: r1}}
  doors: {text: Trams have more doors., attacks: {to: r1, id: r2}}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, labels, listed, place


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each circle of relations that end on each other."""
    relations, claims = context.map.relation, context.map.claim
    done: set[str] = set()
    for start in context.map.relations:
        trail: dict[str, None] = {}
        name = start.id
        while name in relations and name not in claims and name not in done and name not in trail:
            trail[name] = None
            name = relations[name].target
        done.update(trail)
        names = list(trail)
        circle = names[names.index(name) :] if name in trail else []
        if len(circle) > 1:
            first, *others = sorted(circle, key=names.index)
            yield finding(
                "circular-undercut",
                f"{listed(circle)} are aimed at each other and at no claim",
                place(relations[first], "target"),
                secondary=labels(*((place(relations[other], "target"), "and this one") for other in others[:7])),
            )


RULE = Rule("circular-undercut", check, __doc__ or "")
