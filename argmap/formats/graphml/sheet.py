"""What is known while a file is read, and the claims, questions and groups that its nodes come to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from argmap.core.model import Claim, ClaimKind, Data, Group, Question, Spans, Speaker
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.foreign.speakers import Speakers
from argmap.formats.graphml.fields import Fields, speakers_of
from argmap.formats.graphml.nodes import TYPES, Node, Nodes, extras, nearest, wording
from argmap.formats.graphml.parts import Graph, Part

NAME = "graphml"
"""The name in `data` of what goes along."""
_SPEAKERS = ("by", "speaker", "author", "participant", "saidby")


class Sheet:
    """A file on its way to a map.

    Args:
        graph: The file.
        nodes: Its nodes.
        notes: Takes the findings.

    Attributes:
        names: Gives the ids of the map.
        ids: The ids of claims, questions and groups in the map, by the keys of their nodes.
        speakers: Those whom other tools name.
        asides: What goes along with questions, which have no data of their own, by their ids.
        orders: The places of things among their like, by their ids, as far as argmap wrote them down.
    """

    def __init__(self, graph: Graph, nodes: Nodes, notes: SpanNotes) -> None:
        self.graph = graph
        self.nodes = nodes
        self.notes = notes
        self.names = Names(NAME)
        self.speakers = Speakers()
        self.orders: dict[str, int] = {}
        self.asides: dict[str, Any] = {}
        self.ids: dict[str, str] = {}
        for node in self.of("claim", "argument", "question", "group"):
            part = node.part
            text = part.peek("text") or next(iter(part.labels()), "") or part.peek("label") or part.id
            self.ids[node.key] = self.names.made(node.wish, nearest(text))

    def of(self, *kinds: str) -> Iterator[Node]:
        """The nodes of some kinds."""
        return (node for node in self.nodes.all if node.kind in kinds)

    def fields(self, part: Part) -> Fields:
        """The fields of a part."""
        return Fields(part, self.notes)

    def claim(self, node: Node, answers: Sequence[str]) -> Claim:
        """The claim that a node is."""
        part, own_id = node.part, self.ids[node.key]
        is_own = self.nodes.is_own
        fields = self.fields(part)
        words = wording(node, is_own=is_own, is_aif=self.nodes.is_aif)
        text = words.text
        carried: dict[str, Any] = {}
        if not text and part.id and not self.nodes.has_words:
            text = part.id
        elif not text and not (is_own and "text" in part.given):
            self.notes.note("node-without-text", f"the node `{node.key}` has no words", part.element.place)
            text, carried = own_id, {"text": ""}
        made = Claim(
            id=own_id,
            text=text,
            title=words.title,
            kind=ClaimKind.ARGUMENT if node.kind == "argument" else ClaimKind.CLAIM,
            answers=(is_own and fields.texts("answers")) or tuple(answers),
            by=self.by(fields),
            cites=fields.cites() if is_own else (),
            implicit=fields.flag("implicit") or False,
            score=fields.share("score", is_strict=is_own),
            assumed=fields.flag("assumed"),
            tags=fields.texts("tags", "keywords"),
            note=words.note,
            link=fields.text("url", "link"),
            restatements=fields.texts("restatements"),
            hidden=fields.flag("hidden") or False,
            colour=fields.colour("colour") if is_own else None,
            spans=self._spans(part, *words.names),
        )
        return replace(made, data=self._data(own_id, node, fields, carried))

    def question(self, node: Node) -> Question:
        """The question that a node is."""
        own_id, fields = self.ids[node.key], self.fields(node.part)
        words = wording(node, is_own=self.nodes.is_own, is_aif=False)
        made = Question(
            own_id,
            words.text or own_id,
            words.title,
            fields.cites() if self.nodes.is_own else (),
            fields.texts("tags", "keywords"),
            words.note,
            spans=self._spans(node.part, *words.names),
        )
        node.part.used.update(name for name in TYPES if node.part.peek(name) == "question")
        aside = self._data(own_id, node, fields, {}).get(NAME)
        if aside:
            self.asides[own_id] = aside
        return made

    def group(self, node: Node) -> Group:
        """The group that a node with others in it is."""
        part, own_id = node.part, self.ids[node.key]
        is_own = self.nodes.is_own
        fields = self.fields(part)
        if is_own and "title" in part.given:
            title, note = part.says("title"), part.says("note") or None
        else:
            words = wording(node, is_own=False, is_aif=False)
            title, note = words.title or words.text, words.note
        around = self.nodes.all[part.group] if part.group is not None else None
        made = Group(
            id=own_id,
            title=title or own_id,
            members=(is_own and fields.texts("members")) or self._inside.get(own_id, ()),
            parent=(is_own and fields.text("parent")) or (self.ids[around.key] if around else None),
            note=note,
            tags=fields.texts("tags", "keywords"),
            closed=fields.flag("closed") or False,
            hidden=fields.flag("hidden") or False,
            colour=fields.colour("colour") if is_own else None,
            spans=self._spans(part),
        )
        return replace(made, data=self._data(own_id, node, fields, {}))

    @cached_property
    def _inside(self) -> Mapping[str, tuple[str, ...]]:
        """The members of groups, by the ids of these."""
        found: dict[str, list[str]] = defaultdict(list)
        for node in self.of("claim", "argument", "question"):
            if node.part.group is not None:
                found[self.ids[self.nodes.all[node.part.group].key]].append(self.ids[node.key])
        return {key: tuple(members) for key, members in found.items()}

    def by(self, fields: Fields) -> tuple[str, ...]:
        """Who says something."""
        if self.nodes.is_own:
            return fields.texts("by")
        name = fields.part.says(*_SPEAKERS)
        return (self.speakers.id_of(name),) if name else ()

    def free(self, fields: Fields) -> dict[str, Any]:
        """Free data that argmap wrote down."""
        return dict(fields.json("data", dict)) if self.nodes.is_own else {}

    def noted(self, id: str, fields: Fields) -> None:
        """Note the place of something among its like."""
        order = fields.number("order") if self.nodes.is_own else None
        if order is not None:
            self.orders[id] = order

    def _data(self, id: str, node: Node, fields: Fields, more: dict[str, Any]) -> Data:
        self.noted(id, fields)
        if self.nodes.is_own or node.kind == "argument":
            node.part.used.update(("kind", "label"))
        return {**self.free(fields), **self.carried(id, {**extras(node, fields, is_own=self.nodes.is_own), **more})}

    def carried(self, id: str, said: Mapping[str, Any]) -> Data:
        """What goes along with something: its own id in the file if that is another one, and what else it says."""
        found = {**self.names.data(id).get(NAME, {}), **said}
        return {NAME: found} if found else {}

    def _spans(self, part: Part, *keys: str) -> Spans:
        label = next(part.graphics.below("NodeLabel"), None) if part.graphics is not None else None
        text = part.place(*keys, "label", "name")
        return {
            "id": part.place("id"),
            "text": label.place if label is not None and text is part.element.place else text,
        }

    @cached_property
    def has_weights(self) -> bool:
        """Whether the weights of edges say something: many tools write 1 for all."""
        return any(part.peek("weight") not in ("", "1", "1.0") for part in self.graph.edges)

    def known_speakers(self, fields: Fields) -> Mapping[str, Speaker]:
        """The speakers that argmap wrote down."""
        return speakers_of(fields.json("speakers", dict)) if self.nodes.is_own else {}
