"""A claim or relation is held by a speaker who is not in the map.

## Why

The picture cannot say who speaks, and filters by speaker miss the claim.

## Example

```yaml
argmap: 1
speakers:
  mayor: The mayor
claims:
  tram: {text: The town should build a tram line., by: major}
```

## Better

```yaml
argmap: 1
speakers:
  mayor: The mayor
claims:
  tram: {text: The town should build a tram line., by: mayor}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Speaker
from argmap.rules.base import Context, Rule, ask, held, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Names after `by` that are no speakers."""
    debate = context.map
    known = set(debate.speaker) | {item.id for item in debate.repeated if isinstance(item, Speaker)}
    found = [
        (name, place(thing, f"by.{number}", "by"))
        for thing in held(debate)
        for number, name in enumerate(thing.by)
        if name not in known
    ]
    near = near_names((name for name, _ in found), known)
    for name, span in found:
        hint = ask(near.get(name)) or (None if known else "speakers are listed under `speakers:`, by id")
        message = f"there is no speaker `{name}` in this map"
        yield finding("unknown-speaker", message, span, help=hint, fix=rename(span, name, near.get(name)))


RULE = Rule("unknown-speaker", check, __doc__ or "")
