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
    from argmap.core.labelling import Evaluation
    from argmap.core.model import ArgumentMap
    from argmap.reporters.explanation.base import Content


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

    def evaluation(self, map: "ArgumentMap", evaluation: "Evaluation") -> None:
        """Tell an evaluation."""
        from argmap.reporters.evaluation import TELLERS, Result

        self._deliver(TELLERS[self.format].write(Result(map, evaluation, self.file, **self._look())), evaluation.notes)

    def account(self, map: "ArgumentMap", content: "Content", change: "Change | None" = None) -> None:
        """Tell an explanation, a change, or what a conclusion hangs on; with an explanation, what else changes.

        Raises:
            click.UsageError: The format has no place for it.
        """
        from argmap.reporters.explanation import NARRATORS, Account

        if self.format not in NARRATORS:
            raise click.UsageError(f"{self.format} has no place for this: take text or json.")
        account = Account(map, content, change, self.file, **self._look())
        self._deliver(NARRATORS[self.format].write(account), content.notes)

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
