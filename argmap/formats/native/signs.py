"""What argmap's own format looks like from afar."""

import re

from argmap.formats.glimpse import Glimpse

_YAML = re.compile(r"^(?:argmap|claims)[ \t]*:", re.MULTILINE)
_JSON = re.compile(r'\{\s*"argmap"\s*:')


def looks_like_yaml(glimpse: Glimpse) -> bool:
    """Whether a text has one of the keys that every map begins with; the front matter of Argdown may have it, too."""
    return not glimpse.head.startswith(("{", "===")) and _YAML.search(glimpse.head) is not None


def looks_like_json(glimpse: Glimpse) -> bool:
    """The same for JSON."""
    return _JSON.match(glimpse.head) is not None or not {"argmap", "claims"}.isdisjoint(glimpse.keys)
