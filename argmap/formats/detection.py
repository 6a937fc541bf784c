"""What a text is written in: its content says so, and the file name only where several formats would do."""

from argmap.formats import FORMATS, Format, format_of
from argmap.formats.glimpse import Glimpse


def format_within(text: str, name: str = "") -> Format:
    """The format that a text is likely in.

    Args:
        text: The text.
        name: The name of its file. Its ending decides if the content speaks for several formats, or for none.

    Returns:
        A format that is read; argmap's own YAML if nothing speaks for another.
    """
    by_name = format_of(name)
    if by_name is not None and by_name.read is None:
        by_name = None
    glimpse = Glimpse(text)
    if by_name is not None and by_name.looks_like is not None and by_name.looks_like(glimpse):
        return by_name
    # The signs of other tools' formats are stricter than those of argmap's own ones, which people type by hand.
    known = sorted(FORMATS.values(), key=lambda item: not item.is_foreign)
    found = next((item for item in known if item.looks_like and item.looks_like(glimpse)), None)
    return found or by_name or FORMATS["yaml"]
