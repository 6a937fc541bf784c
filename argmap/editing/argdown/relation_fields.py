"""Fields of a relation: its sign, its other end, and what stands in the line of its inference."""

import re
from dataclasses import replace

from argmap.core.model import Relation, RelationKind
from argmap.core.registry import did_you_mean
from argmap.core.schemes import SCHEMES
from argmap.editing.argdown import meant
from argmap.editing.argdown.data import in_braces, in_data
from argmap.editing.argdown.ends import strict_attack
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.relations import Relations, Said
from argmap.editing.argdown.values import free, of_field, single
from argmap.editing.argdown.wording import CONVERT, named, no_words
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import RefusedError
from argmap.editing.operations import Value
from argmap.formats.argdown.debate.model import Argument
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.syntax import Line
from argmap.formats.argdown.to_map.structures import rule_name
from argmap.formats.argdown.writing.escape import escaped_rule

_OWN = ("scheme", "weight", "by", "cites", "tags", "note", "argument")
_FIELDS = ("kind", "target", *_OWN)
_LINE = re.compile(r"(--+)(.*?)(--+)", re.DOTALL)
_SIGNS = {
    RelationKind.SUPPORT: {
        "_": "+",
        "<_": "+",
        "+": "+",
        "-": "+",
        "<+": "<+",
        "<-": "<+",
        "+>": "+>",
        "->": "+>",
        "><": "+>",
        "_>": "+>",
    },
    RelationKind.ATTACK: {
        "_": "-",
        "<_": "-",
        "_>": "->",
        "+": "-",
        "-": "-",
        "<+": "<-",
        "<-": "<-",
        "+>": "->",
        "->": "->",
        "><": "->",
    },
}


def set_relation_field(work: Work, id: str, name: str, value: Value) -> str:
    """Give a field of a relation another value, and return the id that the relation has then."""
    relation = meant.relation(work.map, id)
    relations = Relations(work.reading, work.map)
    said = relations.said(relation)
    if name == "kind":
        made = _kind(work, relation, said, single(name, value))
    elif name == "target":
        made = _target(work, relation, relations, said, single(name, value) or "")
    elif name.startswith("data.") or name in _OWN:
        made = _own(work, relation, relations, said, name=name, value=value)
    else:
        near = did_you_mean(name, _FIELDS)
        raise RefusedError(f"a relation has no field `{name}`", f"did you mean `{near}`?" if near else None)
    number = work.map.relations.index(relation)
    changed = tuple(made if it is relation else it for it in work.map.relations)
    must_say(work, replace(work.map, relations=changed))
    return _id_now(work, relation, made, number)


def _id_now(work: Work, before: Relation, made: Relation, number: int) -> str:
    """What the relation is called now: its premises and its target tell, and its kind."""
    if before.id in work.map.relation and work.map.relation[before.id].target == made.target:
        return before.id
    same = [
        it
        for it in work.map.relations
        if (it.kind, it.target) == (made.kind, made.target) and it.premises == made.premises
    ]
    return same[0].id if same else work.map.relations[number].id


def _kind(work: Work, relation: Relation, said: Said, value: str | None) -> Relation:
    if value not in tuple(RelationKind):
        raise RefusedError("`kind` must be `support`, `attack` or `conflict`")
    kind = RelationKind(value)
    if kind is relation.kind:
        return relation
    if not said.signs:
        raise RefusedError(
            "what a structure says is support; its kind cannot be changed", "write the relation by a sign, `+` or `-`"
        )
    if relation.target in work.map.relation:
        raise RefusedError("a relation can only be attacked")
    ends = [work.reading.named(name)[0] for name in (*relation.premises, relation.target)]
    is_strict = Settings.of(work.reading.debate.settings).is_strict
    if kind is RelationKind.ATTACK and is_strict and not any(isinstance(it, Argument) for it in ends):
        raise strict_attack()
    changes = []
    for item in said.signs:
        assert item.sign is not None
        typed = work.reading.typed(item.sign.place)
        changes.append(Change(*item.sign.place, "><" if kind is RelationKind.CONFLICT else _SIGNS[kind][typed.strip()]))
    if kind is RelationKind.CONFLICT and any(isinstance(it, Argument) for it in ends):
        raise RefusedError("in Argdown a conflict is between statements, and one of the two is an argument")
    if relation.kind is RelationKind.CONFLICT:
        changes = _directed(work, relation, said, kind)
    work.apply(changes)
    return replace(relation, kind=kind)


def _directed(work: Work, relation: Relation, said: Said, kind: RelationKind) -> list[Change]:
    """Signs for a relation that had no direction before."""
    changes = []
    for item in said.signs:
        assert item.sign is not None
        entry = work.reading.entry(item.element)
        is_premise = entry is not None and work.reading.ids.get(entry) == relation.premises[0]
        forms = {RelationKind.SUPPORT: ("+", "+>"), RelationKind.ATTACK: ("-", "->")}[kind]
        changes.append(Change(*item.sign.place, forms[not is_premise]))
    return changes


