"""What rows say of relations: which claims bear on what, in the order of the rows."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.core.ids import Ids
from argmap.core.model import RelationKind, relation_name
from argmap.formats.foreign.chains import Fate, fates
from argmap.formats.foreign.notes import SpanNotes, brief
from argmap.formats.spreadsheet.cells import items, near_id
from argmap.formats.spreadsheet.naming import Names
from argmap.formats.spreadsheet.rows import Row
from argmap.formats.spreadsheet.words import (
    ANSWER,
    OF_BOTH,
    OF_RELATIONS,
    STATED,
    UNDERCUT,
    near_relation,
    relation_of,
)

_BETWEEN = re.compile(r"[;,|\n]")


@dataclass(slots=True, eq=False)
class Edge:
    """A relation that a row speaks of.

    Attributes:
        row: The row.
        is_apart: Whether the row is about nothing else.
        premises: Ids of its premises.
        goal: What it bears on, as it is typed.
        word: The word for what it does, as it is typed.
        column: The column that says what it bears on.
        name: Its id, as it is typed.
        missing: Premises that are not in the table.
        target: Id of what it bears on; empty as long as that is not known.
        id: Its id.
    """

    row: Row
    is_apart: bool
    premises: tuple[str, ...]
    goal: str
    word: str
    column: str
    name: str = ""
    missing: list[str] = field(default_factory=list)
    target: str = ""
    id: str = ""

    @property
    def does(self) -> str | None:
        """What it does, as `relation_of` has it."""
        return relation_of(self.word)

    @property
    def kind(self) -> RelationKind:
        """Its kind; an undercut is an attack."""
        return RelationKind.ATTACK if self.does in (UNDERCUT, None) else RelationKind(self.does)

    def raw(self) -> dict[str, str]:
        """The cells of it, to be carried along."""
        columns = (*OF_RELATIONS[2:], *(OF_BOTH if self.is_apart else ()))
        said = {"parent": self.goal, "relation": self.word}
        said |= {column: self.row.cell(column) for column in columns if self.row.cell(column)}
        return {column: cell for column, cell in said.items() if cell}


@dataclass(slots=True)
class Edges:
    """The relations of a table.

    Attributes:
        standing: Those that can be in a map, in the order of the rows.
        answers: Questions that claims answer, by the ids of the claims.
        left: Cells of those from which no relation can be made, by the claims that they start from.
    """

    standing: list[Edge] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    left: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))


def edges_of(rows: Iterable[Row], names: Names, kinds: dict[str, str], notes: SpanNotes) -> Edges:
    """Find the relations.

    Args:
        rows: The rows of the table.
        names: What is called how.
        kinds: What ids stand for: `claim`, `question` or `group`.
        notes: Takes what is found wrong with them.
    """
    return _Finding(names, kinds, notes).found(rows)


class _Finding:
    def __init__(self, names: Names, kinds: dict[str, str], notes: SpanNotes) -> None:
        self.names = names
        self.kinds = kinds
        self.notes = notes
        self.done = Edges()
        self.counts: Counter[str] = Counter()
        self.by_name: dict[str, Edge] = {}

    def found(self, rows: Iterable[Row]) -> Edges:
        edges = self._joined([edge for row in rows for edge in self._in_row(row)])
        edges = [edge for edge in edges if self._is_clear(edge)]
        self._name(edges, self.names.ids)
        self._aim(edges)
        edges = [edge for edge in edges if self._is_aimed(edge)]
        self._stand(edges)
        return self.done

    def _refuse(self, edge: Edge, name: str, message: str, column: str, help: str | None = None) -> bool:
        self.notes.note(name, message, edge.row.place(column), help)
        self.done.left[edge.premises[0]].append(edge.raw())
        return False

    def _in_row(self, row: Row) -> Iterator[Edge]:
        """The relations of a row: one to each thing that it says the claim bears on."""
        further = self.names.further.get(id(row))
        claim = further or self.names.of_row.get(id(row))
        if claim is None:
            return
        if self.kinds.get(claim) != "claim":
            self._refuse_all(row, claim)
            return
        with_whom, missing = self._claims_in(row.cell("with"))
        premises = tuple(dict.fromkeys((claim, *with_whom)))
        words, ids = items(row.cell("relation")), items(row.cell("relation id"))
        goals = self._goals(row.cell("parent"))
        for number, goal in enumerate(goals):
            word = words[number] if len(words) == len(goals) else row.cell("relation")
            name = ids[number] if len(ids) == len(goals) else row.cell("relation id") if not number else ""
            yield Edge(row, bool(further), premises, goal, word, "parent", name, list(missing))
        for column, word in STATED.items():
            for goal in self._goals(row.cell(column)):
                yield Edge(row, bool(further), (claim,), goal, word, column)
        if not goals and any(column in row.cells for column in OF_RELATIONS) and not self._is_empty(row):
            message = f"`{brief(row.cell('id') or claim)}` has a relation to nothing: the cell for `parent` is empty"
            edge = Edge(row, bool(further), premises, "", row.cell("relation"), "parent")
            self._refuse(edge, "step-without-conclusion", message, "relation")

    def _refuse_all(self, row: Row, name: str) -> None:
        """Carry along what is said of relations of a question; groups lie in others, but bear on nothing either."""
        cells = {column: row.cell(column) for column in (*OF_RELATIONS, *STATED) if column in row.cells}
        if cells:
            message = f"`{brief(row.cell('id') or name)}` is a {self.kinds.get(name)}; only claims bear on something"
            self.notes.note("edge-without-step", message, row.place("relation"))
            self.names.left.append({"id": row.cell("id") or name, **cells})

    def _is_empty(self, row: Row) -> bool:
        """Whether a row for a claim that bears on nothing only says so: `thesis`, `root`, `-`."""
        only = [column for column in OF_RELATIONS if column in row.cells] == ["relation"]
        return only and (relation_of(row.cell("relation")) is None or row.cell("relation") in ("0", "-", "+"))

    def _goals(self, cell: str) -> list[str]:
        """The things that a cell names: one, or several with signs between them."""
        if not cell or self.names.meant(cell) or "->" in cell:
            return items(cell) if "->" in cell else [cell] if cell else []
        listed = items(cell)
        if all(map(self.names.meant, listed)):
            return listed
        return [part.strip() for part in _BETWEEN.split(cell) if part.strip()]

    def _claims_in(self, cell: str) -> tuple[list[str], list[str]]:
        """Ids of the claims that a cell names, and what is none."""
        goals = self._goals(cell)
        found = {goal: self.names.meant(goal) for goal in goals}
        known = [name for name in found.values() if name and self.kinds.get(name) == "claim"]
        return known, [goal for goal, name in found.items() if not name or self.kinds.get(name) != "claim"]

    def _joined(self, edges: list[Edge]) -> list[Edge]:
        """Relations with the premises of all rows that name them: several rows with one id, goal and word are one."""
        first: dict[tuple[str, str, str | None], Edge] = {}
        kept = []
        for edge in edges:
            key = (edge.name, self.names.meant(edge.goal) or edge.goal, edge.does)
            if edge.name and key in first:
                first[key].premises = tuple(dict.fromkeys((*first[key].premises, *edge.premises)))
            else:
                first.setdefault(key, edge)
                kept.append(edge)
        return kept

    def _is_clear(self, edge: Edge) -> bool:
        """Whether it can be said what a relation does; answers to questions are noted on the way."""
        goal = self.names.meant(edge.goal)
        if goal and self.kinds.get(goal) == "question":
            if edge.word and edge.does != ANSWER:
                message = f"`{brief(edge.goal)}` is a question: a claim can answer it, not be pro or con"
                return self._refuse(edge, "edge-without-step", message, "relation")
            for claim in edge.premises:
                self.done.answers[claim].append(goal)
            return False
        if not edge.word:
            message = f"it is not said whether this is for or against `{brief(edge.goal)}`"
            return self._refuse(
                edge, "edge-without-step", message, edge.column, "write `pro` or `con` under `relation`"
            )
        if edge.does in (None, ANSWER):
            near = near_relation(edge.word)
            hint = f"did you mean `{near}`?" if near else "words that are known: `pro`, `con`, `conflict`, `undercut`"
            return self._refuse(
                edge, "edge-without-step", f"`{brief(edge.word)}` does not say what the relation does", "relation", hint
            )
        if edge.missing:
            self.notes.note("dangling-edge", f"there is no claim `{brief(edge.missing[0])}`", edge.row.place("with"))
        if edge.kind is RelationKind.CONFLICT and len(edge.premises) > 1:
            self.notes.note("odd-value", "a conflict has one claim at each end", edge.row.place("with"))
            edge.missing = [*edge.missing, *edge.premises[1:]]
            edge.premises = edge.premises[:1]
        return True

    def _name(self, edges: list[Edge], ids: Ids) -> None:
        """Give relations the ids that they have in the table."""
        for edge in edges:
            if not edge.name:
                continue
            edge.id = ids.made(near_id(edge.name), "relation")
            if edge.id != edge.name and (edge.name in self.by_name or self.names.meant(edge.name)):
                message = f"the id `{brief(edge.name)}` is given twice; where it is named, the first one is meant"
                self.notes.note("repeated-node", message, edge.row.place("relation id"))
            elif edge.id != edge.name:
                self.names.given[edge.id] = edge.name
            self.by_name.setdefault(edge.name, edge)
            self.by_name.setdefault(edge.id, edge)

    def _aim(self, edges: list[Edge]) -> None:
        """Find what relations bear on. Those without an id get one of their ends, and may then be meant themselves."""
        waiting: dict[str, list[Edge]] = defaultdict(list)
        undercuts = []
        for edge in edges:
            goal = self.names.meant(edge.goal)
            if goal and edge.does == UNDERCUT:
                undercuts.append(edge)
            elif goal:
                self._settle(edge, goal, waiting)
            elif edge.goal in self.by_name and self.by_name[edge.goal] is not edge:
                self._settle(edge, self.by_name[edge.goal].id, waiting)
            else:
                waiting[_spaced(edge.goal)].append(edge)
        of_claim: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            if edge.target:
                of_claim[edge.premises[0]].append(edge)
        for edge in undercuts:
            aims = of_claim.get(self.names.meant(edge.goal) or "", [])
            if len(aims) == 1:
                self._settle(edge, aims[0].id, waiting)

    def _settle(self, edge: Edge, target: str, waiting: dict[str, list[Edge]]) -> None:
        """Set the target of a relation, and of all that wait for its name."""
        ready = [(edge, target)]
        while ready:
            edge, target = ready.pop()
            edge.target = target
            if not edge.id:
                made = relation_name(edge.premises, target)
                self.counts[made] += 1
                edge.id = made if self.counts[made] == 1 else f"{made} ({self.counts[made]})"
                self.by_name.setdefault(edge.id, edge)
            ready += [(item, edge.id) for item in reversed(waiting.pop(edge.id, []))]

    def _is_aimed(self, edge: Edge) -> bool:
        """Whether a relation bears on something that it can bear on."""
        if not edge.target:
            meant = self.names.meant(edge.goal)
            if meant and edge.does == UNDERCUT:
                message = f"it is not clear which relation of `{brief(edge.goal)}` is undercut"
                hint = f"name it by its id or its ends, such as `{brief(edge.goal)} -> ...`"
                return self._refuse(edge, "edge-without-step", message, edge.column, hint)
            return self._refuse(edge, "dangling-edge", f"there is no claim `{brief(edge.goal)}`", edge.column)
        if edge.target in edge.premises or edge.target == edge.id:
            return self._refuse(edge, "looping-edge", f"`{brief(edge.goal)}` bears on itself here", edge.column)
        if self.kinds.get(edge.target) == "group":
            message = f"`{brief(edge.goal)}` is a group; claims bear on claims"
            return self._refuse(edge, "edge-without-step", message, edge.column)
        if edge.target not in self.kinds and edge.kind is not RelationKind.ATTACK:
            message = f"`{brief(edge.goal)}` is a relation, which can only be attacked"
            return self._refuse(edge, "edge-without-step", message, "relation", "write `undercut` under `relation`")
        return True

    def _stand(self, edges: list[Edge]) -> None:
        """Keep the relations that lead to a claim at last."""
        numbers = {edge.id: number for number, edge in enumerate(edges)}
        onto = {
            number: None if edge.target in self.kinds else numbers.get(edge.target, -1)
            for number, edge in enumerate(edges)
        }
        found = fates(onto)
        for number, edge in enumerate(edges):
            if found[number] is Fate.STANDS:
                self.done.standing.append(edge)
            elif found[number] is Fate.CIRCLES:
                self._refuse(
                    edge, "circular-step", f"`{brief(edge.goal)}` undercuts itself by way of others", edge.column
                )
            else:
                self._refuse(
                    edge, "dangling-edge", f"there is no relation `{brief(edge.goal)}` in the map", edge.column
                )


def _spaced(text: str) -> str:
    """The name of a relation with single spaces around its signs."""
    return " ".join(re.sub(r"(->|\+)", r" \1 ", text).split()) if "->" in text else text


def data_of(edge: Edge) -> dict[str, Any]:
    """What a relation carries along."""
    said: dict[str, Any] = {}
    if edge.missing:
        said["with"] = list(edge.missing)
    if edge.is_apart and edge.row.others:
        said["cells"] = dict(edge.row.others)
    return said
