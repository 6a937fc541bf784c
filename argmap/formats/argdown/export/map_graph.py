"""Argdown's own map of a debate: what it shows, as nodes in groups, and the lines between them."""

from collections.abc import Iterable

from argmap.formats.argdown.debate.model import Argument, Debate, Statement
from argmap.formats.argdown.export.map_edges import edges_between
from argmap.formats.argdown.export.map_groups import grouped
from argmap.formats.argdown.export.map_parts import ArgdownMap, MapNode
from argmap.formats.argdown.settings.selection import Selection
from argmap.formats.argdown.settings.settings import Settings

UNTITLED = "Untitled"
"""Titles that begin with this are taken for made-up ones, as Argdown's tools do."""


def map_of(debate: Debate, shown: Selection, settings: Settings) -> ArgdownMap:
    """Draw up the map of a debate.

    Args:
        debate: The debate, put together.
        shown: Titles of the statements and arguments on the map, in the order of its nodes.
        settings: What nodes say, and which sections are groups.
    """
    statements = [debate.statements[title] for title in shown.statements]
    arguments = [debate.arguments[title] for title in shown.arguments]
    adds_tags = settings.map.adds_tags
    statement_nodes = _nodes(statements, settings.map.statement_labels, adds_tags, 0)
    argument_nodes = _nodes(arguments, settings.map.argument_labels, adds_tags, len(statement_nodes))
    edges = edges_between(debate, statement_nodes, argument_nodes)
    items = grouped([*statement_nodes, *argument_nodes], debate.sections, settings.group.depth)
    return ArgdownMap(tuple(items), tuple(edges))


def _nodes(shown: Iterable[Statement | Argument], mode: str, adds_tags: bool, first: int) -> list[MapNode]:
    return [
        MapNode(f"n{number}", item, *_labels(item, mode), item.tags if adds_tags else ())
        for number, item in enumerate(shown, first)
    ]


def _labels(item: Statement | Argument, mode: str) -> tuple[str | None, str | None]:
    """Title and text of a card. What has no title of its own shows its text alone, unless titles are asked for."""
    text = None
    if mode in ("hide-untitled", "text"):
        canonical = item.canonical
        text = canonical.text if canonical else None
    if mode == "title":
        return item.title, None
    shows_title = mode == "hide-untitled" or (mode == "text" and not text)
    has_title = not item.title.startswith(UNTITLED) or not text
    return item.title if shows_title and has_title else None, text
