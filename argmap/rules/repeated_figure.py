"""Two blocks keep different figures in one file.

## Why

Each would overwrite the other, so one place of the document would always show the wrong figure.

## Example

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

````markdown report.md
```argmap file=tram.argmap.yaml figure=tram.svg
```

Once more, as a list:

```argmap file=tram.argmap.yaml figure=tram.svg view=tree
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
```argmap file=tram.argmap.yaml figure=tram.svg
```

Once more, as a list:

```argmap file=tram.argmap.yaml figure=tram-list.svg view=tree
```
````
"""

from argmap.rules.base import Rule

RULE = Rule("repeated-figure", None, __doc__ or "")
