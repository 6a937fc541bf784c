"""How strong a reason is, as a weight."""

import re

_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)[ \t]*%")
_STRONGEST = 5


def weight_of(strength: object) -> float | None:
    """The weight that a strength stands for, from 0 to 1; None if it stands for none.

    Strengths are numbers from 1 (weak) to 5 (strong). A number below 1 is a share of the whole, as are percents.
    """
    if isinstance(strength, str) and (percent := _PERCENT.fullmatch(strength.strip())):
        share = float(percent[1]) / 100
        return share if share <= 1 else None
    if isinstance(strength, bool) or not isinstance(strength, int | float) or not 0 <= strength <= _STRONGEST:
        return None
    return float(strength) if strength < 1 else strength / _STRONGEST
