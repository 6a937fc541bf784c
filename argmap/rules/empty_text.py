"""A claim or question has a text without a word in it, and no title either.

The same is reported for the name of a speaker and the title of a source. An argument (`kind: argument`) needs no words
of its own where relations say what its steps are. In Argdown, where a statement may consist of a tag alone, it is a
warning.

## Why

There is nothing to show: the card in the picture would be blank.

## Example

```yaml
argmap: 1
claims:
  tram: ""
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Entity
from argmap.rules.base import Context, Rule, place, softened, word_for, worded


def check(context: Context) -> Iterator[Diagnostic]:
    """Things that were given a text with nothing in it."""
    debate = context.map
    explained = {item.argument for item in debate.relations}
    for thing in worded(debate):
        if thing.text.strip() or (thing.title or "").strip() or thing.id in explained:
            continue
        if _given(thing, "text"):
            yield softened(_wordless(thing)) if context.is_argdown else _empty(thing, "text")
    for speaker in debate.speakers:
        if not speaker.name.strip() and _given(speaker, "name"):
            yield _empty(speaker, "name")
    for source in debate.sources:
        if not source.title.strip() and _given(source, "title"):
            yield _empty(source, "title")


def _given(thing: Entity, field: str) -> bool:
    """Whether the text was typed: one that is not there at all is another finding."""
    return field in thing.spans or not thing.spans


def _empty(thing: Entity, field: str) -> Diagnostic:
    return finding("empty-text", f"the {field} of the {word_for(thing)} `{thing.id}` is empty", place(thing, field))


def _wordless(thing: Entity) -> Diagnostic:
    return finding("empty-text", "there are no words here, and no title", place(thing, "text"))


RULE = Rule("empty-text", check, __doc__ or "")
