"""A relation names a scheme that argmap does not know.

Schemes are the patterns of reasoning of Walton, Reed and Macagno (2008), by names such as `expert-opinion`,
`cause-to-effect` or `slippery-slope`.

## Why

The name of a scheme says which questions the step must answer. A name that nobody knows says nothing, and a slip in
a known one hides it from whoever searches for it.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  study: {text: The transport office recommends a tram., supports: {to: tram, scheme: expert-opinon}}
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
from argmap.core.schemes import SCHEMES, scheme_named
from argmap.rules.base import Context, Rule, ask, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Schemes that are not known under any spelling."""
    found = [
        (relation.scheme, place(relation, "scheme"))
        for relation in context.map.relations
        if relation.scheme is not None and scheme_named(relation.scheme) is None
    ]
    near = near_names((name for name, _ in found), SCHEMES)
    for name, span in found:
        message = f"`{name}` is not a scheme that argmap knows"
        yield finding("unknown-scheme", message, span, help=ask(near.get(name)), fix=rename(span, name, near.get(name)))


RULE = Rule("unknown-scheme", check, __doc__ or "")
