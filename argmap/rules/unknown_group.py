"""A group lies in a group that is not in the map.

## Why

The group is drawn on its own, outside the part of the debate that it belongs to.

## Example

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: []
  budget: {members: [cost], parent: mony}
```

## Better

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: []
  budget: {members: [cost], parent: money}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Group
from argmap.rules.base import Context, Rule, ask, described, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Parents of groups that are no groups."""
    debate = context.map
    known = set(debate.group) | {item.id for item in debate.repeated if isinstance(item, Group)}
    found = [group for group in debate.groups if group.parent is not None and group.parent not in known]
    near = near_names((str(group.parent) for group in found), known)
    for group in found:
        name, span = str(group.parent), place(group, "parent")
        known_as = described(debate, name)
        message = f"`{name}` is {known_as}, not a group" if known_as else f"there is no group `{name}` in this map"
        yield finding("unknown-group", message, span, help=ask(near.get(name)), fix=rename(span, name, near.get(name)))


RULE = Rule("unknown-group", check, __doc__ or "")
