"""Groups of a map as an outline: which lies in which, how deep, and in what order headings would come."""

from collections import defaultdict

from argmap.core.model import ArgumentMap
from argmap.formats.argdown.to_map.carried import carried


def parents(given: ArgumentMap) -> dict[str, str | None]:
    """The group around each group, as far as it is there and does not lie in the group itself."""
    found: dict[str, str | None] = {group.id: None for group in given.groups}
    for group in given.groups:
        above = group.parent
        while above in found and above != group.id:
            above = found[above]
        if above is None and group.parent in found:
            found[group.id] = group.parent
    return found


def levels(given: ArgumentMap) -> dict[str, int]:
    """The level of the heading of each group, in the order of the text."""
    around = parents(given)
    found: dict[str, int] = {}
    for name in text_order(given):
        parent = around[name]
        lowest = found[parent] + 1 if parent else 1
        level = carried(given.group[name].data).get("level")
        found[name] = level if type(level) is int and level > lowest else lowest
    return found


def text_order(given: ArgumentMap) -> list[str]:
    """The ids of the groups in the order in which their headings come."""
    inside: dict[str | None, list[str]] = defaultdict(list)
    for name, parent in parents(given).items():
        inside[parent].append(name)
    found: list[str] = []
    waiting = inside[None][::-1]
    while waiting:
        found.append(waiting.pop())
        waiting += reversed(inside[found[-1]])
    return found
