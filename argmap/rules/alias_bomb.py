"""Aliases (`*name`) bring in so many values that the file would fill the memory.

A few aliases are fine. Aliases of lists that are themselves full of aliases multiply: nine times nine times nine.

## Why

Such a file is not a map but an attack on the program that reads it.

## Example

```yaml
argmap: 1
groups:
  a: &a [x, x, x, x, x, x, x, x, x]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
  e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
  f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
  g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
```

## Better

```yaml
argmap: 1
claims:
  x: The town should build a tram line.
groups:
  a: [x]
```
"""

from argmap.rules.base import Rule

RULE = Rule("alias-bomb", None, __doc__ or "")
