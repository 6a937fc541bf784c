"""An attribute of a block has a value that it cannot take, or names something that the map does not have.

An attribute that is given twice is reported by the same name.

## Why

The figure would not be the one that was asked for, and nothing in the finished document would say so.

## Example

````markdown
```argmap width=wide focus=costs
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```
````

## Better

````markdown
```argmap width=80% focus=cost
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```
````
"""

from argmap.rules.base import Rule

RULE = Rule("invalid-attribute", None, __doc__ or "")
