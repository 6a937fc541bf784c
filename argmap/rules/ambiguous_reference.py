"""A reference such as `faster -> tram` fits several relations.

A relation without an id is named by its ends. Where two relations have the same ends, that name does not tell them
apart; the first of them is taken.

## Why

An undercut that ends on the wrong step denies something that its author did not mean to deny.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster:
    text: A tram halves the trip to the centre.
    supports: [{to: tram, scheme: practical-reasoning}, {to: tram, scheme: values}]
  remote-work: {text: Half of the commuters now work from home., attacks: faster -> tram}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster:
    text: A tram halves the trip to the centre.
    supports: [{to: tram, scheme: practical-reasoning, id: time}, {to: tram, scheme: values}]
  remote-work: {text: Half of the commuters now work from home., attacks: time}
```
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Relation
from argmap.rules.base import Context, Rule, labels, listed, place

Ends: TypeAlias = tuple[frozenset[str], str]


def check(context: Context) -> Iterator[Diagnostic]:
    """Made-up names that several relations share."""
    if context.is_argdown:
        return  # there nobody writes made-up names
    relations = context.map.relation
    arrows = [item for item in context.map.relations if item.target in relations and "->" in _typed(item)]
    if not arrows:
        return
    by_ends: dict[Ends, list[Relation]] = defaultdict(list)
    for item in context.map.relations:
        by_ends[_ends(item)].append(item)
    rivals = {ends: [item for item in same if not item.named] or same for ends, same in by_ends.items()}
    for item in arrows:
        meant = relations[item.target]
        others = rivals[_ends(meant)]
        if len(others) == 1 or _typed(item).strip("'\"").endswith(")"):
            continue
        shown = [(place(other, "target"), "this relation has these ends") for other in others[:4]]
        yield finding(
            "ambiguous-reference",
            f"{len(others)} relations go from {listed(meant.premises)} to `{meant.target}`",
            place(item, "target"),
            secondary=labels(*shown),
            help="give the relation that is meant an `id` and name it by that",
        )


def _ends(relation: Relation) -> Ends:
    return frozenset(relation.premises), relation.target


def _typed(relation: Relation) -> str:
    """The target as it was typed, where that is known."""
    span = relation.spans.get("target")
    return span.text if span else relation.target


RULE = Rule("ambiguous-reference", check, __doc__ or "")
