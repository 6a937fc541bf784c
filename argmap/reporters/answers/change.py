"""A change for a terminal: what is taken for granted, and what then differs."""

from collections.abc import Iterator, Sequence

from argmap.core.explanation import Change, Difference, Value
from argmap.core.labelling import Label
from argmap.core.model import RelationKind
from argmap.diagram.columns import Run, wrap
from argmap.diagram.verdict import MARKS, number
from argmap.reporters.answers.base import Account
from argmap.reporters.answers.prose import DIM, STANDS, STYLES, Names, Words, counted, listed, sentence
from argmap.reporters.answers.weights import SEEN, signed

_EFFECT = {
    Label.IN: "takes effect",
    Label.OUT: "is without effect",
    Label.UNDECIDED: "is undecided in its effect",
    Label.UNKNOWN: "is not worked out",
}


def lines(change: Change, account: Account) -> Iterator[list[Run]]:
    """Tell what changes, and nothing else."""
    names = Names(account.map, colour=account.colour, unicode=account.unicode)
    width = max(account.width, 40)
    yield from wrap(sentence(_assumption(change, names), _summary(change), "."), width)
    hidden = 0
    for item in change.claims:
        if _is_small(item):
            hidden += 1
            continue
        yield from _line(_claim(item, names), item.after, width)
    for item in _telling(change, account):
        step = names.step_ends(account.map.relation[item.subject])
        words = sentence("the step ", step, f" {_effect(item.after)}, where it {_past(item.before, _EFFECT)}")
        yield from _line(words, item.after, width)
    if hidden:
        yield from wrap([Run(f"  {counted(hidden, 'more claim')} by less than {SEEN}", DIM)], width)


def _assumption(change: Change, names: Names) -> Words:
    """What is taken for granted: `If A fell and B stood`."""
    parts = []
    for name, value in change.forced:
        if isinstance(value, Label):
            verb = " stood" if value is Label.IN else " fell"
        else:
            verb = f" had a base score of {value:g}"
        parts.append(sentence(names.claim(name), verb))
    return sentence("If ", listed(parts), ", ") if parts else sentence("With nothing taken for granted, ")


def _summary(change: Change) -> str:
    before, after = change.exists
    if not before or not after:
        which = "before and after" if not before and not after else "before" if not before else "then"
        return f"there is nothing to compare: there is no answer {which}"
    if not change.claims and not change.relations:
        return "nothing would change"
    claims = counted(len(change.claims), "claim")
    title = change.title
    return f"{'no claim' if not change.claims else claims} would change ({title})"


def _claim(item: Difference, names: Names) -> Words:
    if isinstance(item.before, Label) and isinstance(item.after, Label):
        return sentence(names.claim(item.subject), f" {STANDS[item.after]}, where it {_past(item.before, STANDS)}")
    before, after = float(item.before), float(item.after)
    return sentence(names.claim(item.subject), f" {number(before)} → {number(after)} ({signed(after - before)})")


def _effect(value: Value) -> str:
    return _EFFECT[value] if isinstance(value, Label) else ""


def _past(value: Value, words: dict[Label, str]) -> str:
    """What it did before, in the past tense."""
    if not isinstance(value, Label):
        return number(value)
    told = words[value]
    for now, then in (("stands", "stood"), ("falls", "fell"), ("is ", "was "), ("takes", "took")):
        if told.startswith(now):
            return then + told[len(now) :]
    return told


def _telling(change: Change, account: Account) -> Sequence[Difference]:
    """The relations whose change does not just follow that of their one premise."""
    changed = {item.subject: (item.before, item.after) for item in change.claims}
    found = []
    for item in change.relations:
        relation = account.map.relation.get(item.subject)
        if relation is None or relation.kind is RelationKind.CONFLICT or not isinstance(item.after, Label):
            continue
        if all(changed.get(name) != (item.before, item.after) for name in relation.premises):
            found.append(item)
    return found


def _is_small(item: Difference) -> bool:
    return not isinstance(item.after, Label) and abs(float(item.after) - float(item.before)) < SEEN


def _line(words: Words, value: Value, width: int) -> Iterator[list[Run]]:
    mark, style = (MARKS[value], STYLES[value]) if isinstance(value, Label) else ("", "")
    lead = [Run("  "), Run(mark, style), Run(" ")] if mark else [Run("  ")]
    rest = Run(" " * (4 if mark else 2))
    for place, line in enumerate(wrap(words, width - len(rest.text))):
        yield [*(lead if not place else [rest]), *line]
