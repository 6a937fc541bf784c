"""Files as they were in a revision of git, which is called as a program and not needed for anything else."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.core.errors import ArgmapError
from argmap.core.files import decoded
from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile

_LARGEST = 200_000_000
"""Bytes of a file; no map is so large."""


class Revision(NamedTuple):
    """A revision as the user names it, such as `HEAD~3`; None for the file as it lies there now."""

    name: str | None


def revisions(words: tuple[str, ...], path: str) -> tuple[Revision, Revision]:
    """Return which two versions of a file are meant by what stands before it, as git would take it.

    Args:
        words: None (`HEAD` and the file as it is), `REV`, `REV REV`, `REV..REV`, or `REV...REV` (since both parted).
        path: The file.

    Raises:
        ArgmapError: `git-failed` if two revisions never were one, or git is not at hand.
    """
    if not words:
        return Revision("HEAD"), Revision(None)
    if len(words) == 2:
        return Revision(words[0]), Revision(words[1])
    old, dots, new = words[0].partition("...")
    if dots:
        old, new = old or "HEAD", new or "HEAD"
        return Revision(_parting(old, new, path)), Revision(new)
    old, dots, new = words[0].partition("..")
    return (Revision(old or "HEAD"), Revision(new or "HEAD")) if dots else (Revision(words[0]), Revision(None))


def committed(revision: str, path: str) -> SourceFile:
    """Read a file as it was in a revision; what it includes is read from there as well.

    Raises:
        ArgmapError: `git-failed`: git is not at hand, the file lies in no repository, the revision is unknown, or it
            does not have the file.
    """
    folder, below = _split(path)
    _commit(revision, folder)
    number = _ask(folder, "rev-parse", "--verify", "--quiet", f"{revision}:./{below}")
    if number is None:
        raise ArgmapError("git-failed", f"`{revision}` does not have the file {path}", _was_elsewhere(revision, path))
    text = decoded(_content(number.decode().strip(), folder))
    return SourceFile(f"{revision}:{path}", text, path, _Committed(revision))


def committed_object(name: str) -> SourceFile:
    """Read what `REV:PATH` names; the path counts from the top of the repository, unless it begins with `./`.

    Without a revision it is what is staged.

    Raises:
        ArgmapError: `git-failed`, as for `committed`.
    """
    here = Path.cwd()
    revision, _, path = name.partition(":")
    _see_repository(here)
    if revision:
        _commit(revision, here)
    number = _ask(here, "rev-parse", "--verify", "--quiet", name)
    if number is None:
        is_near = path.startswith(("./", "../"))
        hint = None if is_near else f"paths count from the top of the repository, or from here: {revision}:./{path}"
        raise ArgmapError("git-failed", f"there is no `{path}` in `{revision or 'the index'}`", hint)
    top = here if path.startswith("./") else _top(here)
    text = decoded(_content(number.decode().strip(), here))
    return SourceFile(name, text, os.path.normpath(top / path), _Committed(revision))


def _top(folder: Path) -> Path:
    found = _ask(folder, "rev-parse", "--show-toplevel")
    return Path(os.fsdecode(found).rstrip("\r\n")) if found else folder


def is_revision(word: str, path: str) -> bool:
    """Return whether a word names a revision, or two, of the repository in which a file lies."""
    folder, _ = _split(path)
    ends = [end or "HEAD" for end in word.replace("...", "..").split("..")]
    try:
        return len(ends) <= 2 and all(_resolved(end, folder) for end in ends)
    except ArgmapError:
        return False


class _Committed(Mapping[str, str]):
    """The texts of files as they were in a revision, by their real path; each is asked for when it is needed."""

    def __init__(self, revision: str) -> None:
        self._revision = revision

    def __getitem__(self, path: str) -> str:
        folder, below = _split(path)
        number = _ask(folder, "rev-parse", "--verify", "--quiet", f"{self._revision}:./{below}")
        if number is None:
            raise KeyError(path)
        return decoded(_content(number.decode().strip(), folder))

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _split(path: str) -> tuple[Path, str]:
    """The nearest folder around a file that is there now, and the path from it, as git writes it."""
    whole = Path(os.path.normpath(Path(path).absolute()))
    folder = next(place for place in whole.parents if place.is_dir())
    return folder, whole.relative_to(folder).as_posix()


def _parting(one: str, other: str, path: str) -> str:
    folder, _ = _split(path)
    commits = [_commit(name, folder) for name in (one, other)]
    found = _ask(folder, "merge-base", *commits)
    if found is None:
        raise ArgmapError("git-failed", f"`{one}` and `{other}` have no revision in common")
    return found.decode().strip()


def _commit(revision: str, folder: Path) -> str:
    """The commit that a revision names.

    Raises:
        ArgmapError: There is none, with the nearest name of a branch or tag.
    """
    found = _resolved(revision, folder)
    if found is None:
        raise ArgmapError("git-failed", f"there is no revision `{revision}`", _meant(revision, folder))
    return found


def _meant(revision: str, folder: Path) -> str:
    """What to do about a revision that is not there."""
    base = re.split(r"[~^@]", revision, maxsplit=1)[0]
    if base and base != revision and _resolved(base, folder):
        return f"`{base}` is there, but not what stands behind it; see git log {base}"
    known = (_ask(folder, "for-each-ref", "--format=%(refname:short)") or b"").decode("utf-8", "replace").split()
    near = did_you_mean(revision, [*known, "HEAD"])
    return f"did you mean `{near}`?" if near else "git log and git branch list what there is"


def _resolved(revision: str, folder: Path) -> str | None:
    _see_repository(folder)
    if revision.startswith("-"):  # never an option of git
        return None
    found = _ask(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return found.decode().strip() if found else None


def _was_elsewhere(revision: str, path: str) -> str:
    return f"if it was called otherwise then, name both: argmap diff {revision}:OLD-PATH {path}"


def _content(number: str, folder: Path) -> bytes:
    """The bytes of an object.

    Raises:
        ArgmapError: It is a folder, or too large for a map.
    """
    kind = (_ask(folder, "cat-file", "-t", number) or b"").strip()
    if kind != b"blob":
        raise ArgmapError("git-failed", "this is no file in that revision, but a folder or something else of git's")
    if int(_ask(folder, "cat-file", "-s", number) or 0) > _LARGEST:
        raise ArgmapError("git-failed", "the file is too large for a map")
    found = _ask(folder, "cat-file", "blob", number)
    if found is None:
        raise ArgmapError("git-failed", f"git cannot read its object {number}", "git fsck says what is wrong")
    return found


def _see_repository(folder: Path) -> None:
    done = _run(folder, "rev-parse", "--git-dir")
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0].removeprefix("fatal: ") if said else "git gives no reason"
        if "not a git repository" in reason:
            raise ArgmapError(
                "git-failed", f"{folder} lies in no git repository", "compare two files instead: argmap diff OLD NEW"
            )
        raise ArgmapError("git-failed", f"git does not open the repository: {reason}")


def _ask(folder: Path, *words: str) -> bytes | None:
    """What git answers; None if it fails."""
    done = _run(folder, *words)
    return done.stdout if done.returncode == 0 else None


def _run(folder: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(
            ["git", *words], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise ArgmapError(
            "git-failed", "the program git is not at hand", "compare two files instead: argmap diff OLD NEW"
        ) from error
    except (OSError, ValueError) as error:  # a NUL in a word, or git may not be run
        raise ArgmapError("git-failed", f"git cannot be run: {error}") from error
