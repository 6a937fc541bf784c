"""Two claims say the same in nearly the same words.

Compared are the words: case, punctuation, articles and other small words, plural endings, British and American
spelling, and a letter more or less in a long word make no difference. Claims that differ in a number, in the order of
the words, in a negation or in any other word are different claims.

## Why

Reasons for and against one thought are spread over two cards, and each looks weaker than it is.

## Example

```yaml
argmap: 1
claims:
  half: Half of the commuters work from home.
  tram: The town should build a tram line.
  remote: Half of commuters now work from home
```

## Better

```yaml
argmap: 1
claims:
  half: Half of the commuters work from home.
  tram: The town should build a tram line.
```
"""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.rules.base import Context, Rule, labels, place
from argmap.rules.likeness import alike


def check(context: Context) -> Iterator[Diagnostic]:
    """Claims that an earlier one already says."""
    claims = list(context.looked_at)
    for later, earlier, is_same in alike([claim.text for claim in claims], context.is_english):
        again, first = claims[later], claims[earlier]
        if context.is_argdown and again.kind is not first.kind:
            continue  # a statement may sum an argument up
        how = "the same" if is_same else "nearly the same"
        yield finding(
            "near-duplicate-claims",
            f"`{again.id}` says {how} as `{first.id}`",
            place(again, "text"),
            secondary=labels((place(first, "text"), "first said here")),
            help="give both the same title, and they are one"
            if context.is_argdown
            else "keep one of them, and let it stand in the relations of both",
        )


RULE = Rule("near-duplicate-claims", check, __doc__ or "")
