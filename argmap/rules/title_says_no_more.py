"""A title is the same as the text under it.

A fix takes it out where it stands on a line of its own.

## Why

The card says the same thing twice, once in bold. Without the title the text stands alone, and is easier to read.

## Example

```yaml
argmap: 1
claims:
  tram:
    title: Build the tram
    text: Build the tram.
```

## Better

```yaml
argmap: 1
claims:
  tram:
    title: Build the tram
    text: The town should build a tram line.
```
"""

from collections.abc import Iterator
from functools import lru_cache

from argmap.core.diagnostics import Diagnostic, Fix, finding
from argmap.rules.base import Context, Rule, place, worded
from argmap.rules.removal import remove_field
from argmap.rules.wording import REMEMBERED


def check(context: Context) -> Iterator[Diagnostic]:
    """Titles that repeat the text."""
    for thing in worded(context.map):
        title = _plain(thing.title or "")
        if title and title == _plain(thing.text):
            edit = remove_field(thing.spans.get("title"), "title")
            yield finding(
                "title-says-no-more",
                f"the title of `{thing.id}` is the same as its text",
                place(thing, "title"),
                fix=Fix("Remove the title", (edit,)) if edit else None,
            )


@lru_cache(maxsize=REMEMBERED)
def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?…")


RULE = Rule("title-says-no-more", check, __doc__ or "")
