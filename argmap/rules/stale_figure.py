"""A figure shows something else than its map says now.

`argmap embed --check` tells this, and `argmap embed` draws the figure anew. The map may have changed, or what the block
says of it, or how argmap draws.

## Why

Readers trust the picture. One that no longer agrees with the map misleads them, and nobody sees it by looking.

## Example

The figure is made, and then a claim is added to the map:

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

```sh
argmap embed report.md
```

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
  grant: {text: The state pays for three quarters of it., attacks: cost}
```

## Better

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
  grant: {text: The state pays for three quarters of it., attacks: cost}
```

````markdown report.md
```argmap file=tram.argmap.yaml
```
````

```sh
argmap embed report.md
```
"""

from argmap.rules.base import Rule

RULE = Rule("stale-figure", None, __doc__ or "")
