"""A block names a map that is not there or cannot be read.

The path is relative to the folder of the document.

## Why

Without its map a figure cannot be made, and one that was made earlier cannot be trusted any more.

## Example

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

````markdown report.md
```argmap file=tarm.argmap.yaml
```
````

## Better

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

````markdown report.md
```argmap file=tram.argmap.yaml
```
````
"""

from argmap.rules.base import Rule

RULE = Rule("missing-map", None, __doc__ or "")
