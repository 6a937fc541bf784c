"""The relations of Argdown's JSON."""

from collections.abc import Iterator

from argmap.formats.argdown.debate.model import Argument, Debate, End, Inference, Relation, RelationType
from argmap.formats.argdown.debate.nearness import Suggester, Titles
from argmap.formats.argdown.json_input.structures import Inferences
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object, Values

_TYPES = {item.value: item for item in RelationType}
_KINDS = {"equivalence-class": "statement", "argument": "argument", "inference": "inference of an argument"}


class Relations:
    """Reads the relations between what a debate already has."""

    def __init__(self, values: Values, root: Object, debate: Debate, inferences: Inferences) -> None:
        self.values = values
        self.debate = debate
        self.inferences = inferences
        self.suggester = Suggester()
        arguments = Titles(debate.arguments)
        self.titles = {"equivalence-class": Titles(debate.statements), "argument": arguments, "inference": arguments}
        self.known: set[tuple[RelationType, int, int]] = set()
        stated = values.objects(root, "relations", ())
        for fields, path in stated if root.get("relations") is not None else self._embedded(root):
            self._relation(fields, path)

    def _embedded(self, root: Object) -> Iterator[tuple[Object, Path]]:
        """What statements, arguments and inferences say of their relations, for tools that say it nowhere else."""
        values = self.values
        for key in ("statements", "arguments"):
            for title, item in values.table(root, key, ()).items():
                if not isinstance(item, dict):
                    continue
                yield from values.objects(item, "relations", (key, title))
                for row, path in values.objects(item, "pcs", (key, title)):
                    inference = row.get("inference")
                    if isinstance(inference, dict):
                        yield from values.objects(inference, "relations", (*path, "inference"))

    def _relation(self, fields: Object, path: Path) -> None:
        kind = self._type(fields, path)
        source, target = self._end(fields, "from", path), self._end(fields, "to", path)
        if not kind or not source or not target:
            return
        if isinstance(source, Inference):
            self.values.wrong((*path, "from"), "a relation does not begin at an inference")
            source = source.argument
        if isinstance(target, Inference) and kind is not RelationType.UNDERCUT:
            self.values.wrong((*path, "to"), "only an undercut ends at an inference")
            target = target.argument
        key = kind, id(source), id(target)
        if key in self.known:
            return
        self.known.add(key)
        relation = Relation(kind, source, target)
        self.debate.relations.append(relation)
        source.relations.append(relation)
        if target is not source:
            target.relations.append(relation)

    def _type(self, fields: Object, path: Path) -> RelationType | None:
        name = self.values.text(fields, "relationType", path)
        if name is None:
            self.values.wrong(path, "the relation has no `relationType`", "missing-field")
        elif name not in _TYPES:
            message = f"there is no type of relation `{name}`; there are {', '.join(_TYPES)}"
            self.values.wrong((*path, "relationType"), message)
        return _TYPES.get(name or "")

    def _end(self, fields: Object, key: str, path: Path) -> End | None:
        stated = fields.get(key)
        title = self.values.as_text(stated.get("title") if isinstance(stated, dict) else stated, key, path)
        if title is None:
            self.values.wrong(path, f"the relation has no `{key}`", "missing-field")
            return None
        kind = self.values.text(fields, f"{key}Type", path)
        if kind not in (*_KINDS, None):
            self.values.wrong((*path, f"{key}Type"), f"`{kind}` is no end of a relation")
            kind = None
        found = self._named(title, kind, fields, path)
        if not found:
            what = _KINDS.get(kind or "", "statement or argument")
            meant = self.suggester.meant(title, self.titles.get(kind or "", self.titles["equivalence-class"]))
            hint = f"did you mean `{meant}`?" if meant else None
            self.values.wrong((*path, key), f"there is no {what} `{title}`", "unknown-reference", hint)
        return found

    def _named(self, title: str, kind: str | None, fields: Object, path: Path) -> End | None:
        statement, argument = self.debate.statements.get(title), self.debate.arguments.get(title)
        if kind == "equivalence-class":
            return statement
        if kind == "argument":
            return argument
        if kind == "inference":
            return self._inference(title, argument, fields, path)
        return statement or argument

    def _inference(self, title: str, argument: Argument | None, fields: Object, path: Path) -> End | None:
        number = self.values.number(fields, "conclusionIndex", path)
        if number is not None:
            return self.inferences.get((title, number))
        return argument.structure[-1].inference if argument and argument.structure else argument
