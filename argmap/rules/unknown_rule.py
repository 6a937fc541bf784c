"""A suppression comment or a setting names a rule that does not exist.

Rules are named by name (`isolated-claim`) or by code (`AM205`); `argmap rule` lists them.

## Why

The comment has no effect, and what it was meant to allow is still reported.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: A tram halves the trip to the centre. # argmap: allow isolated-claims — to be linked
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: A tram halves the trip to the centre. # argmap: allow isolated-claim — to be linked
  cost: {text: The line costs more than it earns., attacks: tram}
```
"""

from argmap.rules.base import Rule

RULE = Rule("unknown-rule", None, __doc__ or "")
