"""Two claims or questions have the same title.

In Argdown a statement and an argument may share a title, and two statements with the same title are one; reported
are titles that differ only in capitals or spaces.

## Why

In pictures and lists that show titles alone, the two cannot be told apart.

## Example

```yaml
argmap: 1
claims:
  build: {title: Cost, text: Building the line costs more than the town earns in a year.}
  run: {title: Cost, text: Running the line costs a tenth of that each year.}
```

## Better

```yaml
argmap: 1
claims:
  build: {title: Cost of building, text: Building the line costs more than the town earns in a year.}
  run: {title: Cost of running, text: Running the line costs a tenth of that each year.}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Claim, Question
from argmap.rules.base import Context, Rule, labels, place, worded


def check(context: Context) -> Iterator[Diagnostic]:
    """Titles that an earlier claim or question has."""
    first: dict[tuple[object, str], Claim | Question] = {}
    for thing in worded(context.map):
        title = " ".join((thing.title or "").casefold().split())
        kind = thing.kind if context.is_argdown and isinstance(thing, Claim) else None
        earlier = first.setdefault((kind, title), thing) if title else thing
        if earlier is not thing:
            yield finding(
                "repeated-title",
                f"`{thing.id}` has the same title as `{earlier.id}`",
                place(thing, "title"),
                secondary=labels((place(earlier, "title"), "first used here")),
            )


RULE = Rule("repeated-title", check, __doc__ or "")
