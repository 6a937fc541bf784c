"""A title is too long to be a short name.

The limit is 40 characters; `title-length` in the configuration changes it.

## Why

The title stands in bold over the text and in lists. A long one wraps, and repeats what the text says.

## Example

```yaml
argmap: 1
claims:
  tram: {title: The town should build a new tram line right now, text: The town should build a tram line this year.}
```

## Better

```yaml
argmap: 1
claims:
  tram: {title: Build the tram now, text: The town should build a tram line this year.}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Claim, Group, Question
from argmap.rules.base import Context, Rule, place, word_for


def check(context: Context) -> Iterator[Diagnostic]:
    """Titles of claims, questions and groups over the limit."""
    debate, limit = context.map, context.limits.title_length
    things: tuple[Claim | Question | Group, ...] = (*debate.questions, *debate.claims, *debate.groups)
    for thing in things:
        length = len(thing.title or "")
        if length > limit:
            yield finding(
                "long-title",
                f"the title of the {word_for(thing)} `{thing.id}` has {length} characters; the limit is {limit}",
                place(thing, "title"),
            )


RULE = Rule("long-title", check, __doc__ or "")
