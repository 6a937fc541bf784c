"""The conflict that nobody settles: which circle an undecided claim lies on, or hangs on."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from argmap.core.explanation import Circle, Role, Tangle
from argmap.core.graph import strongly_connected
from argmap.core.labelling import Label
from argmap.semantics.explanation.sources import Sources, Step, key_of


class Circles:
    """The circles among what is undecided.

    What is undecided depends on something undecided, and so on until a circle closes. The circles that count are those
    with an attack in them, which may be to blame for the indecision; and circles of support that depend on nothing
    else that is undecided.

    Args:
        sources: Where labels come from.
        claim: Id of the claim that is explained; only what leads to it is looked at.
    """

    def __init__(self, sources: Sources, claim: str) -> None:
        self._sources = sources
        self._steps: dict[str, Step] = {}
        self._claims: dict[str, str] = {}
        self._below: dict[str, dict[str, bool]] = {}
        """For each undecided key those that it depends on, and whether the one works against the other."""
        self._explore(claim)
        self._above: dict[str, list[str]] = defaultdict(list)
        for key, others in self._below.items():
            for other in others:
                self._above[other].append(key)
        self._part: dict[str, frozenset[str]] = {}
        """For each key that lies on a circle all keys that lie on circles with it."""
        self._core: dict[str, None] = {}
        """The keys that certainly lie on a circle that counts."""
        for members in strongly_connected(self._below, self._below):
            if len(members) > 1 or members[0] in self._below[members[0]]:
                self._enter(members)
        self.distance = self._distances()
        """For each undecided key that leads to a circle that counts: how many dependencies it is away from it."""

    def _explore(self, start: str) -> None:
        waiting: list[str | Step] = [start] if self._sources.claim(start) is Label.UNDECIDED else []
        waiting += [item for item in self._sources.steps_of(start) if self._sources.step(item) is Label.UNDECIDED]
        while waiting:
            node = waiting.pop()
            key = key_of(node) if isinstance(node, str) else node.key
            if key in self._below:
                continue
            if isinstance(node, str):
                self._claims[key] = node
                inner: dict[str | Step, bool] = {
                    item: item.role in _AGAINST for item in open_steps(self._sources, node)
                }
            else:
                self._steps[key] = node
                inner = dict(_open_inputs(self._sources, node))
            self._below[key] = {key_of(item) if isinstance(item, str) else item.key: bad for item, bad in inner.items()}
            waiting.extend(inner)

    def _enter(self, members: tuple[str, ...]) -> None:
        """Note a part in which everything depends on everything else."""
        inside = frozenset(members)
        self._part.update(dict.fromkeys(members, inside))
        edges = [(one, other, bad) for one in members for other, bad in self._below[one].items()]
        against = [(one, other) for one, other, bad in edges if bad and other in inside]
        if against:
            self._core.update(dict.fromkeys(key for edge in against for key in edge))
        elif all(other in inside for _, other, _ in edges):
            self._core.update(dict.fromkeys(members))

    def _distances(self) -> dict[str, int]:
        distance = dict.fromkeys(self._core, 0)
        waiting = deque(distance)
        while waiting:
            key = waiting.popleft()
            for other in self._above[key]:
                if other not in distance:
                    distance[other] = distance[key] + 1
                    waiting.append(other)
        return distance

    def of(self, claim: str) -> Circle | None:
        """The circle that an undecided claim lies on, else the nearest one that it hangs on; None if there is none."""
        start = key = key_of(claim)
        if key not in self._below and self._sources.claim(claim) is Label.UNDECIDED:
            return Circles(self._sources, claim).of(claim)  # told of in passing: the conclusion does not hang on it
        if key not in self.distance:
            return None
        while self.distance[key]:
            key = min(self._below[key], key=lambda item: self.distance.get(item, len(self._below)))
        keys = self._circle_through(key)
        turn = keys.index(start) if start in keys else 0
        return self._told(keys[turn:] + keys[:turn])

    def _circle_through(self, key: str) -> list[str]:
        """The keys of the shortest circle through a core key, in the order of dependency, with an attack if any has."""
        inside = self._part[key]
        found = [[key, *self._path(other, key, inside)[:-1]] for other in self._below[key] if other in inside]
        found += [self._path(key, other, inside) for other in self._above[key] if other in inside]
        return min(found, key=lambda keys: (not self._attacks(keys), len(keys)))

    def _attacks(self, keys: list[str]) -> int:
        return sum(self._below[one][other] for one, other in _around(keys))

    def _path(self, start: str, end: str, inside: frozenset[str]) -> list[str]:
        before: dict[str, str] = {start: start}
        waiting = deque([start])
        while end not in before:
            key = waiting.popleft()
            for other in self._below[key]:
                if other in inside and other not in before:
                    before[other] = key
                    waiting.append(other)
        path = [end]
        while path[-1] != start:
            path.append(before[path[-1]])
        return path[::-1]

    def _told(self, keys: list[str]) -> Circle:
        forth = [keys[0], *reversed(keys[1:])]  # in the order in which one thing bears on the next
        relations = tuple(self._steps[key].relation.id for key in forth if key in self._steps)
        claims = tuple(self._claims[key] for key in forth if key in self._claims)
        return Circle(_tangle(self._attacks(keys), len(claims), len(relations)), relations, claims)


_AGAINST = (Role.ATTACK, Role.CONFLICT, Role.UNDERCUT)


def _around(keys: list[str]) -> Iterator[tuple[str, str]]:
    return zip(keys, [*keys[1:], keys[0]], strict=True)


def _tangle(attacks: int, claims: int, relations: int) -> Tangle:
    if not attacks:
        return Tangle.SUPPORT_CIRCLE
    if attacks == claims == relations == 1:
        return Tangle.SELF_ATTACK
    if attacks == claims == relations == 2:
        return Tangle.MUTUAL_ATTACK
    return Tangle.ODD_CIRCLE if attacks % 2 else Tangle.EVEN_CIRCLE


def open_steps(sources: Sources, claim: str) -> list[Step]:
    """The undecided steps that leave a claim undecided."""
    if claim in sources.forced:
        return []
    favour = sources.favour(claim)
    if any(sources.step(item) is Label.IN for item in favour):
        favour = ()
    steps = (*sources.against(claim), *favour, *sources.needs(claim))
    return [item for item in steps if sources.step(item) is Label.UNDECIDED]


def _open_inputs(sources: Sources, step: Step) -> Iterator[tuple[str | Step, bool]]:
    for name in step.premises:
        if sources.claim(name) is Label.UNDECIDED:
            yield name, False
    for item in sources.undercuts(step):
        if sources.step(item) is Label.UNDECIDED:
            yield item, step.role is not Role.NEED


def support_circle(sources: Sources, claim: str) -> Circle | None:
    """The shortest circle of supports through an unfounded claim; None if it lies on none."""
    before: dict[str, tuple[str, str]] = {}
    waiting = deque([claim])
    while waiting:
        name = waiting.popleft()
        for step in sources.favour(name):
            for premise in step.premises:
                if premise not in before and premise not in sources.founded:
                    before[premise] = (name, step.relation.id)
                    if premise == claim:
                        return _unwound(before, claim)
                    waiting.append(premise)
    return None


def _unwound(before: Mapping[str, tuple[str, str]], claim: str) -> Circle:
    claims, relations = [claim], []
    while True:
        name, relation = before[claims[-1]]
        relations.append(relation)
        if name == claim:
            return Circle(Tangle.SUPPORT_CIRCLE, tuple(relations), tuple(claims))
        claims.append(name)
