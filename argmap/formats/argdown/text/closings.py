"""Where that ends which opens at some place: brackets, braces and comments, found without reading anything twice."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

SPACE = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space as Argdown's tools know it, for a class of characters."""

_STOP = re.compile(rf"\}}(?=[{SPACE}][^,}}])")
_LAST = re.compile(rf"\}}(?![{SPACE}]*+[,}}])")
_BRACE = re.compile(
    r"""[{}]|\n[ \t]*+\n|(?<=[{,:\[\n-])[ \t]*+(?:"(?>(?:[^"\\\n]|\\.)*)"|'[^'\n]*+'(?=\s*+[,}\]:\n]))"""
)
_BLANK_LINE = re.compile(r"\n(?=[ \t]*+\n)")


class Closings:
    """The ends of what opens in a text. Every lookup takes logarithmic time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[str, list[int]] = {}

    def next(self, sign: str, place: int) -> int:
        """Where a sign stands next, from the given place on; the length of the text if it does not."""
        places = self._places.get(sign)
        if places is None:
            places = self._places[sign] = [found.start() for found in re.finditer(re.escape(sign), self.text)]
        number = bisect_left(places, place)
        return places[number] if number < len(places) else len(self.text)

    def blank_line(self, place: int) -> int:
        """Where the line before the next empty line ends; the length of the text if there is none."""
        number = bisect_left(self._blank_lines, place)
        return self._blank_lines[number] if number < len(self._blank_lines) else len(self.text)

    def braces(self, place: int) -> tuple[int, int] | None:
        """Where the braces that open at a place end: for us, and for Argdown's own tools. None if they are no data.

        Those tools take what goes on up to the first `}` with white space and then something other than `,` and `}`
        behind it, or to the last `}` before that with no `,` or `}` behind it. We match braces where that can be done.
        """
        number = bisect_right(self._stops, place)
        stop = self._stops[number] if number < len(self._stops) else len(self.text)
        number = bisect_right(self._lasts, stop) - 1
        if number < 0 or self._lasts[number] <= place:
            return None
        theirs = self._lasts[number] + 1
        return self._partners.get(place, theirs), theirs

    @cached_property
    def _blank_lines(self) -> list[int]:
        return [found.start() for found in _BLANK_LINE.finditer(self.text)]

    @cached_property
    def _stops(self) -> list[int]:
        return [found.start() for found in _STOP.finditer(self.text)]

    @cached_property
    def _lasts(self) -> list[int]:
        return [found.start() for found in _LAST.finditer(self.text)]

    @cached_property
    def _partners(self) -> dict[int, int]:
        """End of each pair of braces by its start; braces in quotation marks do not count, and none spans a gap."""
        partners: dict[int, int] = {}
        waiting: list[int] = []
        for found in _BRACE.finditer(self.text):
            sign = found[0]
            if sign == "{":
                waiting.append(found.start())
            elif sign[0] == "\n" and sign[-1] == "\n":
                waiting.clear()
            elif sign == "}" and waiting:
                partners[waiting.pop()] = found.end()
        return partners
