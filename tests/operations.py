"""The operations of `argmap.editing.operations` as plain functions on maps: what an edited file has to say.

Nothing here knows a text. What an undercut is aimed at is held as the relation itself, so that it follows whatever
becomes of that relation and of its name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.core.model import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimKind,
    Group,
    Question,
    Relation,
    RelationKind,
    Source,
    Speaker,
    relation_name,
)
from argmap.editing.operations import (
    Add,
    Extract,
    Items,
    Link,
    Merge,
    Move,
    Operation,
    Remove,
    Rename,
    SetFields,
    Split,
    Unlink,
)
from argmap.formats.native import document as forms
from argmap.formats.trees.scalars import plain_value


class _RefusedError(Exception):
    """The operation is refused."""


@dataclass(eq=False)
class _Step:
    """A relation; its target is a claim's id or another step."""

    fields: Relation
    premises: tuple[str, ...]
    target: "str | _Step"

    def key(self) -> object:
        target = self.target if isinstance(self.target, str) else id(self.target)
        if self.fields.kind is RelationKind.CONFLICT:
            return self.fields.kind, frozenset({*self.premises, target})
        return self.fields.kind, frozenset(self.premises), target


@dataclass
class _Debate:
    """A map that can be changed."""

    map: ArgumentMap
    claims: list[Claim]
    questions: list[Question]
    groups: list[Group]
    speakers: list[Speaker]
    sources: list[Source]
    steps: list[_Step] = field(default_factory=list)

    def claim(self, name: str) -> int:
        return _index(self.claims, name)

    def step(self, name: str) -> _Step:
        return self.steps[_index([it.fields for it in self.steps], name)]

    def taken(self) -> set[str]:
        """The ids that claims, relations, questions and groups have."""
        return {it.id for it in (*self.claims, *self.questions, *self.groups, *(it.fields for it in self.steps))}


def applied(operation: Operation, argument_map: ArgumentMap) -> ArgumentMap | None:
    """The map after an operation, or None if it is refused."""
    debate = _debate(argument_map)
    try:
        _OPERATIONS[type(operation)](debate, operation)
    except _RefusedError:
        return None
    return _map(debate)


def same(one: ArgumentMap, other: ArgumentMap) -> bool:
    """Whether two maps say the same; relations may come in any order, and so may the numbers of equal ones."""
    rest = replace(one, relations=()) == replace(other, relations=())
    return rest and sorted(map(repr, _structures(one))) == sorted(map(repr, _structures(other)))


def _structures(argument_map: ArgumentMap) -> list[Any]:
    return [_structure(it) for it in _debate(argument_map).steps]


def _structure(step: _Step) -> Any:
    """A relation without a made-up name; a step that it undercuts is told by its id or all that it is itself."""
    target: Any = step.target
    if isinstance(target, _Step):
        target = target.fields.id if target.fields.named else _structure(target)
    return target, replace(step.fields, id=step.fields.id if step.fields.named else "", target="")


def _debate(given: ArgumentMap) -> _Debate:
    debate = _Debate(
        given, [*given.claims], [*given.questions], [*given.groups], [*given.speakers], [*given.sources],
        [_Step(it, it.premises, it.target) for it in given.relations],
    )  # fmt: skip
    by_id = {it.fields.id: it for it in debate.steps}
    for step in debate.steps:
        assert isinstance(step.target, str)
        step.target = by_id.get(step.target, step.target)
    return debate


def _map(debate: _Debate) -> ArgumentMap:
    names: dict[int, str] = {id(it): it.fields.id for it in debate.steps if it.fields.named}
    seen: Counter[str] = Counter()
    waiting = [it for it in debate.steps if id(it) not in names]
    while waiting:
        for step in waiting:
            if isinstance(step.target, str) or id(step.target) in names:
                name = relation_name(step.premises, _end(step, names))
                seen[name] += 1
                names[id(step)] = name if seen[name] == 1 else f"{name} ({seen[name]})"
        waiting = [it for it in waiting if id(it) not in names]
    relations = [
        replace(it.fields, id=names[id(it)], premises=it.premises, target=_end(it, names)) for it in debate.steps
    ]
    return replace(
        debate.map,
        claims=tuple(debate.claims),
        questions=tuple(debate.questions),
        groups=tuple(debate.groups),
        speakers=tuple(debate.speakers),
        sources=tuple(debate.sources),
        relations=tuple(relations),
    )


