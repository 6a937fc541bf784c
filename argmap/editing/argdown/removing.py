"""Relations and claims taken out of an Argdown text: what says them is cut, and what it held together goes on apart."""

from collections.abc import Collection, Iterable

from argmap.core.model import ArgumentMap, Relation
from argmap.editing.argdown.cutting import Cut, without
from argmap.editing.argdown.reading import Reading, Standing
from argmap.editing.argdown.relations import Relations, Said
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import RefusedError
from argmap.formats.argdown.debate.model import Argument, Inference
from argmap.formats.argdown.text.syntax import Line
from argmap.formats.argdown.to_map.entries import Entry


def undercuts_of(argument_map: ArgumentMap, gone: Collection[str]) -> set[str]:
    """The relations that are gone with others: what undercuts them, again and again."""
    found = set(gone)
    while True:
        more = {item.id for item in argument_map.relations if item.target in found} - found
        if not more:
            return found
        found |= more


def without_sign(reading: Reading, item: Standing) -> list[Change]:
    """The changes that take the sign of a nested element away."""
    assert item.sign is not None
    return without(reading, Cut(signs=[item.sign]))


def cut_relations(work: Work, relations: Iterable[Relation]) -> None:
    """Take relations out of the text; the claims stay.

    Raises:
        RefusedError: One is part of a larger structure, or stands in the front matter.
    """
    cut = Cut()
    finder = Relations(work.reading, work.map)
    for relation in relations:
        add_relation(cut, finder, relation)
    work.apply(without(work.reading, cut))


def add_relation(cut: Cut, finder: Relations, relation: Relation) -> None:
    """Add what says a relation to what is cut.

    Raises:
        RefusedError: It cannot be cut.
    """
    said = finder.said(relation)
    if said.inference is not None:
        _add_structure(cut, finder, relation, said, said.inference)
    elif said.signs:
        cut.signs += [item.sign for item in said.signs if item.sign is not None]
    else:
        raise RefusedError(
            f"`{relation.id}` stands in the front matter or follows from a setting", "take it out by hand"
        )


def _add_structure(cut: Cut, finder: Relations, relation: Relation, said: Said, inference: Inference) -> None:
    """Add a structure that is nothing but the relation."""
    reading, argument = finder.reading, inference.argument
    structure = finder.structure_of(inference)
    lines = [part for part in structure.parts if isinstance(part, Line)] if structure else []
    if structure is None or len(lines) != 1 or argument in reading.ids:
        place = inference.place
        raise RefusedError(
            f"`{relation.id}` is a step of a larger premise-conclusion structure",
            "take the structure apart by hand",
            reading.span(place) if place else None,
        )
    cut.structures.append(structure)
    cut.signs += lines[0].relations
    if argument in reading.own_steps:
        cut.elements += [it.element for it in reading.places(argument)]
    _drop_opposite(cut, reading, argument)


def _drop_opposite(cut: Cut, reading: Reading, argument: Argument) -> None:
    """Take out a conclusion that only says that something is not so, where it is said for this structure alone."""
    entry = reading.debate.statements.get(argument.structure[-1].title)
    if entry is None or entry in reading.ids:
        return
    places = reading.places(entry)
    here = [it for it in places if it.row is not None and argument.structure[-1].place == it.element.place]
    others = [it for it in places if it not in here]
    if not others:
        for item in here:
            cut.elements.append(item.element)
            cut.elements += [nested.element for nested in item.element.relations if nested.element.is_reference]
    else:
        cut.elements += [it.element for it in here if it.element.is_reference]


def cut_claims(work: Work, gone: Collection[Entry], relations: Iterable[Relation]) -> None:
    """Take claims out of the text, with relations that hang on them.

    Raises:
        RefusedError: One is a row of a structure that stays.
    """
    cut = Cut()
    reading = work.reading
    finder = Relations(reading, work.map)
    for relation in relations:
        add_relation(cut, finder, relation)
    for entry in gone:
        for item in reading.places(entry):
            if item.row is not None and not any(item.block is it for it in cut.structures):
                raise RefusedError(
                    f"`{reading.ids[entry]}` is part of a premise-conclusion structure that stays",
                    "take its row out by hand",
                    reading.span(item.element.place),
                )
            cut.elements.append(item.element)
            cut.signs += item.element.relations
        if isinstance(entry, Argument) and entry.structure:
            place = entry.place
            raise RefusedError(
                f"the argument `<{entry.title}>` has a premise-conclusion structure",
                "take the structure out by hand first",
                reading.span(place) if place else None,
            )
    work.apply(without(reading, cut))
