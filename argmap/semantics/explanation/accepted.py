"""Explains a label: a short tree of reasons, read off one labelling, broad before deep."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from argmap.core.explanation import Circle, Pattern, Reason, Role, Value
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap
from argmap.semantics.explanation.circles import Circles, open_steps, support_circle
from argmap.semantics.explanation.ranks import ranks
from argmap.semantics.explanation.sources import Sources, Step, key_of

DEPTH = 6
"""How many claims deep an explanation goes, the conclusion not counted."""

SIZE = 30
"""How many claims and relations an explanation tells of, the conclusion's own relations not counted."""

_LAST = 1 << 30
_Node = TypeVar("_Node", str, Step, str | Step)


@dataclass(slots=True)
class _Part:
    """A part of the explanation while it grows."""

    node: str | Step
    role: Role
    label: Label
    depth: int
    pattern: Pattern = Pattern.CHOSEN
    children: list["_Part"] = field(default_factory=list)
    more: tuple[str, ...] = ()
    circle: Circle | None = None
    told: bool = False
    cut: bool = False

    @property
    def key(self) -> str:
        return key_of(self.node) if isinstance(self.node, str) else self.node.key

    def done(self) -> Reason:
        """The part as it stays. Explanations are shallow, so that recursion is safe."""
        return Reason(
            subject=self.node if isinstance(self.node, str) else self.node.relation.id,
            role=self.role,
            value=self.label,
            pattern=self.pattern,
            children=tuple(child.done() for child in self.children),
            more=self.more,
            circle=self.circle,
            told=self.told,
            cut=self.cut,
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """Why a part has its label, and what is to be told below it."""

    pattern: Pattern
    steps: Sequence[Step] = ()
    claims: Sequence[str] = ()
    more: Iterable[str] = ()
    circle: Circle | None = None


def reasons(
    map: ArgumentMap,
    claim: str,
    labelling: Labelling,
    *,
    support: str = "default",
    forced: Mapping[str, Value] | None = None,
    depth: int = DEPTH,
    size: int = SIZE,
) -> Reason:
    """Explain the label of a claim from one labelling.

    Of a claim that stands it tells a support that holds, if it needs one, and every attack with why it fails; of a
    claim that falls the attacks that hold, and the supports that it has lost; of an undecided one what is open, and the
    circle that this hangs on. Below the conclusion one sufficient reason is told each time, the one with the shortest
    explanation, and the others are named in `Reason.more`. What was told once is a reference afterwards, so that
    circles end.

    Args:
        map: The map.
        claim: Id of the claim.
        labelling: A labelling of the map, made under this reading of support and with this taken for granted.
        support: Name of the reading of support.
        forced: What was taken for granted of claims, by id.
        depth: How many claims deep the tree goes, at least 1; 0 is taken as 1.
        size: How many parts it may have before it is cut.

    Raises:
        KeyError: The claim is not in the map.
    """
    if claim not in map.claim:
        raise KeyError(claim)
    sources = Sources(map, labelling.labels, support, forced or {})
    return _Teller(sources, claim, depth, size).tell()


class _Teller:
    """Lays out one explanation, from the conclusion outwards; lives for one call."""

    def __init__(self, sources: Sources, claim: str, depth: int, size: int) -> None:
        self.sources = sources
        self.conclusion = claim
        self.depth, self.size = depth, size
        self.rank = ranks(sources, claim)
        self.circles = Circles(sources, claim)
        self.named: list[Circle] = []

    def tell(self) -> Reason:
        root = _Part(self.conclusion, Role.CONCLUSION, self.sources.claim(self.conclusion), 0)
        waiting = deque([root])
        told: set[str] = set()
        number = 0
        while waiting:
            part = waiting.popleft()
            plan = self._plan(part)
            part.pattern, part.circle = plan.pattern, plan.circle
            inner = self._inner(part, plan)
            if part.key in told:
                part.told = bool(inner)
                continue
            part.more = tuple(plan.more)
            if inner and self._is_too_much(part, number):
                part.cut = True
                continue
            told.add(part.key)
            part.children = inner
            number += len(inner)
            waiting.extend(inner)
        return root.done()

    def _is_too_much(self, part: _Part, number: int) -> bool:
        """Whether to break off at a part; what the conclusion's own relations come from is always told."""
        if isinstance(part.node, str) and part.depth >= max(1, self.depth):
            return True
        return number >= self.size and part.depth > 1

    def _inner(self, part: _Part, plan: _Plan) -> list[_Part]:
        below = part.depth + 1 if isinstance(part.node, str) else part.depth
        claims = [_Part(name, Role.PREMISE, self.sources.claim(name), below) for name in plan.claims]
        return claims + [_Part(item, item.role, self.sources.step(item), below) for item in plan.steps]

    def _plan(self, part: _Part) -> _Plan:
        if part.label is Label.UNKNOWN:
            return _Plan(Pattern.UNKNOWN)
        if isinstance(part.node, Step):
            return self._of_step(part.node, part.label)
        if part.node in self.sources.forced:
            return _Plan(Pattern.FORCED)
        is_conclusion = part.role is Role.CONCLUSION
        if part.label is Label.IN:
            return self._of_standing(part.node, is_conclusion)
        if part.label is Label.OUT:
            return self._of_fallen(part.node, is_conclusion)
        return self._of_undecided(part.node, is_conclusion)

    # -- claims

    def _of_standing(self, claim: str, is_conclusion: bool) -> _Plan:
        sources = self.sources
        against, needs = self._sorted(sources.against(claim)), self._sorted(sources.needs(claim))
        holding = self._sorted(self._with(sources.favour(claim), Label.IN))
        steps, others = [*holding[:1], *needs, *against], _ids(holding[1:])
        if is_conclusion:
            steps += [item for item in sources.favour(claim) if item not in holding]
        unanswered = [item for item in against if sources.step(item) is not Label.OUT]
        unanswered += [item for item in needs if sources.step(item) is not Label.IN]
        if unanswered or (claim not in sources.assumed and not holding):
            return _Plan(Pattern.CHOSEN, steps)
        if against:
            return _Plan(Pattern.DEFENDED, steps, more=others)
        if holding:
            return _Plan(Pattern.SUPPORTED, steps, more=others)
        return _Plan(Pattern.NEEDS_MET if needs else Pattern.UNATTACKED, steps)

    def _of_fallen(self, claim: str, is_conclusion: bool) -> _Plan:
        sources = self.sources
        attacks = self._sorted(self._with(sources.against(claim), Label.IN))
        failing = self._sorted(self._with(sources.needs(claim), Label.OUT))
        enough = [*attacks, *failing]
        if sources.is_unsupported(claim):
            lost = self._sorted(sources.favour(claim))
            # whichever needs no help from the other comes first
            if not enough or self._latest(lost) < self._latest(enough[:1]):
                return self._by_support(claim, lost, attacks if is_conclusion else [])
        else:
            lost = []
        if not enough:
            return _Plan(Pattern.CHOSEN)
        pattern = Pattern.ATTACKED if attacks else Pattern.NEED_FAILS
        if is_conclusion:
            return _Plan(pattern, [*enough, *lost])
        return _Plan(pattern, enough[:1], more=_ids(enough[1:]))

    def _by_support(self, claim: str, lost: Sequence[Step], attacks: Sequence[Step]) -> _Plan:
        if not lost:
            return _Plan(Pattern.UNSUPPORTED, attacks)
        circle = support_circle(self.sources, claim) if claim not in self.sources.founded else None
        if circle:
            return _Plan(Pattern.UNFOUNDED, attacks, circle=circle)
        return _Plan(Pattern.LOST_SUPPORT, [*lost, *attacks])

    def _latest(self, steps: Iterable[Step]) -> int:
        return max((self.rank.get(item.key, _LAST) for item in steps), default=0)

    def _of_undecided(self, claim: str, is_conclusion: bool) -> _Plan:
        circle = next((item for item in self.named if claim in item.claims), None) or self.circles.of(claim)
        if circle and circle not in self.named:
            self.named.append(circle)
        pending = self._nearest_first(open_steps(self.sources, claim))
        if not pending:
            return _Plan(Pattern.CHOSEN)
        lies_on_it = circle is not None and claim in circle.claims
        pattern = Pattern.CONFLICT if lies_on_it else Pattern.HANGS
        if is_conclusion:
            rest = [item for item in self._sorted(self.sources.steps_of(claim)) if item not in pending]
            holding = [item for item in rest if self.sources.step(item) is Label.IN and item.role is Role.SUPPORT]
            failing = [item for item in rest if item not in holding]
            return _Plan(pattern, [*pending, *holding[:1], *failing], more=_ids(holding[1:]), circle=circle)
        if circle and lies_on_it:
            others = [item for item in pending if item.relation.id not in circle.relations]
            return _Plan(pattern, more=_ids(others), circle=circle)
        return _Plan(pattern, pending[:1], more=_ids(pending[1:]), circle=circle)

    # -- steps

    def _of_step(self, step: Step, label: Label) -> _Plan:
        if label is Label.IN:
            return self._of_holding(step)
        wanted = label if label is Label.UNDECIDED else None
        claims = [name for name in step.premises if self.sources.claim(name) is (wanted or Label.OUT)]
        undercuts = self._with(self.sources.undercuts(step), wanted or Label.IN)
        if step.role is Role.NEED:
            undercuts = []
        if not claims and not undercuts:
            return _Plan(Pattern.CHOSEN)
        found: list[str | Step] = [*claims, *undercuts]
        best, *others = self._nearest_first(found) if wanted else self._sorted(found)
        more = [item if isinstance(item, str) else item.relation.id for item in others]
        pattern = Pattern.HANGS if wanted else Pattern.PREMISE_FALLS if isinstance(best, str) else Pattern.UNDERCUT
        if isinstance(best, str):
            return _Plan(pattern, claims=[best], more=more)
        return _Plan(pattern, [best], more=more)

    def _of_holding(self, step: Step) -> _Plan:
        undercuts = self.sources.undercuts(step)
        if step.role is Role.NEED:
            stops = self._sorted(self._with(undercuts, Label.IN))
            if self.sources.claim(step.premises[0]) is Label.IN or not stops:
                return _Plan(Pattern.HOLDS, claims=step.premises)
            return _Plan(Pattern.UNDERCUT, stops[:1], step.premises, more=_ids(stops[1:]))
        return _Plan(Pattern.HOLDS, self._sorted(undercuts), step.premises)

    # -- choosing

    def _with(self, steps: Iterable[Step], label: Label) -> list[Step]:
        return [item for item in steps if self.sources.step(item) is label]

    def _sorted(self, items: Iterable[_Node]) -> list[_Node]:
        """Those with the shortest explanation first, then those with fewer premises, else in file order."""
        return sorted(items, key=lambda item: (self.rank.get(_key(item), _LAST), _premises(item)))

    def _nearest_first(self, items: Iterable[_Node]) -> list[_Node]:
        """Those nearest to the circle that they hang on first, else in file order."""
        return sorted(items, key=lambda item: self.circles.distance.get(_key(item), _LAST))


def _key(item: str | Step) -> str:
    return key_of(item) if isinstance(item, str) else item.key


def _premises(item: str | Step) -> int:
    return 1 if isinstance(item, str) else len(item.premises)


def _ids(steps: Iterable[Step]) -> list[str]:
    return [item.relation.id for item in steps]