def _end(step: _Step, names: dict[int, str]) -> str:
    return step.target if isinstance(step.target, str) else names[id(step.target)]


def _index(things: Iterable[Any], name: str) -> int:
    for number, thing in enumerate(things):
        if thing.id == name:
            return number
    raise _RefusedError


def _demand(condition: object) -> None:
    if not condition:
        raise _RefusedError


def _unique(items: Iterable[Any]) -> tuple[Any, ...]:
    found: list[Any] = []
    for it in items:
        if it not in found:
            found.append(it)
    return tuple(found)


def _joined(own: tuple[Any, ...], others: Iterable[Any]) -> tuple[Any, ...]:
    """A list with those of the others behind it that it lacks."""
    return (*own, *(it for it in _unique(others) if it not in own))


# Add


def _add(debate: _Debate, operation: Add) -> None:
    entity = operation.entity
    if isinstance(entity, Speaker | Source):
        things: Any = debate.speakers if isinstance(entity, Speaker) else debate.sources
        _demand(all(it.id != entity.id for it in things))
        things.append(entity)
        return
    own = () if isinstance(entity, Relation) else (entity.id,)
    given = [*([entity] if isinstance(entity, Relation) else []), *operation.relations]
    wanted = [*own, *(it.id for it in given if it.named)]
    _demand(not debate.taken() & {*wanted} and len({*wanted}) == len(wanted))
    if isinstance(entity, Claim):
        _insert(debate.claims, entity, operation.after)
    elif isinstance(entity, Question):
        _insert(debate.questions, entity, operation.after)
    elif isinstance(entity, Group):
        debate.groups.append(entity)
    if operation.group is not None:
        at = _index(debate.groups, operation.group)
        debate.groups[at] = replace(debate.groups[at], members=(*debate.groups[at].members, entity.id))
    steps = {it.fields.id: it for it in debate.steps}
    debate.steps += [_Step(it, it.premises, steps.get(it.target, it.target)) for it in given]


def _insert(things: list[Any], thing: Any, after: str | None) -> None:
    things.insert(len(things) if after is None else _index(things, after) + 1, thing)


# SetFields


_CLAIM_FIELDS = [
    "text",
    "title",
    "kind",
    "answers",
    "by",
    "cites",
    "implicit",
    "score",
    "assumed",
    "tags",
    "note",
    "link",
    "restatements",
    "hidden",
    "colour",
]


def _set_fields(debate: _Debate, operation: SetFields) -> None:
    if operation.id is None:
        for name, value in operation.fields.items():
            debate.map = _with_field(debate.map, name, value, ("title", "description", "language"))
        return
    if operation.id in {it.fields.id for it in debate.steps}:
        _set_relation(debate, operation.id, operation.fields)
        return
    for things, names in (
        (debate.claims, _CLAIM_FIELDS),
        (debate.questions, ["text", "title", "cites", "tags", "note"]),
        (debate.groups, ["title", "parent", "note", "tags", "closed", "hidden", "colour"]),
        (debate.speakers, ["name", "role", "link"]),
        (debate.sources, ["title", "author", "date", "link", "text", "paragraphs"]),
    ):
        if operation.id in {it.id for it in things}:
            at = _index(things, operation.id)
            for name, value in operation.fields.items():
                things[at] = _with_field(things[at], name, value, names)
            return
    raise _RefusedError


