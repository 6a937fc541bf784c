"""No chain of supports leads to a claim from one that stands by itself.

A claim stands by itself if the file says `assumed: true`, or says nothing and no relation supports the claim. The
finding stands once for each cause: a circle of supports without a way in, or a claim that says `assumed: false` and has
no support. What rests on these is named with it. `circular-support` is about any circle, also one that a reason from
outside leads into; this finding is about what follows where there is none.

## Why

A circle cannot lift itself: claims that are held up only by each other count as out when the map is evaluated, and so
does a claim that rests on nothing but these. A thesis would be lost for a reason that no attack in the map shows.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  modern: {text: The town is a place for trams., supports: [tram, riders]}
  riders: {text: Many people would ride a tram., supports: modern}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  modern: {text: The town is a place for trams., supports: tram}
  riders: {text: Many people would ride a tram., supports: modern}
  survey: {text: Six in ten say in a survey that they would ride., supports: riders}
```
"""

from collections.abc import Iterator, Mapping, Sequence

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.foundation import founded_claims, reached, supports
from argmap.core.graph import strongly_connected
from argmap.core.model import Relation
from argmap.rules.base import Context, Rule, listed, place


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each circle without a way in, and for each claim that lacks the support it asks for."""
    founded = founded_claims(context.graph)
    unfounded = [claim.id for claim in context.map.claims if claim.id not in founded]
    if not unfounded:
        return
    onto: dict[str, list[Relation]] = {name: [] for name in unfounded}
    above: dict[str, list[str]] = {name: [] for name in unfounded}
    for item in supports(context.graph):
        if item.target in onto:
            onto[item.target].append(item)
            for premise in item.premises:
                if premise in above:
                    above[premise].append(item.target)
    causes = [cause for part in strongly_connected(unfounded, above) if (cause := _cause(part, onto))]
    order = {name: number for number, name in enumerate(unfounded)}
    for cause, resting in zip(causes, _resting(causes, above), strict=True):
        rest = sorted(resting, key=order.__getitem__)
        yield _finding(context, cause, rest, is_supported=bool(onto[cause[0]]))


def _cause(part: tuple[str, ...], onto: Mapping[str, Sequence[Relation]]) -> tuple[str, ...]:
    """The claims of a strongly connected part that would be unfounded even if all others were founded.

    Empty if there are none, and for a claim that supports only itself, which `self-relation` reports.
    """
    inside = set(part)
    steps = [item for name in part for item in onto[name]]
    outside = {premise for item in steps for premise in item.premises if premise not in inside}
    founded = reached(outside, steps)
    found = tuple(name for name in part if name not in founded)
    return () if len(found) == 1 and onto[found[0]] else found


def _resting(causes: Sequence[tuple[str, ...]], above: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The other unfounded claims that rest on each cause; one that rests on several is given at the first."""
    seen = {name for cause in causes for name in cause}
    for cause in causes:
        found: list[str] = []
        waiting = list(cause)
        while waiting:
            for name in above[waiting.pop()]:
                if name not in seen:
                    seen.add(name)
                    found.append(name)
                    waiting.append(name)
        yield found


def _finding(context: Context, cause: tuple[str, ...], rest: Sequence[str], *, is_supported: bool) -> Diagnostic:
    first = context.map.claim[cause[0]]
    if is_supported:
        message = f"{listed(cause)} are supported only in a circle, so they count as out when the map is evaluated"
        span, hint = place(first), "support one of them from outside"
        if not context.is_argdown:
            hint += ", or say `assumed: true` of one that needs no reason"
    else:
        message = f"`{first.id}` is not assumed and nothing supports it, so it counts as out when the map is evaluated"
        span, hint = place(first, "assumed"), "support it, or leave `assumed: false` out"
    notes = (f"what rests on {'them' if len(cause) > 1 else 'it'} is out too: {listed(rest)}",) if rest else ()
    return finding("unfounded-claim", message, span, notes=notes, help=hint)


RULE = Rule("unfounded-claim", check, __doc__ or "")
