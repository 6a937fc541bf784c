"""The text of a claim holds a whole step of reasoning: a "because" or a "therefore".

Only English texts are looked at, and only words that nearly always draw a conclusion. Arguments (`kind: argument`)
sum up a reason and are not looked at.

## Why

The step inside the text can be neither supported nor undercut, and the picture does not show it. As two claims and
a relation it can.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line because it is faster than the bus.
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram is faster than the bus., supports: tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ClaimKind
from argmap.rules.base import Context, Rule, place, within
from argmap.rules.wording import inference_word


def check(context: Context) -> Iterator[Diagnostic]:
    """Claims with a word that joins a reason to a conclusion."""
    if not context.is_english:
        return
    for claim in context.looked_at:
        word = None if claim.kind is ClaimKind.ARGUMENT else inference_word(claim.text)
        if word:
            yield finding(
                "hidden-inference",
                f"the text of `{claim.id}` draws a conclusion: “{word}”",
                within(place(claim, "text"), word),
                help="make reason and conclusion two claims, the one in support of the other",
            )


RULE = Rule("hidden-inference", check, __doc__ or "")
