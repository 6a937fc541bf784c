"""A file is not in the language that it is meant to be in: YAML, JSON or Argdown.

The message says what the reader met and the caret shows where it gave up; the slip itself is sometimes a line
above. In YAML it is most often a text that contains `: ` or begins with a special sign and has no quotes, a quote or
bracket that is never closed, or a line that is not indented like its neighbours; nothing of the file is read then. In
Argdown the reader goes on behind the slip and may find others.

## Why

What cannot be read can be neither checked nor drawn. This finding cannot be suppressed.

## Example

```yaml
argmap: 1
claims:
  tram: One thing is clear: the town should build a tram line.
```

## Better

```yaml
argmap: 1
claims:
  tram: "One thing is clear: the town should build a tram line."
```
"""

from argmap.rules.base import Rule

RULE = Rule("syntax-error", None, __doc__ or "")
