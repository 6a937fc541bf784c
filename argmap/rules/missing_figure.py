"""A figure has not been made yet, or is not where the document says.

`argmap embed --check` tells this, and `argmap embed` makes the figure and writes it into the document.

## Why

Readers would see the source of a map where a picture belongs, or a mark for a picture that cannot be found.

## Example

````markdown report.md
```argmap
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```
````

## Better

````markdown report.md
```argmap
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```
````

```sh
argmap embed report.md
```
"""

from argmap.rules.base import Rule

RULE = Rule("missing-figure", None, __doc__ or "")
