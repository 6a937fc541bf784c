"""What a text is written in, where its name does not tell."""

import re

from argmap.formats import FORMATS, Format

_BEGINNING = 20_000
"""Characters that are looked at."""

_NATIVE = re.compile(r"^(?:argmap|claims)[ \t]*:", re.MULTILINE)
_ARGDOWN = re.compile(
    r"""^[ \t]*(?:
      ={3,}[ \t\r]*$ |                 # front matter
      \[[^\]\n]+\] | <[^<>\n]+> |      # a statement, an argument
      \(\d+\)[ \t] |                   # a row of a structure
      (?:[-+_]>|<[-+_]|[-+]|><)[ \t]+[\[<]   # a relation
    )""",
    re.MULTILINE | re.VERBOSE,
)


def format_within(text: str) -> Format:
    """The format that a text looks like: JSON of one kind or the other, Argdown, and otherwise YAML."""
    start = text.lstrip()[:_BEGINNING]
    if start[:1] == "{":
        from argmap.formats.argdown.json_input.reading import looks_like_argdown

        return FORMATS["argdown-json" if looks_like_argdown(text) else "json"]
    return FORMATS["argdown" if not _NATIVE.search(start) and _ARGDOWN.search(start) else "yaml"]
