"""Which two maps `argmap diff` compares: files, standard input, or what git has of a file."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from argmap.project.presence import is_there

if TYPE_CHECKING:
    from argmap.core.source import SourceFile

_BEHIND = "argmap.cli.versions"
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class WithDashes(click.Command):
    """A command that knows which of its words stood behind `--`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words apart, and count those behind `--`."""
        ctx.meta[_BEHIND] = len(args) - args.index("--") - 1 if "--" in args else None
        return super().parse_args(ctx, args)


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison.

    Attributes:
        path: The file, or `-` for standard input.
        revision: The revision of git from which it is taken, or None for the file as it is.
    """

    path: str
    revision: str | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return f"{self.revision}:{self.path}" if self.revision is not None else self.path

    def read(self) -> "SourceFile":
        """Read it.

        Raises:
            ArgmapError: It is not there, or git does not give it.
        """
        from argmap import pipeline
        from argmap.project import git

        if self.revision is not None:
            return git.committed(self.revision, self.path)
        if _names_object(self.path):
            return git.committed_object(self.path)
        return pipeline.read(self.path)


def versions(words: tuple[str, ...], ctx: click.Context) -> tuple[Version, Version]:
    """Return the old and the new side that words on the command line mean.

    Raises:
        click.UsageError: They mean no two sides.
        ArgmapError: git is needed and does not give what they name.
    """
    behind = ctx.meta[_BEHIND]
    if behind is not None:
        if behind != 1 or len(words) > 3:
            raise click.UsageError("Name one file behind --, and up to two revisions before it.")
        return _of_git(words[:-1], words[-1])
    if not words or len(words) > 3:
        raise click.UsageError("Name two maps, or one map and revisions of git: argmap diff REV -- FILE.")
    if len(words) == 1:
        return _of_git((), words[0])
    if len(words) == 3 or _is_revision_of(words[0], words[1]):
        return _of_git(words[:-1], words[-1])
    if words == ("-", "-"):
        raise click.UsageError("Only one of the two can be standard input.")
    return Version(words[0]), Version(words[1])


def _of_git(words: tuple[str, ...], path: str) -> tuple[Version, Version]:
    from argmap.project import git

    if path == "-":
        raise click.UsageError("Revisions are those of a file: name it.")
    old, new = git.revisions(words, path)
    return Version(path, old.name), Version(path, new.name)


def _is_revision_of(word: str, path: str) -> bool:
    """Whether a word is no file but a revision, as where `--` was left out."""
    if word == "-" or is_there(word) or _names_object(word) or path == "-":
        return False
    from argmap.project import git

    return git.is_revision(word, path)


def _names_object(word: str) -> bool:
    """Whether a word is git's name for a file in a revision: `HEAD:debates/tram.argmap.yaml`."""
    return ":" in word and not is_there(word) and not _DRIVE.match(word)


def configured_for(sides: tuple[Version, Version]) -> str:
    """The file whose configuration holds: that of the new side, else that of the old one, else standard input."""
    files = [side.path for side in reversed(sides) if side.path != "-" and not _names_object(side.path)]
    return files[0] if files else "-"
