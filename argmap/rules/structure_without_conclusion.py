"""A premise-conclusion structure of an Argdown file breaks off before its conclusion.

Its last line is a numbered statement after a line of dashes, `----`: that is what the premises are for.

## Why

Premises without a conclusion give a reason for nothing, and the argument stands in the map without what it shows.

## Example

```argdown
<Faster>

(1) A tram halves the trip to the centre.
(2) Eight thousand people make that trip each day.
----
```

## Better

```argdown
<Faster>

(1) A tram halves the trip to the centre.
(2) Eight thousand people make that trip each day.
----
(3) A tram saves thousands of people time each day.
```
"""

from argmap.rules.base import Rule

RULE = Rule("structure-without-conclusion", None, __doc__ or "")
