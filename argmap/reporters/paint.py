"""The colours of the text report, as terminal sequences."""

from argmap.core.diagnostics import Severity

BOLD = "1"
FRAME = "34"
GOOD = "32"
OF_SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.ADVICE: "1;36"}


def paint(text: str, colour: str, on: bool) -> str:
    """Return the text in a colour if `on`, else as it is."""
    return f"\x1b[{colour}m{text}\x1b[0m" if on and text else text
