"""A quotation does not stand in its source's local copy, or not at the place that is cited.

Line breaks, case and the kinds of quotation marks and dashes make no difference; `…` and `[...]` stand for words that
were left out.

## Why

A quotation vouches for the very words. If they are not there, readers who look them up stop trusting the rest.

## Example

```yaml
argmap: 1
sources:
  study: {title: Transport study, text: study.txt}
claims:
  faster:
    text: A tram halves the trip to the centre.
    cites: {source: study, paragraph: 1, quote: takes half the time}
```

```text study.txt
The bus needs forty minutes.

The tram needs twenty.
```

## Better

```yaml
argmap: 1
sources:
  study: {title: Transport study, text: study.txt}
claims:
  faster:
    text: A tram halves the trip to the centre.
    cites: {source: study, paragraph: 2, quote: The tram needs twenty}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Citation
from argmap.core.paragraphs import Passages, holds, pieces, runs
from argmap.rules.base import Context, Rule, cited, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Quotations that the local copy does not hold where they are said to stand."""
    for owner, citation in cited(context.map):
        text = context.passages.get(citation.source)
        if text is None or not citation.quote or not citation.quote.strip():
            continue
        quotation = pieces(citation.quote)
        if _stands(text, citation, quotation):
            continue
        elsewhere = []
        if holds(text.whole, quotation):
            elsewhere = [number for number, words in enumerate(text.plain, 1) if holds(words, quotation)]
        where = f"{citation.place} of `{citation.source}`" if citation.place else f"`{citation.source}`"
        yield finding(
            "quotation-not-in-source",
            f"the quotation does not stand in {where}",
            place(citation, "quote") or place(owner, "cites"),
            help=f"it stands in {runs(elsewhere)}" if elsewhere else None,
        )


def _stands(text: Passages, citation: Citation, quotation: tuple[str, ...]) -> bool:
    """Whether the quotation is there; true also for a place that does not exist, which is another finding."""
    if citation.paragraph is None and not citation.section:
        return holds(text.whole, quotation)
    section = text.section(citation.section) if citation.section else None
    if citation.section and section is None:
        return True
    inside = text.inside(section)
    if citation.paragraph is not None:
        inside = inside[citation.paragraph - 1 : citation.paragraph] if citation.paragraph > 0 else ()
        if not inside:
            return True
    return holds(" ".join(text.plain[item.number - 1] for item in inside), quotation)


RULE = Rule("quotation-not-in-source", check, __doc__ or "")
