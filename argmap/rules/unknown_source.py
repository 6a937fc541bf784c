"""A citation names a source that is not in the map.

## Why

Nobody can look up what is cited, and neither place nor quotation can be checked.

## Example

```yaml
argmap: 1
sources:
  study: Transport study
claims:
  faster: {text: A tram halves the trip to the centre., cites: "studdy#p3"}
```

## Better

```yaml
argmap: 1
sources:
  study: Transport study
claims:
  faster: {text: A tram halves the trip to the centre., cites: "study#p3"}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Source
from argmap.rules.base import Context, Rule, ask, cited, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Citations of what is not a source."""
    debate = context.map
    known = set(debate.source) | {item.id for item in debate.repeated if isinstance(item, Source)}
    found = [
        (citation.source, place(citation, "source") or place(owner, "cites"))
        for owner, citation in cited(debate)
        if citation.source not in known
    ]
    near = near_names((name for name, _ in found), known)
    for name, span in found:
        hint = ask(near.get(name)) or (None if known else "sources are listed under `sources:`, by id")
        message = f"there is no source `{name}` in this map"
        yield finding("unknown-source", message, span, help=hint, fix=rename(span, name, near.get(name)))


RULE = Rule("unknown-source", check, __doc__ or "")
