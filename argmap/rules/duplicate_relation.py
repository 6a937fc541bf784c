"""The same premises stand in the same relation to the same target twice.

Two steps that name different schemes, or belong to different arguments, are different and are not reported.

## Why

One reason would be drawn and counted as two. A fix takes the second one out where it stands in a list and says
nothing more than the first.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: [tram, tram]}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: [tram]}
```
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from argmap.core.diagnostics import Diagnostic, Fix, finding
from argmap.core.model import Relation, RelationKind
from argmap.rules.base import Context, Rule, labels, listed, place
from argmap.rules.removal import remove_item

_Start: TypeAlias = tuple[RelationKind, str | None, object, frozenset[str]]


def check(context: Context) -> Iterator[Diagnostic]:
    """Relations that an earlier one already says."""
    aims = {item.target for item in context.map.relations}
    first: dict[_Start, dict[str, list[Relation]]] = {}
    for item in context.map.relations:
        ends = frozenset({*item.premises, item.target}) if item.kind is RelationKind.CONFLICT else None
        target = "" if ends else item.target
        start = (item.kind, item.argument, _said_in_argdown(item), ends or frozenset(item.premises))
        earlier = first.setdefault(start, {}).setdefault(target, [])
        same = next((one for one in earlier[:8] if not one.scheme or item.scheme in (None, one.scheme)), None)
        earlier.append(item)
        if same and item.target not in item.premises:
            yield finding(
                "duplicate-relation",
                f"{listed(item.premises)} already {_does(item)} `{item.target}`",
                place(item, "target"),
                secondary=labels((place(same, "target"), "first given here")),
                fix=None if {item.id, same.id} & aims else _fix(item, same),
            )


def _said_in_argdown(item: Relation) -> object:
    """What Argdown calls it, where it has several words for what is one kind here."""
    data = item.data.get("argdown")
    return repr(data.get("type")) if isinstance(data, Mapping) else None


def _does(item: Relation) -> str:
    word = {RelationKind.SUPPORT: "support", RelationKind.ATTACK: "attack"}.get(item.kind, "conflict")
    return (word if len(item.premises) > 1 else f"{word}s") + (" with" if item.kind is RelationKind.CONFLICT else "")


def _fix(item: Relation, first: Relation) -> Fix | None:
    """Take the second one out of its list, if it is a bare id; not where something refers to it."""
    says_more = (item.named, item.scheme, item.weight is not None, item.by, item.cites, item.tags, item.note)
    bare = not any(says_more) and len(item.premises) == 1
    span, before = place(item, "target"), place(first, "target")
    if not bare or span is None or span == before or span != item.spans.get("relation", span):
        return None
    edit = remove_item(span, item.target)
    return Fix("Remove the second one", (edit,)) if edit else None


RULE = Rule("duplicate-relation", check, __doc__ or "")
