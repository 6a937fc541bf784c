"""The terms that statements are named by, as in Prolog: `rain`, `¬rain`, `expert(joe,climate)`."""

import re
from collections.abc import Mapping, Sequence

from argmap.core.ids import is_id, made_id

_AROUND = re.compile(r"\s*([(),])\s*")
_VERB = re.compile(r"%(?:%|[-+# 0-9.]{0,8}[A-Za-z])")
_ENOUGH = 100
"""Characters of a term that go into an id."""


def key_of(term: str) -> str:
    """What spellings of one term have in common: spaces make no difference beside brackets and commas."""
    return _AROUND.sub(r"\1", " ".join(term.split()))


def near_id(term: str) -> str:
    """The nearest thing to a term that may be an id; empty if nothing is left of it."""
    return term if is_id(term) else made_id(term[:_ENOUGH].replace("¬", "-not-").replace("--", "-"))


def parts_of(term: str) -> tuple[str, tuple[str, ...]]:
    """The predicate of a term and its arguments; a term that is no predicate with arguments is one by itself."""
    predicate, bracket, rest = term.partition("(")
    if not bracket or not predicate.strip() or not rest.endswith(")"):
        return term.strip(), ()
    found, depth, start = [], 0, 0
    inner = rest[:-1]
    for place, sign in enumerate(inner):
        depth += (sign in "([") - (sign in ")]")
        if depth < 0:
            return term.strip(), ()
        if sign == "," and depth == 0:
            found.append(inner[start:place].strip())
            start = place + 1
    return predicate.strip(), (*found, inner[start:].strip())


def signature(term: str) -> str:
    """The predicate of a term with the number of its arguments, as a language names it: `expert/2`."""
    predicate, arguments = parts_of(term)
    return f"{predicate}/{len(arguments)}"


def spoken(term: str, language: Mapping[str, str]) -> str | None:
    """A term in words, if the language has words for its predicate."""
    predicate, arguments = parts_of(term)
    words = language.get(f"{predicate}/{len(arguments)}")
    return None if words is None else " ".join(_filled(words, arguments).split()) or None


def whole_terms(items: Sequence[str]) -> list[tuple[int, str]]:
    """Terms with the number of the item that each begins in.

    A list in brackets is cut at every comma: `[expert(joe,climate), rain]` has three items, of which two are one term.
    """
    found: list[tuple[int, str]] = []
    opened, depth = 0, 0
    pieces: list[str] = []
    for number, item in enumerate(items):
        if not pieces:
            opened = number
        pieces.append(item)
        depth += item.count("(") - item.count(")")
        if depth <= 0:
            found.append((opened, ",".join(pieces)))
            pieces, depth = [], 0
    found += [(opened + number, piece) for number, piece in enumerate(pieces)]
    return found


def _filled(words: str, arguments: Sequence[str]) -> str:
    """A pattern with arguments in place of `%s`, `%v` and the like, one after the other."""
    waiting = iter(arguments)
    return _VERB.sub(lambda found: "%" if found[0] == "%%" else next(waiting, found[0]), words)
