"""Read-only questions to a map: who answers whom, what is a root, where the circles are, who speaks for what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind


class Stance(StrEnum):
    """Which way a claim points, seen from the roots it leads to."""

    THESIS = "thesis"
    PRO = "pro"
    CON = "con"
    MIXED = "mixed"
    """For one root and against another, or both for and against one."""
    NONE = "none"
    """Leads to no root: it lies on a circle, or stands alone."""


@dataclass(frozen=True)
class MapGraph:
    """A map seen as a graph. Relations with an end that is not in the map are left out."""

    map: ArgumentMap

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations whose premises are claims of the map and whose target is one of its claims or relations."""
        claims = self.map.claim
        aimed_at: dict[str, list[str]] = defaultdict(list)
        for item in self.map.relations:
            aimed_at[item.target].append(item.id)
        fallen = [
            item.id
            for item in self.map.relations
            if not item.premises
            or not all(premise in claims for premise in item.premises)
            or not (item.target in claims or item.target in self.map.relation)
        ]
        gone = set(fallen)
        while fallen:  # a relation falls with the relation that it is aimed at
            more = [name for name in aimed_at[fallen.pop()] if name not in gone]
            gone.update(more)
            fallen.extend(more)
        return tuple(item for item in self.map.relations if item.id not in gone)

    @cached_property
    def onto(self) -> Mapping[str, tuple[Relation, ...]]:
        """Relations by the id of the claim or relation they end on, in file order; conflicts stand at both ends."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for item in self.relations:
            found[item.target].append(item)
            if item.kind is RelationKind.CONFLICT:
                found[item.premises[0]].append(item)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def out_of(self) -> Mapping[str, tuple[Relation, ...]]:
        """Relations by the id of each premise; conflicts stand at both ends."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for item in self.relations:
            for premise in dict.fromkeys(item.premises):
                found[premise].append(item)
            if item.kind is RelationKind.CONFLICT and item.target not in item.premises:
                found[item.target].append(item)
        return {key: tuple(items) for key, items in found.items()}

    def final_claim(self, relation: Relation) -> str:
        """The id of the claim that a relation, followed through what it undercuts, is about."""
        seen = set()
        while relation.target not in self.map.claim and relation.target not in seen:
            seen.add(relation.target)
            relation = self.map.relation[relation.target]
        return relation.target if relation.target in self.map.claim else relation.premises[0]

    @cached_property
    def roots(self) -> tuple[Claim, ...]:
        """The theses: claims that nothing in the map builds on. Symmetric conflict does not count as building on."""
        inner = {
            premise for item in self.relations if item.kind is not RelationKind.CONFLICT for premise in item.premises
        }
        return tuple(claim for claim in self.map.claims if claim.id not in inner)

    def neighbours(self, claim_id: str) -> tuple[str, ...]:
        """Claims one relation away, in either direction, linked premises included; in file order of the relations."""
        found: dict[str, None] = {}
        for item in (*self.onto.get(claim_id, ()), *self.out_of.get(claim_id, ())):
            for other in (self.final_claim(item), *item.premises):
                found[other] = None
        for item in self.onto.get(claim_id, ()) + self.out_of.get(claim_id, ()):
            for undercut in self.onto.get(item.id, ()):
                found.update(dict.fromkeys(undercut.premises))
        found.pop(claim_id, None)
        return tuple(found)

    @cached_property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """Sets of claims joined by relations or by a common question, each in file order, by their first claim."""
        parent = {claim.id: claim.id for claim in self.map.claims}

        def find(item: str) -> str:
            while parent[item] != item:
                parent[item] = parent[parent[item]]
                item = parent[item]
            return item

        def unite(items: Iterable[str]) -> None:
            first, *rest = items
            for other in rest:
                parent[find(other)] = find(first)

        for relation in self.relations:
            unite((self.final_claim(relation), *relation.premises))
        by_question: dict[str, list[str]] = defaultdict(list)
        for claim in self.map.claims:
            for question in claim.answers:
                by_question[question].append(claim.id)
        for positions in by_question.values():
            unite(positions)
        parts: dict[str, list[str]] = defaultdict(list)
        for claim in self.map.claims:
            parts[find(claim.id)].append(claim.id)
        return tuple(tuple(part) for part in parts.values())

    @cached_property
    def support_circles(self) -> tuple[tuple[str, ...], ...]:
        """Sets of claims that support each other in a circle: the strongly connected parts of the support relations."""
        supports = [
            item for item in self.relations if item.kind is RelationKind.SUPPORT and item.target in self.map.claim
        ]
        # Only what supports something and is supported can lie on a circle: few of the claims of most maps.
        inside = {item.target for item in supports} & {premise for item in supports for premise in item.premises}
        below: dict[str, list[str]] = defaultdict(list)
        for item in supports:
            if item.target in inside:
                for premise in item.premises:
                    below[premise].append(item.target)
        found = strongly_connected([claim.id for claim in self.map.claims if claim.id in inside], below)
        return tuple(part for part in found if len(part) > 1)

    @cached_property
    def stances(self) -> Mapping[str, Stance]:
        """The stance of every claim.

        A root is a thesis, unless it conflicts with an earlier one: then it is against that. Support keeps the
        direction of what it supports, an attack turns it, an undercut turns that of the relation it ends on.
        """
        signs: dict[str, set[tuple[str, int]]] = defaultdict(set)
        theses = set()
        for root in self.roots:
            others = {
                other
                for item in self.onto.get(root.id, ())
                if item.kind is RelationKind.CONFLICT
                for other in (item.target, item.premises[0])
                if other != root.id
            }
            rivals = [
                (sign_root, -sign)
                for other in others
                for sign_root, sign in signs.get(other, ())
                # of three rival positions, the third is against the first, not for it as a rival of the second
                if sign > 0 or sign_root not in others
            ]
            if not rivals:
                theses.add(root.id)
                rivals = [(root.id, 1)]
            self._spread(root.id, rivals, signs)
        return {claim.id: _stance(claim.id, signs, theses) for claim in self.map.claims}

    def _spread(self, root: str, marks: list[tuple[str, int]], signs: dict[str, set[tuple[str, int]]]) -> None:
        """Carry each (root, sign) mark from a claim down to all that builds on it."""
        waiting = [(root, mark) for mark in marks]
        while waiting:
            node, mark = waiting.pop()
            if mark in signs[node]:
                continue
            signs[node].add(mark)
            for item in self.onto.get(node, ()):
                if item.kind is RelationKind.CONFLICT:
                    continue
                turned = mark if item.kind is RelationKind.SUPPORT else (mark[0], -mark[1])
                waiting.extend((premise, turned) for premise in item.premises)
                waiting.append((item.id, turned))


def _stance(claim_id: str, signs: Mapping[str, set[tuple[str, int]]], theses: set[str]) -> Stance:
    if claim_id in theses:
        return Stance.THESIS
    found = {sign for _, sign in signs.get(claim_id, ())}
    if not found:
        return Stance.NONE
    if len(found) == 2:
        return Stance.MIXED
    return Stance.PRO if 1 in found else Stance.CON


def strongly_connected(nodes: Iterable[str], below: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """The strongly connected parts of a graph (Tarjan 1972), without recursion, each in the order of `nodes`."""
    order = {node: place for place, node in enumerate(nodes)}
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    parts: list[tuple[str, ...]] = []
    for start in order:
        if start in index:
            continue
        work = [(start, iter(below.get(start, ())))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(below.get(other, ()))))
                    break
                if other in on_stack:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    part = {node}
                    while (other := stack.pop()) != node:
                        part.add(other)
                    on_stack.difference_update(part)
                    parts.append(tuple(sorted(part, key=order.__getitem__)))
    return sorted(parts, key=lambda part: order[part[0]])
