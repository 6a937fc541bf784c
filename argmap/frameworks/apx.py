"""The format of ASPARTIX, in use at ICCMA 2015 to 2021: facts `arg(a).` and `att(a,b).`, in any order."""

import re

from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile
from argmap.frameworks.base import MAX_ARGUMENTS, Faults, Format, Instance, Reading, clipped, linked

_NAME = r"[^\s(),.\"%]++"
_ARGUMENT, _ATTACK = r"arg(?:ument)?\s*+\(", r"att(?:ack)?\s*+\("

# Patterns are compiled when they are first used: most runs read another format.
_COMMENT = r"%[^\n]*"
_BEGINS = rf"(?>(?:\s*+%[^\n]*+)*)\s*+(?:{_ARGUMENT}|{_ATTACK})"
_FILE = rf"\s*+(?>(?:(?:{_ARGUMENT}\s*+{_NAME}\s*+\)|{_ATTACK}\s*+{_NAME}\s*+,\s*+{_NAME}\s*+\))\s*+\.\s*+)*)"
_ARGUMENTS = rf"{_ARGUMENT}\s*+({_NAME})"
_ATTACKS = rf"{_ATTACK}\s*+({_NAME})\s*+,\s*+({_NAME})"
_GAP = r"(?>(?:\s++|%[^\n]*+)*)"
_PREDICATE = r"(\w+)\s*\("
_TERM = r'\s*("[^"\n]*"|[^\s(),"%]*[^\s(),"%.])'
_REST = r"[^\n.]*\.?"
_KINDS = {"arg": 1, "argument": 1, "att": 2, "attack": 2}
_FACTS_ARE = "a fact is `arg(a).` or `att(a,b).`"
_MANY = 10_000


def _begins(text: str) -> bool:
    return re.match(_BEGINS, text) is not None


def _read(source: SourceFile) -> Reading:
    text = re.sub(_COMMENT, "", source.text) if "%" in source.text and '"' not in source.text else source.text
    if not re.fullmatch(_FILE, text):
        return _read_exactly(source)
    names = re.findall(_ARGUMENTS, text)
    numbers = {name: number for number, name in enumerate(names)}
    attacks = re.findall(_ATTACKS, text)
    if len(numbers) != len(names) or len(names) > MAX_ARGUMENTS:
        return _read_exactly(source)
    try:
        attackers = [numbers[attacker] for attacker, _ in attacks]
        targets = [numbers[target] for _, target in attacks]
    except KeyError:
        return _read_exactly(source)
    return Reading(Instance(linked(len(names), attackers, targets), names), ())


def _read_exactly(source: SourceFile) -> Reading:
    """Read fact by fact, to say where something is wrong."""
    faults = Faults(source)
    numbers: dict[str, int] = {}
    attacks: list[list[re.Match[str]]] = []
    position = _skip(source.text, 0)
    while position < len(source.text) and not faults.are_many:
        terms, position = _fact(source.text, position, faults)
        if len(terms) == 1:
            _declare(terms[0], numbers, faults)
        elif terms:
            attacks.append(terms)
        position = _skip(source.text, position)
    for ends in attacks:
        for term in ends:
            if term[1] not in numbers and not faults.are_many:
                _undeclared(term, numbers, faults)
    if faults.found:
        return faults.reading()
    attackers, targets = ([numbers[ends[side][1]] for ends in attacks] for side in (0, 1))
    return Reading(Instance(linked(len(numbers), attackers, targets), list(numbers)), ())


def _skip(text: str, position: int) -> int:
    """Return where white space and comments end."""
    gap = re.compile(_GAP).match(text, position)
    return gap.end() if gap else position


def _fact(text: str, start: int, faults: Faults) -> tuple[list[re.Match[str]], int]:
    """Return the names in the fact that begins at `start`, none if it is wrong, and where it ends."""
    rest = re.compile(_REST).match(text, start)
    assert rest is not None
    beyond = max(rest.end(), start + 1)
    predicate = re.compile(_PREDICATE).match(text, start)
    if predicate is None:
        faults.add("syntax-error", "this is not a fact", start, beyond, _FACTS_ARE)
        return [], beyond
    if predicate[1] not in _KINDS:
        message = f"`{clipped(predicate[1])}` is neither `arg` nor `att`"
        faults.add("syntax-error", message, *predicate.span(1), "a framework has arguments and attacks, no more")
        return [], beyond
    terms: list[re.Match[str]] = []
    position = predicate.end()
    while term := re.compile(_TERM).match(text, position):
        terms.append(term)
        position = term.end()
        comma = _skip(text, position)
        if text[comma : comma + 1] != ",":
            break
        position = comma + 1
    for sign in (")", "."):
        end, position = position, _skip(text, position)
        if text[position : position + 1] != sign:
            faults.add("syntax-error", f"`{sign}` is missing", end, end, _FACTS_ARE)
            return (terms, position) if sign == "." and len(terms) == _KINDS[predicate[1]] else ([], beyond)
        position += 1
    wanted = _KINDS[predicate[1]]
    if len(terms) != wanted:
        words = "one name" if wanted == 1 else "two names, the attacker and its target"
        faults.add("syntax-error", f"`{predicate[1]}` takes {words}, not {len(terms)}", start, position)
        return [], position
    return terms, position


def _declare(term: re.Match[str], numbers: dict[str, int], faults: Faults) -> None:
    if term[1] in numbers:
        faults.add("duplicate-id", f"there is an argument `{clipped(term[1])}` already", *term.span(1))
    elif len(numbers) >= MAX_ARGUMENTS:
        faults.add("too-large", f"there are more than the {MAX_ARGUMENTS:,} arguments that argmap reads", *term.span(1))
        faults.stopped = True
    else:
        numbers[term[1]] = len(numbers)


def _undeclared(term: re.Match[str], numbers: dict[str, int], faults: Faults) -> None:
    near = did_you_mean(term[1], list(numbers)[:_MANY])
    hint = f"did you mean `{near}`?" if near else f"declare it: `arg({clipped(term[1])}).`"
    faults.add("unknown-reference", f"there is no argument `{clipped(term[1])}`", *term.span(1), hint)


FORMAT = Format("apx", "the format of ASPARTIX", _begins, _read, has_witnesses=False)
