"""The map of a block is sound, and yet its figure could not be made.

It may be that the evaluation that the block asks for has no answer or takes too long, or that the drawing failed; the
message says which.

## Why

A figure without the marks that the block asks for would tell readers that nothing was evaluated.

## Example

Three claims that attack each other in a circle have no stable labelling:

````markdown
```argmap evaluate=stable
argmap: 1
claims:
  bus: {text: The town should buy more buses., attacks: tram}
  tram: {text: The town should build a tram line., attacks: cycling}
  cycling: {text: The town should build a network of cycle paths., attacks: bus}
```
````

## Better

````markdown
```argmap evaluate=grounded
argmap: 1
claims:
  bus: {text: The town should buy more buses., attacks: tram}
  tram: {text: The town should build a tram line., attacks: cycling}
  cycling: {text: The town should build a network of cycle paths., attacks: bus}
```
````
"""

from argmap.rules.base import Rule

RULE = Rule("figure-not-drawn", None, __doc__ or "")
