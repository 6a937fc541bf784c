"""A first look at a text: what tells one format from another without reading it all."""

import json
import re
from functools import cached_property
from typing import Any

_ENOUGH = 20_000
_ROOT = re.compile(r"<(?![?!])([^\s<>/]+)")
_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKUP = re.compile(r"""<(?:\?xml\b|!|[\w:.-]+\s+[\w:.-]+\s*=\s*["'])""")
_BARE_ROOT = re.compile(r"<([\w:.-]+)\s*>")
_KEY = re.compile(r'"([^"\\\n]{1,60})"\s*:')


class Glimpse:
    """What is looked at to tell in which format a text is. All of it is worked out when it is first asked for.

    Args:
        text: The whole text.

    Attributes:
        text: The same.
        head: Its beginning, without white space before it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.head = text[: 2 * _ENOUGH].lstrip("\ufeff \t\r\n")[:_ENOUGH]

    @cached_property
    def json(self) -> Any:
        """What the text says as JSON, or None if it is none, or broken."""
        if self.head[:1] not in ("{", "["):
            return None
        try:
            return json.loads(self.text.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            return None

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the outermost object; of broken JSON all that stand near the beginning; none for other texts."""
        if isinstance(self.json, dict):
            return frozenset(self.json)
        return frozenset(_KEY.findall(self.head)) if self.head[:1] == "{" and self.json is None else frozenset()

    @cached_property
    def is_markup(self) -> bool:
        """Whether the text begins as XML does; an element without attributes must also end the text.

        Argdown has `<Title>`, too, but nothing closes it.
        """
        bare = _BARE_ROOT.match(self.head)
        return _MARKUP.match(self.head) is not None or (
            bare is not None and self.text.rstrip().endswith(f"</{bare[1]}>")
        )

    @cached_property
    def root(self) -> str:
        """The name of the outermost XML element, without a prefix; empty if the text is no XML."""
        found = _ROOT.search(_REMARK.sub("", self.head)) if self.is_markup else None
        return found[1].rpartition(":")[2] if found else ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the beginning that say something, without white space around them."""
        return [line.strip() for line in self.head.splitlines() if line.strip()]
