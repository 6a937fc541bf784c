"""A group lists a member that is not a claim or question of the map.

## Why

The group is drawn without it, and a filter by group misses it.

## Example

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: [costs]
```

## Better

```yaml
argmap: 1
claims:
  cost: The line costs more than the town earns in a year.
groups:
  money: [cost]
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Claim, Question
from argmap.rules.base import Context, Rule, ask, described, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Members that are no claims and no questions."""
    debate = context.map
    known = {
        *debate.claim,
        *debate.question,
        *(item.id for item in debate.repeated if isinstance(item, Claim | Question)),
    }
    found = [
        (group, name, place(group, f"members.{number}", "members"))
        for group in debate.groups
        for number, name in enumerate(group.members)
        if name not in known
    ]
    near = near_names((name for _, name, _ in found), known)
    for group, name, span in found:
        known_as = described(debate, name)
        message = f"`{name}` is not a claim or question of this map"
        hint, fix = ask(near.get(name)), rename(span, name, near.get(name))
        if known_as:
            message, fix = f"`{name}` is {known_as}; members of a group are claims and questions", None
            hint = f"a group lies in another with `parent: {group.id}`" if known_as == "a group" else None
        yield finding("unknown-member", message, span, help=hint, fix=fix)


RULE = Rule("unknown-member", check, __doc__ or "")
