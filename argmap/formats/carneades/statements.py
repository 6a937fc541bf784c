"""The statements of an argument graph as claims, those that are only referred to included."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.core.model import Claim, Data
from argmap.formats.carneades.fields import Entry, Fields, Term
from argmap.formats.carneades.terms import key_of, near_id, signature, spoken
from argmap.formats.foreign.names import Names
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object
from argmap.formats.trees.yaml_values import YamlValues

NAME = "carneades"


@dataclass(slots=True)
class Statement:
    """What a file says of a statement.

    Attributes:
        id: Of its claim.
        term: Its name in the file.
        path: Where that is declared, or first referred to.
        text: In words, or None.
        text_path: Where these stand.
        assumed: Whether it is taken for true; None if the file does not say.
        answers: Ids of the questions to which it is a position, with their places.
    """

    id: str
    term: str
    path: Path
    text: str | None = None
    text_path: Path = ()
    title: str | None = None
    note: str | None = None
    assumed: bool | None = None
    answers: dict[str, Path] = field(default_factory=dict)
    said: Object = field(default_factory=dict)


class Statements:
    """All statements of a file by their terms.

    Args:
        values: The file; takes the findings.
        names: Gives the ids.
        language: Patterns by the predicates that they put into words.
    """

    def __init__(self, values: YamlValues, names: Names, language: Mapping[str, str]) -> None:
        self.values = values
        self.names = names
        self.language = language
        self._found: dict[str, Statement] = {}

    def declare(self, entry: Entry) -> None:
        """Take a statement that is declared."""
        key = key_of(entry.name)
        if not key:
            self.values.wrong(entry.path, "a statement without a name stands here")
        elif key in self._found:
            self.values.note("repeated-node", f"the statement `{key}` is declared twice", entry.path)
            self.values.repeated.append((entry.path[:-1], entry.name, entry.value))
            return
        made = self._new(entry.name, entry.path)
        if isinstance(entry.value, dict):
            self._describe(made, Fields(self.values, entry.value, entry.path))
        elif isinstance(entry.value, list):
            self.values.wrong(entry.path, "a statement must be a text, or a mapping with one")
            made.said["value"] = entry.value
        elif entry.value is not None:
            made.text = " ".join(self.values.typed(entry.value, entry.path).split()) or None
            made.text_path = entry.path
        if made.text is None:
            made.text = spoken(made.term, self.language)
            if made.text is None:
                self.values.note("node-without-text", f"the statement `{made.term}` has no text", entry.path)

    def _describe(self, made: Statement, fields: Fields) -> None:
        made.text_path = fields.way("text")
        made.text = fields.text("text")
        made.assumed = fields.flag("assumed")
        meta = fields.inner("meta", "metadata")
        made.title, made.note = meta.text("title"), meta.text("note", "notes", "description")
        made.said = fields.rest()
        if rest := meta.rest():
            made.said["meta"] = rest

    def named(self, term: Term) -> Statement:
        """The statement that something refers to, which is made if the file does not declare it."""
        found = self._found.get(key_of(term.text))
        if found is None:
            found = self._new(term.text, term.path)
            found.text = spoken(term.text, self.language)
            if signature(found.term) not in self.language:
                message = f"there is no statement `{found.term}`; a claim is made of its name"
                self.values.note("dangling-edge", message, term.path)
        return found

    def claims(self, grounded: Container[str]) -> tuple[Claim, ...]:
        """The claims, in the order of the file.

        Args:
            grounded: Ids of those that some argument leads to. Carneades lets none of the others stand that is not
                assumed.
        """
        return tuple(self._claim(item, grounded) for item in self._found.values())

    def _new(self, term: str, path: Path) -> Statement:
        given = " ".join(term.split())
        made = Statement(self.names.made(near_id(given), "statement"), given, path)
        self._found[key_of(term)] = made
        return made

    def _claim(self, item: Statement, grounded: Container[str]) -> Claim:
        places: dict[str, Path] = {"id": item.path, "text": item.text_path or item.path}
        places |= {f"answers.{number}": path for number, path in enumerate(item.answers.values())}
        return Claim(
            id=item.id,
            text=item.text or item.term or item.id,
            title=item.title,
            note=item.note,
            answers=tuple(item.answers),
            assumed=False if item.assumed is None and item.id not in grounded else item.assumed,
            data=carried(item.id, item.term, item.said),
            spans=self.values.spans(places),
        )


def carried(id: str, name: str, said: Mapping[str, Any]) -> Data:
    """What an entity carries along: its name in the file if that is not its id, and what else is said of it."""
    own = {"id": name} if name and name != id else {}
    kept = {f"{key}-" if key == "id" else key: value for key, value in said.items()}
    return {NAME: own | kept} if own or kept else {}
