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
from argmap.core.schemes import CATALOGUE, scheme_named
from argmap.rules.base import Context, Rule, ask, near_names, place, rename


def check(context: Context) -> Iterator[Diagnostic]:
    """Schemes that are not known under any spelling."""
    found = [
        (relation.scheme, place(relation, "scheme"))
        for relation in context.map.relations
        if relation.scheme is not None and scheme_named(relation.scheme) is None
    ]
    known = (name for scheme in CATALOGUE.values() for name in (scheme.name, *scheme.aliases)) if found else ()
    near = near_names((name for name, _ in found), known)
    for name, span in found:
        meant = scheme_named(near.get(name, ""))
        message = f"`{name}` is not a scheme that argmap knows"
        hint = ask(meant) or "`argmap scheme` lists those that it knows"
        yield finding("unknown-scheme", message, span, help=hint, fix=rename(span, name, meant))


RULE = Rule("unknown-scheme", check, __doc__ or "")
