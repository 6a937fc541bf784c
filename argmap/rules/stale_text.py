"""A region that argmap fills with text says something else than its map says now.

`argmap embed --check` tells this, and `argmap embed` fills the region anew. What was changed by hand between the two
marks of a region is lost then: the place for changes is the map.

## Why

A text that was made from a map is read as what the map says. Once they differ, one of them is wrong, and nobody can see
which.

## Example

The region was never filled:

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

```markdown report.md
<!-- argmap outline file=tram.argmap.yaml -->
<!-- argmap end -->
```

## Better

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

```markdown report.md
<!-- argmap outline file=tram.argmap.yaml -->
<!-- argmap end -->
```

```sh
argmap embed report.md
```
"""

from argmap.rules.base import Rule

RULE = Rule("stale-text", None, __doc__ or "")
