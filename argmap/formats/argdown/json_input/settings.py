"""The settings behind Argdown's JSON. It does not hold them, but what it shows was shown by them."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from argmap.formats.argdown.debate.model import Argument, Debate, RelationType, Statement
from argmap.formats.argdown.settings.forms import STATEMENT_MODES
from argmap.formats.argdown.settings.selection import select
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.syntax import RangeKind
from argmap.formats.trees.values import Object, Values

_STRICT = (RelationType.ENTAILS, RelationType.CONTRARY)


def settings_of(values: Values, root: Object, debate: Debate) -> dict[str, Any]:
    """Return a front matter with which the debate gives the map of the file; it is empty where the defaults do that.

    argmap writes down that of the text.
    """
    front = values.data(root, (), "frontMatter")
    if isinstance(front, dict):
        return front
    model = _model(debate)
    settings: dict[str, Any] = {"model": model} if model else {}
    if root.get("map") is None:
        return settings
    nodes = list(_nodes(values, root))
    statements = _known(nodes, "statement-map-node", debate.statements)
    arguments = _known(nodes, "argument-map-node", debate.arguments)
    selection = _selection(debate, {item.title for _, item in statements}, {item.title for _, item in arguments})
    labels = {"statementLabelMode": _label_mode(statements), "argumentLabelMode": _label_mode(arguments)}
    named = {key: mode for key, mode in labels.items() if mode}
    return settings | ({"selection": selection} if selection else {}) | ({"map": named} if named else {})


def _model(debate: Debate) -> dict[str, Any]:
    """How texts and relations were read."""
    model: dict[str, Any] = {}
    if any(item.type in _STRICT for item in debate.relations):
        model["mode"] = "strict"
    members = [item.members for item in debate.statements.values()]
    members += [item.members for item in debate.arguments.values()]
    tagged = [item for item in chain.from_iterable(members) if item.tags and not item.is_reference]
    if tagged and not any(item.kind is RangeKind.TAG for member in tagged for item in member.ranges):
        model["removeTagsFromText"] = True
    return model


def _nodes(values: Values, root: Object) -> Iterator[Object]:
    """The nodes of the map, out of their groups."""
    waiting = list(values.objects(values.table(root, "map", ()), "nodes", ("map",)))
    while waiting:
        fields, path = waiting.pop()
        if fields.get("children") is None:
            yield fields
        else:
            waiting += values.objects(fields, "children", path)


def _known(
    nodes: Iterable[Object], kind: str, known: dict[str, Statement] | dict[str, Argument]
) -> list[tuple[Object, Statement | Argument]]:
    return [
        (node, known[title])
        for node in nodes
        if node.get("type") == kind and isinstance(title := node.get("title"), str) and title in known
    ]


def _selection(debate: Debate, statements: set[str], arguments: set[str]) -> dict[str, Any]:
    """What selects just these statements and arguments: nothing, a mode, or else their names."""
    tries: list[dict[str, Any]] = [{}, {"excludeDisconnected": False}]
    tries += [{"statementSelectionMode": mode} for mode in STATEMENT_MODES]
    for selection in tries:
        shown = select(debate, Settings.of({"selection": selection}))
        if set(shown.statements) == statements and set(shown.arguments) == arguments:
            return selection
    left_out = {
        "excludeStatements": [title for title in debate.statements if title not in statements],
        "excludeArguments": [title for title in debate.arguments if title not in arguments],
    }
    named = {key: titles for key, titles in left_out.items() if titles}
    return {"excludeDisconnected": False, "statementSelectionMode": "all", "ignoreIsInMap": True, **named}


def _label_mode(shown: Iterable[tuple[Object, Statement | Argument]]) -> str | None:
    """What cards say, judged by those that could say more than one thing; None for the default."""
    can_choose = [node for node, item in shown if item.is_titled and item.canonical and item.canonical.text]
    has_title = any(node.get("labelTitle") is not None for node in can_choose)
    has_text = any(node.get("labelText") is not None for node in can_choose)
    if not can_choose or (has_title and has_text):
        return None
    return "title" if has_title else "text" if has_text else "none"
