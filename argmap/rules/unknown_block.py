"""A mark in a document asks for a text that argmap does not write.

A mark is a comment that begins with `argmap`. The word after it may be `outline`, `pro-con`, `sources` or
`open-questions`; without one, the mark is that of a figure.

## Why

A region with a slip in its name would stay empty, or keep an old text for ever.

## Example

```yaml tram.argmap.yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  cost: {text: The line costs more than the town earns in a year., attacks: tram}
```

```markdown report.md
<!-- argmap outlines file=tram.argmap.yaml -->
<!-- argmap end -->
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
```

```sh
argmap embed report.md
```
"""

from argmap.rules.base import Rule

RULE = Rule("unknown-block", None, __doc__ or "")
