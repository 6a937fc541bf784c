"""A value carries a YAML tag such as `!!int` or `!include`.

## Why

Tags ask the reader to turn a text into something else, and what that is differs from one program to the next. argmap
takes every value as it was typed, so a tag can only mislead.

## Example

```yaml
argmap: 1
claims:
  tram: !!str The town should build a tram line.
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
```
"""

from argmap.rules.base import Rule

RULE = Rule("yaml-tag", None, __doc__ or "")
