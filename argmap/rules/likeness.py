"""Which texts say the same in nearly the same words; in time that grows with their number, not with its square."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from argmap.rules.wording import REMEMBERED

Words = tuple[str, ...]
_Frame: TypeAlias = tuple[int, Words, Words, str, str]

_TOKEN = re.compile(
    r"(?<!\w)[-+−]?\.?\d+(?:[.,:]\d+)*"  # numbers with their sign
    r"|\w+(?:'\w+)*"
    r"|[%$#<>=+]|[^\w\s\x00-\x7f]"  # signs that may have a meaning
)
_SMALL_WORDS = frozenset("a an the that of in on at also very quite really indeed actually now already".split())  # noqa: SIM905
_CONTRACTED = frozenset(f"{word}'s" for word in ("it", "that", "he", "she", "there", "what", "who", "here", "let"))
_LONG_WORD = 8
_MOST_COMPARED = 12
"""Earlier texts of one key that a text is compared with."""


def alike(texts: Sequence[str], english: bool) -> Iterator[tuple[int, int, bool]]:
    """Texts that an earlier one already says.

    Args:
        texts: The texts, in order.
        english: Whether English small words and endings may be left out of the comparison.

    Yields:
        The later text, the earlier one (as places in `texts`), and whether they are the same but for punctuation and
        case. A text is given once, with the earliest that it is like.
    """
    exact: dict[Words, int] = {}
    loose: dict[Words, int] = {}
    but_one: dict[_Frame, list[tuple[int, str]]] = {}
    roots = _Roots() if english else None
    for number, text in enumerate(texts):
        words = _words(text)
        if not words:
            continue
        earlier = exact.setdefault(words, number)
        if earlier != number:
            yield number, earlier, True
            continue
        key = tuple(filter(None, map(roots.__getitem__, words))) if roots is not None else words
        earlier = loose.setdefault(key, number) if len(key) > 1 else number
        if earlier == number:
            earlier = _misspelt(number, key, but_one)
        if earlier != number:
            yield number, earlier, False


@lru_cache(maxsize=REMEMBERED)
def _words(text: str) -> Words:
    """The words, numbers and signs with a meaning (currency, percent, comparison) of a text."""
    if text.isascii():
        return tuple(_TOKEN.findall(text.casefold())) or tuple(text.split())
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    found = tuple(word for word in _TOKEN.findall(folded) if len(word) > 1 or not _is_mark(word))
    return found or tuple(text.split())


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "P" and sign.isascii() is False


class _Roots(dict[str, str]):
    """English words without plural endings and in American spelling, each worked out once; small words are empty."""

    def __missing__(self, word: str) -> str:
        root = self[word] = "" if word in _SMALL_WORDS else _root(word)
        return root


def _root(word: str) -> str:
    if "'" in word:
        return word if word in _CONTRACTED else word.removesuffix("'s")
    if len(word) < 4:
        return word
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith(("tre", "bre")):
        word = f"{word[:-2]}er"
    elif word.endswith("ise") and len(word) > 6:
        word = f"{word[:-3]}ize"
    return word.replace("isation", "ization").replace("olour", "olor").replace("abour", "abor")


def _misspelt(number: int, key: Words, but_one: dict[_Frame, list[tuple[int, str]]]) -> int:
    """The first text with the same words but for one letter more, less or swapped inside one long word, or itself."""
    found = number
    for frame, word in _frames(key):
        group = but_one.setdefault(frame, [])
        for earlier, other in group[:_MOST_COMPARED]:
            if earlier < found and _slip(word, other):
                found = earlier
        group.append((number, word))
    return found


@lru_cache(maxsize=REMEMBERED)
def _frames(key: Words) -> tuple[tuple[_Frame, str], ...]:
    """The long words of a text, each with what a text would have to share with it to differ by a slip in that word."""
    if len(key) < 3:
        return ()
    return tuple(
        ((place, key[:place], key[place + 1 :], word[:3], word[-3:]), word)
        for place, word in enumerate(key)
        if len(word) >= _LONG_WORD and word.isalpha()
    )


def _slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter more or less, or by two neighbours that are swapped."""
    if len(one) < len(other):
        one, other = other, one
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))
    if len(one) == len(other) + 1:
        return one[start + 1 :] == other[start:]
    swapped = len(one) == len(other) and one[start : start + 2] == other[start : start + 2][::-1]
    return swapped and one[start + 2 :] == other[start + 2 :]
