"""How a table of claims is told from other texts."""

import csv

from argmap.formats.glimpse import Glimpse
from argmap.formats.spreadsheet.table import names_in
from argmap.formats.spreadsheet.words import STATED

_LONGEST = 2_000
"""Characters that the names of columns may have together."""
_HEADLINES = 10


def looks_like(glimpse: Glimpse) -> bool:
    """Whether the first line names columns: one for texts, and one for ids, for what they bear on, or how."""
    if not glimpse.lines or glimpse.head[:1] in ("{", "[", "<", "#", "-"):
        return False
    first, *others = glimpse.lines[:_HEADLINES]
    stated = first.lower().startswith("sep=")
    if len(first) > _LONGEST or not (stated or set(first) & set(",;\t")):
        return False
    try:
        columns = names_in("\n".join([first, *others] if stated else [first]))
    except csv.Error:
        return False
    return "text" in columns and not {"id", "parent", "relation", *STATED}.isdisjoint(columns)
