"""The same thing is defined twice, with the same id and the same content.

Claims, relations, questions and groups share one set of ids; speakers and sources have one each. The first definition
is used. If the two differ, the finding is `conflicting-redefinition`.

## Why

Sooner or later one of the two is edited and the other is not.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  tram: The town should build a tram line.
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
from argmap.rules.base import Context, Rule, labels, place, word_for
from argmap.rules.definitions import first_definitions


def check(context: Context) -> Iterator[Diagnostic]:
    """Later definitions that say the same as the first."""
    for again, first in first_definitions(context.map):
        if first is None or first == again:
            yield finding(
                "duplicate-id",
                f"the {word_for(again)} `{again.id}` is already defined",
                place(again),
                secondary=labels((place(first) if first else None, "first defined here")),
                help="remove one of the two",
            )


RULE = Rule("duplicate-id", check, __doc__ or "")
