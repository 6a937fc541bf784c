"""The arguments of an argument graph as relations, and what undercuts them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argmap.core.model import Relation, RelationKind, relation_name
from argmap.core.schemes import scheme_named
from argmap.formats.carneades.fields import Entry, Fields, Term
from argmap.formats.carneades.statements import Statement, Statements, carried
from argmap.formats.carneades.terms import near_id
from argmap.formats.foreign.names import Names
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object
from argmap.formats.trees.yaml_values import YamlValues

_WEIGHINGS = frozenset({"linked", "convergent", "cumulative", "factorized"})
"""What may stand in place of a scheme and is none: how the premises of an argument are weighed."""
_CONVERGENT = "convergent"


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a file says of a scheme that its arguments use.

    Attributes:
        title: What it is called in words, or None.
        weight: The weight of its arguments, if that is a number.
    """

    title: str | None = None
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class _Argument:
    """What a file says of an argument."""

    entry: Entry
    conclusion: Statement | None
    premises: tuple[tuple[Statement, Path], ...]
    undercutters: tuple[tuple[Statement, Path], ...]
    conclusion_path: Path
    scheme: str | None
    weight: float | None
    note: str | None
    said: Object


@dataclass(slots=True)
class Arguments:
    """The relations that arguments come to.

    Args:
        values: The file; takes the findings.
        names: Gives the ids.
        statements: What arguments refer to.
        schemes: Those that the file describes, by their names.

    Attributes:
        left: What the file says of arguments that no relation can be made of, by their names.
        concluded: Ids of the claims that some argument leads to, one without premises included.
    """

    values: YamlValues
    names: Names
    statements: Statements
    schemes: Mapping[str, Scheme]
    left: Object = field(default_factory=dict)
    concluded: set[str] = field(default_factory=set)

    def relations(self, entries: Iterable[Entry]) -> list[Relation]:
        """The relations, undercuts behind what they undercut."""
        arguments = [self._read(entry) for entry in entries]
        counts = Counter(item.conclusion.id for item in arguments if item.conclusion)
        self._tell_repeated(arguments)
        made: dict[str, Relation] = {}
        for item in arguments:
            is_bare = item.conclusion is not None and not item.premises and counts[item.conclusion.id] == 1
            supports = self._supports(item, is_bare=is_bare)
            if item.conclusion and (supports or not item.premises):
                self.concluded.add(item.conclusion.id)
            for relation in (*supports, *self._attacks(item, supports, is_bare=is_bare)):
                made.setdefault(relation.id, relation)
        return list(made.values())

    def _tell_repeated(self, arguments: Iterable[_Argument]) -> None:
        """Tell of arguments under one name, which lists may have."""
        seen: set[str] = set()
        for item in arguments:
            name = item.entry.name
            if name and name in seen:
                self.values.note("repeated-node", f"the argument `{name}` is given twice", item.entry.path)
            seen.add(name)

    def _leave(self, item: _Argument) -> None:
        """Carry an argument along that no relation can be made of."""
        name, number = item.entry.name, 1
        while name in self.left:
            number += 1
            name = f"{item.entry.name} ({number})"
        self.left[name] = item.entry.value

    def _read(self, entry: Entry) -> _Argument:
        if not isinstance(entry.value, dict):
            self.values.wrong(entry.path, f"the argument `{entry.name}` must be a mapping")
        fields = Fields(self.values, entry.value if isinstance(entry.value, dict) else {}, entry.path)
        conclusions = fields.term("conclusion")
        if len(conclusions) > 1:
            self.values.wrong(fields.way("conclusion"), "an argument has one conclusion; the first one is taken")
            fields.leave("conclusion")
        premises = fields.terms("premises", "premise")
        undercutters = fields.term("undercutter", "nas", "not app statement")
        scheme = fields.text("scheme")
        weight = fields.share("weight", "weigth")
        meta = fields.inner("meta", "metadata")
        note = meta.text("note", "notes", "description")
        said = fields.rest() | ({"meta": rest} if (rest := meta.rest()) else {})
        if any(item.role for item in premises):
            said["roles"] = [[item.role, item.text] for item in premises if item.role]
        described = self.schemes.get(scheme or "", Scheme())
        if scheme and scheme in _WEIGHINGS:
            said["weighing"] = scheme
        return _Argument(
            entry,
            next(map(self.statements.named, conclusions), None),
            self._found(premises),
            self._found(undercutters),
            fields.way("conclusion"),
            self._scheme(scheme, described),
            described.weight if weight is None else weight,
            note,
            said,
        )

    def _found(self, terms: Iterable[Term]) -> tuple[tuple[Statement, Path], ...]:
        """The statements that are referred to, each once."""
        found: dict[str, tuple[Statement, Path]] = {}
        for term in terms:
            statement = self.statements.named(term)
            found.setdefault(statement.id, (statement, term.path))
        return tuple(found.values())

    def _scheme(self, given: str | None, described: Scheme) -> str | None:
        if given is None or given in _WEIGHINGS:
            return None
        return scheme_named(given) or (scheme_named(described.title) if described.title else None) or given

    def _supports(self, item: _Argument, *, is_bare: bool) -> list[Relation]:
        """The steps of an argument: one, or one for each premise if they count by themselves."""
        name, place = item.entry.name, item.entry.path
        if item.conclusion is None:
            self.values.note("step-without-conclusion", f"the argument `{name}` has no conclusion", place)
            self._leave(item)
            return []
        looping = [path for premise, path in item.premises if premise is item.conclusion]
        for path in looping:
            message = f"`{item.conclusion.term}` is both a premise and the conclusion of the argument `{name}`"
            self.values.note("looping-edge", message, path)
        premises = [(premise, path) for premise, path in item.premises if premise is not item.conclusion]
        if not premises:
            if not looping:
                more = "; what undercuts it attacks its conclusion here" if is_bare and item.undercutters else ""
                self.values.note("step-without-premise", f"the argument `{name}` has no premise{more}", place)
            self._leave(item)
            return []
        if looping:
            item.said["premises"] = [premise.term for premise, _ in item.premises]
        groups = [[each] for each in premises] if item.said.get("weighing") == _CONVERGENT else [premises]
        return [self._support(item, item.conclusion, group, number) for number, group in enumerate(groups)]

    def _support(
        self, item: _Argument, conclusion: Statement, premises: list[tuple[Statement, Path]], number: int
    ) -> Relation:
        name = " ".join(item.entry.name.split())
        made = self.names.made(
            f"{near_id(name)}-{number + 1}" if number and near_id(name) else near_id(name), "argument"
        )
        places = {f"premises.{place}": path for place, (_, path) in enumerate(premises)}
        return Relation(
            id=made,
            kind=RelationKind.SUPPORT,
            premises=tuple(premise.id for premise, _ in premises),
            target=conclusion.id,
            named=True,
            scheme=item.scheme,
            weight=item.weight,
            note=item.note,
            data=carried(made, name, item.said),
            spans=self.values.spans({"id": item.entry.path, "target": item.conclusion_path, **places}),
        )

    def _attacks(self, item: _Argument, supports: list[Relation], *, is_bare: bool) -> Iterable[Relation]:
        """What undercuts an argument. One that is no more than its conclusion falls with that, so that is attacked."""
        for relation in supports:
            yield from (self._attack(item, each, relation.id) for each in item.undercutters)
        if is_bare and item.conclusion:
            for each in item.undercutters:
                if each[0] is not item.conclusion:
                    yield self._attack(item, each, item.conclusion.id)

    def _attack(self, item: _Argument, undercutter: tuple[Statement, Path], target: str) -> Relation:
        statement, path = undercutter
        return Relation(
            id=relation_name((statement.id,), target),
            kind=RelationKind.ATTACK,
            premises=(statement.id,),
            target=target,
            spans=self.values.spans({"id": path, "premises.0": path, "target": item.entry.path}),
        )
