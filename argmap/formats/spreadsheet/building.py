"""A table as a map."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from argmap.core.ids import first_words, slug
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Data, Group, Question, Relation
from argmap.core.schemes import scheme_named
from argmap.core.source import SourceFile
from argmap.formats.foreign.chains import Fate, fates
from argmap.formats.foreign.notes import SpanNotes, brief
from argmap.formats.spreadsheet.cells import items
from argmap.formats.spreadsheet.edges import Edge, Edges, data_of, edges_of
from argmap.formats.spreadsheet.naming import names_of
from argmap.formats.spreadsheet.rows import Row, RowSpans
from argmap.formats.spreadsheet.sourcing import Sourcing
from argmap.formats.spreadsheet.table import Table

NAME = "csv"
"""What the format is called, in `data` too."""


_COLOUR = re.compile("#[0-9a-fA-F]{6}")


def said(fields: Mapping[str, Any]) -> Data:
    """The `data` of a part of a map: the fields that say something."""
    kept = {name: value for name, value in fields.items() if value not in (None, "", {}, [])}
    return {NAME: kept} if kept else {}


def built(table: Table, rows: list[Row], source: SourceFile, notes: SpanNotes) -> ArgumentMap:
    """Make a map of a table.

    Args:
        table: What the file says.
        rows: Its rows.
        source: What it was read from.
        notes: Takes what is found wrong with it.
    """
    return _Builder(table, rows, source, notes).built()


class _Builder:
    def __init__(self, table: Table, rows: list[Row], source: SourceFile, notes: SpanNotes) -> None:
        self.table = table
        self.rows = rows
        self.source = source
        self.notes = notes
        self.names = names_of(rows, notes)
        self.sourcing = Sourcing(rows, notes)
        self.members: dict[str, list[str]] = {}
        own = self.names.of_row
        self.groups = {own[id(row)]: row for row in rows if row.kind == "group" and id(row) in own}
        self.circling = self._circling()
        self.more_groups: dict[str, str] = {}
        self.more_questions: list[Question] = []

    def built(self) -> ArgumentMap:
        names, own = self.names, self.names.of_row
        kinds = {own[id(row)]: "claim" if row.kind == "argument" else row.kind for row in self.rows if id(row) in own}
        answered = {id(row): self._answers(row, kinds) for row in self.rows if "answers" in row.cells}
        edges = edges_of(self.rows, names, kinds, self.notes)
        defining = [row for row in self.rows if id(row) in own]
        arguments = {own[id(row)] for row in defining if row.kind == "argument"}
        self._gather_members(defining)
        claims = tuple(
            self._claim(row, edges, answered.get(id(row), [])) for row in defining if row.kind in ("claim", "argument")
        )
        questions = tuple(self._question(row) for row in defining if row.kind == "question")
        relations = tuple(self._relation(edge, arguments) for edge in edges.standing)
        groups = tuple(self._group(row) for row in defining if row.kind == "group")
        more = [Group(name, title, tuple(self.members[name])) for title, name in self.more_groups.items()]
        made = ArgumentMap(
            claims=claims,
            relations=relations,
            questions=(*questions, *self.more_questions),
            groups=(*groups, *more),
            speakers=self.sourcing.speakers,
            sources=self.sourcing.sources,
            origin=self.source,
        )
        return self._with_head(made)

    def _with_head(self, made: ArgumentMap) -> ArgumentMap:
        """The map with what is said of it as a whole."""
        heads = [row for row in self.rows if row.kind == "map"]
        left = [*self.names.left, *({**row.cells, **row.others} for row in heads[1:])]
        for row in heads[1:]:
            self.notes.note("repeated-node", "this is the second row about the map as a whole", row.place("kind"))
        data: dict[str, Any] = {
            "delimiter": self.table.delimiter if self.table.delimiter != "," else None,
            "rows": left,
        }
        if not heads:
            return replace(made, data=said(data))
        head = heads[0]
        used = ("id", "kind", "title", "text", "language")
        data["cells"] = head.others | {name: cell for name, cell in head.cells.items() if name not in used}
        return replace(
            made,
            title=head.cell("title") or None,
            description=head.cell("text") or None,
            language=head.cell("language") or None,
            data=said(data),
        )

    def _answers(self, row: Row, kinds: dict[str, str]) -> list[str]:
        """Ids of the questions that a row names; those that have no row of their own are made."""
        found = []
        for item in items(row.cell("answers")):
            meant = self.names.meant(item)
            if meant is None:
                meant = self.names.ids.made(first_words(item), "question")
                self.names.know_id(item, meant)
                kinds[meant] = "question"
                spans = RowSpans(row, {"id": "answers", "text": "answers"})
                self.more_questions.append(Question(meant, item, spans=spans))
            if kinds.get(meant) == "question":
                found.append(meant)
            else:
                self.notes.note("dangling-edge", f"`{brief(item)}` is no question", row.place("answers"))
                row.odd["answers"] = "; ".join(filter(None, (row.odd.get("answers"), item)))
        return found

    def _gather_members(self, defining: Iterable[Row]) -> None:
        """Find out what lies in groups, as cells for groups say, or a cell of the group itself."""
        known = {self.names.of_row[id(row)]: row for row in defining}
        for name, row in known.items():
            if row.kind != "group":
                for item in items(row.cell("group")):
                    self.members.setdefault(self._group_named(item, known), []).append(name)
        for name, row in known.items():
            if row.kind == "group" and row.cell("members"):
                meant = {item: self.names.meant(item) for item in items(row.cell("members"))}
                inside = dict.fromkeys(it for it in meant.values() if it in known and known[it].kind != "group")
                lost = [item for item, member in meant.items() if member not in inside]
                if lost:
                    message = f"`{brief(lost[0])}` is no claim or question that could lie in a group"
                    self.notes.note("dangling-edge", message, row.place("members"))
                    row.odd["members"] = "; ".join(lost)
                gathered = [item for item in self.members.get(name, []) if item not in inside]
                self.members[name] = [*inside, *gathered]

    def _group_named(self, item: str, known: Mapping[str, Row]) -> str:
        meant = self.names.meant(item)
        if meant is not None and meant in known and known[meant].kind == "group":
            return meant
        if item not in self.more_groups:
            self.more_groups[item] = self.names.ids.made(slug(item), "group")
        return self.more_groups[item]

    def _circling(self) -> set[str]:
        """The groups that lie in themselves, perhaps by way of others."""
        numbers = {name: number for number, name in enumerate(self.groups)}
        around = (self.names.meant(row.cell("group")) for row in self.groups.values())
        found = fates({number: numbers.get(name or "") for number, name in enumerate(around)})
        return {name for name, number in numbers.items() if found[number] is Fate.CIRCLES}

    def _data(self, row: Row, name: str, **more: Any) -> Data:
        """What something carries along: its own id, cells that were not understood, and other columns."""
        return said({"id": self.names.given.get(name), "cells": row.others | row.odd, **more})

    def _claim(self, row: Row, edges: Edges, answers: list[str]) -> Claim:
        name = self.names.of_row[id(row)]
        text = row.cell("text") or row.cell("title")
        if not text:
            self.notes.note("node-without-text", f"the claim `{brief(row.cell('id'))}` has no text", row.place("text"))
        made = Claim(
            id=name,
            text=text or name,
            title=row.cell("title") or None,
            kind=ClaimKind.ARGUMENT if row.kind == "argument" else ClaimKind.CLAIM,
            answers=tuple(dict.fromkeys((*answers, *edges.answers.get(name, ())))),
            by=self.sourcing.by(row),
            cites=self.sourcing.cites(row),
            implicit=row.flag("implicit", self.notes) or False,
            score=row.share("score", self.notes),
            assumed=row.flag("assumed", self.notes),
            tags=tuple(items(row.cell("tags"))),
            note=row.cell("note") or None,
            link=row.cell("link") or None,
            restatements=tuple(items(row.cell("restatements"))),
            hidden=row.flag("hidden", self.notes) or False,
            colour=self._colour(row),
            spans=RowSpans(row, {"id": "id", "text": row.column, "title": "title", "by.0": "by", "cites.0": "source"}),
        )
        data = self._data(row, name, rows=edges.left.get(name))
        return replace(made, data=data if text else {NAME: {**data.get(NAME, {}), "text": ""}})

    def _colour(self, row: Row) -> str | None:
        cell = row.cell("colour")
        if cell and not _COLOUR.fullmatch(cell):
            self.notes.note("odd-value", f"`{brief(cell)}` is no colour such as `#1f77b4`", row.place("colour"))
            row.odd["colour"] = cell
            return None
        return cell or None

    def _question(self, row: Row) -> Question:
        name = self.names.of_row[id(row)]
        text = row.cell("text") or row.cell("title")
        if not text:
            self.notes.note(
                "node-without-text", f"the question `{brief(row.cell('id'))}` has no text", row.place("text")
            )
        return Question(
            id=name,
            text=text or name,
            title=row.cell("title") or None,
            cites=self.sourcing.cites(row),
            tags=tuple(items(row.cell("tags"))),
            note=row.cell("note") or None,
            spans=RowSpans(row, {"id": "id", "text": "text", "title": "title"}),
        )

    def _relation(self, edge: Edge, arguments: set[str]) -> Relation:
        row, scheme = edge.row, edge.row.cell("scheme")
        argument = self.names.meant(row.cell("part of")) if row.cell("part of") else None
        more = data_of(edge)
        if row.cell("part of") and argument not in arguments:
            self.notes.note(
                "dangling-edge", f"there is no argument `{brief(row.cell('part of'))}`", row.place("part of")
            )
            more["part of"], argument = row.cell("part of"), None
        weight = row.share("weight", self.notes)
        if "weight" in row.odd:
            more["weight"] = row.odd.pop("weight")
        columns = {"id": "relation id", "kind": "relation", "target": edge.column, "premises.0": "id"}
        return Relation(
            id=edge.id,
            kind=edge.kind,
            premises=edge.premises,
            target=edge.target,
            named=bool(edge.name),
            scheme=(scheme_named(scheme) or scheme) if scheme else None,
            weight=weight,
            by=self.sourcing.by(row) if edge.is_apart else (),
            cites=self.sourcing.cites(row) if edge.is_apart else (),
            tags=tuple(items(row.cell("tags"))) if edge.is_apart else (),
            note=row.cell("note") or None if edge.is_apart else None,
            argument=argument,
            data=said({"id": self.names.given.get(edge.id), **more}),
            spans=RowSpans(row, {**columns, "scheme": "scheme"}),
        )

    def _group(self, row: Row) -> Group:
        name = self.names.of_row[id(row)]
        return Group(
            id=name,
            title=row.cell("title") or row.cell("text") or name,
            members=tuple(self.members.get(name, ())),
            parent=self._parent(row, name),
            note=row.cell("note") or None,
            tags=tuple(items(row.cell("tags"))),
            closed=row.flag("closed", self.notes) or False,
            hidden=row.flag("hidden", self.notes) or False,
            colour=self._colour(row),
            data=self._data(row, name),
            spans=RowSpans(row, {"id": "id", "title": "title", "parent": "group"}),
        )

    def _parent(self, row: Row, name: str) -> str | None:
        """The group that a group lies in, unless it would lie in itself."""
        cell = row.cell("group")
        meant = self.names.meant(cell) if cell else None
        if not cell or (meant in self.groups and name not in self.circling):
            return meant
        row.odd["group"] = cell
        if meant in self.groups:
            self.notes.note("looping-edge", "the group lies in itself", row.place("group"))
        else:
            self.notes.note("dangling-edge", f"there is no group `{brief(cell)}`", row.place("group"))
        return None
