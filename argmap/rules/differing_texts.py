"""One statement of an Argdown file is worded in two ways.

All statements with one title are one statement. The last wording is shown, or the one that says `{isCanonical: true}`;
where one says so, nothing is reported.

## Why

The other wording is not shown, and reasons for and against the one are taken as reasons for and against the other. That
is right for two wordings of one thought, and wrong if a title was used twice by mistake.

## Example

```argdown
[Build the tram]: The town should build a tram line.
  + <Faster>: A tram halves the trip to the centre.

[Build the tram]: The town should wait with the tram line.
  + <Cost>: The line costs more than the town earns in a year.
```

## Better

```argdown
[Build the tram]: The town should build a tram line.
  + <Faster>: A tram halves the trip to the centre.

[Wait]: The town should wait with the tram line.
  + <Cost>: The line costs more than the town earns in a year.
```
"""

from argmap.rules.base import Rule

RULE = Rule("differing-texts", None, __doc__ or "")
