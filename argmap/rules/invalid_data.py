"""The data in braces, or the front matter, of an Argdown file is not YAML.

Data in braces is a list of `key: value` with commas between them, or lines of YAML if the brace ends its line. A text
with a `: `, a `#`, a comma or a bracket in it needs quotes.

## Why

None of this data can be read: what it says about the statement, or how it asks for the map to be drawn, is lost.

## Example

```argdown
[Build the tram]: The town should build a tram line.
  - <Cost>: The line costs more than the town earns in a year. {sources: [study, budget}
```

## Better

```argdown
[Build the tram]: The town should build a tram line.
  - <Cost>: The line costs more than the town earns in a year. {sources: [study, budget]}
```
"""

from argmap.rules.base import Rule

RULE = Rule("invalid-data", None, __doc__ or "")
