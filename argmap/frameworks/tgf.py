"""The trivial graph format, in use at ICCMA 2015 to 2021: a line an argument, a line `#`, a line an attack."""

from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile
from argmap.frameworks.base import MAX_ARGUMENTS, Faults, Format, Instance, Reading, clipped, linked

_MANY = 10_000
_PARTS = "arguments come first, a line each, then a line `#`, then attacks, a line `a b` each"
_OR_NUMBERED = f"{_PARTS}; or, in the format of ICCMA 2023, a line `p af 3` stands at the top"


def _begins(text: str) -> bool:
    return bool(text.strip())


def _read(source: SourceFile) -> Reading:
    lines = source.text.split("\n")
    hedge = next((number for number, line in enumerate(lines) if line.strip() == "#"), None)
    if hedge is None or hedge > MAX_ARGUMENTS:
        return _read_exactly(source)
    names = [words[0] for words in map(str.split, lines[:hedge]) if words]
    attacks = list(filter(None, map(str.split, lines[hedge + 1 :])))
    numbers = {name: number for number, name in enumerate(names)}
    if len(numbers) != len(names) or "#" in numbers:
        return _read_exactly(source)
    try:
        attackers = [numbers[words[0]] for words in attacks]
        targets = [numbers[words[1]] for words in attacks]
    except (KeyError, IndexError):
        return _read_exactly(source)
    return Reading(Instance(linked(len(names), attackers, targets), names), ())


def _read_exactly(source: SourceFile) -> Reading:
    """Read line by line, to say where something is wrong; called only if something is."""
    faults = Faults(source)
    numbers: dict[str, int] = {}
    declaring = True
    offset = 0
    for line in source.text.split("\n"):
        words, start = line.split(), offset
        offset += len(line) + 1
        if words == ["#"] and declaring:
            declaring = False
        elif words and declaring:
            _declare(words[0], start + line.index(words[0]), numbers, faults)
        elif words:
            _attack(line, words, start, numbers, faults)
        if faults.are_many:
            break
    if declaring and not faults.stopped:
        end = len(source.text.rstrip())
        faults.add("syntax-error", "the line `#` between arguments and attacks is missing", end, end, _OR_NUMBERED)
    return faults.reading()


def _declare(name: str, start: int, numbers: dict[str, int], faults: Faults) -> None:
    if name in numbers:
        message = f"there is an argument `{clipped(name)}` already"
        faults.add("duplicate-id", message, start, start + len(name))
    elif name == "#":
        faults.add("syntax-error", "`#` does not stand alone on its line", start, start + 1, _PARTS)
    elif len(numbers) >= MAX_ARGUMENTS:
        message = f"there are more than the {MAX_ARGUMENTS:,} arguments that argmap reads"
        faults.add("too-large", message, start, start + len(name))
        faults.stopped = True
    else:
        numbers[name] = len(numbers)


def _attack(line: str, words: list[str], start: int, numbers: dict[str, int], faults: Faults) -> None:
    if len(words) < 2:
        first = start + line.index(words[0])
        message = "an attack is two arguments, the attacker and its target, not one word"
        faults.add("syntax-error", message, first, first + len(words[0]))
        return
    position = 0
    for word in words[:2]:
        place = line.index(word, position)
        position = place + len(word)
        if word not in numbers:
            near = did_you_mean(word, list(numbers)[:_MANY])
            hint = f"did you mean `{near}`?" if near else None
            message = f"there is no argument `{clipped(word)}`"
            faults.add("unknown-reference", message, start + place, start + position, hint)


FORMAT = Format("tgf", "the trivial graph format", _begins, _read, has_witnesses=False)
