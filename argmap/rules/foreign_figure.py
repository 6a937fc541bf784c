"""A block wants to keep its figure in a file that argmap embed did not write.

argmap signs the figures that it writes into documents, and writes over no other file.

## Why

A drawing or a photograph that only happens to have the same name would be lost.

## Example

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

```xml tram.svg
<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" rx="9"/></svg>
```

````markdown report.md
```argmap file=tram.argmap.yaml figure=tram.svg
```
````

## Better

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

```xml tram.svg
<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" rx="9"/></svg>
```

````markdown report.md
```argmap file=tram.argmap.yaml figure=tram-map.svg
```
````
"""

from argmap.rules.base import Rule

RULE = Rule("foreign-figure", None, __doc__ or "")
