"""The native format written as JSON: lossless, every relation in one list, every short form spelled out."""

import json
from collections.abc import Mapping
from typing import Any

from argmap.core.model import ArgumentMap, Citation, ClaimKind, Display, Group, Question, Source, Speaker

_COLOURED = ("support", "attack", "conflict", "undercut")


def write(argument_map: ArgumentMap) -> str:
    """Return the map as JSON. Reading it again gives an equal map; fields that say nothing are left out."""
    return json.dumps(document(argument_map), indent=2, ensure_ascii=False) + "\n"


def document(argument_map: ArgumentMap) -> dict[str, Any]:
    """The map as plain data, in the shape of the native format."""
    return _said(
        argmap=1,
        title=argument_map.title,
        description=argument_map.description,
        language=argument_map.language,
        sources={item.id: _source(item) for item in argument_map.sources},
        speakers={item.id: _speaker(item) for item in argument_map.speakers},
        questions={item.id: _question(item) for item in argument_map.questions},
        claims={
            item.id: _said(
                text=item.text,
                title=item.title,
                kind=item.kind.value if item.kind is not ClaimKind.CLAIM else None,
                answers=list(item.answers),
                by=list(item.by),
                cites=_citations(item.cites),
                implicit=item.implicit or None,
                score=item.score,
                assumed=item.assumed,
                tags=list(item.tags),
                note=item.note,
                link=item.link,
                restatements=list(item.restatements),
                hidden=item.hidden or None,
                colour=item.colour,
                data=_plain(item.data),
            )
            for item in argument_map.claims
        },
        relations=[
            _said(
                id=item.id,
                kind=item.kind.value,
                premises=list(item.premises),
                target=item.target,
                scheme=item.scheme,
                weight=item.weight,
                by=list(item.by),
                cites=_citations(item.cites),
                tags=list(item.tags),
                note=item.note,
                argument=item.argument,
                data=_plain(item.data),
            )
            for item in argument_map.relations
        ],
        groups={item.id: _group(item) for item in argument_map.groups},
        display=display(argument_map.display),
        data=_plain(argument_map.data),
    )


def _said(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None and value not in ([], {})}


def _plain(value: Any) -> Any:
    """Free data as JSON knows it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _citations(cites: tuple[Citation, ...]) -> list[dict[str, Any]]:
    return [
        _said(source=item.source, section=item.section, paragraph=item.paragraph, quote=item.quote) for item in cites
    ]


def _source(item: Source) -> dict[str, Any]:
    return _said(
        title=item.title,
        author=item.author,
        date=item.date,
        link=item.link,
        text=item.text,
        paragraphs=item.paragraphs,
    )


def _speaker(item: Speaker) -> dict[str, Any]:
    return _said(name=item.name, role=item.role, link=item.link)


def _question(item: Question) -> dict[str, Any]:
    return _said(text=item.text, title=item.title, cites=_citations(item.cites), tags=list(item.tags), note=item.note)


def _group(item: Group) -> dict[str, Any]:
    return _said(
        title=item.title,
        members=list(item.members),
        parent=item.parent,
        note=item.note,
        tags=list(item.tags),
        closed=item.closed or None,
        hidden=item.hidden or None,
        colour=item.colour,
        data=_plain(item.data),
    )


def display(item: Display) -> dict[str, Any]:
    """The wishes for drawing as plain data, without what says nothing."""
    colours = item.relation_colours
    return _said(
        direction=item.direction,
        labels=item.labels,
        tag_colours=dict(item.tag_colours),
        relation_colours={kind: colours[kind] for kind in sorted(colours, key=_COLOURED.index)},
    )
