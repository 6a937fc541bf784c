"""A group has no members, and no other group lies in it.

## Why

It would be an empty area in the picture. Mostly its members were renamed or taken out.

## Example

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: {title: Money}
```

## Better

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: {title: Money, members: [cost]}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Groups with nothing in them; in Argdown a heading may stand over prose, or over what is said elsewhere."""
    if context.is_argdown:
        return
    parents = {group.parent for group in context.map.groups}
    for group in context.map.groups:
        if not group.members and group.id not in parents:
            yield finding("empty-group", f"the group `{group.id}` has no members", place(group))


RULE = Rule("empty-group", check, __doc__ or "")
