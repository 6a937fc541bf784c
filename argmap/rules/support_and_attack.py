"""One claim both supports and attacks the same thing.

A symmetric conflict counts as an attack.

## Why

A reader cannot tell which way the claim points. Either one of the two is a slip, or the claim holds two different
considerations that are better kept apart.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  years: {text: Building the line takes six years and creates jobs., supports: tram, attacks: tram}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  jobs: {text: Building the line creates jobs., supports: tram}
  years: {text: Building the line takes six years., attacks: tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Relation, RelationKind
from argmap.rules.base import Context, Rule, labels, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Pairs of claim and target with relations of both kinds."""
    seen: dict[tuple[str, str], Relation] = {}
    told: set[tuple[str, str]] = set()
    for item in context.map.relations:
        pairs = [(premise, item.target) for premise in dict.fromkeys(item.premises) if premise != item.target]
        if item.kind is RelationKind.CONFLICT:
            pairs += [(target, premise) for premise, target in pairs]
        for pair in pairs:
            first = seen.setdefault(pair, item)
            if (first.kind is RelationKind.SUPPORT) == (item.kind is RelationKind.SUPPORT) or pair in told:
                continue
            told.add(pair)
            yield finding(
                "support-and-attack",
                f"`{pair[0]}` both supports and attacks `{pair[1]}`",
                place(item, "target"),
                secondary=labels((place(first, "target"), f"it {_does(first)} it here")),
            )


def _does(relation: Relation) -> str:
    return {RelationKind.SUPPORT: "supports", RelationKind.ATTACK: "attacks"}.get(relation.kind, "conflicts with")


RULE = Rule("support-and-attack", check, __doc__ or "")
