"""An id is defined twice, and the two definitions differ.

Claims, relations, questions and groups share one set of ids; speakers and sources have one each. The first definition
is used.

## Why

Every reference to the id is meant for one of the two, and nobody can tell for which. What only the second one says is
missing from the map.

## Example

```yaml
argmap: 1
questions:
  tram: Should the town build a tram line?
claims:
  tram: {text: The town should build a tram line., answers: tram}
```

## Better

```yaml
argmap: 1
questions:
  build: Should the town build a tram line?
claims:
  tram: {text: The town should build a tram line., answers: build}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, labels, place, word_for
from argmap.rules.definitions import first_definitions


def check(context: Context) -> Iterator[Diagnostic]:
    """Later definitions that say something else than the first."""
    for again, first in first_definitions(context.map):
        if first is not None and first != again:
            what = "with other content" if type(first) is type(again) else f"as a {word_for(first)}"
            yield finding(
                "conflicting-redefinition",
                f"`{again.id}` is already defined {what}",
                place(again),
                secondary=labels((place(first), "first defined here")),
                help=f"give this {word_for(again)} an id of its own",
            )


RULE = Rule("conflicting-redefinition", check, __doc__ or "")
