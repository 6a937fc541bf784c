"""In which form each relation of a map is said in Argdown: by a sign, by a structure, or in the front matter."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.core.model import ArgumentMap, ClaimKind, Relation, RelationKind
from argmap.formats.argdown.debate.model import RelationType
from argmap.formats.argdown.from_map.chains import Chain, can_be_used, chains, step_of
from argmap.formats.argdown.from_map.relation_names import Names
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.to_map.carried import carried, left_over
from argmap.formats.argdown.to_map.relations import KINDS, usual_type
from argmap.formats.argdown.to_map.steps_in_order import placed

OF_SIGNS = ("type", "on")
"""What is carried along for a relation that is stated by a sign."""


@dataclass(slots=True)
class Plan:
    """The forms of all relations, by their ids.

    Attributes:
        of_argument: Structures of arguments, by the id of the claim. Its relation to the conclusion is in `main`.
        bare: Structures without an argument.
        steps: Relations that are arguments of their own.
        signs: Relations between claims that are stated by a sign, with what they say.
        undercuts: Attacks on relations that are stated by a sign.
        apart: Relations for which Argdown has no form.
        as_statements: Arguments that have to be written as statements, for they stand in rows of structures.
    """

    of_argument: dict[str, Chain] = field(default_factory=dict)
    main: dict[str, str] = field(default_factory=dict)
    bare: list[Chain] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    signs: dict[str, RelationType] = field(default_factory=dict)
    undercuts: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    as_statements: frozenset[str] = frozenset()


def plan_of(given: ArgumentMap, settings: Settings, *, is_free: bool) -> Plan:
    """Find a form for each relation.

    Args:
        given: The map.
        settings: The front matter with which the debate will be read.
        is_free: Whether a relation may be of a type that no sign has, as in a debate that came from Argdown.
    """
    as_statements: frozenset[str] = frozenset()
    while True:
        planner = _Planner(given, settings, as_statements, is_free)
        planner.plan_all()
        more = {name for name in planner.in_rows() if planner.is_node(name)}
        if not more:
            return planner.plan
        as_statements |= more


class _Planner:
    def __init__(self, given: ArgumentMap, settings: Settings, as_statements: frozenset[str], is_free: bool) -> None:
        self.given = given
        self.settings = settings
        self.is_free = is_free
        self.names = Names(given.relations)
        self.aimed_at = {item.target for item in given.relations}
        self.plan = Plan(as_statements=as_statements)
        self.starting_at: dict[str, list[Relation]] = defaultdict(list)
        for item in given.relations:
            for premise in set(item.premises):
                self.starting_at[premise].append(item)

    def is_node(self, name: str) -> bool:
        """Whether a claim is written as an argument."""
        claim = self.given.claim.get(name)
        return claim is not None and claim.kind is ClaimKind.ARGUMENT and name not in self.plan.as_statements

    def plan_all(self) -> None:
        plan, relations = self.plan, self.given.relations
        plan.apart = _apart(self.given)
        settled = set(plan.apart)
        by_argument: dict[str, list[Relation]] = defaultdict(list)
        for item in relations:
            if item.argument is not None:
                by_argument[item.argument].append(item)
        for name, steps in by_argument.items():
            found = self.structure(name, steps) if settled.isdisjoint(item.id for item in steps) else None
            if found:
                plan.main[name], plan.of_argument[name] = found
                settled.update(item.id for item in steps)
        bare = chains([item for item in relations if item.id not in settled and self.is_bare(item)])
        plan.bare = [chain for chain in bare if len(chain[0].rows) > 1 or chain[0].step.rows == chain[0].rows]
        settled.update(step.step.of for chain in plan.bare for step in chain)
        self.plan_signs([item for item in relations if item.id not in settled])

    def in_rows(self) -> Iterator[str]:
        """Claims that stand in rows of structures."""
        for name, chain in self.plan.of_argument.items():
            for step in chain:
                yield from (*step.rows, *step.step.premises)
                if step.step.conclusion != name:
                    yield step.step.conclusion
            yield self.given.relation[self.plan.main[name]].target
        for chain in self.plan.bare:
            for step in chain:
                yield from (*step.rows, *step.step.premises, step.step.conclusion)
        for name in self.plan.steps:
            relation = self.given.relation[name]
            yield from relation.premises
            if relation.kind is RelationKind.SUPPORT:
                yield relation.target

    # Structures

    def structure(self, name: str, steps: list[Relation]) -> tuple[str, Chain] | None:
        """The relation from an argument to its conclusion, and the steps to it; None if they fit no structure."""
        if not self.is_node(name):
            return None
        into = [item for item in steps if item.target == name]
        out = [item for item in steps if item.premises == (name,) and item.target != name]
        if len(into) != 1 or len(out) != 1 or into[0].id in self.aimed_at or not self.is_plain(out[0], name):
            return None
        if any(item.kind is not RelationKind.SUPPORT or item.target not in self.given.claim for item in steps):
            return None
        if any(item not in steps and self.moves(item) for item in self.starting_at[name]):
            return None
        chain = self.chain([item for item in steps if item is not out[0]], into[0])
        if len(chain) != len(steps) - 1 or any(name in (*it.rows, *it.step.premises) for it in chain):
            return None
        return out[0].id, chain

    def moves(self, relation: Relation) -> bool:
        """Whether a relation from an argument would begin somewhere else once the argument has a structure."""
        return len(relation.premises) > 1 or self.settings.transforms_relations

    def is_plain(self, item: Relation, argument: str | None = None) -> bool:
        """Whether nothing is said of a relation but what it is."""
        return (
            not self.names.is_own(item)
            and item.argument == argument
            and item.scheme is None
            and item.weight is None
            and item.note is None
            and not (item.by or item.cites or item.tags)
            and not (item.data and left_over(item.data, *OF_SIGNS))
        )

    def is_bare(self, item: Relation) -> bool:
        """Whether it is a step of a structure without an argument."""
        if item.kind is not RelationKind.SUPPORT or item.argument is not None or self.names.is_own(item):
            return False
        step = step_of(item)
        return len(item.premises) > 1 or step.rows is not None or step.after is not None

    def chain(self, steps: list[Relation], last: Relation) -> Chain:
        made = [step_of(item) for item in steps]
        found = placed(made, made[steps.index(last)])
        known = self.given.claim.keys()
        return found if all(can_be_used(found, number, known) for number in range(len(found))) else []

    # Signs

    def plan_signs(self, relations: list[Relation]) -> None:
        """Find out which relations can be stated by a sign; the others are arguments of their own."""
        signs = {item.id: self.type_of(item) for item in relations if self.can_be_sign(item)}
        kept = {name: kind for name, kind in signs.items() if kind is not None}
        kept = _each_once(self.given, kept)
        kept = {name: kind for name, kind in kept.items() if name not in self.aimed_at or self.stands_for(name, kept)}
        redundant = set(self.redundant(kept))
        self.plan.signs = {name: kind for name, kind in kept.items() if name not in redundant}
        undercut: set[tuple[str, str]] = set()
        for item in relations:
            if item.id in self.plan.signs:
                continue
            ends = (item.premises[0], item.target)
            if self.is_undercut(item) and ends not in undercut:
                undercut.add(ends)
                self.plan.undercuts.append(item.id)
            else:
                self.plan.steps.append(item.id)

    def can_be_sign(self, item: Relation) -> bool:
        if len(item.premises) != 1 or item.target not in self.given.claim or not self.is_plain(item):
            return False
        return item.premises[0] not in self.plan.of_argument or not self.moves(item)

    def is_undercut(self, item: Relation) -> bool:
        if len(item.premises) != 1 or item.target not in self.given.relation or not self.is_plain(item):
            return False
        if item.id in self.aimed_at or "type" in carried(item.data):
            return False
        return item.premises[0] not in self.plan.of_argument or not self.moves(item)

    def type_of(self, item: Relation) -> RelationType | None:
        """What a sign says; None if no sign does."""
        source, target = item.premises[0], item.target
        between = not self.is_node(source) and not self.is_node(target)
        usual = usual_type(item.kind, self.settings.is_strict, between)
        given = carried(item.data).get("type", usual)
        if given not in tuple(RelationType) or KINDS[RelationType(given)] is not item.kind:
            return None
        found = RelationType(given)
        if found is RelationType.UNDERCUT:
            ends_here = not (target in self.plan.of_argument or self.stands_for_one(target))
            return found if ends_here else None
        if self.is_free:
            return found
        if found is RelationType.CONTRADICTORY:
            # The sign leads from what stands above to a statement.
            return None if self.is_node(target) else found
        strict = (RelationType.ENTAILS, RelationType.CONTRARY)
        said = strict if self.settings.is_strict and between else (RelationType.SUPPORT, RelationType.ATTACK)
        return found if found in said else None

    def stands_for(self, name: str, signs: dict[str, RelationType]) -> bool:
        """Whether an undercut of an argument means this relation of it."""
        source = self.given.relation[name].premises[0]
        return self.stands_for_one(source) and signs[name] in (RelationType.SUPPORT, RelationType.ATTACK)

    def stands_for_one(self, name: str) -> bool:
        """Whether an argument has no structure, and just one relation that an undercut of it could be about."""
        if not self.is_node(name) or name in self.plan.of_argument:
            return False
        types = ("support", "attack")
        found = [
            item
            for item in self.starting_at[name]
            if item.target in self.given.claim
            and item.kind is not RelationKind.CONFLICT
            and carried(item.data).get("type", item.kind.value) in types
        ]
        return len(found) == 1

    def redundant(self, signs: dict[str, RelationType]) -> Iterator[str]:
        """Attacks of statements on arguments that Argdown leaves out, as a premise is attacked already."""
        attacked: dict[str, set[str]] = defaultdict(set)
        for name, kind in signs.items():
            item = self.given.relation[name]
            source, target = item.premises[0], item.target
            if not self.is_node(source) and not self.is_node(target):
                if kind is RelationType.ATTACK or kind.is_symmetric:
                    attacked[source].add(target)
                if kind.is_symmetric:
                    attacked[target].add(source)
        for name, kind in signs.items():
            item = self.given.relation[name]
            chain = self.plan.of_argument.get(item.target)
            if chain and kind is RelationType.ATTACK and not self.is_node(item.premises[0]):
                rows = {row for step in chain for row in step.rows}
                if not rows.isdisjoint(attacked[item.premises[0]]):
                    yield name


def _apart(given: ArgumentMap) -> list[str]:
    """Relations whose ends are not there, or that are no attacks and lead to relations, and all that lead to them."""
    found: set[str] = set()
    leading: dict[str, list[str]] = defaultdict(list)
    waiting: list[str] = []
    for item in given.relations:
        is_known = bool(item.premises) and all(name in given.claim for name in item.premises)
        is_undercut = item.kind is RelationKind.ATTACK and item.target in given.relation
        if item.target in given.relation:
            leading[item.target].append(item.id)
        if not is_known or not (item.target in given.claim or is_undercut):
            waiting.append(item.id)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += leading[name]
    return [item.id for item in given.relations if item.id in found]


def _each_once(given: ArgumentMap, signs: dict[str, RelationType]) -> dict[str, RelationType]:
    """Of several relations that the same sign states, the first one."""
    kept: dict[tuple[RelationType, frozenset[str] | tuple[str, str]], str] = {}
    for name, kind in signs.items():
        item = given.relation[name]
        ends = (item.premises[0], item.target)
        kept.setdefault((kind, frozenset(ends) if kind.is_symmetric else ends), name)
    return {name: signs[name] for name in kept.values()}
