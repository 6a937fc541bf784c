"""Paragraphs of a source are cited by nothing.

Only sources with a known number of paragraphs are looked at, and of these only such of which some paragraph is cited.
A citation of a section covers its paragraphs.

## Why

When a text is mapped paragraph by paragraph, one that is cited nowhere was mostly skipped by mistake. This is advice:
some paragraphs hold nothing that belongs to the debate.

## Example

```yaml
argmap: 1
sources:
  study: {title: Transport study, paragraphs: 3}
claims:
  tram: {text: The town should build a tram line., cites: "study#p1"}
  faster: {text: A tram halves the trip to the centre., cites: "study#p3", supports: tram}
```

## Better

```yaml
argmap: 1
sources:
  study: {title: Transport study, paragraphs: 3}
claims:
  tram: {text: The town should build a tram line., cites: "study#p1"}
  faster: {text: A tram halves the trip to the centre., cites: ["study#p2", "study#p3"], supports: tram}
```
"""

from collections import defaultdict
from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Citation, Source
from argmap.core.paragraphs import runs
from argmap.rules.base import Context, Rule, cited, place


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each source with paragraphs that nothing cites."""
    by_source: dict[str, list[Citation]] = defaultdict(list)
    for _, citation in cited(context.map):
        by_source[citation.source].append(citation)
    for source in context.map.sources:
        missing = _missing(context, source, by_source.get(source.id, []))
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            message = f"{runs(missing)} of `{source.id}` {verb} cited by nothing"
            yield finding("uncited-paragraph", message, place(source))


def _missing(context: Context, source: Source, citations: list[Citation]) -> list[int]:
    text = context.passages.get(source.id)
    if text is None and (source.paragraphs is None or any(item.section for item in citations)):
        return []
    count = len(text.paragraphs) if text else min(source.paragraphs or 0, _MOST)
    covered: set[int] = set()
    for item in citations:
        if item.section and text:
            inside = text.inside(text.section(item.section) or -1)
            covered.update(one.number for one in inside if item.paragraph in (None, one.number_in_section))
        elif item.paragraph is not None:
            covered.add(item.paragraph)
    return [number for number in range(1, count + 1) if number not in covered] if covered else []


_MOST = 100_000
"""Paragraphs that are looked at where a source only says how many it has."""


RULE = Rule("uncited-paragraph", check, __doc__ or "")
