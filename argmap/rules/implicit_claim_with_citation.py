"""A claim is marked as implicit and cites a place where it is stated.

## Why

Implicit means that nobody says it; a citation says where somebody does. One of the two is wrong.

## Example

```yaml
argmap: 1
sources:
  study: Transport study
claims:
  faster: {text: A tram halves the trip to the centre., implicit: true, cites: "study#p3"}
```

## Better

```yaml
argmap: 1
sources:
  study: Transport study
claims:
  faster: {text: A tram halves the trip to the centre., cites: "study#p3"}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, labels, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Claims that are implicit and cited."""
    for claim in context.map.claims:
        if claim.implicit and claim.cites:
            yield finding(
                "implicit-claim-with-citation",
                f"`{claim.id}` is implicit, and yet it cites `{claim.cites[0].source}`",
                place(claim.cites[0]) or place(claim, "cites"),
                secondary=labels((place(claim, "implicit"), "marked as implicit here")),
            )


RULE = Rule("implicit-claim-with-citation", check, __doc__ or "")
