"""A GraphML file as a map: argmap's own ones fully, those of other tools as far as they say what they mean."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ArgumentMap, Claim, Display, Group, Question, Relation
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.foreign.notes import SpanNotes, bounded, too_large
from argmap.formats.graphml.edges import lines_of
from argmap.formats.graphml.fields import EXACT, display_of, restored, sources_of
from argmap.formats.graphml.left import left_over
from argmap.formats.graphml.nodes import Nodes
from argmap.formats.graphml.parts import Graph, graph_of
from argmap.formats.graphml.sheet import NAME, Sheet
from argmap.formats.graphml.steps import relations_of
from argmap.formats.trees.xml_tree import xml_tree

_Item = TypeVar("_Item", Claim, Question, Group, Relation)
_WHITE = "#ffffff"
_HALF = re.compile("[\ud800-\udfff]")
_COLOUR = re.compile("(#[0-9a-fA-F]{6})(?:[0-9a-fA-F]{2})?")


def read(source: SourceFile) -> Reading:
    """Read a map. Nodes are claims, edges relations; what else there is goes along as data called `graphml`.

    Files that argmap wrote come back as they were. In others the names of keys, labels, arrows and colours are looked
    at to tell what nodes and edges are.
    """
    large = too_large(source)
    if large:
        return Reading(None, (large,))
    half = _HALF.search(source.text)
    if half:
        message = f"not valid XML: half a character, U+{ord(half[0]):04X}, stands here"
        return Reading(None, (finding("syntax-error", message, Span(source, *half.span())),))
    root, refused = xml_tree(source)
    if root is None or refused:
        return Reading(None, (refused,) if refused else ())
    if root.tag != "graphml":
        return Reading(None, (_no_graph(root.place, f"the outermost element is `{root.tag}`, not `graphml`"),))
    graph = graph_of(root)
    if not graph.graphs:
        return Reading(None, (_no_graph(root.place, "there is no graph in this file"),))
    notes = SpanNotes(source)
    made = _map(graph, notes)
    return Reading(made, bounded(notes.diagnostics()))


def _no_graph(place: Span, message: str) -> Diagnostic:
    return finding("syntax-error", message, place)


def _map(graph: Graph, notes: SpanNotes) -> ArgumentMap:
    for part in (*graph.graphs, *graph.nodes, *graph.edges):
        if EXACT in part.given:
            restored(part)
    sheet = Sheet(graph, Nodes(graph, notes), notes)
    lines = lines_of(graph, sheet.nodes, notes)
    answers: dict[str, dict[str, None]] = defaultdict(dict)
    for claim, question in lines.answers:
        answers[claim][sheet.ids[question]] = None
    claims = [sheet.claim(node, tuple(answers[node.key])) for node in sheet.of("claim", "argument")]
    questions = [sheet.question(node) for node in sheet.of("question")]
    relations, joined, step_ids = relations_of(sheet, lines)
    groups = [sheet.group(node) for node in sheet.of("group")]
    head = sheet.fields(graph.graphs[0])
    is_own = sheet.nodes.is_own
    known = sheet.known_speakers(head)
    whole = ArgumentMap(
        title=head.text("title", "name"),
        description=head.text("description"),
        language=head.text("language", "lang"),
        claims=_sorted(claims if is_own else _coloured(claims), sheet),
        relations=_sorted(relations, sheet),
        questions=_sorted(questions, sheet),
        speakers=(*known.values(), *sheet.speakers.all),
        sources=sources_of(head.json("sources", dict)) if is_own else (),
        groups=_sorted(groups, sheet),
        display=display_of(head.json("display", dict)) if is_own else Display(),
        origin=notes.source,
        spans={"title": head.part.place("title", "name")},
    )
    free = sheet.free(head)
    left = left_over(sheet, lines, joined, step_ids, head)
    return replace(whole, data={**free, NAME: left} if left else free)


def _sorted(items: Iterable[_Item], sheet: Sheet) -> tuple[_Item, ...]:
    """Things in the order that argmap wrote down, those without a place in it last."""
    found = list(items)
    if not sheet.orders:
        return tuple(found)
    return tuple(sorted(found, key=lambda item: sheet.orders.get(item.id, len(found))))


def _coloured(claims: list[Claim]) -> list[Claim]:
    """Claims with the colours of their nodes, if not all have the same."""
    fills = {claim.id: _fill(claim) for claim in claims}
    if len(set(fills.values())) < 2:
        return claims
    return [_with_colour(claim, fills[claim.id]) for claim in claims]


def _fill(claim: Claim) -> str | None:
    found = _COLOUR.fullmatch(str(_carried(claim).get("fill", "")))
    return found[1].lower() if found and found[1].lower() != _WHITE else None


def _carried(claim: Claim) -> dict[str, Any]:
    return dict(claim.data.get(NAME, {}))


def _with_colour(claim: Claim, colour: str | None) -> Claim:
    if colour is None:
        return claim
    left = {name: value for name, value in _carried(claim).items() if name != "fill"}
    others = {name: value for name, value in claim.data.items() if name != NAME}
    return replace(claim, colour=colour, data={**others, NAME: left} if left else others)
