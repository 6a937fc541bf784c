"""The trivial graph format: a line an argument with its text, a line `#`, a line an attack."""

import re

from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats.base import Reading, Written
from argmap.formats.iccma.framework import Draft, Word, framework_of

_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]*\n?")


def read(source: SourceFile) -> Reading:
    """Read a framework."""
    draft = Draft(source, "tgf")
    declaring = True
    for line in _LINE.finditer(source.text):
        words = [Word(found[0], found.start()) for found in _WORD.finditer(source.text, *line.span())]
        if [word.text for word in words] == ["#"] and declaring:
            declaring = False
        elif words and declaring:
            label = source.text[words[0].end : line.end()].strip()
            draft.declare(words[0], label)
        elif len(words) >= 2:
            draft.attacks.append((words[0], words[1]))
        elif words:
            draft.notes.note("odd-value", "an attack is two arguments, not one word", draft.span(words[0]))
    return draft.reading()


def write(argument_map: ArgumentMap) -> Written:
    """Return the framework of a map."""
    found = framework_of(argument_map, "tgf")
    names = {name: re.sub(r"\s+", "-", name) for name in found.arguments}
    lines = [" ".join([names[name], *text.split()]) for name, text in found.arguments.items()]
    lines += ["#", *(f"{names.get(one, one)} {names.get(other, other)}" for one, other in found.attacks)]
    return Written("\n".join(lines) + "\n")
