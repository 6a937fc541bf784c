"""A field that is always needed is not there.

A file needs `argmap: 1`, a claim its text, a relation its kind, premises and target, a citation its source.

## Why

Without the field there is nothing to show or to connect.

## Example

```yaml
argmap: 1
claims:
  tram:
    title: Build the tram
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

from argmap.rules.base import Rule

RULE = Rule("missing-field", None, __doc__ or "")
