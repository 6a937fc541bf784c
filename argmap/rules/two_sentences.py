"""The text of a claim holds more than one sentence.

Arguments (`kind: argument`) sum up a reason and are not looked at. A claim is reported once.

## Why

Two sentences are mostly two claims. Apart, each can be supported, doubted and cited on its own; together, nobody can
see which of them an objection is aimed at.

## Example

```yaml
argmap: 1
claims:
  tram: The tram is fast. It also costs more than the town earns in a year.
```

## Better

```yaml
argmap: 1
claims:
  tram: The tram is fast.
  cost: The tram costs more than the town earns in a year.
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ClaimKind
from argmap.rules.base import Context, Rule, place, within
from argmap.rules.wording import second_sentence


def check(context: Context) -> Iterator[Diagnostic]:
    """Claims whose text goes on after a full stop."""
    for claim in context.looked_at:
        if claim.kind is ClaimKind.ARGUMENT:
            continue
        rest = second_sentence(claim.text)
        if rest:
            yield finding(
                "two-sentences",
                f"the text of `{claim.id}` is more than one sentence",
                within(place(claim, "text"), rest),
                help="make each sentence a claim of its own",
            )


RULE = Rule("two-sentences", check, __doc__ or "")
