"""A scheme is named in another way than its usual name.

`Argument from Expert Opinion`, `ExpertOpinion` and `authority` are all understood as `expert-opinion`.
A fix writes the usual name.

## Why

One name for one pattern lets people find all steps of a kind, and lets maps be compared.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  study: {text: The transport office recommends a tram., supports: {to: tram, scheme: Argument from Expert Opinion}}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  study: {text: The transport office recommends a tram., supports: {to: tram, scheme: expert-opinion}}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.schemes import scheme_named
from argmap.rules.base import Context, Rule, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Schemes under another name than the canonical one."""
    for relation in context.map.relations:
        usual = scheme_named(relation.scheme) if relation.scheme else None
        if usual and relation.scheme and usual != relation.scheme:
            span = place(relation, "scheme")
            message = f"the scheme `{relation.scheme}` is usually called `{usual}`"
            yield finding("scheme-spelling", message, span, fix=rename(span, relation.scheme, usual, safe=True))


RULE = Rule("scheme-spelling", check, __doc__ or "")
