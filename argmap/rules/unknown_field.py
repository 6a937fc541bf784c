"""A mapping has a field that the format does not know.

## Why

A field with a slip in its name would be ignored, and the support or citation that it holds would be missing from
the map and the picture without a word.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster:
    text: A tram halves the trip to the centre.
    suports: tram
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster:
    text: A tram halves the trip to the centre.
    supports: tram
```
"""

from argmap.rules.base import Rule

RULE = Rule("unknown-field", None, __doc__ or "")
