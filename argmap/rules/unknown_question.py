"""A claim answers a question that is not in the map.

## Why

The claim is not shown as a position on the question it is meant for, and the question may look as if nobody had an
answer.

## Example

```yaml
argmap: 1
questions:
  build: Should the town build a tram line?
claims:
  tram: {text: The town should build a tram line., answers: built}
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
from argmap.core.model import Question
from argmap.rules.base import Context, Rule, ask, described, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Answers to what is not a question."""
    debate = context.map
    known = set(debate.question) | {item.id for item in debate.repeated if isinstance(item, Question)}
    found = [
        (name, place(claim, f"answers.{number}", "answers"))
        for claim in debate.claims
        for number, name in enumerate(claim.answers)
        if name not in known
    ]
    near = near_names((name for name, _ in found), known)
    for name, span in found:
        known_as = described(debate, name)
        message = (
            f"`{name}` is {known_as}, not a question" if known_as else f"there is no question `{name}` in this map"
        )
        yield finding(
            "unknown-question", message, span, help=ask(near.get(name)), fix=rename(span, name, near.get(name))
        )


RULE = Rule("unknown-question", check, __doc__ or "")
