"""A list names the same thing twice.

The lists are those of speakers, questions, tags and members of a group. A fix takes the second one out.

## Why

It has no effect, and is mostly a slip for another name.

## Example

```yaml
argmap: 1
claims:
  tram: {text: The town should build a tram line., tags: [money, travel, money]}
```

## Better

```yaml
argmap: 1
claims:
  tram: {text: The town should build a tram line., tags: [money, travel]}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, Fix, finding
from argmap.core.model import Entity
from argmap.core.source import Span
from argmap.rules.base import Context, Rule, labels, place
from argmap.rules.removal import remove_item


def check(context: Context) -> Iterator[Diagnostic]:
    """Entries of lists that stand there before."""
    debate = context.map
    for claim in debate.claims:
        yield from _repeated(claim, answers=claim.answers, by=claim.by, tags=claim.tags)
    for relation in debate.relations:
        yield from _repeated(relation, by=relation.by, tags=relation.tags)
    for question in debate.questions:
        yield from _repeated(question, tags=question.tags)
    for group in debate.groups:
        yield from _repeated(group, members=group.members)


def _repeated(thing: Entity, **lists: tuple[str, ...]) -> Iterator[Diagnostic]:
    for field, names in lists.items():
        if len(names) < 2 or len(set(names)) == len(names):
            continue
        first: dict[str, Span | None] = {}
        for number, name in enumerate(names):
            span = place(thing, f"{field}.{number}")
            if name not in first:
                first[name] = span
                continue
            edit = remove_item(span, name) if span != first[name] else None
            yield finding(
                "repeated-entry",
                f"`{name}` is listed twice under `{field}`",
                span,
                secondary=labels((first[name], "first given here")),
                fix=Fix("Remove the second one", (edit,)) if edit else None,
            )


RULE = Rule("repeated-entry", check, __doc__ or "")
