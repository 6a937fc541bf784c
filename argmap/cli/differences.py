"""What a command would change in a file, as a unified diff."""

import difflib


def unified(before: str, after: str, name: str, label: str) -> list[str]:
    """Return the lines of a unified diff, each with its line end; empty if the texts are the same.

    Args:
        before: The text as it is.
        after: The text as it would be.
        name: What to call the one.
        label: What to call the other.
    """
    lines = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, label)
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
