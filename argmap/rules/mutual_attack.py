"""Two claims attack each other in two relations.

## Why

Two claims that exclude each other are one symmetric conflict: `conflicts:` (in Argdown `><`) says so once and is drawn
as one line.
This is advice: two attacks for different reasons, each with a scheme or a citation of its own, are not reported, nor
are two of different weight.

## Example

```yaml
argmap: 1
claims:
  tram: {text: The town should build a tram line., attacks: bus}
  bus: {text: The town should buy more buses., attacks: tram}
```

## Better

```yaml
argmap: 1
claims:
  tram: {text: The town should build a tram line., conflicts: bus}
  bus: The town should buy more buses.
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ClaimKind, Relation, RelationKind
from argmap.rules.base import Context, Rule, labels, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Pairs of bare attacks that run both ways."""
    seen: dict[tuple[str, str], Relation] = {}
    told: set[tuple[str, str]] = set()
    # Argdown's sign for a contradiction stands between statements only.
    arguments = {claim.id for claim in context.map.claims if context.is_argdown and claim.kind is ClaimKind.ARGUMENT}
    for item in context.map.relations:
        if item.kind is not RelationKind.ATTACK or len(item.premises) != 1 or item.scheme or item.cites:
            continue
        pair = (item.premises[0], item.target)
        if not {*pair}.isdisjoint(arguments):
            continue
        seen.setdefault(pair, item)
        back = seen.get((item.target, item.premises[0]))
        if back is None or back is item or pair in told or pair[0] == pair[1] or back.weight != item.weight:
            continue
        told |= {pair, (item.target, item.premises[0])}
        yield finding(
            "mutual-attack",
            f"`{item.target}` and `{item.premises[0]}` attack each other",
            place(item, "target"),
            secondary=labels((place(back, "target"), "the attack the other way")),
            help="say it once, with `><`" if context.is_argdown else f"say it once, with `conflicts: {item.target}`",
        )


RULE = Rule("mutual-attack", check, __doc__ or "")
