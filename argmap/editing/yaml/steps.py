"""The relations of a draft while they are linked, parted and united: where each stands, and what it will be called."""

from collections.abc import Callable, Collection, Iterator, Mapping
from collections.abc import Sequence as Several
from dataclasses import dataclass, field
from dataclasses import replace as replaced

from argmap.core.model import ArgumentMap, Relation
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.entries import add_item, entry_path, remove_fields, said_at, set_field
from argmap.editing.yaml.names import Planned, names_then, successor
from argmap.editing.yaml.replacement import replace
from argmap.editing.yaml.syntax import Leaf, Node, Sequence, Table, inner
from argmap.formats.native.build import normal_id
from argmap.formats.native.short_forms import remarks, standing_apart
from argmap.formats.native.writing import INLINE, inline_form
from argmap.formats.native.yaml_text import Rows

FURTHER = ("scheme", "weight", "by", "cites", "tags", "note", "argument", "data")
"""What a relation has beyond its kind, its ends and its id."""


@dataclass(slots=True, eq=False)
class Step:
    """A relation as it will be.

    Attributes:
        relation: The relation as it is; for a new one what it is made of.
        premises: Its premises then.
        id: Its own id then, or None.
        is_new: Whether the file did not have it before.
        fields: The relation with the fields that it has by now.
    """

    relation: Relation
    premises: tuple[str, ...]
    id: str | None
    is_new: bool = False
    fields: Relation = field(init=False)

    def __post_init__(self) -> None:
        self.fields = self.relation


def new_step(relation: Relation) -> Step:
    """A relation that the file will have, without an id of its own; its target is called as it is now."""
    return Step(relation, relation.premises, None, is_new=True)


@dataclass(slots=True)
class Steps:
    """All relations of a draft by where they stand.

    Attributes:
        draft: The draft.
        places: The paths of the lists, or of the single values, in which relations stand, each with its relations in
            their order; None for what stands there and is no relation of the map.
        instead: Ids of what goes away, each with the present id of what takes its place.
    """

    draft: Draft
    places: dict[Path, list[Step | None]]
    instead: dict[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Step]:
        return (step for steps in self.places.values() for step in steps if step is not None)

    def of(self, relation: Relation) -> Step:
        """The step of a relation of the map."""
        return next(step for step in self if step.relation is relation and not step.is_new)

    def place(self, wanted: Step) -> tuple[Path, int]:
        """The list in which a relation stands, and the number that it has there."""
        for path, steps in self.places.items():
            for number, step in enumerate(steps):
                if step is wanted:
                    return path, number
        raise KeyError(wanted.relation.id)

    def path(self, step: Step) -> Path:
        """Where a relation stands."""
        path, number = self.place(step)
        return (*path, number) if isinstance(self.draft.find(path), Sequence) else path

    def is_inline(self, step: Step) -> bool:
        """Whether a relation stands in the claim that is its first premise."""
        return self.place(step)[0] != ("relations",)

    def premises_field(self, step: Step) -> str:
        """The field that has its premises: all of them, or those beside the claim that it stands in."""
        return "with" if self.is_inline(step) else "premises"


def steps_of(draft: Draft, argument_map: ArgumentMap) -> Steps:
    """The relations of the text of a map, before anything is changed in it.

    Raises:
        RefusedError: They cannot be told apart in the text.
    """
    anchors = {part.anchor: part for part in inner(draft.tree) if part.anchor}

    def meant(node: Node) -> Node:
        return anchors[node.value] if isinstance(node, Leaf) and node.style == "*" else node

    waiting = list(reversed(argument_map.relations))
    places: dict[Path, list[Step | None]] = {}
    for path, place in _places(draft.tree, meant):
        steps: list[Step | None] = []
        for item in _items(meant(place)):
            is_known = bool(waiting) and waiting[-1].spans["relation"].start == meant(item).start
            steps.append(_step(waiting.pop()) if is_known else None)
        places[path] = steps
    if waiting:
        raise draft.refusal("the layout of this file is too unusual to be edited", help="edit it by hand")
    return Steps(draft, places)


def _step(relation: Relation) -> Step:
    return Step(relation, relation.premises, relation.id if relation.named else None)


def _items(node: Node) -> Several[Node]:
    if isinstance(node, Sequence):
        return node.items
    return [] if isinstance(node, Leaf) and node.is_nothing else [node]


def _places(tree: Node, meant: Callable[[Node], Node] = lambda node: node) -> Iterator[tuple[Path, Node]]:
    """The values that hold relations, in the order in which the reader takes them; `meant` follows aliases."""
    sections = dict(reversed([*_pairs(tree)]))
    for claim, entry in _pairs(meant(sections["claims"])) if "claims" in sections else ():
        for name, value in _pairs(meant(entry)):
            if name in INLINE.values():
                yield ("claims", claim, name), value
    if "relations" in sections:
        yield ("relations",), sections["relations"]


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    """The pairs of a mapping; of those with one key the first."""
    seen = set()
    for key, value in node.pairs if isinstance(node, Table) else ():
        if key.value not in seen:
            seen.add(key.value)
            yield key.value, value


