"""What a file of MindMup looks like from afar."""

from argmap.formats.glimpse import Glimpse


def looks_like(glimpse: Glimpse) -> bool:
    """Whether an object has ideas, and says its version as MindMup does, or has groups of reasons."""
    if "ideas" not in glimpse.keys:
        return False
    return "formatVersion" in glimpse.keys or '"supporting"' in glimpse.text or '"opposing"' in glimpse.text
