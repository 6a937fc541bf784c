"""The file says that it is written in a version of the format that this argmap does not read.

## Why

A later version may give a field another meaning. Reading it as if nothing had changed could draw a wrong map.

## Example

```yaml
argmap: 2
claims:
  tram: The town should build a tram line.
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
```
"""

from argmap.rules.base import Rule

RULE = Rule("unsupported-version", None, __doc__ or "")
