"""Answers for people, as lines for a terminal."""

from collections.abc import Iterator
from itertools import chain

from argmap.core.explanation import Change, Explanation, Pattern, Sensitivity
from argmap.core.labelling import Evaluation
from argmap.diagram.columns import Run, paint, wrap
from argmap.reporters.answers import change, hangs, table, tree, weights
from argmap.reporters.answers.base import Account
from argmap.reporters.answers.prose import BOLD

_ASCII = {"│": "|", "├": "|", "└": "`", "─": "-", "✓": "+", "✗": "x", "◐": "?", "…": "...", "−": "-", "→": "->"}


_NUMBERS = (Pattern.WEIGHED, Pattern.BASE)


def write(account: Account) -> str:
    """Write an account as lines, each with its line end and, but for single wide characters, within the width."""
    found = table.lines(account.answer, account) if isinstance(account.answer, Evaluation) else _lines(account)
    lines = [paint(line, colour=account.colour) for line in found]
    return "".join(f"{line}\n" for line in lines)


def _lines(account: Account) -> Iterator[list[Run]]:
    """What the assumption changes, if there is one, and then the content."""
    found = _content(account)
    if account.change:
        found = chain(change.lines(account.change, account), [[]], found)
    for line in found:
        plain = [run if run.style == BOLD else Run(_plain(run.text), run.style) for run in line]
        yield line if account.unicode else plain


def _content(account: Account) -> Iterator[list[Run]]:
    content = account.answer
    if isinstance(content, Change):
        found = change.lines(content, account)
    elif isinstance(content, Sensitivity):
        found = hangs.lines(content, account)
    elif not isinstance(content, Explanation):
        found = iter(())
    elif content.cases and content.cases[0].root.pattern in _NUMBERS:
        found = weights.lines(content, account)
    elif content.cases:
        found = tree.lines(content, account)
    else:
        found = iter(wrap([Run("There is no answer to explain.")], account.width))
    return found


def _plain(text: str) -> str:
    return "".join(_ASCII.get(letter, letter) for letter in text)
