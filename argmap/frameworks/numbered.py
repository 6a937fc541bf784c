"""The format of ICCMA 2023 and later: `p af N`, then a line `i j` for each attack; arguments are the numbers 1 to N."""

import re

from argmap.core.source import SourceFile
from argmap.frameworks.base import MAX_ARGUMENTS, Faults, Format, Instance, Reading, clipped, linked

_COMMENT = re.compile(r"#[^\n]*")
_BEGINS = re.compile(r"(?>(?:\s*+#[^\n]*+)*)\s*+p[ \t]++(?:af|aba|cnf|adf)\b")
_HEAD = re.compile(r"\s*+p[ \t]++af[ \t]++([0-9]{1,9})[ \t\r]*+(?:\n|\Z)")
_LINES = re.compile(r"(?>(?:[ \t]*+[0-9]{1,9}[ \t]++[0-9]{1,9}[ \t\r]*+(?:\n|\Z)|[ \t\r]*+\n)*)[ \t\r]*+")
_WORD = re.compile(r"[^ \t\r]+")
_NUMBER = re.compile(r"[0-9]+")
_HEAD_IS = "the first line is `p af` and the number of arguments, such as `p af 3`"


def _begins(text: str) -> bool:
    return _BEGINS.match(text) is not None


def _read(source: SourceFile) -> Reading:
    text = _COMMENT.sub("", source.text) if "#" in source.text else source.text
    head = _HEAD.match(text)
    if head is None or not _LINES.fullmatch(text, head.end()):
        return _read_exactly(source)
    size = int(head[1])
    numbers = list(map(int, text[head.end() :].split()))
    if size > MAX_ARGUMENTS or (numbers and not 1 <= min(numbers) <= max(numbers) <= size):
        return _read_exactly(source)
    return _made(size, numbers)


def _made(size: int, numbers: list[int]) -> Reading:
    numbers = [number - 1 for number in numbers]
    return Reading(Instance(linked(size, numbers[::2], numbers[1::2]), range(1, size + 1)), ())


def _read_exactly(source: SourceFile) -> Reading:
    """Read line by line, to say where something is wrong."""
    faults = Faults(source)
    size: int | None = None
    numbers: list[int] = []
    offset = 0
    for line in source.text.split("\n"):
        words = list(_WORD.finditer(source.text, offset, offset + len(line.partition("#")[0])))
        offset += len(line) + 1
        if not words:
            continue
        if size is None:
            size = _size(words, faults)
            if size is None:
                return faults.reading()
        else:
            numbers += _attack(words, size, faults)
        if faults.are_many:
            break
    if size is None:
        faults.add("syntax-error", "the line `p af` is missing", 0, 0, _HEAD_IS)
    return faults.reading() if faults.found or size is None else _made(size, numbers)


def _size(words: list[re.Match[str]], faults: Faults) -> int | None:
    """The number of arguments that the first line tells, None if it is wrong."""
    first, *rest = words
    if first[0] != "p":
        faults.add("syntax-error", "the file does not begin with `p af`", *first.span(), _HEAD_IS)
    elif not rest or rest[0][0] != "af":
        place = rest[0] if rest else first
        faults.add("syntax-error", "this is not an argumentation framework, `p af`", *place.span(), _HEAD_IS)
    elif len(rest) != 2 or not _NUMBER.fullmatch(rest[1][0]):
        place = rest[-1]
        faults.add("syntax-error", "`p af` is not followed by one number", *place.span(), _HEAD_IS)
    elif len(rest[1][0].lstrip("0")) > 9 or int(rest[1][0]) > MAX_ARGUMENTS:
        message = f"{clipped(rest[1][0])} arguments are more than the {MAX_ARGUMENTS:,} that argmap reads"
        faults.add("too-large", message, *rest[1].span())
    else:
        return int(rest[1][0])
    return None


def _attack(words: list[re.Match[str]], size: int, faults: Faults) -> list[int]:
    """The two ends of an attack, or nothing if the line is wrong."""
    if len(words) != 2:
        number = "one word" if len(words) == 1 else f"{len(words)} words"
        message = f"an attack is two numbers, the attacker and its target, not {number}"
        faults.add("syntax-error", message, words[0].start(), words[-1].end())
        return []
    ends = []
    for word in words:
        if not _NUMBER.fullmatch(word[0]):
            faults.add("syntax-error", f"`{clipped(word[0])}` is not the number of an argument", *word.span())
        elif len(word[0].lstrip("0")) > 9 or not 1 <= int(word[0]) <= size:
            there = f"they are numbered from 1 to {size}" if size else "the file has none"
            faults.add("unknown-reference", f"there is no argument {clipped(word[0])}", *word.span(), there)
        else:
            ends.append(int(word[0]))
    return ends if len(ends) == 2 else []


FORMAT = Format("i23", "the format of ICCMA 2023", _begins, _read, has_witnesses=True)
