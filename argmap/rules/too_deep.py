"""Lists and mappings are nested more deeply than a map can need.

A map needs seven levels; argmap reads up to fifty.

## Why

Deep nesting is a slip (brackets that are opened again and again) or an attempt to exhaust the program that reads the
file. This finding cannot be suppressed.

## Example

```yaml
argmap: 1
claims:
  tram:
    text: The town should build a tram line.
    tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[money]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

## Better

```yaml
argmap: 1
claims:
  tram:
    text: The town should build a tram line.
    tags: [money]
```
"""

from argmap.rules.base import Rule

RULE = Rule("too-deep", None, __doc__ or "")
