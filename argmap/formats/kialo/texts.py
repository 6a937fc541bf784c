"""The wording of a claim as Kialo types it, with Markdown links and escaped signs, and as a card shows it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.core.links import is_safe_link

_TOKEN = re.compile(
    r"\[(?P<label>(?:[^\[\]\\]|\\.)*)\]\((?P<address>(?:[^()\\\s]|\\.)*)\)| ?\[(?P<source>[0-9]{1,6})\]|\\(?P<sign>.)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SIGN = re.compile(r"[^\w\s]|_")
_ELSEWHERE = re.compile(r"(?:->|→)[ \t]*See discussion #[0-9]{1,12}:[ \t]*(.*\S.*)", re.DOTALL | re.IGNORECASE)
_SEE = re.compile(r"(?:->|→)[ \t]*See[ \t]+([0-9]{1,9}(?:\.[0-9]{1,9})*)\.?", re.IGNORECASE)
_BRACKETS = re.compile(r"[\\()\[\]]")
_AMBIGUOUS = re.compile(r"\[[0-9]+\]|\]\(")
_MARK = re.compile(r"\A(pro|con|thesis|question)([ \t]*:)", re.IGNORECASE)
_HEAD = re.compile(r"^([0-9. \t]+(?:pro|con|thesis|question)[ \t]*|Sources)(?=:[ \t]*$)", re.IGNORECASE | re.MULTILINE)
_LINK_SIGN = re.compile(r"[\\()]")


class Said(NamedTuple):
    """What a claim says: its text, and the first address in it that can be followed, or None."""

    text: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Typing:
    r"""How texts are typed in a file.

    Attributes:
        outlined: Whether texts stand below the lines with their numbers, as Kialo has it today. There, line ends are
            line ends; else they are `\n`, and round and square brackets have a backslash before them.
        sources: Addresses by the numbers that stand for them in texts.
    """

    outlined: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)

    def read(self, typed: str) -> Said:
        """What is meant by a text as it is typed; the text may be empty."""
        elsewhere = _ELSEWHERE.fullmatch(typed.strip())
        addresses: list[str] = []

        def plain(found: re.Match[str]) -> str:
            if found["label"] is not None:
                addresses.append(self._unescaped(found["address"]))
                return self._unescaped(found["label"])
            if found["source"] is not None:
                if found["source"] not in self.sources:
                    return found[0]
                addresses.append(self.sources[found["source"]])
                return ""
            return self._unescaped(found[0])

        text = _TOKEN.sub(plain, elsewhere[1] if elsewhere else typed).strip()
        if not text:
            text = addresses[0].strip() if addresses else typed.strip()
        return Said(text, next(filter(is_link, addresses), None))

    def write(self, text: str, link: str | None = None) -> str:
        """A text as Kialo would type it: `read` gives the same text and link again."""
        if self.outlined:
            escaped = text.replace("\\", "\\\\")
            if link or _AMBIGUOUS.search(text):
                escaped = escaped.replace("[", "\\[").replace("]", "\\]")
            escaped = _HEAD.sub(r"\1\\", escaped)
        else:
            escaped = _BRACKETS.sub(r"\\\g<0>", text).replace("\n", "\\n")
        if link:
            address = _LINK_SIGN.sub(r"\\\g<0>", link)
            return f"[{escaped}]({address})"
        if _SEE.match(text) or _ELSEWHERE.match(text):
            return f"\\{escaped}"
        return _MARK.sub(r"\1\\\2", escaped)

    def _unescaped(self, typed: str) -> str:
        def plain(found: re.Match[str]) -> str:
            if found[1] == "n" and not self.outlined:
                return "\n"
            return found[1] if _SIGN.match(found[1]) else found[0]

        return _ESCAPED.sub(plain, typed)


def seen(typed: str) -> str | None:
    """The number of the claim that a text such as `-> See 1.2.` stands for, without its last point, or None."""
    found = _SEE.fullmatch(typed.strip())
    return found[1] if found else None


def is_link(address: str) -> bool:
    """Whether Kialo's links can hold an address, and a claim may lead to it."""
    return is_safe_link(address) and not re.search(r"\s", address)
