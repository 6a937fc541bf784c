"""Paths of figures as addresses in a page, and back."""

from urllib.parse import quote, unquote

_PLAIN = "/+,=@~"


def to_address(path: str) -> str:
    """A path with what has a meaning in an address, in Markdown or in HTML as percent signs and digits."""
    return "".join(sign if sign.isalnum() else quote(sign, safe=_PLAIN, errors="replace") for sign in path)


def to_path(address: str) -> str:
    """The path that an address leads to, as far as it is one: what follows `?` or `#` is left out."""
    return unquote(address.partition("#")[0].partition("?")[0])


def is_local(address: str) -> bool:
    """Whether an address leads to a file by a path, and not to a site, a folder or into the page."""
    path = to_path(address)
    return bool(path) and not path.endswith("/") and ":" not in address.split("/", 1)[0] and not path.startswith("//")
