"""A claim is given as a reason for or against itself.

The same holds for a relation that is aimed at itself. In Argdown, whose own tools let it pass, it is a warning.

## Why

Nothing is gained by it: whoever doubts the claim doubts its reason too. Mostly the target is a slip for another id.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: faster}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import RelationKind
from argmap.rules.base import Context, Rule, place, softened


def check(context: Context) -> Iterator[Diagnostic]:
    """Relations whose target is among their premises, or is themselves."""
    for item in context.map.relations:
        if item.target in item.premises:
            does = {RelationKind.SUPPORT: "supports", RelationKind.ATTACK: "attacks"}.get(item.kind, "conflicts with")
            found = finding("self-relation", f"`{item.target}` {does} itself", place(item, "target"))
            yield softened(found) if context.is_argdown else found
        elif item.target == item.id and item.named:
            yield finding("self-relation", f"the relation `{item.id}` is aimed at itself", place(item, "target"))


RULE = Rule("self-relation", check, __doc__ or "")