def _target(work: Work, relation: Relation, relations: Relations, said: Said, value: str) -> Relation:
    """Aim a relation at another claim: only where the old one is just mentioned, nested under the premise."""
    from argmap.editing.argdown.add import add_sign
    from argmap.editing.argdown.removing import without_sign

    target, entry = meant.claim(work.reading, work.map, value)
    made = replace(relation, target=target)
    if not said.signs:
        raise RefusedError("the target is the conclusion of a structure", "edit the structure by hand")
    if len(said.signs) == 1:
        nested = said.signs[0].element
        above = work.reading.entry(nested)
        is_target = above is not None and work.reading.ids.get(above) == relation.target
        if is_target and nested.is_reference and not (nested.relations or nested.tags or nested.braces):
            place = nested.title_place
            assert place is not None
            work.apply([Change(place.start - 1, place.end + 1, named(entry))])
            return made
    for item in said.signs:
        if not item.element.is_reference or item.element.relations or item.element.braces or item.element.tags:
            raise RefusedError(
                "more than the relation stands in its line, which would have to move",
                "move the lines by hand",
                work.reading.span(item.element.place),
            )
    before = work.map
    work.apply([change for item in said.signs for change in without_sign(work.reading, item)])
    work.map = work.map_now()
    add_sign(work, replace(relation, target=target, named=False))
    work.map = before
    return made


def _own(work: Work, relation: Relation, relations: Relations, said: Said, *, name: str, value: Value) -> Relation:
    """What stands in the line of an inference."""
    reading = work.reading
    line = relations.line_of(said.inference) if said.inference else None
    if line is None or said.is_main:
        raise RefusedError(
            f"a sign has no place for `{name}`",
            "write the relation as a structure: (1) [Premise], a line ----, (2) [Target]"
            if name == "scheme"
            else CONVERT,
        )
    at = _end_of_rules(reading.typed(line.place), line.place.start)
    if name == "scheme":
        scheme = single(name, value)
        if scheme is not None and scheme not in SCHEMES:
            near = did_you_mean(scheme, SCHEMES)
            raise RefusedError(f"there is no scheme `{scheme}`", f"did you mean `{near}`?" if near else None)
        work.apply(_scheme(work, line, scheme))
        return replace(relation, scheme=scheme)
    if name.startswith("data."):
        key, data = name.removeprefix("data."), free(value)
        path = ("data",) if reading.has_fields else ()
        work.apply(_in_line(work, line, at, in_data(reading, line.braces, at, path=path, key=key, value=data)))
        rest = {it: content for it, content in relation.data.items() if it != key}
        return replace(relation, data=rest if data is None else {**rest, key: data})
    if not reading.has_fields:
        raise no_words(name)
    new, typed = of_field(getattr(relation, name), name, value)
    work.apply(_in_line(work, line, at, in_braces(reading, line.braces, at, {name: typed})))
    return replace(relation, **{name: new})


def _end_of_rules(typed: str, start: int) -> int:
    """Where data would be put in the line of an inference: behind its rules."""
    found = _LINE.fullmatch(typed.rstrip())
    return start + (len(found[1]) + len(found[2].rstrip()) if found else 2)


def _in_line(work: Work, line: Line, at: int, changes: list[Change]) -> list[Change]:
    """Data for a line that had none: one that is only hyphens becomes three lines."""
    found = _LINE.fullmatch(work.reading.typed(line.place).rstrip())
    if line.braces is None and changes and not (found and found[2].strip()):
        return [Change(*line.place, f"--\n{changes[0].text.strip()}\n--")]
    return changes


def _scheme(work: Work, line: Line, scheme: str | None) -> list[Change]:
    """Another rule of inference."""
    typed = work.reading.typed(line.place)
    found = _LINE.fullmatch(typed.rstrip())
    rule = "" if scheme is None else escaped_rule(rule_name(scheme))
    data = work.reading.typed(line.braces.place).strip() if line.braces else ""
    inner = f"{rule} {data}".strip()
    if found is None or any(line.place.start < end and start < line.place.end for start, end in work.reading.comments):
        raise RefusedError(
            "the line of this inference cannot be changed", "edit it by hand", work.reading.span(line.place)
        )
    body = found[2]
    if not inner:
        return [Change(*line.place, "-----")]
    if not body.strip():
        return [Change(*line.place, f"--\n{inner}\n--")]
    lead, tail = body[: len(body) - len(body.lstrip())], body[len(body.rstrip()) :]
    return [Change(*line.place, f"{found[1]}{lead}{inner}{tail}{found[3]}".replace("\r\n", "\n"))]
