"""Premises linked, and set apart again: in Argdown that takes a premise-conclusion structure."""

from dataclasses import replace

from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.editing.argdown import meant
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.layout import Layout, end_of
from argmap.editing.argdown.relations import Relations
from argmap.editing.argdown.removing import cut_relations
from argmap.editing.argdown.steps import add_step
from argmap.editing.argdown.wording import named
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Link
from argmap.formats.argdown.debate.model import Argument
from argmap.formats.argdown.text.syntax import Line, Place, Row, Structure
from argmap.formats.argdown.to_map.entries import Entry

_FURTHER = ("scheme", "weight", "by", "cites", "tags", "note", "data")
_EMPTY: tuple[object, ...] = (None, (), {})


def link(argument_map: ArgumentMap, operation: Link) -> Edits:
    """Make linked premises of several: rows of one structure, whose conclusion is the target.

    Raises:
        RefusedError: They attack, are undercut, or have different targets.
    """
    work = Work(argument_map)
    first = meant.relation(argument_map, operation.relation)
    if first.kind is RelationKind.CONFLICT:
        raise RefusedError("a conflict has one premise only")
    others: list[Relation] = []
    premises = [*first.premises]
    for name in dict.fromkeys(operation.others):
        found = meant.thing(work.reading, argument_map, name)
        if found.kind == "claim":
            premises.append(found.id)
            continue
        other = meant.relation(argument_map, name)
        if other is first or (other.kind, other.target) != (first.kind, first.target):
            raise RefusedError(f"`{other.id}` and `{first.id}` have not the same kind and target")
        others.append(other)
        premises += other.premises
    if not operation.others:
        raise RefusedError("nothing is named that could be linked")
    made = _united(work, first, others, tuple(dict.fromkeys(premises)))
    gone = {it.id for it in others}
    rest = tuple(made if it is first else it for it in argument_map.relations if it.id not in gone)
    expected = replace(argument_map, relations=rest)
    link_premises(work, first, others, made)
    must_say(work, expected)
    return work.edits()


def link_premises(work: Work, first: Relation, others: list[Relation], made: Relation) -> None:
    """Write relations as one, which has their premises.

    Raises:
        RefusedError: One is undercut, or Argdown cannot say it.
    """
    undercut = {it.target for it in work.map.relations}
    finder = Relations(work.reading, work.map)
    inference = finder.said(first).inference
    structure = finder.structure_of(inference) if inference else None
    if structure is not None and inference is not None and inference.argument in work.reading.ids:
        raise RefusedError(
            f"`{first.id}` is a step of the argument `<{inference.argument.title}>`",
            "add the premises as rows by hand",
            work.reading.span(structure.place),
        )
    for item in others if structure is not None else (first, *others):
        if item.id in undercut:
            raise RefusedError(f"`{item.id}` is undercut, which could not stay in a structure", "move that by hand")
    if structure is not None and all(getattr(made, name) == getattr(first, name) for name in _FURTHER):
        _lengthened(work, first, structure, made)
        if others:
            between = work.map
            work.map = work.map_now()
            known = {(it.kind, it.premises, it.target): it for it in work.map.relations}
            cut_relations(work, [known[it.kind, it.premises, it.target] for it in others])
            work.map = between
        return
    keys = [_key(work, name) for name in (*made.premises, made.target)]
    cut_relations(work, [first, *others])
    before, work.map = work.map, work.map_now()
    names = [work.reading.ids[_found(work, key)] for key in keys]
    add_step(work, replace(made, premises=tuple(names[:-1]), target=names[-1]))
    work.map = before


def _key(work: Work, name: str) -> tuple[bool, str]:
    if name not in work.map.claim:
        raise RefusedError("in Argdown an undercut has one premise", "undercut with a claim that the premises lead to")
    entry = work.reading.named(name)[0]
    if isinstance(entry, Argument):
        raise RefusedError("the rows of a structure are statements, and one of these is an argument")
    named(entry)
    return False, entry.title


def _found(work: Work, key: tuple[bool, str]) -> Entry:
    return work.reading.debate.statements[key[1]]


def _united(work: Work, first: Relation, others: list[Relation], premises: tuple[str, ...]) -> Relation:
    made = replace(first, premises=premises)
    for name in _FURTHER:
        for other in others:
            own, more = getattr(made, name), getattr(other, name)
            if own in _EMPTY and more not in _EMPTY:
                made = replace(made, **{name: more})
            elif more not in _EMPTY and own != more:
                work.notes.append(f"they differ in `{name}`: that of `{first.id}` stays")
    return made


def _lengthened(work: Work, first: Relation, structure: Structure, made: Relation) -> None:
    """More rows before the line of a structure."""
    reading = work.reading
    layout = Layout(reading)
    rows = [it for it in structure.parts if isinstance(it, Row)]
    line = next(it for it in structure.parts if isinstance(it, Line))
    premises = [it for it in rows if it.place.start < line.place.start]
    data = [it.braces.value for it in (line, rows[-1].element) if it.braces is not None]
    if any(isinstance(it, dict) and not {"uses", "from"}.isdisjoint(it) for it in data):
        raise RefusedError("this structure says by number what its conclusion is drawn from", "add the rows by hand")
    new = [named(reading.named(name)[0]) for name in made.premises if name not in first.premises]
    number = len(premises)
    indent = layout.indent(premises[-1].place.start)
    at = layout.line_end(end_of(premises[-1].element))
    lines = "".join(f"\n{indent}({number + count}) {name}" for count, name in enumerate(new, 1))
    changes = [Change(at, at, lines, is_behind=True)]
    for count, row in enumerate(rows[number:], number + len(new) + 1):
        changes.append(Change(row.place.start, _bare_end(reading.typed(row.place), row.place), f"({count})"))
    work.apply(changes)


def _bare_end(typed: str, place: Place) -> int:
    return place.start + len(typed.rstrip(" \t"))
