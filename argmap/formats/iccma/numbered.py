"""The format of ICCMA since 2023: `p af N`, then a line `i j` for each attack; arguments are the numbers 1 to N."""

import re

from argmap.core.diagnostics import finding
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading, Written
from argmap.formats.iccma.framework import MOST, Draft, Word, framework_of

_HEAD = re.compile(r"^[ \t]*p[ \t]+af[ \t]+([0-9]{1,9})[ \t\r]*$", re.MULTILINE)
_NAMED = re.compile(r"^#[ \t]*([0-9]{1,9})[ \t]+(\S+)[ \t\r]*$", re.MULTILINE)
_REMARK = re.compile(r"^#[ \t]*(\S+)[ \t\r]*$", re.MULTILINE)
_WORD = re.compile(r"[^\s#]+")
_LINE = re.compile(r"[^\n]*\n?")


def read(source: SourceFile) -> Reading:
    """Read a framework. Comments may name the arguments: `# 3 name`, or one name a line for all of them in turn."""
    head = _HEAD.search(source.text)
    if head is None:
        hint = "the first line is `p af` and the number of arguments, such as `p af 3`"
        place = Span(source, 0, len(source.text.split("\n", 1)[0]))
        return Reading(None, (finding("syntax-error", "the line `p af` is missing", place, help=hint),))
    draft, size = Draft(source, "af"), int(head[1])
    named = _named(source.text, min(size, MOST))
    for number in range(1, min(size, MOST + 1) + 1):
        draft.declare(named.get(str(number)) or Word(str(number), head.start(1)))
    for line in _LINE.finditer(source.text, head.end()):
        end = line.start() + len(line[0].partition("#")[0])
        words = [Word(found[0], found.start()) for found in _WORD.finditer(source.text, line.start(), end)]
        if len(words) == 2:
            draft.attacks.append((_meant(words[0], named), _meant(words[1], named)))
        elif words:
            place = Span(source, words[0].start, words[-1].end)
            draft.notes.note("odd-value", "an attack is a line with two numbers", place)
    return draft.reading()


def _meant(word: Word, named: dict[str, Word]) -> Word:
    """The name of the argument that a number stands for, where the number stands."""
    number = str(int(word.text)) if word.text.isascii() and word.text.isdigit() else word.text
    return Word(named[number].text if number in named else number, word.start)


def _named(text: str, size: int) -> dict[str, Word]:
    """What comments call the arguments, by their numbers; nothing unless it is certain which is meant."""
    found = {match[1]: Word(match[2], match.start(2)) for match in _NAMED.finditer(text) if 1 <= int(match[1]) <= size}
    if not found:
        words = [Word(match[1], match.start(1)) for match in _REMARK.finditer(text)]
        found = {str(number): word for number, word in enumerate(words, 1)} if len(words) == size else {}
    is_certain = len({word.text for word in found.values()}) == len(found)
    return found if is_certain and not any(word.text in found or word.text.isdigit() for word in found.values()) else {}


def write(argument_map: ArgumentMap) -> Written:
    """Return the framework of a map. A comment tells which claim each number is."""
    found = framework_of(argument_map, "af")
    numbers = {name: number for number, name in enumerate(found.arguments, 1)}
    lines = [f"p af {len(numbers)}"]
    lines += [f"# {number} {name}" for name, number in numbers.items() if name != str(number)]
    lines += [f"{numbers.get(one, one)} {numbers.get(other, other)}" for one, other in found.attacks]
    return Written("\n".join(lines) + "\n")
