"""Argdown texts, read as far as tests need it."""

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import SourceFile
from argmap.formats.argdown.debate.model import Debate
from argmap.formats.argdown.debate.resolve import resolve
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.argdown.text.parser import parse


def debate_in(text: str) -> tuple[Debate, list[Diagnostic]]:
    """The debate in a text, and what is wrong with the syntax; what is wrong with references is left aside."""
    script = Manuscript(text, (Piece(0, SourceFile("debate.argdown", text), 0),))
    document, found = parse(script)
    return resolve(document, script)[0], found
