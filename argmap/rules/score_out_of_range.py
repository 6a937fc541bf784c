"""A base score is not between 0 and 1.

## Why

A base score says how credible a claim is before arguments, from 0 (not at all) to 1 (fully). A number outside has no
meaning to any evaluation; mostly it is a percentage.

## Example

```yaml
argmap: 1
claims:
  cost: {text: The line costs more than the town earns in a year., score: 80}
```

## Better

```yaml
argmap: 1
claims:
  cost: {text: The line costs more than the town earns in a year., score: 0.8}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic
from argmap.rules.base import Context, Rule
from argmap.rules.unit_interval import out_of_range


def check(context: Context) -> Iterator[Diagnostic]:
    """Scores below 0 or above 1."""
    for claim in context.map.claims:
        found = out_of_range("score-out-of-range", claim, "score", claim.score)
        if found:
            yield found


RULE = Rule("score-out-of-range", check, __doc__ or "")
