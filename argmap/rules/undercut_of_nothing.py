"""An attack is aimed at a relation that does not exist.

Its target is written like the name of a relation (`faster -> tram`), but no relation has these ends.

## Why

An undercut denies a step of the reasoning. Without the step there is nothing to deny, and the objection is lost.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  remote-work: {text: Half of the commuters now work from home., attacks: tram -> faster}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  remote-work: {text: Half of the commuters now work from home., attacks: faster -> tram}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ArgumentMap, RelationKind
from argmap.rules.base import Context, Rule, ask, listed, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Attacks on a name with an arrow that no relation has."""
    debate = context.map
    found = [
        item
        for item in debate.relations
        if item.kind is RelationKind.ATTACK and "->" in item.target and item.target not in debate.relation
    ]
    near = near_names((item.target for item in found), (name for name in debate.relation if "->" in name))
    for item in found:
        turned = _turned(debate, item.target)
        meant = turned or near.get(item.target)
        span = place(item, "target")
        yield finding(
            "undercut-of-nothing",
            f"no relation goes from {_ends(item.target)[0]} to {_ends(item.target)[1]}",
            span,
            notes=_notes(debate, item.target),
            help=ask(meant),
            fix=rename(span, item.target, meant),
        )


def _ends(target: str) -> tuple[str, str]:
    premises, _, end = target.partition("->")
    return listed(part.strip() for part in premises.split("+")) or "nothing", f"`{end.strip()}`"


def _turned(map: ArgumentMap, target: str) -> str | None:
    """The relation that runs the other way, if there is one."""
    premises, _, end = target.partition("->")
    name = f"{end.strip()} -> {premises.strip()}"
    return name if name in map.relation else None


def _notes(map: ArgumentMap, target: str) -> list[str]:
    premises, _, end = target.partition("->")
    names = [part.strip() for part in premises.split("+")]
    if "->" not in end:
        names.append(end.strip())
    missing = [name for name in dict.fromkeys(names) if name not in map.claim and name not in map.relation]
    if not missing:
        return []
    verb = "is no claim" if len(missing) == 1 else "are no claims"
    return [f"{listed(missing)} {verb} of this map"]


RULE = Rule("undercut-of-nothing", check, __doc__ or "")
