"""The number of paragraphs that a source gives is not that of its local copy.

In the copy, paragraphs are set apart by blank lines; a block that begins with `#` is a heading and is not counted.

## Why

If the two differ, `p7` is one paragraph for the author of the map and another one for the checker. The copy counts.

## Example

```yaml
argmap: 1
sources:
  study: {title: Transport study, text: study.txt, paragraphs: 3}
claims:
  faster: {text: A tram halves the trip to the centre., cites: "study#p1"}
```

```text study.txt
The bus needs forty minutes.

The tram needs twenty.
```

## Better

```yaml
argmap: 1
sources:
  study: {title: Transport study, text: study.txt, paragraphs: 2}
claims:
  faster: {text: A tram halves the trip to the centre., cites: "study#p1"}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Sources whose number of paragraphs does not fit their copy."""
    for source in context.map.sources:
        text = context.passages.get(source.id)
        if text and source.paragraphs is not None and source.paragraphs != len(text.paragraphs):
            count = len(text.paragraphs)
            message = (
                f"the text of `{source.id}` has {count} paragraph{'' if count == 1 else 's'}, not {source.paragraphs}"
            )
            yield finding("paragraph-count", message, place(source, "paragraphs"))


RULE = Rule("paragraph-count", check, __doc__ or "")