def _set_relation(debate: _Debate, name: str, fields: Mapping[str, Any]) -> None:
    step = debate.step(name)
    for field_name, value in fields.items():
        if field_name == "target":
            _demand(isinstance(value, str) and value in {it.id for it in debate.claims})
            step.target = str(value)
        else:
            known = ["kind", "scheme", "weight", "by", "cites", "tags", "note", "argument"]
            step.fields = _with_field(step.fields, field_name, value, known)
    _demand(step.fields.kind is not RelationKind.CONFLICT or len(step.premises) == 1)
    _demand(step.fields.kind is RelationKind.ATTACK or isinstance(step.target, str))


def _with_field(thing: Any, name: str, value: Any, known: Iterable[str]) -> Any:
    if name.startswith("data."):
        _demand(hasattr(thing, "data"))
        data = {key: it for key, it in thing.data.items() if key != name[5:]}
        if value is None:
            return replace(thing, data=data)
        made = [plain_value(it) for it in value] if isinstance(value, tuple) else plain_value(value)
        return replace(thing, data={**thing.data, name[5:]: made})
    _demand(name in known)
    before = getattr(thing, name)
    if isinstance(before, tuple):
        return replace(thing, **{name: _changed_list(name, before, value)})
    _demand(not isinstance(value, tuple | Items))
    return replace(thing, **{name: _single(thing, name, value)})


