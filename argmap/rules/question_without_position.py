"""No claim answers a question.

## Why

A question is there to be answered: without a position the map shows what the debate is about and not what anyone
says about it.

## Example

```yaml
argmap: 1
questions:
  build: Should the town build a tram line?
claims:
  tram: The town should build a tram line.
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
from argmap.rules.base import Context, Rule, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Questions without a claim that answers them."""
    answered = {name for claim in context.map.claims for name in claim.answers}
    for question in context.map.questions:
        if question.id not in answered:
            hint = f"a claim says with `answers: {question.id}` that it is a position on it"
            message = f"no claim answers the question `{question.id}`"
            yield finding("question-without-position", message, place(question), help=hint)


RULE = Rule("question-without-position", check, __doc__ or "")
