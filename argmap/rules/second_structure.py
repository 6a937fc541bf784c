"""One argument of an Argdown file has two premise-conclusion structures.

## Why

An argument is one piece of reasoning: of two structures, only one can be drawn and weighed. Two ways to reason are two
arguments, each with a title of its own.

## Example

```argdown
<Faster>

(1) A tram halves the trip to the centre.
----
(2) [Build the tram]: The town should build a tram line.

<Faster>

(1) A tram needs no parking space.
----
(2) [Build the tram]
```

## Better

```argdown
<Faster>

(1) A tram halves the trip to the centre.
----
(2) [Build the tram]: The town should build a tram line.

<No parking>

(1) A tram needs no parking space.
----
(2) [Build the tram]
```
"""

from argmap.rules.base import Rule

RULE = Rule("second-structure", None, __doc__ or "")
