"""An explanation by strengths for a terminal: what each reason adds or takes away, largest first."""

from collections.abc import Iterator

from argmap.core.explanation import Explanation, Pattern, Reason, Role
from argmap.diagram.columns import Run, columns, wrap
from argmap.diagram.verdict import number
from argmap.reporters.answers.base import Account
from argmap.reporters.answers.prose import DIM, Names, Words, listed, sentence

SEEN = 0.005
"""Differences in strength that are smaller do not show in two decimals."""

WORTH_TELLING = 0.01
"""What contributes less is not told of one level down."""

_BY = {
    Role.SUPPORT: "supported by ",
    Role.ATTACK: "attacked by ",
    Role.CONFLICT: "in conflict with ",
    Role.UNDERCUT: "that step undercut by ",
}
_LEGEND = (
    "In front, what the claim above would lose or gain without that reason; gradient, how fast its strength grows with "
    "the weight of that reason."
)


def lines(explanation: Explanation, account: Account) -> Iterator[list[Run]]:
    """Tell the strength of a claim and what each reason contributes."""
    names = Names(account.map, colour=account.colour, unicode=account.unicode)
    drawing = _Tree(names, max(account.width, 40))
    for case in explanation.cases:
        yield from wrap(drawing.head(case.root), drawing.width)
        if case.root.children:
            yield from wrap([Run(_LEGEND, DIM)], drawing.width)
        yield from drawing.below(case.root, "")


def signed(value: float | None) -> str:
    """A difference with its sign, to two decimals; nothing has no sign."""
    if value is None:
        return "none "
    text = f"{abs(value):.2f}"
    return f" {text}" if float(text) == 0 else f"{'+' if value > 0 else '−'}{text}"


class _Tree:
    """Draws one tree."""

    def __init__(self, names: Names, width: int) -> None:
        self.names, self.width = names, width

    def head(self, root: Reason) -> Words:
        """The sentence that carries the whole point."""
        name, strength, base = self.names.claim(root.subject), _strength(root), root.base or 0.0
        if root.pattern is Pattern.FORCED:
            return sentence(name, f" has strength {number(strength)}, because that is taken for granted.")
        if not root.children:
            return sentence(name, f" has strength {number(strength)}, its base score: nothing bears on it.")
        way = "its base score"
        if number(strength) != number(base):
            way = f"{'up' if strength > base else 'down'} from its base score of {number(base)}"
        parts = [part for part in (self._most(root, 1, "adds most"), self._most(root, -1, "takes away most")) if part]
        told = sentence(": ", listed(parts)) if parts else sentence(": no reason makes a difference alone")
        return sentence(name, f" has strength {number(strength)}, {way}", told, ".")

    def _most(self, root: Reason, sign: int, verb: str) -> Words:
        """Which reason adds, or takes away, most."""
        found = [item for item in root.children if sign * (_removal(item) or 0.0) >= SEEN]
        if not found:
            return []
        best = found[0]
        claims = self.names.map.relation[best.subject].premises_for(root.subject)
        value = signed(_removal(best))
        return sentence(self.names.together(claims), f" {verb} ({value})")

    def below(self, claim: Reason, lead: str) -> Iterator[list[Run]]:
        """The reasons of a claim, as lines."""
        for place, step in enumerate(claim.children):
            is_last = place == len(claim.children) - 1
            yield from self._step(step, claim.subject, lead, is_last)

    def _step(self, step: Reason, above: str, lead: str, is_last: bool) -> Iterator[list[Run]]:
        deep = lead + ("   " if is_last else "│  ")
        yield from self._line(self._words(step, above), step, lead + ("└─ " if is_last else "├─ "), deep)
        removal = _removal(step)
        if removal is not None and abs(removal) < WORTH_TELLING:
            return
        inner = [item for item in step.children if item.role is Role.UNDERCUT or item.children]
        alone = len([item for item in step.children if item.role is Role.PREMISE]) == 1
        for place, item in enumerate(inner):
            ends = place == len(inner) - 1
            if item.role is Role.UNDERCUT:
                yield from self._step(item, step.subject, deep, ends)
            elif alone and ends:
                yield from self.below(item, deep)
            else:
                further = deep + ("   " if ends else "│  ")
                words = sentence(self.names.claim(item.subject), f" has strength {number(_strength(item))}")
                yield from self._line(words, None, deep + ("└─ " if ends else "├─ "), further)
                yield from self.below(item, further)

    def _words(self, step: Reason, above: str) -> Words:
        relation = self.names.map.relation[step.subject]
        strengths = {item.subject: number(_strength(item)) for item in step.children if item.role is Role.PREMISE}
        first, *others = [
            sentence(self.names.claim(name), f" ({strengths[name]})" if name in strengths else "")
            for name in relation.premises_for(above)
        ]
        by = sentence(first, " together with ", listed(others)) if others else first
        gradient = step.contribution.gradient if step.contribution else None
        tail = f", gradient {signed(gradient).strip()}"
        return sentence(_BY[step.role], by, tail)

    def _line(self, words: Words, step: Reason | None, first: str, rest: str) -> Iterator[list[Run]]:
        removal = _removal(step) if step else None
        style = "" if removal is None or abs(removal) < SEEN else "32" if removal > 0 else "31"
        lead = [Run(first, DIM)]
        if step:
            lead += [Run(signed(removal), style), Run(" ")]
            rest += " " * 6
        for place, line in enumerate(wrap(words, max(24, self.width - columns(rest)))):
            yield [*(lead if not place else [Run(rest, DIM)]), *line]


def _removal(step: Reason) -> float | None:
    return step.contribution.removal if step.contribution else None


def _strength(reason: Reason) -> float:
    return float(reason.value) if isinstance(reason.value, float | int) else 0.0
