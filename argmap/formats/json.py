"""The native format written as JSON: lossless, every relation in one list, every short form spelled out."""

import json
from typing import Any

from argmap.core.model import ArgumentMap, ClaimKind, Group, Question
from argmap.formats.data import citations, display, plain, said, source, speaker


def write(argument_map: ArgumentMap) -> str:
    """Return the map as JSON. Reading it again gives an equal map; fields that say nothing are left out."""
    return json.dumps(document(argument_map), indent=2, ensure_ascii=False) + "\n"


def document(argument_map: ArgumentMap) -> dict[str, Any]:
    """The map as plain data, in the shape of the native format."""
    return said(
        argmap=1,
        title=argument_map.title,
        description=argument_map.description,
        language=argument_map.language,
        sources={item.id: source(item) for item in argument_map.sources},
        speakers={item.id: speaker(item) for item in argument_map.speakers},
        questions={item.id: _question(item) for item in argument_map.questions},
        claims={
            item.id: said(
                text=item.text,
                title=item.title,
                kind=item.kind.value if item.kind is not ClaimKind.CLAIM else None,
                answers=list(item.answers),
                by=list(item.by),
                cites=citations(item.cites),
                implicit=item.implicit or None,
                score=item.score,
                assumed=item.assumed,
                tags=list(item.tags),
                note=item.note,
                link=item.link,
                restatements=list(item.restatements),
                hidden=item.hidden or None,
                colour=item.colour,
                data=plain(item.data),
            )
            for item in argument_map.claims
        },
        relations=[
            said(
                id=item.id,
                kind=item.kind.value,
                premises=list(item.premises),
                target=item.target,
                scheme=item.scheme,
                weight=item.weight,
                by=list(item.by),
                cites=citations(item.cites),
                tags=list(item.tags),
                note=item.note,
                argument=item.argument,
                data=plain(item.data),
            )
            for item in argument_map.relations
        ],
        groups={item.id: _group(item) for item in argument_map.groups},
        display=display(argument_map.display),
        data=plain(argument_map.data),
    )


def _question(item: Question) -> dict[str, Any]:
    return said(text=item.text, title=item.title, cites=citations(item.cites), tags=list(item.tags), note=item.note)


def _group(item: Group) -> dict[str, Any]:
    return said(
        title=item.title,
        members=list(item.members),
        parent=item.parent,
        note=item.note,
        tags=list(item.tags),
        closed=item.closed or None,
        hidden=item.hidden or None,
        colour=item.colour,
        data=plain(item.data),
    )
