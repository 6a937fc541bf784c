"""A block holds no map and names no file.

## Why

There is nothing to draw, and the reader would find a gap where a figure is meant to be.

## Example

````markdown
```argmap caption="Should the town build a tram?"
```
````

## Better

````markdown
```argmap caption="Should the town build a tram?"
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```
````
"""

from argmap.rules.base import Rule

RULE = Rule("empty-block", None, __doc__ or "")
