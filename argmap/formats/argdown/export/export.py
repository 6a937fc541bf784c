"""Argdown's own JSON export of a debate, for tools that were made for it."""

from collections.abc import Iterator

from argmap.formats.argdown.debate.model import Debate, Statement
from argmap.formats.argdown.export.fields import Fields, FieldsOf, own_colour, section_fields, tag_fields
from argmap.formats.argdown.export.indented import forest, indented, without_halves
from argmap.formats.argdown.export.map_graph import map_of
from argmap.formats.argdown.export.map_groups import first_group_level, is_group
from argmap.formats.argdown.export.map_parts import ArgdownMap, MapEdge, MapGroup, MapItem, MapNode
from argmap.formats.argdown.settings.selection import Selection
from argmap.formats.argdown.settings.settings import Settings


def to_json(debate: Debate, shown: Selection, settings: Settings) -> str:
    """Return a debate as Argdown JSON, ending in a line end.

    Args:
        debate: The debate, put together.
        shown: What its map shows.
        settings: How the map shows it.

    Argdown's own export has no front matter; where the debate has one it is added, as `frontMatter`.
    """
    parts = list(_parts(debate, shown, settings))
    if debate.settings:
        parts.append('"frontMatter": ' + indented(dict(debate.settings), 1))
    return without_halves("{\n  " + ",\n  ".join(parts) + "\n}\n")


def _parts(debate: Debate, shown: Selection, settings: Settings) -> Iterator[str]:
    of = FieldsOf()
    yield '"arguments": ' + indented({title: of.argument(item) for title, item in debate.arguments.items()}, 1)
    yield '"statements": ' + indented({title: of.statement(item) for title, item in debate.statements.items()}, 1)
    yield '"relations": ' + indented(of.relations(debate.relations), 1)
    yield '"map": ' + _map(map_of(debate, shown, settings))
    first_level = first_group_level(debate.sections, settings.group.depth)
    yield '"sections": ' + forest(
        debate.sections, lambda item: section_fields(item, is_group(item, first_level)), lambda item: item.children, 1
    )
    yield '"tags": ' + indented({tag: tag_fields(tag, index) for index, tag in enumerate(debate.tags)}, 1)


def _map(graph: ArgdownMap) -> str:
    nodes = forest(graph.items, _item, lambda item: item.children if isinstance(item, MapGroup) else None, 2)
    edges = indented([_edge(item) for item in graph.edges], 2)
    return f'{{\n    "nodes": {nodes},\n    "edges": {edges}\n  }}'


def _item(item: MapItem) -> Fields:
    return _group(item) if isinstance(item, MapGroup) else _node(item)


def _group(item: MapGroup) -> Fields:
    section = item.section
    fields: Fields = {"id": section.id, "title": section.title, "type": "group-map-node", **own_colour(section.data)}
    if section.is_closed is not None:
        fields["isClosed"] = section.is_closed
    fields |= {"level": item.level, "labelTitle": section.title}
    if item.parent:
        fields["parent"] = item.parent.section.id
    return fields


def _node(item: MapNode) -> Fields:
    kind = "statement-map-node" if isinstance(item.of, Statement) else "argument-map-node"
    fields: Fields = {"id": item.id, "title": item.of.title, "type": kind}
    if item.label_title is not None:
        fields["labelTitle"] = item.label_title
    if item.label_text is not None:
        fields["labelText"] = item.label_text
    if item.tags:
        fields["tags"] = item.tags
    return fields | own_colour(item.of.data)


def _edge(item: MapEdge) -> Fields:
    fields = {
        "id": item.id,
        "type": "map-edge",
        "relationType": item.type.value,
        "from": item.source.id,
        "to": item.target.id,
    }
    if item.from_statement:
        fields["fromEquivalenceClass"] = item.from_statement.title
    if item.to_statement:
        fields["toEquivalenceClass"] = item.to_statement.title
    return fields
