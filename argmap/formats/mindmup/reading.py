"""From a tree of ideas to a map."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.core.source import SourceFile
from argmap.formats.base import Reading
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.objects import read_object
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object, Values

KEY = "mindmup"
_KINDS = {"supporting": RelationKind.SUPPORT, "opposing": RelationKind.ATTACK}
_IMPLICIT = "attr_implicit_claim"
"""The style of what is not said, in MindMup's theme for argument maps."""

_KNOWN = ("id", "title", "ideas", "attr", "formatVersion", "links")


@dataclass(slots=True)
class _Idea:
    """An idea that waits for its turn.

    Attributes:
        fields: What the file says of it.
        path: Where it stands.
        target: Id in the map of the claim or the relation that it stands under; None for a root.
        onto_step: Whether that is a relation.
    """

    fields: Object
    path: Path
    target: str | None = None
    onto_step: bool = False


def read(source: SourceFile) -> Reading:
    """Read a map."""
    return read_object(
        source, "a map of MindMup is an object with `ideas`", lambda values, root: _Reader(values, root).map()
    )


@dataclass(slots=True)
class _Reader:
    values: Values
    root: Object
    names: Names = field(default_factory=lambda: Names(KEY))
    seen: set[str] = field(default_factory=set)
    claims: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    loose: list[Any] = field(default_factory=list)

    def map(self) -> ArgumentMap:
        """The map. The root is a claim in the older files, and only the title of the whole in those of version 3."""
        is_frame = self.root.get("id") == "root" or (self.values.number(self.root, "formatVersion", ()) or 0) >= 3
        title = self.values.text(self.root, "title", ()) if is_frame else None
        waiting = list(self._below(_Idea(self.root, ()), None)) if is_frame else [_Idea(self.root, ())]
        waiting.reverse()
        while waiting:
            waiting += reversed(self._taken(waiting.pop()))
        links = self.values.items(self.root, "links", ())
        if links:
            number = "a link" if len(links) == 1 else f"{len(links):,} links"
            message = f"{number} between ideas, carried along; argmap has no words for such"
            self.values.note("carried-part", message, ("links",))
        said = {key: value for key, value in self.root.items() if key not in ("ideas", "title", "id") and value}
        if not is_frame:
            said.pop("attr", None)
        if self.loose:
            said["loose"] = self.loose
        return ArgumentMap(
            title=" ".join(title.split()) or None if title else None,
            claims=tuple(self.claims),
            relations=tuple(self.relations),
            data={KEY: said} if said else {},
            origin=self.values.source,
        )

    def _taken(self, idea: _Idea) -> list[_Idea]:
        """Take an idea, and return those below it."""
        kind = self._group(idea)
        if kind is None:
            return self._claim(idea)
        if idea.target is None:
            self.values.note("step-without-conclusion", "this group of reasons stands under no claim", idea.path)
            return list(self._below(idea, None))
        return self._reason(idea, kind)

    def _group(self, idea: _Idea) -> RelationKind | None:
        """What a group of reasons does; None for an idea that is no group."""
        attributes = self.values.table(idea.fields, "attr", idea.path)
        word = self.values.text(attributes, "group", (*idea.path, "attr")) if attributes.get("group") else None
        if word is None:
            return None
        kind = _KINDS.get(word.strip().casefold())
        if kind is None:
            message = f"`{word}` is no kind of group that argmap knows; its ideas are read as reasons"
            self.values.note("odd-value", message, (*idea.path, "attr", "group"), "supporting or opposing")
        return kind or RelationKind.SUPPORT

    def _id(self, idea: _Idea, otherwise: str) -> str:
        given = self.values.name(idea.fields, "id", idea.path) or ""
        if given in self.seen:
            self.values.note("repeated-node", f"the id `{given}` is given to two ideas", (*idea.path, "id"))
        if given:
            self.seen.add(given)
        return self.names.made(given, otherwise)

    def _claim(self, idea: _Idea) -> list[_Idea]:
        made = self._id(idea, "idea")
        if idea.target is not None:
            message = "this idea is in no group that says whether it speaks for or against the one above it"
            self.values.note("edge-without-step", message, idea.path)
            self.loose.append([made, idea.target])
        self._state(idea, made)
        return list(self._below(idea, made))

    def _state(self, idea: _Idea, made: str) -> None:
        """Note the claim that an idea is."""
        text = (self.values.text(idea.fields, "title", idea.path) or "").strip()
        if not text:
            self.values.note("node-without-text", f"the idea `{made}` has no text", idea.path)
        attributes = dict(self.values.table(idea.fields, "attr", idea.path))
        note = attributes.get("note")
        words = note.get("text") if isinstance(note, dict) else note
        if isinstance(words, str) and words.strip():
            del attributes["note"]
        styles = attributes.get("styleNames")
        implicit = isinstance(styles, list) and _IMPLICIT in styles
        if isinstance(styles, list):
            attributes["styleNames"] = [name for name in styles if name != _IMPLICIT]
        attributes = _telling(attributes)
        rest = _telling({key: value for key, value in idea.fields.items() if key not in _KNOWN})
        spans = {"id": (*idea.path, "id"), "text": (*idea.path, "title")}
        self.claims.append(
            Claim(
                made,
                text or made,
                implicit=implicit,
                note=words.strip() or None if isinstance(words, str) else None,
                data=self.names.data(made, attr=attributes or None, **rest),
                spans=self.values.spans(spans),
            )
        )

    def _reason(self, idea: _Idea, kind: RelationKind) -> list[_Idea]:
        """A group: its ideas are the premises of one relation, and groups among them speak of the step."""
        assert idea.target is not None
        below = list(self._below(idea, None))
        premises = [item for item in below if self._peek(item) is None]
        steps = [item for item in below if self._peek(item) is not None]
        if idea.onto_step and kind is RelationKind.SUPPORT:
            message = "these reasons speak for a step; argmap knows only attacks on steps"
            self.values.note("edge-without-step", message, idea.path)
        elif not premises:
            self.values.note("step-without-premise", "there is nothing in this group", idea.path)
        else:
            return self._step(idea, kind, premises, steps)
        self.loose.append({"id": idea.fields.get("id"), "group": kind.value, "to": idea.target})
        return below

    def _step(self, idea: _Idea, kind: RelationKind, premises: list[_Idea], steps: list[_Idea]) -> list[_Idea]:
        assert idea.target is not None
        made = self._id(idea, "reason")
        ids = []
        waiting: list[_Idea] = []
        for item in premises:
            name = self._id(item, "idea")
            self._state(item, name)
            ids.append(name)
            waiting += self._below(item, name)
        label, attributes = self._line(idea)
        spans = {"id": (*idea.path, "id"), **{f"premises.{place}": item.path for place, item in enumerate(premises)}}
        self.relations.append(
            Relation(
                made,
                kind,
                tuple(ids),
                idea.target,
                named=True,
                note=label,
                data=self.names.data(made, attr=attributes or None),
                spans=self.values.spans(spans),
            )
        )
        return [*waiting, *(_Idea(item.fields, item.path, made, onto_step=True) for item in steps)]

    def _line(self, idea: _Idea) -> tuple[str | None, Object]:
        """What is written at the line of a group, and the group's other attributes."""
        attributes = {key: value for key, value in idea.fields["attr"].items() if key not in ("group", "contentLocked")}
        line = attributes.get("parentConnector")
        label = line.get("label") if isinstance(line, dict) else None
        if isinstance(line, dict) and isinstance(label, str):
            attributes["parentConnector"] = {key: value for key, value in line.items() if key != "label"}
        words = label.strip() if isinstance(label, str) else ""
        return words or None, _telling(attributes)

    def _peek(self, idea: _Idea) -> object:
        attributes = idea.fields.get("attr")
        return attributes.get("group") if isinstance(attributes, dict) else None

    def _below(self, idea: _Idea, target: str | None) -> Iterator[_Idea]:
        """The ideas below another one, in the order in which MindMup shows them: ranks from 1 on, then from -1 down."""
        ideas = self.values.table(idea.fields, "ideas", idea.path)
        for key in sorted(ideas, key=_rank):
            path = (*idea.path, "ideas", key)
            if isinstance(ideas[key], dict):
                yield _Idea(ideas[key], path, target)
            else:
                self.values.wrong(path, "an idea must be an object")


def _telling(fields: Object) -> Object:
    return {key: value for key, value in fields.items() if value not in (None, {}, [])}


def _rank(key: str) -> tuple[bool, float, str]:
    try:
        rank = float(key)
    except ValueError:
        return True, float("inf"), key
    return not rank > 0, abs(rank), key
