"""A statement of an Argdown file is referred to, and its words stand nowhere.

`[Title]` refers to a statement, `[Title]: text` says what it is. Arguments may stand without words; of these only one
is reported whose title is nearly that of another argument.

## Why

The map shows a card with a title and nothing under it, and nobody can tell what exactly is claimed. Mostly the title
has a slip: to Argdown, a title with another letter is another statement.

## Example

```argdown
[Build the tram]: The town should build a tram line.
  + [Many ridres]

[Many riders]: Eight thousand people would ride the tram each day.
```

## Better

```argdown
[Build the tram]: The town should build a tram line.
  + [Many riders]

[Many riders]: Eight thousand people would ride the tram each day.
```
"""

from argmap.rules.base import Rule

RULE = Rule("undefined-claim", None, __doc__ or "")
