"""What is asked of a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a report is to be made.

    Attributes:
        title: Its title; None for that of the map.
        evaluate: Name of a semantics that says what stands; None to leave that open.
        support: How the semantics reads support.
        figures: Whether it has pictures.
        page: The page that they must fit: `a4` or `letter`.
        timeout: Seconds that the evaluation may take.
    """

    title: str | None = None
    evaluate: str | None = None
    support: str = "default"
    figures: bool = True
    page: str = "a4"
    timeout: float = 60.0
