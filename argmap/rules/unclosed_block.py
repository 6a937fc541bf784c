"""A block or a region begins in a document and does not end.

A region for text ends with a mark of its own, `argmap end`, written as a comment of the document.

## Why

argmap writes over what stands in a region. Where its end is not marked, that could be the rest of the document.

## Example

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

```markdown report.md
<!-- argmap outline file=tram.argmap.yaml -->

The council decides in May.
```

## Better

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

```markdown report.md
<!-- argmap outline file=tram.argmap.yaml -->
<!-- argmap end -->

The council decides in May.
```

```sh
argmap embed report.md
```
"""

from argmap.rules.base import Rule

RULE = Rule("unclosed-block", None, __doc__ or "")
