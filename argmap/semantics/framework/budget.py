"""How much time an answer may take, and what happens when it is used up."""

from time import monotonic


class OutOfTimeError(Exception):
    """The time for an answer is used up. Whoever asked with a time limit catches it."""


class Budget:
    """A time limit that starts to run when it is made.

    Args:
        seconds: Time in seconds, above 0; None for no limit.
    """

    def __init__(self, seconds: float | None = None) -> None:
        self._end = None if seconds is None else monotonic() + seconds

    @property
    def left(self) -> float | None:
        """Seconds that are left, at least 0; None if there is no limit."""
        return None if self._end is None else max(0.0, self._end - monotonic())

    def check(self) -> None:
        """See that there is time left.

        Raises:
            OutOfTimeError: There is none.
        """
        if self._end is not None and monotonic() > self._end:
            raise OutOfTimeError
