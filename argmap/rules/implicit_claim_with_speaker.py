"""A claim is marked as implicit and has a speaker who holds it.

## Why

Implicit means that nobody states the claim. To say that somebody holds it puts words into their mouth.

## Example

```yaml
argmap: 1
speakers:
  mayor: The mayor
claims:
  faster: {text: People choose the fastest way to work., implicit: true, by: mayor}
```

## Better

```yaml
argmap: 1
speakers:
  mayor: The mayor
claims:
  tram: {text: The town should build a tram line., by: mayor}
  faster: {text: People choose the fastest way to work., implicit: true, supports: tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, labels, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Claims that are implicit and have a speaker."""
    for claim in context.map.claims:
        if claim.implicit and claim.by:
            yield finding(
                "implicit-claim-with-speaker",
                f"`{claim.id}` is implicit, and yet `{claim.by[0]}` holds it",
                place(claim, "by.0", "by"),
                secondary=labels((place(claim, "implicit"), "marked as implicit here")),
            )


RULE = Rule("implicit-claim-with-speaker", check, __doc__ or "")
