"""A thesis is supported and nothing speaks against it.

An objection is an attack on the thesis, a claim in conflict with it, an undercut of one of its supports, or an attack
on an argument (`kind: argument`) for it.

## Why

A case that meets no objection looks one-sided, and the strongest reply is often the first that a reader thinks of.
This is advice: some maps show one side on purpose.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ClaimKind, RelationKind
from argmap.rules.base import Context, Rule, place

_ARGUMENT, _SUPPORT = ClaimKind.ARGUMENT, RelationKind.SUPPORT


def check(context: Context) -> Iterator[Diagnostic]:
    """Roots with support and without anything against them."""
    graph = context.graph
    for root in graph.roots:
        reasons = graph.onto.get(root.id, ())
        if not reasons or any(item.kind is not _SUPPORT for item in reasons):
            continue
        if any(item.kind is RelationKind.CONFLICT for item in graph.out_of.get(root.id, ())):
            continue
        arguments = [name for item in reasons for name in item.premises if context.map.claim[name].kind is _ARGUMENT]
        against = [item for name in arguments for item in graph.onto.get(name, ()) if item.kind is not _SUPPORT]
        if not against and not any(graph.onto.get(item.id) for item in reasons):
            message = f"nothing in this map speaks against `{root.id}`"
            hint = "what would somebody say who does not hold it?"
            yield finding("thesis-without-objection", message, place(root), help=hint)


RULE = Rule("thesis-without-objection", check, __doc__ or "")
