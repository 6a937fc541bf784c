"""What defined a repeated id first."""

from collections.abc import Iterator

from argmap.core.model import ArgumentMap, Entity, Source, Speaker


def first_definitions(map: ArgumentMap) -> Iterator[tuple[Entity, Entity | None]]:
    """Each repeated definition of an id, with the one that the map keeps."""
    if not map.repeated:
        return
    shared: dict[str, Entity] = {**map.group, **map.question, **map.relation, **map.claim}
    for again in map.repeated:
        if isinstance(again, Speaker):
            yield again, map.speaker.get(again.id)
        elif isinstance(again, Source):
            yield again, map.source.get(again.id)
        else:
            yield again, shared.get(again.id)
