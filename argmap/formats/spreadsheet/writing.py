"""A map as a table."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.core.model import ArgumentMap, Citation, Claim, ClaimKind, Group, Question, Relation, RelationKind
from argmap.formats.foreign.names import carried
from argmap.formats.spreadsheet.building import NAME
from argmap.formats.spreadsheet.calling import Called, called_in
from argmap.formats.spreadsheet.cells import defused, joined, typed_flag, typed_share
from argmap.formats.spreadsheet.sourcing import typed_place
from argmap.formats.spreadsheet.words import ALWAYS, UNDERCUT, WRITTEN

_WORDS = {RelationKind.SUPPORT: "pro", RelationKind.ATTACK: "con", RelationKind.CONFLICT: "conflict"}
Cells = dict[str, str]


def written(argument_map: ArgumentMap) -> str:
    """Write a map; what it carries along of a table is given back."""
    rows = list(_Writing(argument_map).rows())
    used = dict.fromkeys(name for row in rows for name in row)
    names = [name for name in WRITTEN if name in ALWAYS or name in used]
    names += [name for name in used if name not in WRITTEN]
    given = carried(argument_map.data, NAME).get("delimiter")
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=given if given in (";", "\t") else ",", lineterminator="\r\n")
    writer.writerow([defused(name) for name in names])
    writer.writerows([defused(row.get(name, "")) for name in names] for row in rows)
    return f"\ufeff{text.getvalue()}"


class _Writing:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.called: Called = called_in(argument_map)
        self.groups: dict[str, list[str]] = defaultdict(list)
        for group in argument_map.groups:
            for member in group.members:
                self.groups[member].append(group.id)

    def rows(self) -> Iterator[Cells]:
        """All rows: the map, questions, claims with their relations, groups, speakers and sources."""
        own = carried(self.map.data, NAME)
        head = _filled(
            kind="map", title=self.map.title, text=self.map.description, language=self.map.language
        ) | _cells(own.get("cells"))
        if len(head) > 1:
            yield head
        for question in self.map.questions:
            yield self._question(question)
        yield from self._claims_and_relations()
        for group in self.map.groups:
            yield self._group(group)
        yield from self.called.rows()
        left = own.get("rows")
        for item in left if isinstance(left, list) else ():
            yield _cells(item)

    def _claims_and_relations(self) -> Iterator[Cells]:
        inline, apart = _divided(self.map)
        for claim in self.map.claims:
            relations = inline.get(claim.id, [])
            shares = bool(relations) and not _has_remarks(relations[0])
            first = self._relation(relations[0]) if shares else {}
            yield self._claim(claim) | first
            for relation in relations[shares:]:
                yield self._further(relation)
            rows = carried(claim.data, NAME).get("rows")
            for row in rows if isinstance(rows, list) else ():
                yield {"id": self.called.id(claim.id), **_cells(row)}
        for relation in apart:
            yield self._further(relation)

    def _claim(self, claim: Claim) -> Cells:
        own = carried(claim.data, NAME)
        text = "" if own.get("text") == "" and claim.text == claim.id else claim.text or claim.title or claim.id
        return _together(
            own.get("cells"),
            id=self.called.id(claim.id),
            text=text,
            title=claim.title,
            kind="argument" if claim.kind is ClaimKind.ARGUMENT else None,
            answers=joined(map(self.called.id, claim.answers)),
            by=joined(map(self.called.speaker, claim.by)),
            **self._cited(claim.cites),
            implicit=typed_flag(claim.implicit or None),
            assumed=typed_flag(claim.assumed),
            score=typed_share(claim.score),
            tags=joined(claim.tags),
            note=claim.note,
            link=claim.link,
            group=joined(map(self.called.id, self.groups.get(claim.id, ()))),
            restatements=joined(claim.restatements),
            hidden=typed_flag(claim.hidden or None),
            colour=claim.colour,
        )

    def _cited(self, cites: tuple[Citation, ...]) -> Cells:
        quotes = [item.quote or "" for item in cites]
        places = joined(typed_place(item, self.called.source(item.source)) for item in cites)
        return _filled(source=places, quote=quotes[0] if len(quotes) == 1 else joined(quotes) if any(quotes) else "")

    def _question(self, question: Question) -> Cells:
        return _filled(
            id=self.called.id(question.id),
            text=question.text,
            title=question.title,
            kind="question",
            **self._cited(question.cites),
            tags=joined(question.tags),
            note=question.note,
            group=joined(map(self.called.id, self.groups.get(question.id, ()))),
        )

    def _relation(self, relation: Relation) -> Cells:
        """The cells of a relation in a row."""
        own = carried(relation.data, NAME)
        missing = own.get("with")
        others = [*map(self.called.id, relation.premises[1:]), *(missing if isinstance(missing, list) else ())]
        is_undercut = relation.target in self.map.relation
        odd = {name: own[name] for name in ("weight", "part of") if isinstance(own.get(name), str)}
        return odd | _filled(
            **{
                "parent": self.called.id(relation.target),
                "relation": UNDERCUT if is_undercut else _WORDS[relation.kind],
                "with": "; ".join(filter(None, (item if isinstance(item, str) else "" for item in others))),
                "relation id": self.called.id(relation.id) if relation.named else "",
                "scheme": relation.scheme,
                "weight": typed_share(relation.weight),
                "part of": self.called.id(relation.argument) if relation.argument else "",
            }
        )

    def _further(self, relation: Relation) -> Cells:
        """A row that is about a relation only."""
        return (
            {"id": self.called.id(relation.premises[0])}
            | _cells(carried(relation.data, NAME).get("cells"))
            | self._relation(relation)
            | _filled(
                by=joined(map(self.called.speaker, relation.by)),
                **self._cited(relation.cites),
                tags=joined(relation.tags),
                note=relation.note,
            )
        )

    def _group(self, group: Group) -> Cells:
        inside = set(group.members)
        names = [*(item.id for item in self.map.questions), *(item.id for item in self.map.claims)]
        order = [name for name in names if name in inside]
        return _together(
            carried(group.data, NAME).get("cells"),
            id=self.called.id(group.id),
            title=group.title,
            kind="group",
            group=self.called.id(group.parent) if group.parent else "",
            members="" if order == list(group.members) else joined(map(self.called.id, group.members)),
            note=group.note,
            tags=joined(group.tags),
            closed=typed_flag(group.closed or None),
            hidden=typed_flag(group.hidden or None),
            colour=group.colour,
        )


def _has_remarks(relation: Relation) -> bool:
    """Whether a relation needs a row of its own, as columns that claims have as well are about it."""
    own = carried(relation.data, NAME)
    return bool(relation.by or relation.cites or relation.tags or relation.note or own.get("cells"))


def _divided(given: ArgumentMap) -> tuple[Mapping[str, list[Relation]], list[Relation]]:
    """Relations by the claim they stand with, and those that stand at the end: from the first that is out of turn."""
    places = {claim.id: number for number, claim in enumerate(given.claims)}
    inline: dict[str, list[Relation]] = defaultdict(list)
    last = -1
    for number, relation in enumerate(given.relations):
        place = places.get(relation.premises[0], -1) if relation.premises else -1
        if place < last or place < 0:
            rest = [item for item in given.relations[number:] if item.premises and item.premises[0] in places]
            return inline, rest
        inline[relation.premises[0]].append(relation)
        last = place
    return inline, []


def _filled(**cells: str | None) -> Cells:
    """The cells that say something."""
    return {name: cell for name, cell in cells.items() if cell}


def _together(found: Any, **cells: str | None) -> Cells:
    """Cells with those that were carried along; where both say something, they are one list."""
    made, kept = _filled(**cells), _cells(found)
    both = {name: f"{made[name]}; {kept[name]}" for name in ("answers", "members") if name in made and name in kept}
    return kept | made | both


def _cells(found: Any) -> Cells:
    """Cells that were carried along."""
    if not isinstance(found, Mapping):
        return {}
    return {name: cell for name, cell in found.items() if isinstance(name, str) and isinstance(cell, str) and cell}
