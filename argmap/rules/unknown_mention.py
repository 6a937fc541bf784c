"""A text of an Argdown file mentions a statement or an argument that is nowhere in it.

`@[Title]` mentions a statement, `@<Title>` an argument.

## Why

A mention is a link: the reader who follows it finds nothing. Mostly the title has a slip, or was changed where it is
defined and not here.

## Example

```argdown
[Build the tram]: The town should build a tram line.
  + [Many riders]: Eight thousand people would ride the tram each day.
  - <Cost>: The line costs more than the town earns, whatever @[Many ridres] says.
```

## Better

```argdown
[Build the tram]: The town should build a tram line.
  + [Many riders]: Eight thousand people would ride the tram each day.
  - <Cost>: The line costs more than the town earns, whatever @[Many riders] says.
```
"""

from argmap.rules.base import Rule

RULE = Rule("unknown-mention", None, __doc__ or "")
