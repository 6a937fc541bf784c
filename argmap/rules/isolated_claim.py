"""A claim stands in no relation and answers no question.

A map with a single claim is just begun and is left alone.

## Why

The reader cannot see what the claim has to do with the debate. Mostly its relation was forgotten, or is written with
an id that has a slip.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  weather: It rained a lot last year.
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  weather: {text: In rain the stops keep people dry., supports: tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Claims at no end of any relation."""
    debate = context.map
    if len(debate.claims) < 2:
        return
    joined = {name for item in debate.relations for name in (*item.premises, item.target)}
    for claim in debate.claims:
        if claim.id not in joined and not claim.answers:
            message = f"`{claim.id}` is connected to nothing in this map"
            hint = "say what it `supports` or `attacks`, or which question it `answers`"
            yield finding("isolated-claim", message, place(claim), help=hint)


RULE = Rule("isolated-claim", check, __doc__ or "")
