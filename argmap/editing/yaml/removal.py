"""Pairs and items taken out of a YAML text, with the comments that belong to them and nothing else."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from argmap.editing.yaml.draft import Change, Draft, Path, edited
from argmap.editing.yaml.extents import (
    Element,
    before_blank_lines,
    below,
    column,
    comma,
    elements,
    is_blank,
    is_first,
    line_start,
    next_line,
    past_blank_lines,
    rest_of_line,
    with_comments_above,
)
from argmap.editing.yaml.syntax import Leaf, Node, Reading, Sequence, Table


def remove(draft: Draft, paths: Iterable[Path], *, stays: Callable[[Path], bool] = lambda path: not path) -> None:
    """Take pairs and items out, all at once.

    What is directly above one as a comment, or at the end of its lines, goes with it. A list or mapping of which
    nothing is left goes, too.

    Args:
        draft: The draft.
        paths: Paths of pairs and items, none of which lies in another one.
        stays: Tells of the path of a list or mapping of which nothing is left whether it stays, as `[]` or `{}`.

    Raises:
        RefusedError: The layout does not allow it, or something in them is needed by what stays.
    """
    gone, hollow = _whole(draft, set(paths), stays)
    draft.must_be_free(draft.at(path, to_change=False) for path in gone)
    changes: list[Change] = []
    says = draft.says
    by_parent: dict[Path, set[str | int]] = defaultdict(set)
    for path in gone:
        by_parent[path[:-1]].add(path[-1])
    for parent, steps in sorted(by_parent.items(), key=lambda item: -len(item[0])):  # inner lists before numbers shift
        node = draft.at(parent)
        draft.must_be_alone(node)
        numbers = {
            number
            for number, part in enumerate(elements(draft.text, node))
            if (part.key.value if part.key else number) in steps
        }
        is_hollow = parent in hollow
        assert isinstance(node, Table | Sequence)
        if is_hollow:
            changes.append(_hollowed(draft.text, node))
        else:
            changes += _in_flow(draft.text, node, numbers) if node.is_flow else _lines(draft.text, node, numbers)
        says = edited(says, parent, partial(_without, steps))
    draft.change(_joined(draft.text, changes), says)


def _without(steps: Collection[str | int], old: Reading) -> Reading:
    if isinstance(old, dict):
        return {key: value for key, value in old.items() if key not in steps}
    return [item for number, item in enumerate(old) if number not in steps]


def _whole(draft: Draft, paths: set[Path], stays: Callable[[Path], bool]) -> tuple[set[Path], set[Path]]:
    """The paths with those of lists and mappings instead of all that is in them, and those of hollow ones that stay."""
    hollow: set[Path] = set()
    while True:
        count: dict[Path, int] = defaultdict(int)
        for path in paths:
            count[path[:-1]] += 1
        full = [
            parent
            for parent, number in count.items()
            if parent not in hollow and number == len(elements(draft.text, draft.at(parent)))
        ]
        if not full:
            return paths, hollow
        for parent in full:
            if stays(parent) or not parent:
                hollow.add(parent)
            else:
                paths = {path for path in paths if path[:-1] != parent} | {parent}


def _hollowed(text: str, node: Table | Sequence) -> Change:
    """All that is in a list or mapping, taken out at once."""
    if node.is_flow and text[node.begin] in "{[":
        return Change(node.begin + 1, node.end - 1, "")
    sign = "{}" if isinstance(node, Table) else "[]"
    start, rest = node.begin, rest_of_line(text, node.end)
    end = node.end if node.is_flow or rest is None else rest
    if not is_first(text, start):
        return Change(start, end, sign)
    while text[start - 1] in " \t\r\n":  # up to the colon, unless there is a comment
        start -= 1
    if text[start - 1] != ":" or "#" in text[line_start(text, start) : start]:
        return Change(node.begin, end, sign)
    return Change(start, end, f" {sign}")


def _joined(text: str, changes: Iterable[Change]) -> list[Change]:
    """Deletions that overlap or touch, as one; at the end of a text without a last line end they leave none."""
    found: list[Change] = []
    for change in sorted(changes, key=lambda item: (item.start, item.end)):
        if found and change.start <= found[-1].end and not change.text and not found[-1].text:
            found[-1] = Change(found[-1].start, max(found[-1].end, change.end), "")
        else:
            found.append(change)
    if found and found[-1].end == len(text) and text[found[-1].start - 1 : found[-1].start] == "\n":
        start = before_blank_lines(text, found[-1].start)
        if not text.endswith("\n") and start:
            start -= 2 if text[start - 2 : start] == "\r\n" else 1
        found[-1] = Change(start, len(text), "")
    return found


def _lines(text: str, node: Table | Sequence, numbers: set[int]) -> list[Change]:
    """Elements of a block, with their lines."""
    parts = elements(text, node)
    changes = []
    ranges = []
    for number in sorted(numbers):
        part = parts[number]
        if not is_first(text, part.start):
            changes += _behind_dash(text, parts, numbers)
            continue
        floor = _floor(text, part.start)
        if number and is_first(text, parts[number - 1].start):
            floor = below(text, parts[number - 1])
        ranges.append((with_comments_above(text, part.start, floor), below(text, part)))
    gone = _without_double_gaps(text, ranges)
    return [*changes, *gone, *_moved_out(text, parts, numbers, gone)]


def _moved_out(text: str, parts: list[Element], numbers: set[int], gone: list[Change]) -> Iterator[Change]:
    """Comments that would become part of a `|` block, as all that stood between is gone: they are indented less."""
    for number in sorted(numbers):
        if number == 0 or number - 1 in numbers or not _ends_in_block(parts[number - 1].value):
            continue
        most = column(text, parts[number - 1].start)
        at = below(text, parts[number - 1])
        while at < len(text):
            change = next((change for change in gone if change.start <= at < change.end), None)
            if change is not None:
                at = change.end
                continue
            line = text[at : next_line(text, at + 1)]
            if line.strip() and not line.lstrip().startswith("#"):
                break
            indent = len(line) - len(line.lstrip(" "))
            if line.strip() and indent > most:
                yield Change(at + most, at + indent, "")
            at += len(line)


def _ends_in_block(node: Node) -> bool:
    """Whether the last thing in a node is a text as a `|` or `>` block."""
    while not isinstance(node, Leaf):
        inside = [value for _, value in node.pairs] if isinstance(node, Table) else node.items
        if node.is_flow or not inside:
            return False
        node = inside[-1]
    return node.style in ("|", ">")


def _floor(text: str, offset: int) -> int:
    """Where the lines of comments and blanks begin that stand above the first element of a block."""
    start = line_start(text, offset)
    while start:
        above = line_start(text, start - 1)
        line = text[above:start].strip()
        if line and not line.startswith("#"):
            break
        start = above
    return start


def _behind_dash(text: str, parts: list[Element], numbers: set[int]) -> list[Change]:
    """The first pair behind a dash: the first one that stays takes its place."""
    first = parts[0]
    following = next(part for number, part in enumerate(parts) if number not in numbers)
    end = rest_of_line(text, first.end)
    end = first.end if end is None else end
    if following is parts[1] and "#" not in text[end : following.start]:
        return [Change(first.start, following.start, "")]
    return [Change(first.start, end, "")]


def _without_double_gaps(text: str, ranges: list[tuple[int, int]]) -> list[Change]:
    """Lines to be taken out, with one of the two gaps where blank lines stand above and below."""
    found: list[Change] = []
    for first, last in ranges:
        start, end = first, last
        top = found[-1].start if found and found[-1].end == start else start
        above = top == 0 or is_blank(text, line_start(text, top - 1)) or _opens(text, top)
        rest = past_blank_lines(text, end)
        if end < rest < len(text) and above:
            end = rest
        elif rest >= len(text):
            start = before_blank_lines(text, start)
        found.append(Change(start, end, ""))
    return found


def _opens(text: str, start: int) -> bool:
    """Whether the line above ends with the colon of a key: what follows is the first thing in it."""
    return text[line_start(text, start - 1) : start].partition(" #")[0].rstrip().endswith(":")


def _in_flow(text: str, node: Table | Sequence, numbers: set[int]) -> list[Change]:
    """Elements inside brackets, each with the comma behind it, the last ones with the comma before."""
    parts = elements(text, node)
    last = max((number for number in range(len(parts)) if number not in numbers), default=-1)
    changes = []
    for number in sorted(numbers):
        part = parts[number]
        if number < last:
            sign = comma(text, part.end, parts[number + 1].start)
            assert sign is not None
            changes.append(_element(text, part.start, sign + 1, parts[number + 1].start))
        else:
            sign = comma(text, parts[number - 1].end, part.start)
            assert sign is not None
            trailing = comma(text, part.end, node.end - 1) if number == len(parts) - 1 else None
            if trailing is not None:
                changes.append(_element(text, part.start, trailing + 1, node.end - 1))
            elif text[sign + 1 : part.start].strip(" \t") == "":
                changes.append(Change(sign, part.end, ""))
            else:
                changes += [Change(sign, sign + 1, ""), _element(text, part.start, part.end, part.end)]
    return changes


def _element(text: str, start: int, end: int, following: int) -> Change:
    """An element on its own lines with these and the comments above, else with the spaces behind it."""
    rest = rest_of_line(text, end)
    if rest is None:
        stop = end
        while stop < following and text[stop] in " \t":
            stop += 1
        return Change(start, stop, "")
    if not is_first(text, start):
        return Change(start, end, "")
    above = with_comments_above(text, start, _floor(text, start))
    return Change(above, next_line(text, end), "")
