"""The local copy that a source names cannot be read.

The path after `text:` is relative to the map's file, and the copy lies in its folder or below.

## Why

Without the copy, places and quotations of this source are not checked.

## Example

```yaml
argmap: 1
sources:
  study: {title: Transport study, text: studdy.txt}
claims:
  faster: {text: A tram halves the trip to the centre., cites: "study#p1"}
```

## Better

```yaml
argmap: 1
sources:
  study: {title: Transport study, text: study.txt}
claims:
  faster: {text: A tram halves the trip to the centre., cites: "study#p1"}
```

```text study.txt
The bus needs forty minutes. The tram needs twenty.
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Sources whose local copy is not there."""
    for source in context.map.sources:
        if source.text is not None and source.id in context.texts and context.texts[source.id] is None:
            message = f"the text of `{source.id}` cannot be read: `{source.text}`"
            yield finding("missing-source-text", message, place(source, "text"))


RULE = Rule("missing-source-text", check, __doc__ or "")
