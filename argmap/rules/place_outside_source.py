"""A citation gives a section or paragraph that its source does not have.

The places are known from a local copy (`text:`) or from the number of paragraphs (`paragraphs:`).

## Why

Nobody can look up a place that does not exist; the claim it vouches for stands without evidence.

## Example

```yaml
argmap: 1
sources:
  study: {title: Transport study, paragraphs: 13}
claims:
  faster: {text: A tram halves the trip to the centre., cites: "study#p31"}
```

## Better

```yaml
argmap: 1
sources:
  study: {title: Transport study, paragraphs: 13}
claims:
  faster: {text: A tram halves the trip to the centre., cites: "study#p13"}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Citation, Source
from argmap.core.paragraphs import Passages
from argmap.core.registry import did_you_mean
from argmap.rules.base import Context, Rule, ask, cited, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Citations of a place beyond the end of the source."""
    sources = context.map.source
    for owner, citation in cited(context.map):
        source = sources.get(citation.source)
        if source is None or (citation.paragraph is None and not citation.section):
            continue
        passages = context.passages.get(source.id)
        wrong = _wrong_in_text(citation, source, passages) if passages else _wrong_in_number(citation, source)
        if wrong:
            message, hint = wrong
            span = place(citation, "paragraph" if "paragraph" in message else "section", "place") or place(
                owner, "cites"
            )
            yield finding("place-outside-source", message, span, help=hint)


def _wrong_in_text(citation: Citation, source: Source, text: Passages) -> tuple[str, str | None] | None:
    section = text.section(citation.section) if citation.section else None
    if citation.section and section is None:
        if not text.headings:
            return f"`{source.id}` has no headings, so it has no section `{citation.section}`", None
        near = did_you_mean(citation.section, text.headings)
        count = len(text.headings)
        hint = ask(near) or f"its sections are numbered from 1 to {count}"
        return f"`{source.id}` has no section `{citation.section}`", hint
    count = len(text.inside(section))
    if citation.paragraph is None or 1 <= citation.paragraph <= count:
        return None
    where = f"section `{citation.section}` of `{source.id}`" if citation.section else f"`{source.id}`"
    return f"{where} has no paragraph {citation.paragraph}", _last(count)


def _wrong_in_number(citation: Citation, source: Source) -> tuple[str, str | None] | None:
    if source.paragraphs is None or citation.paragraph is None or 1 <= citation.paragraph <= source.paragraphs:
        return None
    return f"`{source.id}` has no paragraph {citation.paragraph}", _last(source.paragraphs)


def _last(count: int) -> str:
    return f"its last paragraph is number {count}" if count else "it has no paragraphs"


RULE = Rule("place-outside-source", check, __doc__ or "")
