"""The format of ASPARTIX: facts `arg(a).` and `att(a,b).`, in any order; dialects have `support(a,b).` as well."""

import re

from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading, Written
from argmap.formats.iccma.framework import Draft, Word, framework_of

_FACT = re.compile(r"(?P<kind>[A-Za-z_]\w*)\s*\((?P<terms>(?:[^()\"%]|\"[^\"\n]*\"){0,2000})\)\s*(?P<stop>\.?)")
_TERM = re.compile(r"\s*(\"[^\"\n]*\"|[^,\s\"][^,\"]*)")
_COMMENT = re.compile(r"%[^\n]*")
_KINDS = {"arg": 1, "argument": 1, "att": 2, "attack": 2, "attacks": 2, "support": 2, "supp": 2, "supports": 2}
_PLAIN = re.compile(r"[a-z0-9][A-Za-z0-9_]*")


def read(source: SourceFile) -> Reading:
    """Read a framework. What is no fact is noted and left out."""
    draft = Draft(source, "apx")
    text = _COMMENT.sub(lambda found: " " * len(found[0]), source.text)
    place = 0
    for found in _FACT.finditer(text):
        _odd(draft, text, place, found.start())
        place = found.end()
        _take(draft, found)
    _odd(draft, text, place, len(text))
    return draft.reading()


def _odd(draft: Draft, text: str, start: int, end: int) -> None:
    """Note what stands between two facts."""
    rest = text[start:end].strip(" \t\r\n.")
    if rest:
        at = text.index(rest, start)
        place = Span(draft.source, at, min(end, at + len(rest.split("\n")[0])))
        draft.notes.note("odd-value", "this is not a fact", place, "a fact is `arg(a).` or `att(a,b).`")


def _take(draft: Draft, found: re.Match[str]) -> None:
    base = found.start("terms")
    terms = [_word(term, base) for term in _TERM.finditer(found["terms"])]
    wanted = _KINDS.get(found["kind"])
    place = Span(draft.source, *found.span())
    if wanted is None:
        message = f"`{found['kind']}` is neither `arg` nor `att`"
        draft.notes.note("odd-value", message, place)
    elif len(terms) != wanted:
        draft.notes.note("odd-value", f"`{found['kind']}` takes {wanted} names, not {len(terms)}", place)
    elif wanted == 1:
        draft.declare(terms[0])
    else:
        pairs = draft.supports if found["kind"].startswith("supp") else draft.attacks
        pairs.append((terms[0], terms[1]))


def _word(term: re.Match[str], base: int) -> Word:
    typed = term[1].rstrip()
    if typed[:1] == '"':
        return Word(typed[1:-1], base + term.start(1) + 1)
    return Word(typed, base + term.start(1))


def write(argument_map: ArgumentMap) -> Written:
    """Return the framework of a map. Names with other characters than letters, digits and `_` stand in quotes."""
    found = framework_of(argument_map, "apx")
    lines = [f"arg({_name(name)})." for name in found.arguments]
    lines += [f"att({_name(one)},{_name(other)})." for one, other in found.attacks]
    return Written("\n".join(lines) + "\n")


def _name(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else f'"{name.replace(chr(34), chr(39))}"'