def _changed_list(name: str, before: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    made: Callable[[str], Any] = _citation if name == "cites" else str
    if value is None:
        return ()
    if isinstance(value, Items):
        kept = tuple(it for it in before if it not in [made(gone) for gone in value.removed])
        return (*kept, *(it for it in _unique(map(made, value.added)) if it not in kept))
    return tuple(map(made, (value,) if isinstance(value, str) else value))


def _citation(text: str) -> Citation:
    form = forms.ClaimForm.model_validate({"text": "", "cites": text}).cites[0]
    return Citation(form.source, form.section, form.paragraph, form.quote)


def _single(thing: Any, name: str, value: str | None) -> Any:
    if value is None:
        return _nothing(thing, name)
    if name in ("implicit", "hidden", "closed", "assumed"):
        return value == "true"
    if name in ("score", "weight"):
        return float(value)
    if name == "kind":
        return RelationKind(value) if isinstance(thing, Relation) else ClaimKind(value)
    return int(value) if name == "paragraphs" else value


def _nothing(thing: Any, name: str) -> Any:
    """What a field says that is not given."""
    if name == "text" and isinstance(thing, Claim):
        _demand(thing.kind is ClaimKind.ARGUMENT and thing.title)
        return ""
    _demand(name not in ("text", "name") and not (name == "title" and isinstance(thing, Source)))
    if name == "title" and isinstance(thing, Group):
        return thing.id
    return {"kind": ClaimKind.CLAIM, "implicit": False, "hidden": False, "closed": False}.get(name)


# Link, Unlink


_FURTHER = ("scheme", "weight", "by", "cites", "tags", "note", "argument", "data")


def _link(debate: _Debate, operation: Link) -> None:
    step = debate.step(operation.relation)
    _demand(operation.others and step.fields.kind is not RelationKind.CONFLICT)
    for name in operation.others:
        if any(it.id == name for it in debate.claims):
            step.premises = _unique((*step.premises, name))
            continue
        if (
            all(it.fields.id != name for it in debate.steps)
            and name in operation.others[: operation.others.index(name)]
        ):
            continue
        other = debate.step(name)
        _demand(other is not step and other.fields.kind is step.fields.kind and other.target == step.target)
        step.premises = _unique((*step.premises, *other.premises))
        _absorb(debate, step, other)


def _absorb(debate: _Debate, step: _Step, other: _Step) -> None:
    """Let a step take the place of another: what it lacks it gets, what undercut the other undercuts it."""
    missing = {name: getattr(other.fields, name) for name in _FURTHER if getattr(step.fields, name) in (None, (), {})}
    step.fields = replace(step.fields, **missing)
    debate.steps = [it for it in debate.steps if it is not other]
    for it in debate.steps:
        if it.target is other:
            it.target = step


def _unlink(debate: _Debate, operation: Unlink) -> None:
    step = debate.step(operation.relation)
    linked = _unique(step.premises)[1:]
    leaving = _unique(operation.premises or linked)
    _demand(leaving and {*leaving} <= {*linked})
    step.premises = tuple(it for it in step.premises if it not in leaving)
    for name in leaving:
        bare = Relation("", step.fields.kind, (), "", scheme=step.fields.scheme)
        debate.steps.append(_Step(bare, (name,), step.target))


# Rename


def _rename(debate: _Debate, operation: Rename) -> None:
    old, new, kind = operation.old, operation.new, operation.kind
    if kind is None and old not in debate.taken():
        kind = "speaker" if any(it.id == old for it in debate.speakers) else "source"
    if kind == "speaker":
        _rename_in(debate.speakers, old, new)
        debate.claims = [replace(it, by=_put(it.by, old, new)) for it in debate.claims]
        _refield(debate, lambda it: replace(it, by=_put(it.by, old, new)))
    elif kind == "source":
        _rename_in(debate.sources, old, new)
        recite: Any = lambda it: replace(  # noqa: E731
            it, cites=tuple(replace(place, source=_put((place.source,), old, new)[0]) for place in it.cites)
        )
        debate.claims = [recite(it) for it in debate.claims]
        debate.questions = [recite(it) for it in debate.questions]
        _refield(debate, recite)
    else:
        _demand(new not in debate.taken())
        _rename_shared(debate, old, new)


def _rename_in(things: list[Any], old: str, new: str) -> None:
    _demand(all(it.id != new for it in things))
    at = _index(things, old)
    things[at] = replace(things[at], id=new)


def _rename_shared(debate: _Debate, old: str, new: str) -> None:
    debate.claims = [replace(it, id=_put((it.id,), old, new)[0]) for it in debate.claims]
    debate.claims = [replace(it, answers=_put(it.answers, old, new)) for it in debate.claims]
    debate.questions = [replace(it, id=_put((it.id,), old, new)[0]) for it in debate.questions]
    debate.groups = [
        replace(
            it,
            id=new if it.id == old else it.id,
            title=new if it.id == it.title == old else it.title,
            members=_put(it.members, old, new),
            parent=new if it.parent == old else it.parent,
        )
        for it in debate.groups
    ]
    _refield(debate, lambda it: replace(it, argument=new if it.argument == old else it.argument))
    for step in debate.steps:
        step.premises = _put(step.premises, old, new)
        step.target = new if step.target == old else step.target
        if step.fields.id == old:
            step.fields = replace(step.fields, id=new, named=True)


def _put(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if it == old else it for it in names)


def _refield(debate: _Debate, change: Callable[[Relation], Relation]) -> None:
    for step in debate.steps:
        step.fields = change(step.fields)


# Merge


def _merge(debate: _Debate, operation: Merge) -> None:
    kept, gone = debate.claims[debate.claim(operation.kept)], debate.claims[debate.claim(operation.gone)]
    _demand(kept is not gone and operation.text in (None, kept.id, gone.id))
    for step in [*debate.steps]:
        if (kept.id in step.premises and step.target == gone.id) or (
            gone.id in step.premises and step.target == kept.id
        ):
            _demand(step.fields.kind is RelationKind.SUPPORT and all(it.target is not step for it in debate.steps))
            debate.steps.remove(step)
    debate.claims[debate.claim(kept.id)] = _united(kept, gone, operation.text)
    debate.claims.remove(gone)
    debate.groups = [
        replace(it, members=tuple(name for name in it.members if name != gone.id))
        if kept.id in it.members
        else replace(it, members=_unique(_put(it.members, gone.id, kept.id)))
        for it in debate.groups
    ]
    _refield(debate, lambda it: replace(it, argument=kept.id if it.argument == gone.id else it.argument))
    touched = [it for it in debate.steps if gone.id in (*it.premises, it.target)]
    for step in touched:
        if gone.id in step.premises:
            step.premises = _unique(_put(step.premises, gone.id, kept.id))
        step.target = kept.id if step.target == gone.id else step.target
    while pair := _equal_pair(debate.steps, touched):
        first, second = pair
        touched += [it for it in debate.steps if it.target is second]
        if second.fields.named and not first.fields.named:
            first.fields = replace(first.fields, id=second.fields.id, named=True)
        _absorb(debate, first, second)


def _equal_pair(steps: list[_Step], touched: list[_Step]) -> tuple[_Step, _Step] | None:
    for number, second in enumerate(steps):
        for first in steps[:number]:
            if first.key() == second.key() and (first in touched or second in touched):
                return (second, first) if first in touched and second not in touched else (first, second)
    return None


def _united(kept: Claim, gone: Claim, choice: str | None) -> Claim:
    wording, other = (gone.text, kept.text) if choice == gone.id else (kept.text, gone.text)
    wording, other = (wording, other) if wording else (other, wording)
    added = [it for it in (*gone.restatements, other) if it and it != wording]
    lists = {name: _joined(getattr(kept, name), getattr(gone, name)) for name in ("answers", "by", "cites", "tags")}
    singles = {
        name: getattr(gone, name) if getattr(kept, name) in (None, {}) else getattr(kept, name)
        for name in ("title", "score", "assumed", "note", "link", "colour", "data")
    }
    return replace(
        kept,
        text=wording,
        restatements=_joined(kept.restatements, added),
        implicit=kept.implicit and gone.implicit,
        hidden=kept.hidden and gone.hidden,
        **lists,
        **singles,
    )


# Move, Remove, Extract


def _move(debate: _Debate, operation: Move) -> None:
    inner = {it.id for it in debate.groups}
    members = [name for name in _unique(operation.ids) if name not in inner]
    known = {it.id for it in (*debate.claims, *debate.questions)}
    _demand({*members} <= known and (operation.group is None or operation.group in inner))
    debate.groups = [
        replace(it, members=tuple(name for name in it.members if name not in members)) for it in debate.groups
    ]
    for number, it in enumerate(debate.groups):
        if it.id == operation.group:
            debate.groups[number] = replace(it, members=(*it.members, *members))
        if it.id in operation.ids:
            debate.groups[number] = replace(debate.groups[number], parent=operation.group)
    parents = {it.id: it.parent for it in debate.groups}
    around = operation.group
    for _ in debate.groups:
        _demand(around is None or around not in operation.ids)
        around = parents.get(around) if around is not None else None


def _remove(debate: _Debate, operation: Remove) -> None:
    gone = {name for name in operation.ids if name in debate.taken()}
    rest = {*operation.ids} - gone
    speakers = {it.id for it in debate.speakers if it.id in rest}
    sources = {it.id for it in debate.sources if it.id in rest - speakers}
    _demand(rest <= speakers | sources)
    steps = [it for it in debate.steps if it.fields.id in gone]
    hanging = [it for it in debate.steps if it not in steps and _hangs(it, gone, steps)]
    while more := [it for it in debate.steps if it not in hanging and it not in steps and it.target in hanging]:
        hanging += more
    staying = [it for it in debate.claims if it.id not in gone]
    left = [it for it in debate.steps if it not in steps and it not in hanging]
    citing = [*staying, *(it.fields for it in left), *(it for it in debate.questions if it.id not in gone)]
    referred = any({*it.answers} & gone or {*it.by} & speakers for it in staying)
    referred |= any({*it.fields.by} & speakers for it in left)
    referred |= any(place.source in sources for it in citing for place in it.cites)
    _demand(operation.with_relations or not (hanging or referred))
    debate.steps = left
    _refield(debate, lambda it: _without(it, speakers, sources))
    debate.claims = [
        replace(_without(it, speakers, sources), answers=tuple(name for name in it.answers if name not in gone))
        for it in staying
    ]
    debate.questions = [_without(it, set(), sources) for it in debate.questions if it.id not in gone]
    parents = {it.id: it.parent for it in debate.groups}
    debate.groups = [
        replace(
            it, members=tuple(name for name in it.members if name not in gone), parent=_left(it.parent, gone, parents)
        )
        for it in debate.groups
        if it.id not in gone
    ]
    debate.speakers = [it for it in debate.speakers if it.id not in speakers]
    debate.sources = [it for it in debate.sources if it.id not in sources]


def _hangs(step: _Step, gone: set[str], steps: list[_Step]) -> bool:
    if isinstance(step.target, _Step):
        return step.target in steps or bool({*step.premises, step.fields.argument} & gone)
    return bool({*step.premises, step.target, step.fields.argument} & gone)


def _without(thing: Any, speakers: set[str], sources: set[str]) -> Any:
    cites = tuple(it for it in thing.cites if it.source not in sources)
    if isinstance(thing, Question):
        return replace(thing, cites=cites)
    return replace(thing, cites=cites, by=tuple(it for it in thing.by if it not in speakers))


def _left(parent: str | None, gone: set[str], parents: dict[str, str | None]) -> str | None:
    while parent in gone:
        parent = parents[parent]
    return parent


def _extract(debate: _Debate, operation: Extract) -> None:
    inside = {*operation.ids} & {it.id for it in debate.groups}
    while more := {it.id for it in debate.groups if it.parent in inside} - inside:
        inside |= more
    wanted = {*operation.ids} | {name for it in debate.groups if it.id in inside for name in it.members}
    _demand({*operation.ids} <= {it.id for it in (*debate.claims, *debate.questions, *debate.groups)})
    debate.claims = [it for it in debate.claims if it.id in wanted]
    claims = {it.id for it in debate.claims}
    answered = {name for it in debate.claims for name in it.answers}
    debate.questions = [it for it in debate.questions if it.id in wanted | answered]
    steps = [it for it in debate.steps if {*it.premises} <= claims]
    while len(fewer := [it for it in steps if it.target in claims or it.target in steps]) < len(steps):
        steps = fewer
    debate.steps = steps
    _refield(debate, lambda it: replace(it, argument=it.argument if it.argument in claims else None))
    relations = [it.fields for it in steps]
    said_by = {name for it in (*debate.claims, *relations) for name in it.by}
    cited = {place.source for it in (*debate.claims, *debate.questions, *relations) for place in it.cites}
    debate.speakers = [it for it in debate.speakers if it.id in said_by]
    debate.sources = [it for it in debate.sources if it.id in cited]
    staying = claims | {it.id for it in debate.questions}
    groups = {it.id: it for it in debate.groups}
    around = {it.id for it in debate.groups if {*it.members} & staying}
    while more := {groups[name].parent for name in around if groups[name].parent} - around:
        around |= more
    debate.groups = [
        replace(it, members=tuple(name for name in it.members if name in staying))
        for it in debate.groups
        if it.id in around
    ]


# Split


def _split(debate: _Debate, operation: Split) -> None:
    at = debate.claim(operation.id)
    given = debate.claims[at]
    _demand(operation.new not in debate.taken() and operation.first.strip() and operation.second.strip())
    debate.claims[at] = replace(given, text=operation.first)
    second = Claim(
        operation.new, operation.second, operation.title, answers=given.answers, by=given.by, cites=given.cites,
        implicit=given.implicit, tags=given.tags,
    )  # fmt: skip
    debate.claims.insert(at + 1, second)
    debate.groups = [
        replace(
            it, members=tuple(n for name in it.members for n in ((name, second.id) if name == given.id else (name,)))
        )
        for it in debate.groups
    ]
    for step in [*debate.steps]:
        if given.id not in step.premises:
            continue
        if operation.linked and step.fields.kind is not RelationKind.CONFLICT:
            step.premises = (*step.premises, second.id)
        else:
            bare = replace(step.fields, id="", named=False)
            debate.steps.append(_Step(bare, _put(step.premises, given.id, second.id), step.target))


_OPERATIONS: dict[type, Callable[[_Debate, Any], None]] = {
    Add: _add,
    SetFields: _set_fields,
    Link: _link,
    Unlink: _unlink,
    Rename: _rename,
    Merge: _merge,
    Move: _move,
    Remove: _remove,
    Extract: _extract,
    Split: _split,
}
