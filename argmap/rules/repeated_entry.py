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

from collections.abc import Iterator, Mapping

from argmap.core.diagnostics import Diagnostic, Fix, finding
from argmap.core.model import ArgumentMap, Claim, Entity, Group, Question, Relation
from argmap.core.source import Span
from argmap.rules.base import Context, Rule, labels, place
from argmap.rules.removal import remove_item

_FIELDS: Mapping[type, tuple[str, ...]] = {
    Claim: ("answers", "by", "tags"),
    Relation: ("by", "tags"),
    Question: ("tags",),
    Group: ("members",),
}


def check(context: Context) -> Iterator[Diagnostic]:
    """Entries of lists that stand there before."""
    for thing, field, names in _lists(context.map):
        if len(set(names)) == len(names):
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


def _lists(debate: ArgumentMap) -> Iterator[tuple[Entity, str, tuple[str, ...]]]:
    """The lists of more than one entry, with the thing that they belong to and their field."""
    things: tuple[Entity, ...] = (*debate.claims, *debate.relations, *debate.questions, *debate.groups)
    for thing in things:
        for field in _FIELDS[type(thing)]:
            names = getattr(thing, field)
            if len(names) > 1:
                yield thing, field, names


RULE = Rule("repeated-entry", check, __doc__ or "")
