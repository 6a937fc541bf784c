"""A `link` is not an address of the web or of mail.

## Why

A drawn claim leads to its link. So that nobody who opens a picture runs something by a click, argmap draws only links
that begin with `http:`, `https:` or `mailto:`; any other is left out of the picture.

## Example

```yaml
argmap: 1
claims:
  cost: {text: The line costs more than the town earns in a year., link: www.example.org/costs}
```

## Better

```yaml
argmap: 1
claims:
  cost: {text: The line costs more than the town earns in a year., link: "https://www.example.org/costs"}
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.links import is_safe_link
from argmap.core.model import Claim, Source, Speaker
from argmap.rules.base import Context, Rule, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Links of claims, speakers and sources that are not drawn."""
    linked: list[Source | Speaker | Claim] = [*context.map.sources, *context.map.speakers, *context.map.claims]
    for item in linked:
        if item.link is not None and not is_safe_link(item.link):
            yield finding(
                "unsafe-link",
                f"the link of `{item.id}` is not an address of the web or of mail, so it is not drawn",
                place(item, "link"),
                help="begin it with `https://`, `http://` or `mailto:`",
            )


RULE = Rule("unsafe-link", check, __doc__ or "")
