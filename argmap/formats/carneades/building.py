"""An argument graph as a map."""

from typing import Any

from argmap.core.model import ArgumentMap, Question, Relation, RelationKind, relation_name
from argmap.formats.carneades.arguments import Arguments, Scheme
from argmap.formats.carneades.fields import Entry, Fields
from argmap.formats.carneades.statements import NAME, Statement, Statements
from argmap.formats.carneades.terms import near_id
from argmap.formats.foreign.names import Names
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object
from argmap.formats.trees.yaml_values import YamlValues

MOST_RIVALS = 12
"""Positions of an issue that are put into conflict with each other, two by two; more than these are not."""


def built(values: YamlValues, root: Object) -> ArgumentMap:
    """Make a map of an argument graph.

    Args:
        values: The file; takes the findings.
        root: What it says as a whole.
    """
    return _Builder(values, root).built()


class _Builder:
    def __init__(self, values: YamlValues, root: Object) -> None:
        self.values = values
        self.fields = Fields(values, root, ())
        self.names = Names(NAME)
        self.statements = Statements(values, self.names, self._language())
        self.questions: list[Question] = []
        self.issues: Object = {}

    def built(self) -> ArgumentMap:
        fields = self.fields
        meta = fields.inner("meta", "metadata")
        title, description = meta.text("title"), meta.text("description", "note", "notes")
        for entry in fields.entries("statements"):
            self.statements.declare(entry)
        arguments = Arguments(self.values, self.names, self.statements, self._schemes())
        relations = {item.id: item for item in arguments.relations(list(fields.entries("arguments")))}
        for entry in fields.entries("issues"):
            for conflict in self._issue(entry):
                relations.setdefault(conflict.id, conflict)
        for term in fields.terms("assumptions"):
            self.statements.named(term).assumed = True
        said = {
            "meta": meta.rest(),
            "language": fields.value("language"),
            "issues": self.issues,
            "arguments": arguments.left,
            **self._rest(),
            "repeated": [{"at": list(path), "key": key, "value": value} for path, key, value in self.values.repeated],
        }
        return ArgumentMap(
            title=title,
            description=description,
            claims=self.statements.claims(arguments.concluded),
            relations=tuple(relations.values()),
            questions=tuple(self.questions),
            data={NAME: kept} if (kept := {key: value for key, value in said.items() if value}) else {},
            origin=self.values.source,
            spans=self.values.spans({"title": meta.way("title")} if title else {}),
        )

    def _language(self) -> dict[str, str]:
        """The patterns of the language by what they put into words."""
        found = {}
        for entry in self.fields.entries("language"):
            if isinstance(entry.value, dict | list):
                self.values.wrong(entry.path, f"what `{entry.name}` means must be a text")
            elif entry.value is not None:
                found["".join(entry.name.split())] = self.values.typed(entry.value, entry.path)
        return found

    def _schemes(self) -> dict[str, Scheme]:
        """What is said of schemes as far as it tells something of arguments; all of it is carried along."""
        found: dict[str, Scheme] = {}
        self.fields.key("argument_schemes")
        for entry in self.fields.entries("argument_schemes"):
            said = entry.value if isinstance(entry.value, dict) else {}
            meta, weight = said.get("meta"), said.get("weight")
            title = meta.get("title") if isinstance(meta, dict) else None
            constant = weight.get("constant") if isinstance(weight, dict) else None
            is_share = isinstance(constant, int | float) and not isinstance(constant, bool) and 0 <= constant <= 1
            found[entry.name] = Scheme(
                title if isinstance(title, str) else None,
                float(constant) if is_share and constant is not None else None,
            )
        self.fields.leave("argument_schemes")
        return found

    def _rest(self) -> Object:
        """What argmap has no words for, each part of it told of."""
        rest = self.fields.rest()
        for key, value in rest.items():
            many = f" ({len(value)} entries)" if isinstance(value, dict | list) and len(value) > 1 else ""
            message = f"what stands under `{key}`{many} is carried along; argmap has no words for it"
            self.values.note("carried-part", message, (key,))
        return rest

    def _issue(self, entry: Entry) -> list[Relation]:
        """Make a question of an issue. Of its positions one can stand at most, so they are in conflict."""
        value: Any = entry.value
        if isinstance(value, list):
            self.values.wrong(entry.path, f"the issue `{entry.name}` must be a mapping with `positions`")
            value = {"positions": value}
        elif value is not None and not isinstance(value, dict):
            self.values.wrong(entry.path, f"the issue `{entry.name}` must be a mapping with `positions`")
            value = {"value": value}
        fields = Fields(self.values, value or {}, entry.path)
        positions: dict[str, tuple[Statement, Path]] = {}
        for term in fields.terms("positions"):
            statement = self.statements.named(term)
            positions.setdefault(statement.id, (statement, term.path))
        question = self._question(entry, fields)
        for statement, path in positions.values():
            statement.answers.setdefault(question, path)
        return self._rivals(entry, list(positions.values()))

    def _question(self, entry: Entry, fields: Fields) -> str:
        name = " ".join(entry.name.split())
        made = self.names.made(near_id(name), "issue")
        meta = fields.inner("meta", "metadata")
        title, note = meta.text("title"), meta.text("note", "notes", "description")
        places = {"id": entry.path, "text": meta.way("title") if title else entry.path}
        self.questions.append(Question(made, title or name or made, note=note, spans=self.values.spans(places)))
        said = {"id": name if name != made else None, **fields.rest(), "meta": meta.rest()}
        if kept := {key: item for key, item in said.items() if item}:
            self.issues[made] = kept
        return made

    def _rivals(self, entry: Entry, positions: list[tuple[Statement, Path]]) -> list[Relation]:
        if len(positions) > MOST_RIVALS:
            message = (
                f"the {len(positions):,} positions of the issue `{entry.name}` are not put into conflict with each "
                f"other; argmap does so with up to {MOST_RIVALS}"
            )
            self.values.note("carried-part", message, entry.path)
            return []
        return [
            Relation(
                id=relation_name((later.id,), earlier.id),
                kind=RelationKind.CONFLICT,
                premises=(later.id,),
                target=earlier.id,
                spans=self.values.spans({"id": path, "premises.0": path, "target": first}),
            )
            for number, (earlier, first) in enumerate(positions)
            for later, path in positions[number + 1 :]
        ]
