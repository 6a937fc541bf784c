"""Shortcodes of Argdown: names between two points or two colons, such as `.->.`, that stand for a sign."""

from collections.abc import Mapping
from types import MappingProxyType

_SIGNS = {
    "∀": "A",
    "∃": "E",
    "𝗢": "O",
    "𝗣": "P",
    "→": "->",
    "↔": "<->",
    "¬": "~",
    "∧": "^",
    "∨": "v",
    "⊻": "v_",
    "◇": "<>",
    "◻": "[]",
    "😀": "happy",
    "☺": "smile smiley",
    "😆": "laugh lol",
    "🤣": "rofl",
    "😂": "joy",
    "❤": "heart",
    "❓": "? question",
    "😍": "love",
    "😉": "wink",
    "🤫": "shush",
    "😐": "meh",
    "🙄": "eye-roll",
    "😢": "sad",
    "😞": "disappointed",
    "😱": "scream",
    "👍": "+1 up",
    "👎": "-1 down",
    "🤔": "think",
    "⭐": "star",
    "✔": "y agree",
    "❌": "n disagree",
}


def _table() -> dict[str, str]:
    names = {name: sign for sign, several in _SIGNS.items() for name in several.split()}
    table = {f"{edge}{name}{edge}": sign for name, sign in names.items() for edge in ".:"}
    # Argdown asks for the coloured form of this one alone.
    table[":smile:"] += "\ufe0f"
    return table


BUILT_IN: Mapping[str, str] = MappingProxyType(_table())
"""All of them, with their points or colons, and the sign that each stands for."""
