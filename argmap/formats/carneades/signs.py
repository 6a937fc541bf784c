"""What an argument graph of Carneades looks like from afar."""

import re

from argmap.formats.glimpse import Glimpse

_LINE = re.compile(r"^(?![ \t\r\n#]|---|\.\.\.|-[ \t\r\n]).+", re.MULTILINE)
_KEY = re.compile(r"""["']?([A-Za-z_]+)["']?[ \t]*:(?:\s|$)""")
_OWN = frozenset({"argument_schemes", "issue_schemes", "weighing_functions"})
_SECTIONS = frozenset({"statements", "arguments", "issues", "assumptions", "language"})
_ALL = _OWN | _SECTIONS | {"meta", "metadata", "tests", "labels", "references"}
_TELLING = {
    "statements": re.compile(r"^statements[ \t]*:.*\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+[^-\s]", re.MULTILINE),
    "arguments": re.compile(r"^[ \t]+(?:- )?conclusion[ \t]*:", re.MULTILINE),
    "issues": re.compile(r"^[ \t]+positions[ \t]*:", re.MULTILINE),
    "language": re.compile(r"^[ \t]+[^\s:#]+/\d+[ \t]*:", re.MULTILINE),
    "meta": re.compile(r"^[ \t]+title[ \t]*:", re.MULTILINE),
}


def looks_like(glimpse: Glimpse) -> bool:
    """Whether a text has only keys that argument graphs have, and something in them that tells."""
    head = glimpse.head
    if head[:1] in ("{", "[", "<", "="):
        return False
    found = [_KEY.match(line) for line in _LINE.findall(head)]
    keys = {key[1].lower() for key in found if key}
    if not keys or None in found or "claims" in keys or "argmap" in keys:
        return False
    if not keys <= _ALL:
        return {"statements", "arguments"} <= keys and _TELLING["arguments"].search(head) is not None
    if keys & _OWN or len(keys & _SECTIONS) > 1:
        return True
    return any(key in keys and sign.search(head) for key, sign in _TELLING.items() if key != "meta" or keys == {"meta"})
