"""A value is not of the kind that its field takes.

For example a list stands where a text belongs, a word where a number belongs, or a kind that does not exist.

## Why

The value cannot be used, so the map is read without it.

## Example

```yaml
argmap: 1
claims:
  tram:
    text: The town should build a tram line.
    score: quite high
```

## Better

```yaml
argmap: 1
claims:
  tram:
    text: The town should build a tram line.
    score: 0.8
```
"""

from argmap.rules.base import Rule

RULE = Rule("wrong-type", None, __doc__ or "")
