"""Which addresses a picture or a report may lead to."""

from urllib.parse import urlsplit

SAFE_SCHEMES = ("http", "https", "mailto")


def is_safe_link(link: str) -> bool:
    """Whether an address is one that a reader can follow without running anything: http, https or mailto."""
    try:
        return urlsplit(link.strip()).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False
