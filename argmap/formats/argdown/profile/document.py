"""A debate with argmap's own fields as a document of argmap's own format: its forms find what is wrong in them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ArgumentMap, Relation
from argmap.core.source import SourceFile, Span
from argmap.formats.argdown.debate.model import Argument, Debate, Inference, Section
from argmap.formats.argdown.profile.braces_fields import Fields, fields_in, scalar, texts
from argmap.formats.argdown.profile.front import OWN, title_in
from argmap.formats.argdown.profile.steps import STEP
from argmap.formats.argdown.text.syntax import Place
from argmap.formats.argdown.to_map.entries import Entry, has_name
from argmap.formats.native.build import build, normal_id
from argmap.formats.native.shape import VERSION, shape
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

_ROWS = ("uses", "from")
_OF_ARGDOWN = {
    "claim": ("isInMap", "isInGroup", "isCanonical", "color", *_ROWS),
    "relation": (STEP, *_ROWS),
    "group": ("isGroup", "isClosed", "color"),
}
"""Argdown's own fields in braces; they are read elsewhere."""

_SAID_BY_SIGNS = {
    "claim": ("supports", "attacks", "conflicts"),
    "relation": ("kind", "premises", "target"),
    "group": (),
}
"""Fields of argmap's own format for what Argdown has signs for."""

_FRAME = ("description", "language", "sources", "speakers", "questions", "display", "data")


class Heading(NamedTuple):
    """What a heading tells of its group: its id and its title, what stands in it, and the id of the group around it."""

    section: Section
    id: str
    title: str
    members: tuple[str, ...]
    parent: str | None


