"""An `@include(...)` in an Argdown file leads to no text, and stands in the map as it was typed.

What is included is a file in the folder of the map's own file or below it. Each file is included once, so one that
includes itself, directly or through others, is not taken again. A text that comes from standard input includes nothing.

## Why

What the other file says is missing from the map.

## Example

```argdown
[Build the tram]: The town should build a tram line.
  - <Cost>

@include(cots.argdown)
```

```text cost.argdown
<Cost>: The line costs more than the town earns in a year.
```

## Better

```argdown
[Build the tram]: The town should build a tram line.
  - <Cost>

@include(cost.argdown)
```

```text cost.argdown
<Cost>: The line costs more than the town earns in a year.
```
"""

from argmap.rules.base import Rule

RULE = Rule("unreadable-include", None, __doc__ or "")
