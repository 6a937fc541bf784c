"""What a file of Rationale looks like from afar."""

import re

from argmap.formats.glimpse import Glimpse

_CALL = re.compile(r"^[ \t]*\w+[ \t]*=[ \t]*(?:Create|CreateChild)[ \t]*\(", re.MULTILINE)


def looks_like(glimpse: Glimpse) -> bool:
    """Whether a line creates a box."""
    return _CALL.search(glimpse.head) is not None
