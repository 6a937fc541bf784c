"""The same claim is listed twice among the premises of one relation.

## Why

A premise counts once. The second one is mostly a slip for another id. A fix takes it out of its list.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  riders: Eight thousand people ride each day.
  faster: A tram halves the trip to the centre.
relations:
  - {kind: support, premises: [faster, riders, faster], target: tram}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  riders: Eight thousand people ride each day.
  faster: A tram halves the trip to the centre.
relations:
  - {kind: support, premises: [faster, riders], target: tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, Fix, finding
from argmap.core.model import Relation
from argmap.rules.base import Context, Rule, labels, place
from argmap.rules.removal import remove_item


def check(context: Context) -> Iterator[Diagnostic]:
    """Premises that an earlier one already gives."""
    aims = {item.target for item in context.map.relations}
    for item in context.map.relations:
        if len(set(item.premises)) == len(item.premises):
            continue
        seen: dict[str, int] = {}
        for number, premise in enumerate(item.premises):
            first = seen.setdefault(premise, number)
            if first < number:
                before, span = place(item, f"premises.{first}"), place(item, f"premises.{number}")
                yield finding(
                    "repeated-premise",
                    f"`{premise}` is already a premise of this relation",
                    span,
                    secondary=labels((before, "first given here")),
                    fix=None if span == before or (item.id in aims and not item.named) else _fix(item, number),
                )


def _fix(item: Relation, number: int) -> Fix | None:
    """Take the premise out; not where something refers to the relation by a name made of its premises."""
    edit = remove_item(item.spans.get(f"premises.{number}"), item.premises[number])
    return Fix("Remove the second one", (edit,)) if edit else None


RULE = Rule("repeated-premise", check, __doc__ or "")
