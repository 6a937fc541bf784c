"""What Argdown and its JSON export look like from afar."""

import re

from argmap.formats.glimpse import Glimpse

_ARGDOWN = re.compile(
    r"""^[ \t]*(?:
      ={3,}[ \t\r]*$ |                 # front matter
      \[[^\]\n]+\] | <[^<>\n]+> |      # a statement, an argument
      \(\d+\)[ \t] |                   # a row of a structure
      (?:[-+_]>|<[-+_]|[-+]|><)[ \t]+[\[<]   # a relation
    )""",
    re.MULTILINE | re.VERBOSE,
)
_EXPORT = re.compile(r'\{\s*"(?:arguments|statements|relations|sections|tags|map)"\s*:')
_KEYS = ("statements", "arguments", "relations")


def looks_like_argdown(glimpse: Glimpse) -> bool:
    """Whether a text has an element that only Argdown has."""
    return glimpse.head[:1] != "{" and not glimpse.is_markup and _ARGDOWN.search(glimpse.head) is not None


def looks_like_export(glimpse: Glimpse) -> bool:
    """Whether a JSON text is an export of Argdown's: it begins with one of its keys and has those that count."""
    head, text = glimpse.head, glimpse.text
    return bool(_EXPORT.match(head)) and '"argmap"' not in head[:200] and any(f'"{key}"' in text for key in _KEYS)
