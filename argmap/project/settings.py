"""The settings of a project as values, and which findings they let through."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from argmap.core.codes import LEDGER
from argmap.core.diagnostics import Diagnostic

EVERYTHING = "all"
"""The selector of everything that is reported by default: for a selection that adds to it."""

_SPOKEN_FOR = "AM0"
"""Findings of the reader: a file that cannot be read cannot be vouched for, so a selection never hides them."""


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """Defaults of `argmap render`; None where the configuration says nothing.

    Attributes:
        theme: Name of a theme.
        view: Name of a view.
        direction: Where reasons stand, seen from the thesis.
        labels: Whether boxes show titles, texts or both.
        wrap: Characters a line of text takes at most.
        legend: Whether a legend is drawn.
        fit: The page that the drawing is made for.
    """

    theme: str | None = None
    view: str | None = None
    direction: str | None = None
    labels: str | None = None
    wrap: int | None = None
    legend: bool | None = None
    fit: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a map: the defaults, changed by configuration and then by the command line.

    Attributes:
        select: Selectors of the findings to report; empty for all that are reported by default. A selector is a name
            (`long-title`), a code (`AM406`), the beginning of a code (`AM4`), or `all` for what an empty selection
            stands for. Findings that are not reported by default are selected by name or whole code only.
        ignore: Selectors of the findings to leave out. The more exact selector wins, and `ignore` wins a draw.
        strict: Whether advice makes a check fail, too.
        exclude: Patterns of files and folders that a search leaves out, relative to the configuration's folder.
        title_length: Characters that a title may have, or None for the rule's own limit.
        render: Defaults of drawings.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    exclude: tuple[str, ...] = ()
    title_length: int | None = None
    render: RenderSettings = RenderSettings()

    def wants(self, diagnostic: Diagnostic) -> bool:
        """Return whether a finding is to be reported."""
        ignored = _exactness(self.ignore, diagnostic)
        if diagnostic.code.startswith(_SPOKEN_FOR):
            return ignored < 2
        selected = _exactness(self.select, diagnostic) if self.select else 1
        if selected < len(diagnostic.code) and diagnostic.name in _asked_for():
            return False
        return selected > ignored


DEFAULTS = Settings()
"""The settings of a project that says nothing."""


def unknown_selectors(selectors: Iterable[str]) -> list[str]:
    """Return the selectors that stand for no finding."""
    codes = {entry.code for entry in LEDGER.values()}
    return [
        item
        for item in selectors
        if item.casefold() not in (EVERYTHING, *LEDGER)
        and not (len(item) > 2 and any(code.startswith(item.upper()) for code in codes))
    ]


@cache
def _asked_for() -> frozenset[str]:
    """The findings that are reported only if they are asked for."""
    from argmap.rules import RULES  # the settings alone need no rules

    return frozenset(rule.name for rule in RULES.values() if not rule.is_by_default)


def _exactness(selectors: Iterable[str], diagnostic: Diagnostic) -> int:
    """How exactly the best selector names a finding: 0 not at all, `all` 1, a code its length; a name beats a code."""
    best = 0
    for item in selectors:
        if item.casefold() == diagnostic.name:
            best = max(best, 100)
        elif item.casefold() == EVERYTHING:
            best = max(best, 1)
        elif len(item) > 2 and diagnostic.code.startswith(item.upper()):
            best = max(best, len(item))
    return best
