"""Mappings of a file as argument graphs have them: names in any case, entries in mappings or lists, lists of terms."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.formats.carneades.terms import whole_terms
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object
from argmap.formats.trees.yaml_values import YamlValues


class Term(NamedTuple):
    """A term that something refers to, with its role if it has one, and its place."""

    text: str
    path: Path
    role: str | None = None


class Entry(NamedTuple):
    """Something with a name: a statement, an argument, an issue. The path is that of what is said of it."""

    name: str
    value: Any
    path: Path


class Fields:
    """The fields of a mapping. What nobody asks for is left over in `rest`.

    Args:
        values: The file; takes the findings.
        of: The mapping.
        path: The way to it.
    """

    def __init__(self, values: YamlValues, of: Object, path: Path) -> None:
        self.values = values
        self.path = path
        self._of = of
        self._keys: dict[str, str] = {}
        for key in of:
            self._keys.setdefault(key.strip().lower(), key)
        self._asked: set[str] = set()

    def key(self, *names: str) -> str | None:
        """The key of the first of these fields that is there."""
        for name in names:
            if name in self._keys:
                self._asked.add(self._keys[name])
                return self._keys[name]
        return None

    def way(self, *names: str) -> Path:
        """The way to the first of these fields that is there, or to the mapping."""
        key = self.key(*names)
        return self.path if key is None else (*self.path, key)

    def value(self, *names: str) -> Any:
        """What the first of these fields that is there says."""
        key = self.key(*names)
        return None if key is None else self._of[key]

    def text(self, *names: str) -> str | None:
        """A text without line ends; None for an empty one."""
        key = self.key(*names)
        if key is None:
            return None
        if isinstance(self._of[key], dict | list):
            self.leave(*names)
        return " ".join((self.values.text(self._of, key, self.path) or "").split()) or None

    def inner(self, *names: str) -> "Fields":
        """The fields of a mapping in this one; none if there is no such mapping."""
        value = self.value(*names)
        if value is not None and not isinstance(value, dict):
            self.values.wrong(self.way(*names), f"`{self.key(*names)}` must be a mapping")
            way = self.way(*names)
            self.leave(*names)
            return Fields(self.values, {}, way)
        return Fields(self.values, value if isinstance(value, dict) else {}, self.way(*names))

    def entries(self, *names: str) -> Iterator[Entry]:
        """The entries of a mapping by their keys, or those of a list by what they say under `id`."""
        value, path = self.value(*names), self.way(*names)
        if isinstance(value, dict):
            for name, said in value.items():
                yield Entry(name, said, (*path, name))
        elif isinstance(value, list):
            for number, item in enumerate(value):
                yield self._listed(item, (*path, number))
        elif value is not None:
            self.values.wrong(path, f"`{self.key(*names)}` must be a mapping")
            self.leave(*names)

    def _listed(self, item: Any, path: Path) -> Entry:
        if not isinstance(item, dict):
            return Entry(
                self.values.typed(item, path) if item is not None and not isinstance(item, list) else "", None, path
            )
        if "id" in item and not isinstance(item["id"], dict | list):
            said = {key: value for key, value in item.items() if key != "id"}
            return Entry(self.values.typed(item["id"], (*path, "id")), said, path)
        if len(item) == 1:
            ((name, said),) = item.items()
            return Entry(name, said, (*path, name))
        return Entry("", item, path)

    def term(self, *names: str) -> list[Term]:
        """A single term, or several in a list."""
        value = self.value(*names)
        if value is None or isinstance(value, list):
            return self.terms(*names)
        return list(self._term(value, self.way(*names)))

    def terms(self, *names: str) -> list[Term]:
        """The terms of a list, or of a mapping by their roles. A single one counts as a list.

        If there is more in it than terms, each once, it is left over.
        """
        found, value = self._terms(*names), self.value(*names)
        if isinstance(value, dict | list) and len({item.text for item in found}) < len(value):
            self.leave(*names)
        return found

    def _terms(self, *names: str) -> list[Term]:
        value, path = self.value(*names), self.way(*names)
        if value is None:
            return []
        if isinstance(value, dict):
            return [item for role in value for item in self._term(value[role], (*path, role), role)]
        if not isinstance(value, list):
            self.values.wrong(path, f"`{self.key(*names)}` must be a list")
            return list(self._term(value, path))
        return self._joined([item for place, said in enumerate(value) for item in self._item(said, (*path, place))])

    def _item(self, said: Any, path: Path) -> Iterator[Term]:
        if isinstance(said, dict) and len(said) == 1:
            ((role, term),) = said.items()
            return self._term(term, (*path, role), role)
        return self._term(said, path)

    def _term(self, said: Any, path: Path, role: str | None = None) -> Iterator[Term]:
        if said is None or said == "" or isinstance(said, dict | list):
            self.values.wrong(path, "the name of a statement must stand here")
        else:
            yield Term(self.values.typed(said, path), path, role)

    def _joined(self, terms: list[Term]) -> list[Term]:
        """Terms that a list in brackets was cut into put together again."""
        made = whole_terms([item.text for item in terms])
        if len(made) == len(terms):
            return terms
        known = {item.text for item in terms}
        for place, text in made:
            if text not in known:
                hint = "a term with commas needs quotes in a list in brackets"
                self.values.wrong(terms[place].path, f"`{text}` is cut into pieces here", help=hint)
        return [Term(text, terms[place].path, terms[place].role) for place, text in made]

    def flag(self, *names: str) -> bool | None:
        """A truth value, which may be typed as 0 or 1."""
        value = self.value(*names)
        if value in (0, 1):
            return bool(value)
        if value is not None:
            self.values.wrong(self.way(*names), f"`{self.key(*names)}` must be `true` or `false`")
            self.leave(*names)
        return None

    def share(self, *names: str) -> float | None:
        """A number from 0 to 1, or a mapping that gives one as its `constant`; whatever else is there is left over."""
        value = self.value(*names)
        said = value.get("constant") if isinstance(value, dict) else value
        if isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= 1:
            return float(said)
        if value is not None and (said is not None or not isinstance(value, dict)):
            self.values.wrong(self.way(*names), f"`{self.key(*names)}` must be a number from 0 to 1")
        self.leave(*names)
        return None

    def leave(self, *names: str) -> None:
        """Leave a field over, as if nobody had asked for it."""
        self._asked.difference_update(self._keys.get(name, "") for name in names)

    def rest(self) -> Object:
        """What nobody has asked for and says something."""
        return {key: value for key, value in self._of.items() if key not in self._asked and not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})