class Document:
    """Reads argmap's own fields.

    Args:
        debate: The debate.
        file: The text that places are places of.

    Attributes:
        found: What is wrong with them.
        frame: What the front matter says.
    """

    def __init__(self, debate: Debate, file: SourceFile) -> None:
        self.debate = debate
        self.file = file
        self.found: list[Diagnostic] = []
        self._fields: dict[object, Fields] = {}
        front = fields_in(debate.settings, debate.node)
        self.title = front.get("title")
        self.frame = self._frame(front)

    def _frame(self, front: Fields) -> Fields:
        node = front[OWN][1]
        if isinstance(node, Table):
            return fields_in({}, node)
        if isinstance(node, Scalar) and not node.is_null:
            return {"version": (front[OWN][0], node)}
        if isinstance(node, Sequence):
            message = f"`{OWN}` must be a mapping with fields"
            self.found.append(finding("wrong-type", message, Span(self.file, node.start, node.end)))
        return {}

    # Fields in braces

    def of_entry(self, item: Entry) -> Fields:
        """The fields of a statement or an argument, of all its members."""
        if item not in self._fields:
            found: Fields = {}
            for member in item.members:
                found |= fields_in(member.data, member.node)
            self._fields[item] = self._own(found, "claim")
        return self._fields[item]

    def of_inference(self, item: Inference) -> Fields:
        """The fields of an inference."""
        if item not in self._fields:
            self._fields[item] = self._own(fields_in(item.data, item.node), "relation")
        return self._fields[item]

    def of_section(self, item: Section) -> Fields:
        """The fields of a heading."""
        if item not in self._fields:
            self._fields[item] = self._own(fields_in(item.data, item.node), "group")
        return self._fields[item]

    def _own(self, fields: Fields, kind: str) -> Fields:
        for name in _SAID_BY_SIGNS[kind]:
            if name in fields:
                key = fields[name][0]
                self.found.append(
                    finding(
                        "unknown-field",
                        f"there is no field `{name}` here",
                        Span(self.file, key.start, key.end),
                        help="Argdown has signs for relations, such as `+` and `->`, in lines of their own",
                    )
                )
        left_out = (*_OF_ARGDOWN[kind], *_SAID_BY_SIGNS[kind])
        return {name: pair for name, pair in fields.items() if name not in left_out}

    def place_of(self, item: Inference, name: str) -> Span | None:
        """Where a field of an inference stands, if it was typed."""
        fields = fields_in(item.data, item.node)
        node = fields[name][1] if name in fields else None
        return Span(self.file, node.start, node.end) if node else None

    def id_in(self, fields: Fields) -> str | None:
        """The id that some fields give, or None."""
        node = fields["id"][1] if "id" in fields else None
        if isinstance(node, Scalar):
            return normal_id(node.value) if node.value.strip() and not node.is_null else None
        if node is not None:
            self.found.append(finding("wrong-type", "`id` must be a text", Span(self.file, node.start, node.end)))
        return None

    # The document

    def ids_in_frame(self) -> Iterator[str]:
        """Ids that the front matter gives away."""
        for name in ("questions", "relations"):
            node = self.frame[name][1] if name in self.frame else None
            if isinstance(node, Table):
                yield from (normal_id(key.value) for key, _ in node.pairs)
            for item in node.items if isinstance(node, Sequence) else ():
                given = self.id_in(fields_in({}, item))
                if given:
                    yield given

    def order_of_groups(self) -> list[str]:
        """The ids of groups in the order that the front matter gives them, if it does."""
        node = self.frame["groups"][1] if "groups" in self.frame else None
        items = node.items if isinstance(node, Sequence) else []
        return [normal_id(item.value) for item in items if isinstance(item, Scalar)]

    def read(
        self,
        claims: Mapping[Entry, str],
        groups: Iterable[Heading],
        steps: Iterable[Inference],
    ) -> "Read | None":
        """Read all fields; None if the version is not known.

        Args:
            claims: Ids of claims.
            groups: What headings tell.
            steps: Inferences.
        """
        inferences = list(steps)
        tree = Table(list(self._pairs(claims, groups, inferences)), -1, -1)
        shaped = shape(self.file, tree)
        self.found += shaped.diagnostics
        if shaped.document is None:
            return None
        made = build(self.file, shaped)
        relations = made.relation
        fields = {item: relations[_technical(number)] for number, item in enumerate(inferences)}
        apart = tuple(item for item in made.relations if not item.id.startswith(_SIGN))
        return Read(made, fields, apart, frozenset(self.ids_in_frame()))

    def _pairs(
        self,
        claims: Mapping[Entry, str],
        groups: Iterable[Heading],
        inferences: list[Inference],
    ) -> Iterator[tuple[Scalar, Node]]:
        version = self.frame.get("version")
        yield scalar("argmap"), version[1] if version else Scalar(VERSION, -1, -1, True)
        title = title_in(self.debate.settings)
        if title is not None:
            at = self.title[1] if self.title else None
            yield scalar("title", at), scalar(title, at)
        known = {name: pair for name, pair in self.frame.items() if name in _FRAME}
        yield from known.values()
        for name, (key, _) in self.frame.items():
            if name not in (*_FRAME, "version", "relations", "groups"):
                message = f"there is no field `{name}` of `{OWN}`"
                allowed = ", ".join(f"`{item}`" for item in ("version", *_FRAME))
                place = Span(self.file, key.start, key.end)
                self.found.append(finding("unknown-field", message, place, help=f"the fields are {allowed}"))
        yield scalar("claims"), Table([self._claim(item, name) for item, name in claims.items()], -1, -1)
        apart = self.frame["relations"][1] if "relations" in self.frame else None
        items = [self._step(item, number) for number, item in enumerate(inferences)]
        items += apart.items if isinstance(apart, Sequence) else []
        yield scalar("relations"), Sequence(items, -1, -1)
        yield scalar("groups"), Table([self._group(item) for item in groups], -1, -1)

    def _claim(self, item: Entry, name: str) -> tuple[Scalar, Node]:
        fields = dict(self.of_entry(item))
        fields.pop("id", None)
        canonical = item.canonical
        member = canonical or next(iter(item.members), None)
        at = member.title_place or member.text_place or member.place if member else None
        told: Fields = {}
        told |= _field("text", canonical.plain if canonical else "", canonical.text_place if canonical else None)
        if has_name(item) and item.title != name:
            told |= _field("title", item.title, member.title_place if member else None)
        if isinstance(item, Argument):
            told |= _field("kind", "argument")
        tags = [*map(scalar, item.tags), *_items(fields.pop("tags", None))]
        if tags:
            told["tags"] = scalar("tags"), Sequence(tags, -1, -1)
        if "images" in fields:
            fields["data"] = scalar("data"), _joined(fields.get("data"), fields.pop("images"))
        place = member.place if member else None
        return _scalar(name, at), _table(told | fields, place)

    def _step(self, item: Inference, number: int) -> Node:
        fields = {name: pair for name, pair in self.of_inference(item).items() if name != "id"}
        told = _field("id", _technical(number)) | _field("kind", "attack") | _field("target", "?")
        told["premises"] = scalar("premises"), scalar("?")
        return _table(told | fields, item.place)

    def _group(self, heading: Heading) -> tuple[Scalar, Node]:
        section = heading.section
        fields = {key: pair for key, pair in self.of_section(section).items() if key != "id"}
        told = _field("title", heading.title, section.place)
        told["members"] = scalar("members"), texts(heading.members)
        if heading.parent is not None:
            told |= _field("parent", heading.parent)
        tags = [*map(scalar, section.tags), *_items(fields.pop("tags", None))]
        if tags:
            told["tags"] = scalar("tags"), Sequence(tags, -1, -1)
        return _scalar(heading.id, section.place), _table(told | fields, section.place)


class Read(NamedTuple):
    """What the fields say.

    Attributes:
        map: A map with claims, groups and all that the front matter says.
        of_inference: What is said of the relations that inferences become.
        apart: Relations in the front matter.
        typed: Those ids in the front matter that were typed.
    """

    map: ArgumentMap
    of_inference: Mapping[Inference, Relation]
    apart: tuple[Relation, ...]
    typed: frozenset[str]


_SIGN = "\0"


def _technical(number: int) -> str:
    """An id that nobody can type, by which a relation is found again."""
    return f"{_SIGN}{number}"


def _scalar(text: str, place: Place | None) -> Scalar:
    return Scalar(text, place.start if place else -1, place.end if place else -1, False)


def _field(name: str, text: str, place: Place | None = None) -> Fields:
    return {name: (_scalar(name, place), _scalar(text, place))}


def _table(fields: Fields, place: Place | None) -> Table:
    return Table(list(fields.values()), place.start if place else -1, place.end if place else -1)


def _items(pair: tuple[Scalar, Node] | None) -> list[Node]:
    if pair is None:
        return []
    return list(pair[1].items) if isinstance(pair[1], Sequence) else [pair[1]]


def _joined(data: tuple[Scalar, Node] | None, more: tuple[Scalar, Node]) -> Table:
    pairs = list(data[1].pairs) if data and isinstance(data[1], Table) else []
    return Table([*pairs, more], -1, -1)
