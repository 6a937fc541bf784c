"""A title is too long to be a short name.

The limit is 40 characters; `title-length` in the configuration changes it. In Argdown, where the title is what
relations name a statement by and often a sentence, it is 80 unless the configuration says otherwise; headings and
statements without further words are not looked at.

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

from collections.abc import Iterable, Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Claim, Group, Question
from argmap.rules.base import Context, Rule, place, word_for

_LIMIT, _LIMIT_IN_ARGDOWN = 40, 80


def check(context: Context) -> Iterator[Diagnostic]:
    """Titles of claims, questions and groups over the limit."""
    debate = context.map
    limit = context.limits.title_length or (_LIMIT_IN_ARGDOWN if context.is_argdown else _LIMIT)
    things: Iterable[Claim | Question | Group] = (*debate.questions, *debate.claims, *debate.groups)
    if context.is_argdown:
        things = (claim for claim in debate.claims if claim.text)
    for thing in things:
        length = len(thing.title or "")
        if length > limit:
            yield finding(
                "long-title",
                f"the title of the {word_for(thing)} `{thing.id}` has {length} characters; the limit is {limit}",
                place(thing, "title"),
            )


RULE = Rule("long-title", check, __doc__ or "")
