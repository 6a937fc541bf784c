"""The files of AIFdb, OVA3 and OVA2: what stands around nodes and edges."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats.aif.carrying import tell
from argmap.formats.aif.citing import marked, source_called, with_citations
from argmap.formats.aif.document import Document, document_of
from argmap.formats.aif.layout import completed
from argmap.formats.aif.reading import Reader
from argmap.formats.aif.source_text import source_text
from argmap.formats.base import Reading
from argmap.formats.foreign.objects import read_object
from argmap.formats.trees.values import Object, Values

_OVA2_LISTS = frozenset({"nodes", "edges", "locutions", "participants", "schemefulfillments"})


def read(source: SourceFile) -> Reading:
    """Read a file of any of the kinds; they tell themselves apart."""
    return read_object(source, "a file of AIF is an object", _map, lambda made: tell(source, made.data))


def _map(values: Values, root: Object) -> ArgumentMap:
    if "AIF" in root:
        return _xaif(values, root)
    if "analysis" in root:
        return _ova2(values, root)
    if "nodes" not in root and "edges" not in root:
        values.wrong((), "neither `nodes` nor `edges` are given")
    return Reader(values, document_of(values, root, ())).map()


def _xaif(values: Values, root: Object) -> ArgumentMap:
    inner = values.table(root, "AIF", ())
    document = document_of(values, inner, ("AIF",))
    reader = Reader(values, document)
    made = reader.map()
    said = {key: value for key, value in root.items() if key != "AIF" and value not in (None, "")}
    ova = values.table(root, "OVA", ()) if said.pop("OVA", None) else {}
    nodes, edges = _listed(document)
    if ova and (shown := completed(ova, nodes, edges)) != completed({}, nodes, edges):
        said["OVA"] = shown
    text = said.get("text")
    if text is not None and not isinstance(text, str | dict):
        values.wrong(("text",), "`text` must be a text, or an object with one")
    url = _text(ova, "url") or _text(text if isinstance(text, dict) else {}, "url")
    made = _cited(made, reader, _text(text, "txt") if isinstance(text, dict) else text, link=url)
    return replace(made, data={**made.data, "xaif": said}) if said else made


def _ova2(values: Values, root: Object) -> ArgumentMap:
    document = document_of(values, root, (), is_ova2=True)
    reader = Reader(values, document)
    made = reader.map()
    analysis = values.table(root, "analysis", ())
    said = {key: value for key, value in root.items() if key not in _OVA2_LISTS and value not in (None, "", [], {})}
    layouts = {node.id: node.layout for node in document.nodes.values() if node.layout}
    said |= {key: value for key, value in (("nodes", layouts), ("hidden", document.hidden)) if value}
    title = _text(analysis, "documentTitle")
    made = replace(made, title=title or None, data={**made.data, "ova2": said} if said else made.data)
    if title:
        made = replace(made, spans=values.spans({"title": ("analysis", "documentTitle")}))
    text = _text(analysis, "txt") or _text(analysis, "plain_txt")
    link, date = _text(analysis, "documentSource"), _text(analysis, "documentDate")
    return _cited(made, reader, text, title=title, link=link, date=date)


def _cited(
    made: ArgumentMap, reader: Reader, text: Any, *, title: str = "", link: str = "", date: str = ""
) -> ArgumentMap:
    if not isinstance(text, str) or "<" not in text:
        return made
    claims = marked(reader.claim_ids, reader.dialogue.contents())
    return with_citations(made, source_text(text), claims, source_called(title or link, link, date))


def _text(of: Mapping[str, Any], key: str) -> str:
    value = of.get(key)
    return value.strip() if isinstance(value, str) else ""


def _listed(document: Document) -> tuple[list[Object], list[Object]]:
    """Nodes and edges as the layout is made of them."""
    nodes = [*(node.raw for node in document.nodes.values()), *document.apart]
    return nodes, [*(edge.raw for edge in document.edges), *document.loose]
