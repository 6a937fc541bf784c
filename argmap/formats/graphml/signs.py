"""What the format looks like from afar."""

import re

from argmap.formats.glimpse import Glimpse

_BARE = re.compile(r"<graphml>\s*(?:<!--|<(?:desc|key|graph|data)[\s/>])")


def looks_like(glimpse: Glimpse) -> bool:
    """Whether a text is GraphML: its outermost element says so."""
    return glimpse.root == "graphml" or _BARE.match(glimpse.head) is not None
