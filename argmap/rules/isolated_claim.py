"""A claim stands in no relation and answers no question.

A map with a single claim is just begun and is left alone. In Argdown only statements and arguments with a title are
looked at, if no other text mentions them, and only where there are relations at all; what Argdown's own map leaves out
without a word, because it is connected to nothing, is named here.

## Why

The reader cannot see what the claim has to do with the debate. Mostly its relation was forgotten, or is written with
an id that has a slip.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  weather: It rained a lot last year.
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip to the centre., supports: tram}
  weather: {text: In rain the stops keep people dry., supports: tram}
```
"""

import re
from collections.abc import Iterator, Mapping

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Claim, ClaimKind
from argmap.rules.base import Context, Rule, place, typed_title

_MENTION = re.compile(r"@(\[.+?\]|<.+?>)")


def check(context: Context) -> Iterator[Diagnostic]:
    """Claims at no end of any relation."""
    debate = context.map
    if len(debate.claims) < 2 or (context.is_argdown and not debate.relations):
        return
    joined = {name for item in debate.relations for name in (*item.premises, item.target)}
    mentioned = _mentioned(context)
    for claim in context.looked_at:
        if claim.id not in joined and not claim.answers and not _is_told(context, claim, mentioned):
            message = f"`{claim.id}` is connected to nothing in this map"
            hint = "say what it `supports` or `attacks`, or which question it `answers`"
            if context.is_argdown:
                hint = "indent it under what it speaks for or against, after a `+` or a `-`"
            yield finding("isolated-claim", message, place(claim), help=hint)


def _is_told(context: Context, claim: Claim, mentioned: set[str]) -> bool:
    """Whether an Argdown statement is mentioned somewhere, or has no words, which the reader has said already."""
    if not context.is_argdown:
        return False
    left, right = "<>" if claim.kind is ClaimKind.ARGUMENT else "[]"
    return f"{left}{typed_title(claim)}{right}" in mentioned or (claim.kind is ClaimKind.CLAIM and not claim.text)


def _mentioned(context: Context) -> set[str]:
    """What texts of an Argdown file mention, in its brackets."""
    typed = (claim.data.get("argdown") for claim in context.map.claims if context.is_argdown)
    texts = (data.get("text") for data in typed if isinstance(data, Mapping))
    return {found for text in texts if isinstance(text, str) for found in _MENTION.findall(text)}


RULE = Rule("isolated-claim", check, __doc__ or "")
