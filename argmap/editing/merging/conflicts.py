"""How a conflict is written down: both versions between lines of signs, as git does it."""

from typing import NamedTuple


class Markers(NamedTuple):
    """The lines around the versions of a conflict.

    Attributes:
        labels: What ours, base and theirs are called.
        size: How many signs each line begins with, at least 1.
        with_base: Whether the version before both is shown as well.
    """

    labels: tuple[str, str, str] = ("ours", "base", "theirs")
    size: int = 7
    with_base: bool = False

    def conflict(self, ours: str, base: str, theirs: str) -> str:
        """The lines of a conflict; each version is whole lines, or empty."""
        lines = [self._line("<", self.labels[0]), ours]
        if self.with_base:
            lines += [self._line("|", self.labels[1]), base]
        return "".join([*lines, self._line("=", ""), theirs, self._line(">", self.labels[2])])

    def _line(self, sign: str, label: str) -> str:
        return f"{sign * self.size} {label}".rstrip() + "\n"


GIT_MARKERS = Markers()
"""Conflicts as git writes them."""
