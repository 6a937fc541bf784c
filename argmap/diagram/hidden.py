"""Hidden claims are left out of pictures, and what was said through them is drawn between the claims that remain."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Relation, RelationKind
from argmap.diagram.lines import Line, Route, redrawn


def contracted(map: ArgumentMap) -> ArgumentMap:
    """Return a map without its hidden claims.

    - What supports or attacks a hidden claim counts for what that claim supports; what supports it attacks what it
      attacks. An attack on a hidden claim that supports nothing goes to the argument that leads to it, or, if there is
      none, speaks for what the claim attacks.
    - What a hidden claim supports or attacks is drawn from what supports it. Linked premises lose the hidden ones;
      a hidden step on the way of one argument passes its premises on.
    - Of a symmetric conflict that direction is drawn which has two visible ends, or both.
    - An undercut goes to what remains of its step, else to the argument whose step that was.
    - An argument that leads to a hidden position answers its question.

    Relations that come to the same line become one. A map without hidden claims is returned as it is; relations that
    hidden claims do not touch stay as they are.
    """
    if not any(claim.hidden for claim in map.claims):
        return map
    lines = _Lines(map)
    visible = tuple(claim for claim in map.claims if not claim.hidden)
    return replace(map, claims=lines.answering(visible), relations=redrawn(map, lines.all(), lines.heirs()))


@dataclass(frozen=True, slots=True)
class _Step:
    """A way on from a hidden claim.

    Attributes:
        relation: Whose way it is.
        to: Where it leads: a claim or a relation.
        kind: What the claim does there.
        is_back: Whether it goes from a conclusion to the argument for it.
    """

    relation: Relation
    to: str
    kind: RelationKind
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    """A hidden claim on the way, and what is said of it there.

    Attributes:
        claim: Id of the claim.
        holds: Whether it is supported; else it is denied.
        rivals: Whether a symmetric conflict lies on the way: who denies one of two rivals does not support the other.
        last: The step by which the way came, while all of the way is told by the steps that follow anyway.
    """

    claim: str
    holds: bool
    rivals: bool
    last: str | None


class _Lines:
    """What the relations of a map with hidden claims come to; lives for one call."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.relations = MapGraph(map).relations
        self.hidden = {claim.id for claim in map.claims if claim.hidden}
        self.onward: dict[str, list[_Step]] = defaultdict(list)
        self.supports: dict[str, list[Relation]] = defaultdict(list)
        for item in self.relations:
            if item.kind is RelationKind.CONFLICT:
                self._follow(item, item.premises[0], item.target)
                self._follow(item, item.target, item.premises[0])
                continue
            for premise in dict.fromkeys(item.premises):
                self._follow(item, premise, item.target)
            if item.kind is RelationKind.SUPPORT and item.target in self.hidden:
                self.supports[item.target].append(item)
        self.leading = self._leading()

    def _follow(self, item: Relation, start: str, end: str) -> None:
        if start in self.hidden:
            self.onward[start].append(_Step(item, end, item.kind))

    def _leading(self) -> set[str]:
        """The hidden claims that support something visible, directly or through each other."""
        found = {
            key
            for key, steps in self.onward.items()
            if any(step.kind is RelationKind.SUPPORT and step.to not in self.hidden for step in steps)
        }
        waiting = list(found)
        while waiting:
            for item in self.supports[waiting.pop()]:
                more = (self.hidden & set(item.premises)) - found
                found |= more
                waiting.extend(more)
        return found

    def answering(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims, where arguments for hidden positions answer the questions of those."""
        more: dict[str, list[str]] = defaultdict(list)
        for claim in self.map.claims:
            if claim.hidden and claim.answers:
                for _, argument in self._arguments_for(claim.id):
                    more[argument] += claim.answers
        return tuple(
            replace(item, answers=tuple(dict.fromkeys((*item.answers, *more[item.id])))) if item.id in more else item
            for item in claims
        )

    def heirs(self) -> Mapping[str, str]:
        """For each relation the argument to which an undercut goes if the relation is gone."""
        found = {}
        for item in self.relations:
            for key in (item.argument, item.target, *item.premises):
                claim = self.map.claim.get(key or "")
                if claim and not claim.hidden and claim.kind is ClaimKind.ARGUMENT:
                    found[item.id] = claim.id
                    break
        return found

    def all(self) -> list[Line]:
        """The lines, in the order of the relations that they begin with."""
        halves: dict[tuple[str, str, str], int] = {}
        found: list[Line | None] = []
        for item in self.relations:
            for line, conflict in self._lines_of(item):
                (start, *others), end = line.relation.premises, line.relation.target
                mate = None if conflict is None or others else halves.pop((end, start, conflict), None)
                if mate is None:
                    if conflict is not None and not others:
                        halves[start, end, conflict] = len(found)
                    found.append(line)
                    continue
                half = found[mate]
                assert half is not None and conflict is not None
                rival = replace(self.map.relation[conflict], premises=(end,), target=start)
                found[mate] = Line(rival, (*half.routes, *line.routes))
        return [line for line in found if line is not None]

    def _lines_of(self, item: Relation) -> Iterator[tuple[Line, str | None]]:
        """The lines that a relation comes to, each with the symmetric conflict that lies on it, if one does."""
        ends = {*item.premises, item.target}
        if ends.isdisjoint(self.hidden):
            yield Line(item, ((item.id,),), unchanged=True), None
        elif item.kind is RelationKind.CONFLICT:
            for one, other in ((item.premises[0], item.target), (item.target, item.premises[0])):
                if one not in self.hidden and other in self.hidden:
                    attack = replace(item, kind=RelationKind.ATTACK, premises=(one,), target=other)
                    yield from self._through(attack, (item.id,), _Spot(other, False, True, None), item.id)
        else:
            premises, told = self._told_by(item)
            if not premises:
                return
            line = replace(item, premises=premises)
            route = (item.id, *told)
            if item.target in self.hidden:
                holds = item.kind is RelationKind.SUPPORT
                start = _Spot(item.target, holds, False, item.id if holds else None)
                yield from self._through(line, route, start, None)
            elif made := _line(line, item.target, item.kind, route):
                yield made, None

    def _told_by(self, item: Relation) -> tuple[tuple[str, ...], Route]:
        """The visible premises of a relation, those that hidden steps pass on included, and these steps."""
        found: dict[str, None] = {}
        steps: dict[str, None] = {}
        waiting = [(item, premise) for premise in reversed(item.premises)]
        while waiting:
            at, premise = waiting.pop()
            if premise not in self.hidden:
                found[premise] = None
                continue
            step = self._passed_on(at, premise)
            if step is not None and step.id not in steps and step is not item:
                steps[step.id] = None
                waiting += [(step, key) for key in reversed(step.premises)]
        return tuple(found), tuple(steps)

    def _passed_on(self, item: Relation, premise: str) -> Relation | None:
        """The one step of the same argument that leads to a hidden premise, whose own premises then take its place."""
        if item.argument is None and len(set(item.premises)) == 1:
            return None
        steps = [step for step in self.supports.get(premise, ()) if step.argument == item.argument]
        return steps[0] if len(steps) == 1 and steps[0] is not item else None

    def _through(
        self, line: Relation, route: Route, start: _Spot, conflict: str | None
    ) -> Iterator[tuple[Line, str | None]]:
        """The lines that lead on from what is said of a hidden claim."""
        came: dict[_Spot, _Spot | None] = {start: None}
        ways: dict[_Spot, Relation] = {}
        waiting = deque([start])
        told: set[tuple[str, bool]] = set()
        while waiting:
            spot = waiting.popleft()
            for step, holds in self._from(spot):
                then = self._spot_after(spot, step, holds)
                if step.to in self.hidden:
                    if then not in came:
                        came[then], ways[then] = spot, step.relation
                        waiting.append(then)
                elif then.last is None and (step.to, holds) not in told:
                    told.add((step.to, holds))
                    way = [*route, *(ways[passed].id for passed in _back(came, spot) if passed in ways)]
                    if not step.is_back:
                        way.append(step.relation.id)
                    kind = RelationKind.SUPPORT if holds else RelationKind.ATTACK
                    if made := _line(line, step.to, kind, tuple(dict.fromkeys(way))):
                        yield made, conflict or self._conflict_in(way)

    def _spot_after(self, spot: _Spot, step: _Step, holds: bool) -> _Spot:
        passed_on = self._passed_on(step.relation, spot.claim) if spot.last else None
        last = step.relation.id if passed_on and passed_on.id == spot.last else None
        return _Spot(step.to, holds, spot.rivals or step.kind is RelationKind.CONFLICT, last)

    def _conflict_in(self, way: Sequence[str]) -> str | None:
        return next((key for key in way if self.map.relation[key].kind is RelationKind.CONFLICT), None)

    def _from(self, spot: _Spot) -> Iterator[tuple[_Step, bool]]:
        """The ways on, each with whether what it leads to is supported there."""
        steps = self.onward.get(spot.claim, ())
        if spot.holds:
            yield from ((step, step.kind is RelationKind.SUPPORT) for step in steps)
        elif spot.claim in self.leading:
            for step in steps:
                if step.kind is RelationKind.SUPPORT and (step.to not in self.hidden or step.to in self.leading):
                    yield step, False
        elif arguments := self._arguments_for(spot.claim):
            yield from ((_Step(item, key, RelationKind.SUPPORT, True), False) for item, key in arguments)
        elif not spot.rivals:
            for step in steps:
                if step.kind is RelationKind.ATTACK and step.to in self.map.claim:
                    yield step, True

    def _arguments_for(self, claim: str) -> list[tuple[Relation, str]]:
        """The visible arguments that lead to a hidden claim, each with the relation by which it does."""
        return [
            (item, premise)
            for item in self.supports.get(claim, ())
            for premise in dict.fromkeys(item.premises)
            if premise not in self.hidden and self.map.claim[premise].kind is ClaimKind.ARGUMENT
        ]


def _back(came: Mapping[_Spot, _Spot | None], spot: _Spot) -> list[_Spot]:
    """The spots on the way to one, from the first."""
    found = [spot]
    while (before := came[found[-1]]) is not None:
        found.append(before)
    return found[::-1]


def _line(item: Relation, target: str, kind: RelationKind, route: Route) -> Line | None:
    """A line from the premises of a relation to a target; None if it would lead from a claim to itself."""
    premises = tuple(key for key in item.premises if key != target)
    return Line(replace(item, kind=kind, premises=premises, target=target), (route,)) if premises else None
