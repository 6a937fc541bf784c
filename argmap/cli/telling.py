"""How the answers of `evaluate` and `why` reach their reader: in which format, where, and with which remarks."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import console
from argmap.cli.outputs import deliver
from argmap.cli.progress import progress

if TYPE_CHECKING:
    from argmap.core.explanation import Change
    from argmap.core.model import ArgumentMap
    from argmap.reporters.answers import Answer


@dataclass(frozen=True, slots=True)
class Telling:
    """Where an answer goes, and what it may use there.

    Attributes:
        file: Name of the map's file.
        format: `text`, `json` or `csv`.
        output: A file, or `-` for standard output.
        colour: Whether it may use terminal colours.
        quiet: Whether remarks on what was written are left out.
    """

    file: str
    format: str
    output: str
    colour: bool
    quiet: bool

    @classmethod
    def of(cls, file: str, given: Mapping[str, Any]) -> "Telling":
        """Read it off the options of a command."""
        colour = given["output"] == "-" and console.wants_colour(given["colour"], sys.stdout)
        return cls(file, given["format"], given["output"], colour, given["quiet"])

    def progress(self) -> AbstractContextManager[object]:
        """Show that the answer is being worked out."""
        return progress("evaluating", 1, shown=not self.quiet)

    def account(self, map: "ArgumentMap", answer: "Answer", change: "Change | None" = None) -> None:
        """Tell an answer; with an explanation under an assumption, what else changes.

        Raises:
            click.UsageError: The format has no place for it.
        """
        from argmap.core.labelling import Evaluation
        from argmap.reporters.answers import ANSWER_FORMATS, Account

        chosen = ANSWER_FORMATS[self.format]
        if chosen.only_evaluations and not isinstance(answer, Evaluation):
            raise click.UsageError(f"{self.format} has no place for this: take text or json.")
        self._deliver(chosen.write(Account(map, answer, change, self.file, **self._look())), answer.notes)

    def _look(self) -> dict[str, Any]:
        if self.output != "-":
            return {"width": 100}
        return {"colour": self.colour, "width": console.width(), "unicode": console.speaks_unicode(sys.stdout)}

    def _deliver(self, text: str, notes: Iterable[str]) -> None:
        for note in notes:
            console.say(f"note: {note}")
        if self.output == "-":
            console.put(text, colour=self.colour)
        else:
            deliver(text.encode(), self.output, folder=False, quiet=self.quiet)
