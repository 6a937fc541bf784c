"""A block names a map that has errors.

The errors are told as well, each with its place in the map. A map that stands in the document itself has no file to
name: its errors have their places in the document, and speak for themselves.

## Why

A map with errors may lack claims or relations that its author believes to be in it. So that no such picture gets into a
report, it is not drawn at all.

## Example

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tarm}
```

````markdown report.md
```argmap file=tram.argmap.yaml
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

RULE = Rule("broken-map", None, __doc__ or "")
