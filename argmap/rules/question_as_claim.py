"""The text of a claim is a question.

Arguments (`kind: argument`) sum up a reason and are not looked at.

## Why

A question is neither true nor false, so nothing can support or attack it. If it is what the debate is about, it
belongs under `questions:`; if it only sounds like one, the claim is what its asker wants to say.

## Example

```yaml
argmap: 1
claims:
  tram: Should the town build a tram line?
```

## Better

```yaml
argmap: 1
questions:
  build: Should the town build a tram line?
claims:
  tram: {text: The town should build a tram line., answers: build}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ClaimKind
from argmap.rules.base import Context, Rule, place
from argmap.rules.wording import is_question


def check(context: Context) -> Iterator[Diagnostic]:
    """Claims that end in a question mark."""
    for claim in context.looked_at:
        if claim.kind is ClaimKind.CLAIM and is_question(claim.text):
            yield finding(
                "question-as-claim",
                f"the text of `{claim.id}` is a question",
                place(claim, "text"),
                help=f"{'' if context.is_argdown else 'list it under `questions:`, or '}say what its answer would be",
            )


RULE = Rule("question-as-claim", check, __doc__ or "")
