"""A line of an Argdown file is indented to a depth that fits none of the lines above it.

What stands under the same statement is indented to the same depth, and what stands under that is indented more. Tabs
count as one character.

## Why

Indentation says what a reason speaks for or against. Where it is uneven, a reader sees the reason under one statement
and the map has it under another.

## Example

```argdown
[Build the tram]: The town should build a tram line.
    + <Faster>: A tram halves the trip to the centre.
        - <At home>: Half of the commuters now work from home.
      - <Cost>: The line costs more than the town earns in a year.
```

## Better

```argdown
[Build the tram]: The town should build a tram line.
    + <Faster>: A tram halves the trip to the centre.
        - <At home>: Half of the commuters now work from home.
    - <Cost>: The line costs more than the town earns in a year.
```
"""

from argmap.rules.base import Rule

RULE = Rule("odd-indentation", None, __doc__ or "")
