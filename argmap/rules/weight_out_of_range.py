"""The weight of a relation is not between 0 and 1.

## Why

A weight says how much of the strength of its premises a relation passes on, from 0 (nothing) to 1 (all of it). With a
number outside, a strength could leave the scale from 0 to 1; mostly it is a percentage.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: {to: tram, weight: 60}}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: {to: tram, weight: 0.6}}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic
from argmap.rules.base import Context, Rule
from argmap.rules.unit_interval import out_of_range


def check(context: Context) -> Iterator[Diagnostic]:
    """Weights below 0 or above 1."""
    for relation in context.map.relations:
        found = out_of_range("weight-out-of-range", relation, "weight", relation.weight)
        if found:
            yield found


RULE = Rule("weight-out-of-range", check, __doc__ or "")