def insert(steps: Steps, relation: Relation, path: Path, number: int | None = None) -> Step:
    """Put a new relation without an id of its own somewhere.

    Args:
        steps: The relations.
        relation: The relation, its target called as it is now.
        path: Path of a list of relations, of a single relation in its place, or of a field that is not there yet.
        number: How many of the list come before it; None for all.
    """
    step = new_step(relation)
    _put(steps, step, path, number)
    return step


def _put(steps: Steps, step: Step, path: Path, number: int | None = None) -> None:
    form = inline_form(step.fields, step.id) if path[0] == "claims" else standing_apart(step.fields, step.id)
    if path == ("relations",) and not steps.places.get(path):
        set_field(steps.draft, (), "relations", Rows([form]))
    else:
        add_item(steps.draft, path[:-1], str(path[-1]), form, number=number)
    others = steps.places.setdefault(path, [])
    others.insert(len(others) if number is None else number, step)


def move(steps: Steps, step: Step, path: Path) -> None:
    """Put a relation that stands in a claim into another one, its first premise then. The old place is left."""
    old, number = steps.place(step)
    steps.places[old][number] = None
    step.fields = replaced(step.fields, premises=step.premises)
    _put(steps, step, path)


def insert_beside(steps: Steps, relation: Relation, step: Step) -> Step:
    """Put a new relation where one stands: into its first premise if that one is in its own, else behind it."""
    path, number = steps.place(step)
    if path[0] == "relations":
        return insert(steps, relation, path, number + 1)
    claim = entry_path(steps.draft, "claims", relation.premises[0])
    if claim is None:
        return insert(steps, relation, ("relations",))
    return insert(steps, relation, (*claim, INLINE[relation.kind]))


def drop(steps: Steps, gone: Collection[Step]) -> None:
    """Take relations out."""
    remove_fields(steps.draft, [steps.path(step) for step in gone])
    for path, found in steps.places.items():
        steps.places[path] = [step for step in found if step not in gone]


def absorb(steps: Steps, step: Step, others: Several[Step]) -> Iterator[str]:
    """Let a relation take the place of others, which are gone then: what it lacks it gets from the first that has it.

    Yields a note on each field in which they differ. The steps of the others are left to the caller.
    """
    for name in FURTHER:
        having = [other.fields for other in others if _has(other.fields, name)]
        if not having:
            continue
        own = getattr(step.fields, name)
        if not _has(step.fields, name):
            own = getattr(having[0], name)
            step.fields = replaced(step.fields, **{name: own})
            set_field(steps.draft, steps.path(step), name, remarks(having[0])[name])
        if any(getattr(other, name) != own for other in having):
            yield f"`{step.relation.id}` keeps its own `{name}` where the others differ"
    for other in others:
        steps.instead[other.relation.id] = step.relation.id


def _has(relation: Relation, name: str) -> bool:
    return getattr(relation, name) not in (None, (), {})


def settle(steps: Steps) -> None:
    """Let every relation refer to its target by what that is called then. This comes last."""
    order = [step for path, _ in _places(steps.draft.tree) for step in steps.places.get(path, ()) if step is not None]
    found = set(order)
    order += [step for step in steps if step not in found]  # behind aliases
    plans = [Planned(None if it.is_new else it.relation.id, it.id, it.premises, it.relation.target) for it in order]
    names = names_then(plans, steps.instead)
    known = {step.relation.id: step for step in order if not step.is_new}
    for step in order:
        now = step.relation.target
        then, target = names.get(now, now), known.get(successor(now, steps.instead))
        if then != now or (target is not None and _is_by_ends(steps, step, then) and _is_moved(order, target, names)):
            _retype(steps, step, ("to", "target"), then)
        own = step.relation.id
        if not step.is_new and not step.relation.named and step.id is None and names.get(own, own) != own:
            _retype(steps, step, ("id",), names[own])


def _is_by_ends(steps: Steps, step: Step, name: str) -> bool:
    """Whether a relation refers to its target by ends, and these are not just the name of the target."""
    path = steps.path(step)
    path = next((it for name in ("to", "target") if steps.draft.find(it := (*path, name)) is not None), path)
    typed = normal_id(str(said_at(steps.draft, path)))
    return "->" in typed and typed != name


def _is_moved(order: Several[Step], target: Step, names: Mapping[str, str]) -> bool:
    """Whether a relation can no longer be told by its ends: they are others, or another relation has the same."""
    now = target.relation.target
    ends = frozenset(target.premises), names.get(now, now)
    return ends != (frozenset(target.relation.premises), now) or any(
        (frozenset(other.premises), names.get(other.relation.target, other.relation.target)) == ends
        for other in order
        if other is not target
    )


def _retype(steps: Steps, step: Step, fields: Collection[str], name: str) -> None:
    path = steps.path(step)
    node = steps.draft.at(path)
    if isinstance(node, Table):
        for key in [key.value for key, _ in node.pairs if key.value in fields]:
            replace(steps.draft, (*path, key), name)
    elif "to" in fields:
        replace(steps.draft, path, name)
