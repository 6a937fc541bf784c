"""Where in a discussion the claims of a map stand: each once, as a tree, and as links wherever else they bear."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, RelationKind
from argmap.formats.foreign.names import carried
from argmap.formats.kialo.tree import next_number

NAME = "kialo"
VAIN = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})*)\. (?:(Pro|Con): )?(.*)")
"""Such a link: its number, its stance, and its text."""
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})*")
DEEPEST = 100
"""Levels of a discussion; what lies deeper is a thesis of its own that a link leads to. Kialo's own end sooner."""


class Edge(NamedTuple):
    """A claim that bears on another one.

    Attributes:
        claim: Its id.
        stance: `pro`, `con` or empty.
        only_links: Whether the claim does not get its place here.
        number: The number that the line had in a file, or empty.
    """

    claim: str
    stance: str
    only_links: bool = False
    number: str = ""


class Line(NamedTuple):
    """A line of a discussion.

    Attributes:
        number: Its number, without the point at the end.
        id: Id of the claim or question.
        stance: `pro`, `con` or empty.
        is_link: Whether it only leads to the claim.
        is_question: Whether it is a question.
        needs_mark: Whether its place does not show if it is a question.
    """

    number: str
    id: str
    stance: str = ""
    is_link: bool = False
    is_question: bool = False
    needs_mark: bool = False


@dataclass(slots=True)
class Places:
    """Where everything stands.

    Attributes:
        lines: The lines of a discussion, in their order.
        numbers: The numbers of claims by their ids.
        vain: Links of the file from which no relation could be made, as matches of `VAIN`.
    """

    lines: list[Line] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    vain: tuple[re.Match[str], ...] = ()


def placed(argument_map: ArgumentMap) -> Places:
    """Find a place for every claim and question."""
    return _Placing(argument_map).places()


class _Placing:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.said = {item.id: carried(item.data, NAME) for item in argument_map.claims}
        self.onto: dict[str, list[Edge]] = defaultdict(list)
        self.bears: set[str] = set()
        self.answering: dict[str, list[Edge]] = {item.id: [] for item in argument_map.questions}
        links = carried(argument_map.data, NAME).get("links")
        found = (VAIN.fullmatch(item) for item in (links if isinstance(links, list) else ()) if isinstance(item, str))
        self.done = Places(vain=tuple(filter(None, found)))
        self.vain = frozenset(item[1] for item in self.done.vain)

    def places(self) -> Places:
        self._gather_edges()
        self._gather_answers()
        count = 0
        for question in self.map.questions:
            count += 1
            self._tree(Edge(question.id, ""), str(count))
        roots = [item.id for item in self.map.claims if item.id not in self.bears]
        astray = {name: number for name in roots if "." in (number := self._text_of(name, "number"))}
        for name in (*roots, *(item.id for item in self.map.claims)):
            if name not in self.done.numbers and name not in astray:
                root = Edge(name, self._text_of(name, "stance"), False, self._text_of(name, "number"))
                count = self._next(root, "", count)
                self._tree(root, str(count))
        self._place_astray(astray, count)
        return self.done

    def _place_astray(self, astray: dict[str, str], count: int) -> None:
        """Place claims whose place was missing in the file under the numbers that they had, if it still is."""
        firsts = (number.partition(".")[0] for number in astray.values())
        count = max(count, *(int(first) for first in firsts if first.isdecimal() and len(first) < 10), 0)
        taken: set[str] = set()
        above: set[str] = set()
        seen = 0
        for name, wanted in astray.items():
            numbers = [line.number for line in self.done.lines[seen:]]
            seen = len(self.done.lines)
            taken.update(numbers)
            above.update(number.rpartition(".")[0] for number in numbers)
            is_free = _NUMBER.fullmatch(wanted) and taken.isdisjoint((wanted, wanted.rpartition(".")[0]))
            count += not (is_free and wanted not in above)
            number = wanted if is_free and wanted not in above else str(count)
            self._tree(Edge(name, self._text_of(name, "stance")), number)

    def _text_of(self, name: str, key: str) -> str:
        found = self.said[name].get(key)
        if not isinstance(found, str):
            return ""
        return found if key != "stance" or found in ("pro", "con") else ""

    def _gather_edges(self) -> None:
        for item in MapGraph(self.map).relations:
            if item.target not in self.map.claim:
                continue
            said = carried(item.data, NAME)
            number = said.get("number")
            only_links = said.get("see") is True or item.kind is RelationKind.CONFLICT
            stance = "pro" if item.kind is RelationKind.SUPPORT else "con"
            for premise in dict.fromkeys(item.premises):
                if premise != item.target:
                    own = number if isinstance(number, str) else self._text_of(premise, "number")
                    self.onto[item.target].append(Edge(premise, stance, only_links, own))
                    if not only_links:
                        self.bears.add(premise)
                    if item.kind is RelationKind.CONFLICT:
                        self.onto[premise].append(Edge(item.target, stance, True))

    def _gather_answers(self) -> None:
        """Let positions stand below the first question that they answer, and loose claims where they stood."""
        order = {item.id: number for number, item in enumerate(self.map.questions)}
        loose = []
        for item in self.map.claims:
            answers = sorted((name for name in dict.fromkeys(item.answers) if name in order), key=order.__getitem__)
            below = self._text_of(item.id, "below")
            for place, name in enumerate(answers):
                edge = Edge(item.id, self._text_of(item.id, "stance"), place > 0, self._text_of(item.id, "number"))
                self.answering[name].append(edge if not place else edge._replace(stance=""))
            if answers:
                self.bears.add(item.id)
            elif item.id not in self.bears and below in self.map.claim and below != item.id:
                loose.append((below, item.id))
        for below, name in loose:
            self.onto[below].append(Edge(name, "", False, self._text_of(name, "number")))
            self.bears.add(name)

    def _below(self, name: str) -> list[Edge]:
        return self.answering[name] if name in self.answering else self.onto.get(name, [])

    def _tree(self, root: Edge, number: str) -> None:
        """Place a claim, and below it whatever bears on it."""
        self._place(root, number)
        waiting: list[tuple[str, Iterator[Edge], list[int]]] = [(number, iter(self._below(root.claim)), [0])]
        while waiting:
            above, edges, last = waiting[-1]
            edge = next(edges, None)
            if edge is None:
                waiting.pop()
                continue
            last[0] = self._next(edge, above, last[0])
            here = f"{above}.{last[0]}"
            if edge.only_links or edge.claim in self.done.numbers or len(waiting) >= DEEPEST:
                self.done.lines.append(Line(here, edge.claim, edge.stance, is_link=True))
            else:
                self._place(edge, here)
                waiting.append((here, iter(self._below(edge.claim)), [0]))

    def _next(self, edge: Edge, above: str, last: int) -> int:
        """The last part of a number: that of the file if it still fits, else the next in turn."""
        front, _, number = edge.number.rpartition(".")
        fits = front == above and number.isascii() and number.isdecimal() and last < int(number[:10]) < 10**9
        return int(number) if fits else next_number(above, last, self.vain)

    def _place(self, edge: Edge, number: str) -> None:
        is_question = edge.claim in self.answering
        needs_mark = False
        if "." not in number:
            below = self._below(edge.claim)
            looks_like_question = sum(1 if item.stance else -1 for item in below) < 0
            needs_mark = looks_like_question is not is_question
        self.done.lines.append(Line(number, edge.claim, edge.stance, False, is_question, needs_mark))
        self.done.numbers[edge.claim] = number
