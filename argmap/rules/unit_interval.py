"""Numbers that lie between 0 and 1: what is said of one that does not."""

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Claim, Relation
from argmap.rules.base import ask, place, rename


def out_of_range(name: str, thing: Claim | Relation, field: str, number: float | None) -> Diagnostic | None:
    """The finding for a number that lies outside, with a fix if it looks like a percentage; None for one inside.

    Args:
        name: What the finding is called.
        thing: Whose field it is.
        field: `score` or `weight`.
        number: The number, or None if none is given.
    """
    if number is None or 0 <= number <= 1:
        return None
    span = place(thing, field)
    as_share = f"{number / 100:.4g}" if 10 <= number <= 100 else None
    return finding(
        name,
        f"the {field} of `{thing.id}` is {number:g}; a {field} lies between 0 and 1",
        span,
        help=ask(as_share),
        fix=rename(span, span.text, as_share) if span and field in thing.spans else None,
    )
