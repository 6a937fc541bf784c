"""How like two texts are by their words, where rare words count for more, and which are worth a comparison."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"  # scripts that put no spaces between words
    r"|\w+(?:['’]\w+)*"
)
_NEGATIONS = frozenset("not no never none nobody nothing neither nor cannot without".split())  # noqa: SIM905
_COMMON = 12
"""A word in more texts than this leads to no comparison: the rare words of a text find its like."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text without regard to case and punctuation; of a text without words its signs."""
    return tuple(_WORD.findall(text.casefold())) or tuple(text.split())


def turning_words(found: Sequence[str]) -> Counter[str]:
    """Words that turn a text into another one however like the rest is: numbers and (in English) negations."""
    return Counter(
        "not" if word in _NEGATIONS or word.endswith(("n't", "n’t")) else word
        for word in found
        if word in _NEGATIONS or word.endswith(("n't", "n’t")) or any(map(str.isdecimal, word))
    )


class Likeness:
    """Compares texts of two sides.

    Args:
        old: The words of each text of the old side.
        new: The words of each text of the new side.
    """

    def __init__(self, old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> None:
        self._counts = [Counter(text) for text in old], [Counter(text) for text in new]
        spread = [Counter(word for text in side for word in text) for side in self._counts]
        texts = max(len(old), len(new))
        self._weights = {
            word: math.log(1 + texts / max(side[word] for side in spread)) for side in spread for word in side
        }

    def __call__(self, old: int, new: int) -> float:
        """How like two texts are, from 0 to 1: twice what they share by all that they have (Dice 1945).

        A word counts for more the fewer texts have it (Spärck Jones 1972).
        """
        first, second = self._counts[0][old], self._counts[1][new]
        whole = self._weight(first.items()) + self._weight(second.items())
        shared = self._weight((word, min(number, second[word])) for word, number in first.items())
        return 2 * shared / whole if whole else 0.0

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs that share a word that few texts have, each once, in a fixed order."""
        by_word: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, counts in enumerate(self._counts):
            for place, text in enumerate(counts):
                for word in text:
                    by_word[word][side].append(place)
        few = [(old, new) for old, new in by_word.values() if len(old) <= _COMMON and len(new) <= _COMMON]
        yield from sorted({(one, other) for old, new in few for one in old for other in new})

    def _weight(self, counted: Iterable[tuple[str, int]]) -> float:
        # Rounded, as sums in another order may differ in their last digits.
        return round(sum(self._weights[word] * number for word, number in counted), 9)
