"""A field is given twice in the same mapping; only the first is used.

An id that is given twice is another matter: see `duplicate-id` and `conflicting-redefinition`.

## Why

YAML readers disagree about which of the two counts, and usually drop one without a word. The second value is
mostly left over from copying.

## Example

```yaml
argmap: 1
claims:
  tram:
    text: The town should build a tram line.
    title: Build the tram
    title: Tram
```

## Better

```yaml
argmap: 1
claims:
  tram:
    text: The town should build a tram line.
    title: Build the tram
```
"""

from argmap.rules.base import Rule

RULE = Rule("duplicate-key", None, __doc__ or "")
