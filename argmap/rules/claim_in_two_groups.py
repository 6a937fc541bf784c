"""A claim or question is a member of more than one group.

## Why

Groups are drawn as areas, and a card can lie in one of them only. What cuts across the groups is better said with
tags.

## Example

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: [cost]
  risks: [cost]
```

## Better

```yaml
argmap: 1
claims:
  cost: {text: The line costs more than the town earns in a year., tags: risk}
groups:
  money: [cost]
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import Span
from argmap.rules.base import Context, Rule, described, labels, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Members that an earlier group has too."""
    first: dict[str, tuple[str, Span | None]] = {}
    for group in context.map.groups:
        for number, name in enumerate(group.members):
            span = place(group, f"members.{number}", "members")
            earlier, before = first.setdefault(name, (group.id, span))
            known_as = described(context.map, name)
            if earlier != group.id and known_as in ("a claim", "a question"):
                yield finding(
                    "claim-in-two-groups",
                    f"`{name}` is already a member of `{earlier}`",
                    span,
                    secondary=labels((before, f"in `{earlier}` here")),
                )


RULE = Rule("claim-in-two-groups", check, __doc__ or "")
