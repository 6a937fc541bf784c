"""An id holds characters that ids cannot have.

Ids begin with a letter or digit of any script and go on with letters, digits, `-`, `_` and `.`.

## Why

Other characters have a meaning in references: `a -> b` names a relation, `study#p3` a place in a source.

## Example

```yaml
argmap: 1
claims:
  build the tram!: The town should build a tram line.
```

## Better

```yaml
argmap: 1
claims:
  build-the-tram: The town should build a tram line.
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.ids import is_id, made_id
from argmap.core.model import Entity, Relation
from argmap.rules.base import Context, Rule, held, place, word_for


def check(context: Context) -> Iterator[Diagnostic]:
    """Ids that references could not spell."""
    debate = context.map
    things: tuple[Entity, ...] = (*held(debate), *debate.questions, *debate.groups, *debate.speakers, *debate.sources)
    for thing in things:
        if is_id(thing.id) or (isinstance(thing, Relation) and not thing.named):
            continue
        better = made_id(thing.id)
        yield finding(
            "invalid-id",
            f"`{thing.id}` cannot be the id of a {word_for(thing)}",
            place(thing),
            help=f"`{better}` would do; ids are made of letters, digits, `-`, `_` and `.`" if better else None,
        )


RULE = Rule("invalid-id", check, __doc__ or "")
