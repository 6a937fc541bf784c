"""A setting in the front matter of an Argdown file has no effect.

argmap knows no setting of that name, or does not follow it, or its value is none that it can have. Keys that are no
settings, such as `author`, are kept and left alone.

## Why

The map is drawn in another way than the file asks for. This is advice: a setting for another tool does no harm.

## Example

```argdown
===
title: Should a town build a tram?
selection:
  excludeDisconected: false
===

[Build the tram]: The town should build a tram line.
  - <Cost>: The line costs more than the town earns in a year.
```

## Better

```argdown
===
title: Should a town build a tram?
selection:
  excludeDisconnected: false
===

[Build the tram]: The town should build a tram line.
  - <Cost>: The line costs more than the town earns in a year.
```
"""

from argmap.rules.base import Rule

RULE = Rule("unsupported-setting", None, __doc__ or "")
