"""Tree to document: what pydantic finds wrong becomes findings with their place, and the rest of the file is kept."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from argmap.core.diagnostics import Diagnostic, Edit, Fix, finding
from argmap.core.source import SourceFile, Span
from argmap.formats.native import document as forms
from argmap.formats.native.faults import ID_SECTIONS, Path, Problem, described, walk
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

VERSION = "1"


class Shaped(NamedTuple):
    """What shaping gave: the valid document with the tree that it was made of, and what had to be left out."""

    document: forms.Document | None
    tree: Table
    repeated: tuple[tuple[str, Scalar, Node], ...]
    diagnostics: tuple[Diagnostic, ...]


def shape(source: SourceFile, tree: Table) -> Shaped:
    """Validate a tree, leaving out what is wrong until the rest is a valid document."""
    found, repeated = _repeated_keys(source, tree)
    stop = _unsupported(source, tree)
    if stop:
        return Shaped(None, tree, (), (stop,))
    if _value(tree, "argmap") is None:
        found.append(_no_version(source, tree))
    left_out: set[tuple[int, str | int]] = set()
    while True:
        try:
            made = forms.Document.model_validate({"argmap": VERSION, **plain(tree)})
        except ValidationError as error:
            problems = [
                Problem(item["type"], item["loc"], item.get("input"), item.get("ctx") or {})
                for item in error.errors(include_url=False)
            ]
            for problem in problems:
                # A field left out in an earlier round is missing now, but that is not the writer's fault.
                field = (id(walk(tree, problem.path[:-1])[1]), problem.path[-1])
                if problem.kind != "missing" or field not in left_out:
                    found.extend(filter(None, [described(source, tree, problem)]))
                left_out.add(field)
            _prune(tree, [problem.path for problem in problems])
        else:
            return Shaped(made, tree, tuple(repeated), tuple(found))


def _unsupported(source: SourceFile, tree: Table) -> Diagnostic | None:
    version = _value(tree, "argmap")
    if version is None or (isinstance(version, Scalar) and version.value == VERSION):
        return None
    given = version.value if isinstance(version, Scalar) else "this"
    return finding(
        "unsupported-version",
        f"version {given} of the format is not known to this argmap, which reads version {VERSION}",
        Span(source, version.start, version.end),
    )


def _no_version(source: SourceFile, tree: Table) -> Diagnostic:
    start = tree.pairs[0][0].start if tree.pairs else tree.start
    place = Span(source, start, start)
    is_json = source.text[tree.start : tree.start + 1] == "{"
    edit = Edit(place, '"argmap": 1, ' if is_json else "argmap: 1\n")
    fix = Fix("Say the version: `argmap: 1`", (edit,))
    return finding("missing-field", "`argmap: 1`, the version of the format, is missing", place, fix=fix)


def _value(table: Table, key: str) -> Node | None:
    return next((node for name, node in table.pairs if name.value == key), None)


def plain(node: Node) -> Any:
    """The tree as plain data: texts, lists and mappings."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs}


def _containers(node: Node) -> Iterator[Table | Sequence]:
    """All mappings and lists of a tree, outermost first, each once."""
    waiting, seen = [node], set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        waiting.extend(reversed([value for _, value in node.pairs] if isinstance(node, Table) else node.items))


def _repeated_keys(source: SourceFile, tree: Table) -> tuple[list[Diagnostic], list[tuple[str, Scalar, Node]]]:
    """Take repeated keys out of the tree: ids to be compared later, other keys as findings."""
    by_section = {id(value): key.value for key, value in tree.pairs if key.value in ID_SECTIONS}
    found, repeated = [], []
    for table in _containers(tree):
        if isinstance(table, Sequence):
            continue
        first: dict[str, Scalar] = {}
        kept = []
        for key, value in table.pairs:
            if key.value not in first:
                first[key.value] = key
                kept.append((key, value))
            elif id(table) in by_section:
                repeated.append((by_section[id(table)], key, value))
            else:
                line = source.position(first[key.value].start)[0]
                found.append(
                    finding(
                        "duplicate-key",
                        f"`{key.value}` is given twice; the first one, in line {line}, is used",
                        Span(source, key.start, key.end),
                    )
                )
        table.pairs[:] = kept
    return found, repeated


def _prune(tree: Table, paths: list[Path]) -> None:
    """Take the values at the paths out of the tree; an entry without its text gets an empty one, to keep its id."""
    gone: set[int] = set()
    for path in paths:
        if len(path) == 3 and path[0] in ID_SECTIONS and walk(tree, path)[1] is walk(tree, path[:2])[1]:
            _fill(tree, path)
        else:
            gone.add(id(walk(tree, path)[1]))
    for node in list(_containers(tree)):
        if isinstance(node, Table):
            node.pairs[:] = [pair for pair in node.pairs if id(pair[1]) not in gone]
        else:
            node.items[:] = [item for item in node.items if id(item) not in gone]


def _fill(tree: Table, path: Path) -> None:
    """Give an entry (`claims.tram`) an empty value for a field that must be there."""
    empty = Scalar("", -1, -1, False)
    section = walk(tree, path[:1])[1]
    entry = walk(tree, path[:2])[1]
    if isinstance(entry, Table):
        entry.pairs.append((Scalar(str(path[2]), -1, -1, True), empty))
    elif isinstance(section, Table):
        section.pairs[:] = [(key, empty if value is entry else value) for key, value in section.pairs]
