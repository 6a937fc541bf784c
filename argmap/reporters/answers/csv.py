"""An evaluation for spreadsheets: comma-separated values, a line for each claim and relation."""

import csv
from io import StringIO

from argmap.core.labelling import Evaluation, Labelling
from argmap.core.model import ArgumentMap
from argmap.diagram.columns import clean
from argmap.reporters.answers.base import Account
from argmap.reporters.answers.json import DIGITS

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def write(account: Account) -> str:
    """Write an evaluation as CSV (RFC 4180, but with plain line ends) with a line of headings.

    For `all` the first column numbers the labellings from 1. A count is one line of its own. Words that a spreadsheet
    would take for a formula get an apostrophe in front.
    """
    given = account.answer
    assert isinstance(given, Evaluation), "the format says that it tells only evaluations"
    text = StringIO()
    table = csv.writer(text, lineterminator="\n")
    if given.ask == "count":
        table.writerow(["count", "complete"])
        table.writerow(["" if given.count is None else given.count, str(given.complete).lower()])
    elif given.ask == "all":
        table.writerow(["labelling", "kind", "id", "label", "title"])
        for number, labelling in enumerate(given.labellings, start=1):
            table.writerows([number, *row] for row in _labels(labelling, account.map))
    elif given.labelling and given.labelling.strengths:
        table.writerow(["kind", "id", "strength", "base", "title"])
        table.writerows(_strengths(given.labelling, account.map))
    else:
        table.writerow(["kind", "id", "label", "title"])
        table.writerows(_labels(given.labelling, account.map) if given.labelling else [])
    return text.getvalue()


def _labels(labelling: Labelling, map: ArgumentMap) -> list[list[str]]:
    rows = [["claim", _inert(item.id), labelling.labels[item.id], _inert(item.label)] for item in map.claims]
    rows += [
        [item.kind.value, _inert(item.id), labelling.labels[item.id], ""]
        for item in map.relations
        if item.id in labelling.labels
    ]
    return rows


def _strengths(labelling: Labelling, map: ArgumentMap) -> list[list[str]]:
    found = labelling.strengths
    rows = [
        [
            "claim",
            _inert(item.id),
            repr(round(found[item.id], DIGITS)),
            repr(item.base_score),
            _inert(item.label),
        ]
        for item in map.claims
    ]
    rows += [
        [item.kind.value, _inert(item.id), repr(round(found[item.id], DIGITS)), "", ""]
        for item in map.relations
        if item.id in found
    ]
    return rows


def _inert(text: str) -> str:
    words = clean(text)
    return f"'{words}" if words.startswith(_ACTIVE) else words
