"""How deep the lines of a paragraph are nested, by their indentation."""

from argmap.formats.argdown.text.tokens import Remark


class Indentation:
    """The indentations that are open in a paragraph. `remarks` takes what is odd about them."""

    def __init__(self, remarks: list[Remark]) -> None:
        self._remarks = remarks
        self._levels = [0]
        self._blanks = ""

    def close(self) -> None:
        """Forget what is open; the paragraph goes on."""
        self._levels = [0]

    def begin(self) -> None:
        """Begin a new paragraph."""
        self._levels, self._blanks = [0], ""

    def depth(self, indent: str, place: int, further: int) -> int:
        """Return how many levels are open at a line.

        Argdown counts characters and looks for the last line that is not indented more.

        Args:
            indent: What stands before the sign with which the line begins.
            place: Where that sign stands.
            further: By how much the line counts as indented more than that.
        """
        levels, level = self._levels, len(indent) + further
        self._compare_blanks(indent, place)
        if level > levels[-1]:
            levels.append(level)
        elif level < levels[-1]:
            above = levels[-1]
            while len(levels) > 1 and level < levels[-1]:
                above = levels.pop()
            if level > levels[-1]:
                self._report(len(indent), place, [item - further for item in (*levels[1:][-1:], above)])
                if len(levels) == 1:
                    levels.append(level)
        return len(levels) - 1

    def _report(self, width: int, place: int, fitting: list[int]) -> None:
        message = f"this line is indented by {_spaces(width)}, unlike any line above it"
        advice = f"indent it by {' or '.join(_spaces(item) for item in fitting)}"
        self._remarks.append(Remark("odd-indentation", message, place - width, place + 1, advice))

    def _compare_blanks(self, indent: str, place: int) -> None:
        if not indent or self._blanks == "mixed":
            return
        blanks = self._blanks + indent
        if "\t" not in blanks or " " not in blanks:
            self._blanks = indent[0]
            return
        self._blanks = "mixed"
        message = "tabs and spaces are mixed in the indentation of one paragraph"
        note = "a tab counts as much as one space"
        self._remarks.append(Remark("odd-indentation", message, place - len(indent), place, "use spaces alone", note))


def _spaces(count: int) -> str:
    return f"{count or 'no'} space{'' if count == 1 else 's'}"
