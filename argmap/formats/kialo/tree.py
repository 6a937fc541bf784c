"""The claims of an export as a tree: what stands below what, in the order of their numbers."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from argmap.formats.foreign.notes import SpanNotes, brief
from argmap.formats.kialo.lines import Row
from argmap.formats.kialo.texts import seen


@dataclass(slots=True, eq=False)
class Node:
    """A line of the tree.

    Attributes:
        row: What it was read from.
        above: What it stands below; None for the outermost, and for those whose place is missing.
        below: What stands below it.
        seen: The claim that it stands for, if it only leads to one.
        is_link: Whether it leads to a claim that has its place elsewhere, or should.
        is_question: Whether it asks what those below it answer.
        is_repeated: Whether a line before it has its number.
        number: The number that writing gives it: its own one where that is free and in order.
        is_off: Whether that is another one than the next in turn.
    """

    row: Row
    above: "Node | None" = None
    below: list["Node"] = field(default_factory=list)
    seen: "Node | None" = None
    is_link: bool = False
    is_question: bool = False
    is_repeated: bool = False
    number: str = ""
    is_off: bool = False

    @property
    def is_astray(self) -> bool:
        """Whether the claim that it should stand below is missing."""
        return self.above is None and "." in self.row.number

    @property
    def is_loose(self) -> bool:
        """Whether it does not say how it bears on the claim above it."""
        return self.above is not None and self.above.is_question is self.row.has_stance

    @property
    def is_vain(self) -> bool:
        """Whether it is a link from which no relation can be made."""
        if not self.is_link:
            return False
        return self.seen is None or self.above in (None, self.seen) or self.seen.is_question or self.is_loose


def tree_of(rows: Iterable[Row], notes: SpanNotes) -> list[Node]:
    """The outermost claims: questions first, then theses, then those whose place is missing."""
    nodes = [Node(row, is_link=seen(row.typed) is not None) for row in rows]
    first: dict[str, Node] = {}
    for node in nodes:
        if first.setdefault(node.row.number, node) is not node:
            node.is_repeated = True
            message = f"the number `{brief(node.row.number)}` is given twice; links lead to the first claim that has it"
            notes.note("repeated-node", message, node.row.place)
    _join(nodes, first)
    _follow(nodes, first)
    _hang(nodes, notes)
    roots = [node for node in nodes if node.above is None]
    for node in roots:
        node.is_question = _asks(node)
    roots.sort(key=lambda node: (node.is_astray, not node.is_question))
    for node in nodes:
        node.below.sort(key=lambda item: _rank(item, node))
    _number(roots, nodes)
    return roots


def walk(roots: Iterable[Node]) -> Iterator[Node]:
    """All lines of trees, each before what stands below it."""
    waiting = [*reversed([*roots])]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.below)


def _join(nodes: list[Node], first: dict[str, Node]) -> None:
    """Put each line below the nearest one before it that has the number it needs, else below any that has it."""
    latest: dict[str, Node] = {}
    for node in nodes:
        above = node.row.above
        if above:
            node.above = latest.get(above) or first.get(above)
        latest[node.row.number] = node


def _follow(nodes: list[Node], first: dict[str, Node]) -> None:
    """Find the claim that each link leads to, perhaps by way of others."""
    followed: set[int] = set()
    for node in nodes:
        way: list[Node] = []
        here: Node | None = node
        while here is not None and here.is_link and id(here) not in followed:
            followed.add(id(here))
            way.append(here)
            here = first.get(seen(here.row.typed) or "")
        goal = here.seen if here is not None and here.is_link else here
        for item in way:
            item.seen = goal


def _hang(nodes: list[Node], notes: SpanNotes) -> None:
    """Hang lines below the claims that links stand for, not below the links; tell of those that hang nowhere."""
    for node in nodes:
        if node.above is not None and node.above.is_link:
            node.above = node.above.seen
        if node.above is not None:
            node.above.below.append(node)
    _open_circles(nodes)
    for node in nodes:
        if node.is_astray:
            message = f"there is no claim `{brief(node.row.above)}.` that `{brief(node.row.number)}.` could bear on"
            notes.note("dangling-edge", message, node.row.place)


def _open_circles(nodes: list[Node]) -> None:
    """Let nothing hang below itself, as it does if it stands below a link that leads to it."""
    reached = {id(node) for node in walk(node for node in nodes if node.above is None)}
    for node in nodes:
        if id(node) not in reached and node.above is not None:
            node.above.below.remove(node)
            node.above = None
            reached.update(id(item) for item in walk([node]))


def _asks(node: Node) -> bool:
    """Whether an outermost line is a question: it says so, or most of what stands below it has no stance."""
    if node.is_link or node.is_astray or node.row.mark in ("thesis", "pro", "con"):
        return False
    if node.row.mark == "question":
        return True
    stances = sum(1 if item.row.has_stance else -1 for item in node.below)
    return stances < 0


def _rank(node: Node, above: Node) -> tuple[bool, bool, int]:
    """Where a line stands among its neighbours: claims that say nothing of the one above, and those of links, last."""
    return node.is_loose and not above.is_question, node.row.above != above.row.number, node.row.last


def next_number(above: str, last: int, taken: Container[str]) -> int:
    """The last part of the number that follows another one below a claim, without those that are taken."""
    last += 1
    while taken and (f"{above}.{last}" if above else str(last)) in taken:
        last += 1
    return last


def _number(roots: list[Node], nodes: Iterable[Node]) -> None:
    """Give each line the number that writing gives it."""
    waiting = [("", [node for node in roots if not node.is_astray])]
    for node in roots:
        if node.is_astray:
            node.number = node.row.number
            waiting.append((node.number, node.below))
    vain = frozenset(node.row.number for node in nodes if node.is_vain)
    while waiting:
        above, below = waiting.pop()
        last = 0
        for node in below:
            if not node.is_vain:
                following = next_number(above, last, vain)
                fits = not node.is_repeated and node.row.above == above and node.row.last > last
                node.is_off = fits and node.row.last != following
                last = node.row.last if fits else following
                node.number = f"{above}.{last}" if above else str(last)
            if node.below:
                waiting.append((node.number, node.below))
