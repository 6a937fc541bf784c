"""Lines of YAML looked at from one of them: the section that it lies in, and the other keys of its mapping."""

import re

_TOP_KEY = re.compile(r"[^\s:#\[\]{}'\",]+:[ \t]*(?:\#.*)?")


def landmarks(text: str, offset: int) -> tuple[int | None, int]:
    """The line of the section in which an offset lies, and the nearest line above that is least indented below it.

    Reading on from these two is enough to know where the offset is. Returns where the lines begin; the first is None
    if all must be read.
    """
    end = offset
    entry, least = text.rfind("\n", 0, offset) + 1, 1_000_000
    while True:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end] if end != offset else text[start:offset]
        words = line.lstrip(" \t")
        if words.strip() and not words.startswith("#"):
            rank = 2 * (len(line) - len(words)) + words.startswith(("- ", "-\r", "-\n")) + (words == "-")
            if rank == 0:
                is_plain = _TOP_KEY.fullmatch(line.rstrip())
                return (start, entry) if is_plain and entry != start else (None, start if ":" in line else 0)
            if rank < least:
                entry, least = start, rank
        if start == 0:
            return None, 0
        end = start - 1


def keys_above(text: str, begin: int, column: int) -> list[str]:
    """The keys in a column on the lines above one, as far as they belong to the same mapping."""
    found: list[str] = []
    while begin > 0:
        start = text.rfind("\n", 0, begin - 1) + 1
        key, goes_on = _key_in(text[start : begin - 1], column, is_above=True)
        found += key
        if not goes_on:
            break
        begin = start
    return found


def keys_below(text: str, begin: int, column: int) -> list[str]:
    """The same for the lines below."""
    found: list[str] = []
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        key, goes_on = _key_in(text[begin:end], column, is_above=False)
        found += key
        if not goes_on:
            break
        begin = end + 1
    return found


def _key_in(line: str, column: int, is_above: bool) -> tuple[list[str], bool]:
    """The key that a line has in a column, if it has one, and whether the mapping can go on behind the line."""
    words = line.lstrip(" \t-") if is_above else line.lstrip(" \t")
    begin = len(line) - len(words)
    if not words.strip() or words.startswith("#"):
        return [], True
    starts_item = line.lstrip(" \t").startswith("- ")
    if begin > column and not (starts_item and line.index("-") < column):
        return [], True
    if begin < column or (begin == column and ":" not in words):
        return [], False
    key = words.partition(":")[0].strip().strip("\"'") if begin == column else ""
    return ([key] if key else []), not (starts_item and is_above)
