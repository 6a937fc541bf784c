"""A path in a document leads out of the project, by itself or through a link.

The project is the nearest folder, from that of the document upward, that holds `.git`, `argmap.toml` or
`pyproject.toml`; without one, it is the folder of the document. Paths are relative to the document.

## Why

A document that somebody sends you could otherwise show files of your machine, or write over them. And one that reaches
out of its project is broken as soon as the project lies somewhere else.

## Example

````markdown
```argmap file=../../drafts/tram.argmap.yaml
```
````

## Better

```yaml maps/tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

````markdown report.md
```argmap file=maps/tram.argmap.yaml
```
````
"""

from argmap.rules.base import Rule

RULE = Rule("path-outside-project", None, __doc__ or "")
