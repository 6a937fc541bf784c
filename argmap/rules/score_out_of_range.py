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

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, ask, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Scores below 0 or above 1."""
    for claim in context.map.claims:
        if claim.score is None or 0 <= claim.score <= 1:
            continue
        span = place(claim, "score")
        as_share = f"{claim.score / 100:.4g}" if 10 <= claim.score <= 100 else None
        yield finding(
            "score-out-of-range",
            f"the score of `{claim.id}` is {claim.score:g}; a score lies between 0 and 1",
            span,
            help=ask(as_share),
            fix=rename(span, span.text, as_share) if span and "score" in claim.spans else None,
        )


RULE = Rule("score-out-of-range", check, __doc__ or "")
