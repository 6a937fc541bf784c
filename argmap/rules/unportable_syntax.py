"""A text is understood here that Argdown's own tools refuse, or read in another way.

The most common case is front matter without an empty line after it. Others are explained where they are found.

## Why

The map is what its author means only as long as argmap reads it. Whoever opens the file in an editor for Argdown, or
sends it through another tool, gets an error or another map.

## Example

```argdown
===
title: Should a town build a tram?
===
[Build the tram]: The town should build a tram line.
  - <Cost>: The line costs more than the town earns in a year.
```

## Better

```argdown
===
title: Should a town build a tram?
===

[Build the tram]: The town should build a tram line.
  - <Cost>: The line costs more than the town earns in a year.
```
"""

from argmap.rules.base import Rule

RULE = Rule("unportable-syntax", None, __doc__ or "")
