"""A speaker holds no claim and draws no connection.

## Why

Somebody who is named as a part of the debate and says nothing in it was mostly forgotten, or is written elsewhere
with an id that has a slip.

## Example

```yaml
argmap: 1
speakers:
  mayor: The mayor
claims:
  tram: The town should build a tram line.
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
from argmap.rules.base import Context, Rule, held, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Speakers that no `by` names."""
    debate = context.map
    used = {name for thing in held(debate) for name in thing.by}
    for speaker in debate.speakers:
        if speaker.id not in used:
            hint = f"a claim says with `by: {speaker.id}` who holds it"
            yield finding("unused-speaker", f"the speaker `{speaker.id}` says nothing", place(speaker), help=hint)


RULE = Rule("unused-speaker", check, __doc__ or "")
