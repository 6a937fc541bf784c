"""A block holds a map and names a file as well.

## Why

Only one of them can be drawn. Whoever changes the other would wait in vain for the figure to change.

## Example

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

````markdown report.md
```argmap file=tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
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

RULE = Rule("ambiguous-block", None, __doc__ or "")
