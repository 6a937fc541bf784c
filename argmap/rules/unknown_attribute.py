"""A block of a document has an attribute that argmap does not know.

The names are the same in every kind of document: `file`, `caption`, `width`, `focus` and so on.

## Why

An attribute with a slip in its name would do nothing, and readers would see another figure than the author had in mind.

## Example

````markdown
What speaks against it:

```argmap foucs=cost
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```
````

## Better

````markdown
What speaks against it:

```argmap focus=cost
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```
````
"""

from argmap.rules.base import Rule

RULE = Rule("unknown-attribute", None, __doc__ or "")
