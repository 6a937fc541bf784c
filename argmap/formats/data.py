"""Parts of a map as plain data, in the shape of the native format and without what says nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.core.model import Citation, Display, Source, Speaker

_COLOURED = ("support", "attack", "conflict", "undercut")


def said(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value is not None and value not in ([], (), {})}


def plain(value: Any) -> Any:
    """Free data as JSON knows it."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def citations(cites: Iterable[Citation]) -> list[dict[str, Any]]:
    """Citations, each with all its fields."""
    return [
        said(source=item.source, section=item.section, paragraph=item.paragraph, quote=item.quote) for item in cites
    ]


def source(item: Source) -> dict[str, Any]:
    """A source."""
    return said(
        title=item.title,
        author=item.author,
        date=item.date,
        link=item.link,
        text=item.text,
        paragraphs=item.paragraphs,
    )


def speaker(item: Speaker) -> dict[str, Any]:
    """A speaker."""
    return said(name=item.name, role=item.role, link=item.link)


def display(item: Display) -> dict[str, Any]:
    """The wishes for drawing as plain data, without what says nothing."""
    colours = item.relation_colours
    return said(
        direction=item.direction,
        labels=item.labels,
        tag_colours=dict(item.tag_colours),
        relation_colours={kind: colours[kind] for kind in sorted(colours, key=_COLOURED.index)},
    )
