"""A suppression comment allows something that is not found there.

`# argmap: allow NAME` covers findings that start on its line; on a line of its own, those that start on the next line.
In Argdown it is `// argmap: allow NAME`, or the same between `/*` and `*/` or `<!--` and `-->`. A fix removes what is
not used. Findings about the syntax of the file (AM001 to AM004) and about suppressions themselves cannot be suppressed.

## Why

A comment that has outlived its finding will hide the next one.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram} # argmap: allow isolated-claim — to be linked
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: A tram halves the trip to the centre. # argmap: allow isolated-claim — to be linked
  cost: {text: The line costs more than it earns., attacks: tram}
```
"""

from argmap.rules.base import Rule

RULE = Rule("unused-suppression", None, __doc__ or "")
