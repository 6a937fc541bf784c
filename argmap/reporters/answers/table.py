"""An evaluation for people: the positions on each question first, then every claim."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from argmap.core.labelling import Convergence, Evaluation, Label, Labelling
from argmap.core.model import ArgumentMap, Claim
from argmap.diagram.columns import Run, clean, columns, wrap
from argmap.diagram.verdict import MARKS, WORDS, number
from argmap.reporters.answers.base import Account
from argmap.reporters.answers.prose import BOLD, DIM, STYLES, counted

_HEADINGS: Mapping[Label, tuple[str, str]] = {
    Label.OUT: ("What falls", "What else falls"),
    Label.UNDECIDED: ("What is undecided", "What else is undecided"),
    Label.UNKNOWN: ("What was not worked out in time", "What else was not worked out in time"),
    Label.IN: ("What stands", "What else stands"),
}
"""Over the claims with a label: where they are all claims with it, and where some were told before."""
_ASCII = str.maketrans({"✓": "+", "✗": "x", "◐": "?", "…": ".", "█": "#", "░": "."})
_BAR = 10
_LONGEST_ID = 24


def lines(given: Evaluation, account: Account) -> Iterator[list[Run]]:
    """Lay an evaluation out as a table; nothing if there is no labelling and no count to tell."""
    if given.labelling is None and given.ask != "count":
        return
    account = replace(account, width=max(account.width, 40))
    if account.map.title:
        yield from wrap([Run(clean(account.map.title), BOLD)], account.width)
    if given.ask == "count":
        yield [Run(_count(given))]
    elif given.ask == "all":
        for number, labelling in enumerate(given.labellings, start=1):
            if number > 1 or account.map.title:
                yield []
            yield from wrap([Run(f"{number}. {_summary(labelling, account.map)}", BOLD)], account.width)
            yield from _rows(account.map.claims, labelling, account)
    elif given.labelling:
        yield from wrap([Run(_summary(given.labelling, account.map))], account.width)
        if given.convergence:
            yield [Run(_told(given.convergence), DIM)]
        yield from _table(given.labelling, account)


def _count(given: Evaluation) -> str:
    noun = f"{given.semantics} {'labelling' if given.count == 1 else 'labellings'}"
    if given.count is None:
        return f"an unknown number of {noun}"
    return f"{given.count:,} {noun}" if given.complete else f"at least {given.count:,} {noun}"


def _summary(labelling: Labelling, map: ArgumentMap) -> str:
    """The answer in a line."""
    title = labelling.title[:1].upper() + labelling.title[1:]
    if labelling.strengths:
        return f"{title}, from 0 to 1"
    counts = {label: sum(labelling.labels[item.id] is label for item in map.claims) for label in Label}
    parts = [
        f"{counts[Label.IN]:,} of {counted(len(map.claims), 'claim')} {'stands' if counts[Label.IN] == 1 else 'stand'}",
        f"{counts[Label.OUT]:,} {'falls' if counts[Label.OUT] == 1 else 'fall'}",
        f"{counts[Label.UNDECIDED]:,} undecided",
    ]
    if counts[Label.UNKNOWN]:
        parts.append(f"{counts[Label.UNKNOWN]:,} {WORDS[Label.UNKNOWN]}")
    return f"{title}: {', '.join(parts)}"


def _told(convergence: Convergence) -> str:
    if not convergence.iterations:
        return convergence.method
    steps = counted(convergence.iterations, "step")
    return f"{convergence.method}, {steps}, residual {convergence.residual:.1g}"


def _table(labelling: Labelling, account: Account) -> Iterator[list[Run]]:
    """The positions on each question; then the other claims, by label, or with strengths in the order of the file."""
    claims = account.map.claims
    told: set[str] = set()
    for question in account.map.questions:
        positions = [claim for claim in claims if question.id in claim.answers]
        if positions:
            yield from _section(clean(question.label), positions, labelling, account)
        told.update(claim.id for claim in positions)
    others = [claim for claim in claims if claim.id not in told]
    if labelling.strengths:
        yield from _section("Other claims" if told else "", others, labelling, account)
        return
    for label, (heading, further) in _HEADINGS.items():
        found = [claim for claim in others if labelling.labels[claim.id] is label]
        yield from _section(further if told else heading, found, labelling, account)


def _section(heading: str, claims: Sequence[Claim], labelling: Labelling, account: Account) -> Iterator[list[Run]]:
    if not claims:
        return
    yield []
    if heading:
        yield from wrap([Run(heading, BOLD)], account.width)
    yield from _rows(claims, labelling, account)


def _rows(claims: Sequence[Claim], labelling: Labelling, account: Account) -> Iterator[list[Run]]:
    """A line for each claim, more where its name is long."""
    names = [clean(claim.id) for claim in claims]
    wide = min(_LONGEST_ID, max((columns(name) for name in names), default=0))
    for claim, name in zip(claims, names, strict=True):
        lead = [
            Run("  "),
            *_verdict(claim, labelling, unicode=account.unicode),
            Run("  "),
            Run(name + " " * (wide - columns(name)), DIM),
        ]
        room = sum(columns(run.text) for run in lead) + 2
        words = wrap([Run(clean(claim.label))], max(account.width - room, 12))
        yield [*lead, Run("  "), *words[0]]
        for more in words[1:]:
            yield [Run(" " * room), *more]


def _verdict(claim: Claim, labelling: Labelling, *, unicode: bool) -> list[Run]:
    if labelling.strengths:
        strength = labelling.strengths[claim.id]
        full = round(strength * _BAR)
        runs = [Run(f"{number(strength)} "), Run("█" * full + "░" * (_BAR - full), "36")]
    else:
        label = labelling.labels[claim.id]
        runs = [Run(f"{MARKS[label]} {WORDS[label]:9}", STYLES[label])]
    return runs if unicode else [Run(run.text.translate(_ASCII), run.style) for run in runs]
