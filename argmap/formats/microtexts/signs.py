"""What files of the arg-microtexts corpora look like from afar."""

from argmap.formats.glimpse import Glimpse


def looks_like(glimpse: Glimpse) -> bool:
    """Whether a text is XML whose outermost element is an argument graph."""
    return glimpse.root == "arggraph"
