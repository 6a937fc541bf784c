"""An explanation by labels as a tree for a terminal: the sentence that says it all, and the reasons below it."""

from collections.abc import Iterator

from argmap.core.explanation import Case, Explanation, Pattern, Reason, Role, Scope
from argmap.core.labelling import Label
from argmap.diagram.columns import Run, columns, wrap
from argmap.diagram.verdict import MARKS
from argmap.reporters.answers.base import Account
from argmap.reporters.answers.clauses import Clauses, is_plain, is_reference, more
from argmap.reporters.answers.prose import DIM, STYLES, Names, Words, sentence

NARROWEST_TEXT = 24
"""Columns that a text keeps however deep it stands."""


def lines(explanation: Explanation, account: Account) -> Iterator[list[Run]]:
    """Tell each case: a sentence, then the tree."""
    names = Names(account.map, colour=account.colour, unicode=account.unicode)
    for number, case in enumerate(explanation.cases):
        if number:
            yield []
        yield from _Tree(names, Clauses(names, explanation.support), account.width).case(case, explanation)


class _Tree:
    """Draws the tree of one case."""

    def __init__(self, names: Names, clauses: Clauses, width: int) -> None:
        self.names, self.clauses = names, clauses
        self.width = max(width, 40)

    def case(self, case: Case, explanation: Explanation) -> Iterator[list[Run]]:
        root = case.root
        yield from wrap(sentence(_scope(case, explanation), self.clauses.head(root)), self.width)
        if _is_all_said(root):
            return
        if len(root.children) == 1 and not root.more and root.pattern not in (Pattern.CONFLICT, Pattern.HANGS):
            yield from self._inside(root.children[0], root.subject, "")  # the sentence has said what the one line would
        else:
            yield from self._below(root, root.subject, "")

    def _below(self, reason: Reason, above: str, lead: str) -> Iterator[list[Run]]:
        """What stands under a part, as lines."""
        shown = [child for child in reason.children if not _is_said_already(child, reason)]
        entries = [(child, self._entry(child, above)) for child in shown]
        tail = more(reason, self.names) if reason.role in (Role.PREMISE, Role.CONCLUSION) else []
        for number, (child, words) in enumerate(entries):
            is_last = number == len(entries) - 1 and not tail
            yield from self._line(child, words, lead, is_last)
            yield from self._inside(child, above, lead + ("   " if is_last else "│  "))
        if tail:
            yield from self._line(None, tail, lead, True)

    def _entry(self, child: Reason, above: str) -> Words:
        if child.role is Role.PREMISE:
            return sentence(self.names.claim(child.subject), " ", self.clauses.verdict(child))
        return self.clauses.line(child, above)

    def _inside(self, part: Reason, above: str, lead: str) -> Iterator[list[Run]]:
        """What is left to tell under a line: below the last part that the line itself has told of."""
        while part.role is not Role.PREMISE and len(part.children) == 1:
            part, above = part.children[0], part.subject
        if part.role is Role.PREMISE:
            if part.pattern is Pattern.ATTACKED and len(part.children) == 1:
                part, above = part.children[0], part.subject  # the line has named the attack
                if not is_plain(part) and not is_reference(part):
                    yield from self._below(part, above, lead)
            elif not _is_told_in_a_line(part):
                yield from self._below(part, part.subject, lead)
        elif not is_plain(part):
            yield from self._below(part, part.subject, lead)

    def _line(self, child: Reason | None, words: Words, lead: str, is_last: bool) -> Iterator[list[Run]]:
        sign, style = (
            (MARKS[child.value], STYLES[child.value]) if child and isinstance(child.value, Label) else ("", "")
        )
        if len(lead) + 5 + NARROWEST_TEXT > self.width:
            lead = lead[: max(0, self.width - 5 - NARROWEST_TEXT)]
        fork = [Run(lead + ("└─ " if is_last else "├─ "), DIM), *([Run(sign, style), Run(" ")] if sign else [])]
        rest = Run(lead + ("   " if is_last else "│  ") + ("  " if sign else ""), DIM)
        if child and _is_cut(child):
            words = sentence(words, " …")
        for number, line in enumerate(wrap(words, self.width - columns(rest.text))):
            yield [*(fork if not number else [rest]), *line]


def _scope(case: Case, explanation: Explanation) -> str:
    if case.scope in (Scope.ONLY, Scope.ONE):
        return ""
    if case.scope is Scope.ALL:
        return f"In every {explanation.semantics} labelling, "
    if case is not explanation.cases[0]:
        return f"In other {explanation.semantics} labellings, "
    among = "" if explanation.count is None else f"of the {explanation.count:,} "
    return f"In some {among}{explanation.semantics} labellings, "


def _is_said_already(step: Reason, root: Reason) -> bool:
    """Whether a line would only say that the other end of a conflict is undecided by the conflict that was named."""
    part = step.children[0] if len(step.children) == 1 else None
    return (
        root.pattern is Pattern.CONFLICT
        and root.circle is not None
        and part is not None
        and part.circle == root.circle
        and part.role is Role.PREMISE
    )


def _is_told_in_a_line(claim: Reason) -> bool:
    """Whether the clause about a claim names all that stands below it."""
    is_short = claim.pattern is Pattern.SUPPORTED and len(claim.children) == 1 and is_plain(claim.children[0])
    return not claim.children or is_short


def _is_all_said(root: Reason) -> bool:
    """Whether the first sentence names all that there is."""
    if root.more or len(root.children) > 1:
        return False
    below = [item for child in root.children for item in child.walk()][1:]
    return all(item.told or item.pattern in _SAID for item in below if item.role is Role.PREMISE) and not any(
        item.role is Role.UNDERCUT and item.value is Label.OUT for item in below
    )


_SAID = (Pattern.UNATTACKED, Pattern.FORCED)


def _is_cut(part: Reason) -> bool:
    while part.role is not Role.PREMISE and len(part.children) == 1:
        part = part.children[0]
    return part.cut
