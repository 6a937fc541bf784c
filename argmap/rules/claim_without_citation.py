"""A claim neither cites a source nor is marked as implicit.

Only maps that list sources are looked at. A claim that nobody states is marked with `implicit: true`.

## Why

In a map that shows where things were said, a claim without a place looks as if it had one. Readers cannot tell what
the debate holds from what the author of the map added.

## Example

```yaml
argmap: 1
sources:
  study: Transport study
claims:
  tram: {text: The town should build a tram line., cites: study}
  faster: {text: A tram halves the trip to the centre., supports: tram}
```

## Better

```yaml
argmap: 1
sources:
  study: Transport study
claims:
  tram: {text: The town should build a tram line., cites: study}
  faster: {text: A tram halves the trip to the centre., supports: tram, cites: "study#p3"}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Stated claims without a citation, in a map with sources."""
    if not context.map.sources:
        return
    for claim in context.map.claims:
        if not claim.cites and not claim.implicit:
            yield finding(
                "claim-without-citation",
                f"`{claim.id}` cites no source",
                place(claim),
                help="say with `cites` where it was said, or mark it with `implicit: true` if nobody states it",
            )


RULE = Rule("claim-without-citation", check, __doc__ or "")
