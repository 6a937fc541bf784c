"""No citation names a source.

## Why

A source that is listed and not cited lends weight to claims that do not rest on it. Mostly the citations were
forgotten.

## Example

```yaml
argmap: 1
sources:
  study: Transport study
claims:
  faster: {text: A tram halves the trip to the centre., implicit: true}
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
from argmap.rules.base import Context, Rule, cited, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Sources without a citation."""
    used = {citation.source for _, citation in cited(context.map)}
    for source in context.map.sources:
        if source.id not in used:
            hint = f"a claim cites it with `cites: {source.id}`"
            yield finding("unused-source", f"nothing cites the source `{source.id}`", place(source), help=hint)


RULE = Rule("unused-source", check, __doc__ or "")
