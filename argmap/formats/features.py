"""What maps may hold and formats may lack: one roll, from which losses are told and tables of formats are made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from argmap.core.model import ArgumentMap, Claim, ClaimKind, Relation, RelationKind
from argmap.core.registry import Registry
from argmap.formats.base import Format, Loss

Has: TypeAlias = Callable[[Any, ArgumentMap], bool]
"""Whether something in a map, or the map itself, has a feature."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that a map may hold.

    Attributes:
        name: What `Format.carries` calls it.
        title: What a report of losses calls it, in the plural.
        rolls: The parts of a map that may have it, such as `claims`; none for what is said of the map as a whole.
        has: Whether one of them has it, or the map.
    """

    name: str
    title: str
    rolls: tuple[str, ...]
    has: Has

    def holders(self, argument_map: ArgumentMap) -> Iterator[str]:
        """Ids of what has it, in file order; an empty one for the map as a whole."""
        if not self.rolls and self.has(argument_map, argument_map):
            yield ""
        for roll in self.rolls:
            for item in getattr(argument_map, roll):
                if self.has(item, argument_map):
                    yield item.id


def _any(*fields: str) -> Has:
    """Whether any of the fields says something."""
    return lambda item, _: any(getattr(item, field, None) not in (None, "", (), False) for field in fields)


def _always(item: Any, argument_map: ArgumentMap) -> bool:
    return True


def _is_worded(claim: Claim, _: ArgumentMap) -> bool:
    return claim.text not in ("", claim.id)


def _is_deep(relation: Relation, argument_map: ArgumentMap) -> bool:
    target = argument_map.relation.get(relation.target)
    return target is not None and target.target in argument_map.relation


def _asks(_: Any, argument_map: ArgumentMap) -> bool:
    wishes = argument_map.display
    return bool(wishes.direction or wishes.labels or wishes.tag_colours or wishes.relation_colours)


_CLAIMS, _RELATIONS, _GROUPS = ("claims",), ("relations",), ("groups",)
_WORDED, _PARTS = ("questions", "claims"), ("questions", "claims", "relations", "groups")

FEATURES: Registry[Feature] = Registry(
    "feature",
    [
        Feature("texts", "texts of claims", _CLAIMS, _is_worded),
        Feature("titles", "titles", _WORDED, _any("title")),
        Feature("kinds", "marks of arguments", _CLAIMS, lambda item, _: item.kind is ClaimKind.ARGUMENT),
        Feature("supports", "supports", _RELATIONS, lambda item, _: item.kind is RelationKind.SUPPORT),
        Feature("linked", "linked premises", _RELATIONS, lambda item, _: len(set(item.premises)) > 1),
        Feature("undercuts", "undercuts", _RELATIONS, lambda item, whole: item.target in whole.relation),
        Feature("deep-undercuts", "undercuts of undercuts", _RELATIONS, _is_deep),
        Feature("conflicts", "symmetric conflicts", _RELATIONS, lambda item, _: item.kind is RelationKind.CONFLICT),
        Feature("relation-ids", "ids of relations", _RELATIONS, _any("named")),
        Feature("arguments", "arguments that relations belong to", _RELATIONS, _any("argument")),
        Feature("schemes", "schemes", _RELATIONS, _any("scheme")),
        Feature("weights", "weights", _RELATIONS, lambda item, _: item.weight is not None),
        Feature(
            "relation-remarks", "speakers, citations and tags of relations", _RELATIONS, _any("by", "cites", "tags")
        ),
        Feature("questions", "questions", ("questions",), _always),
        Feature("speakers", "speakers of claims", _CLAIMS, _any("by")),
        Feature("speaker-details", "roles and links of speakers", ("speakers",), _any("role", "link")),
        Feature("sources", "sources", ("sources",), _always),
        Feature("citations", "citations", _WORDED, _any("cites")),
        Feature("implicit", "marks of implicit premises", _CLAIMS, _any("implicit")),
        Feature("scores", "scores", _CLAIMS, lambda item, _: item.score is not None),
        Feature("assumed", "marks of what is assumed", _CLAIMS, lambda item, _: item.assumed is not None),
        Feature("restatements", "restatements", _CLAIMS, _any("restatements")),
        Feature("tags", "tags", ("questions", "claims", "groups"), _any("tags")),
        Feature("notes", "notes", _PARTS, _any("note")),
        Feature("links", "links of claims", _CLAIMS, _any("link")),
        Feature("groups", "groups", _GROUPS, _always),
        Feature("nested-groups", "groups in groups", _GROUPS, _any("parent")),
        Feature("colours", "colours", ("claims", "groups"), _any("colour")),
        Feature("folding", "marks of what is hidden or closed", ("claims", "groups"), _any("hidden", "closed")),
        Feature("title", "the title of the map", (), _any("title")),
        Feature("description", "the description of the map", (), _any("description")),
        Feature("language", "the language of the map", (), _any("language")),
        Feature("display", "wishes for drawing", (), _asks),
    ],
    name=lambda item: item.name,
)
"""The roll. Free data comes on top: a format gives back what it carried along, see `Format.carried`."""


def holdings(format: Format) -> list[tuple[str, bool]]:
    """What a map may hold, as a report of losses calls it, each with whether a format that is written has words for it.

    Free data stands last: that of others than the format itself, which gives back its own.
    """
    names = [*((feature.name, feature.title) for feature in FEATURES.values()), ("data", "free data")]
    return [(title, format.carries is None or name in format.carries) for name, title in names]


def losses_of(argument_map: ArgumentMap, format: Format, kept: frozenset[str] = frozenset()) -> tuple[Loss, ...]:
    """What a map holds and a format has no words for, in the order of the roll.

    Args:
        argument_map: The map.
        format: The format.
        kept: Names of features that are kept nevertheless.
    """
    if format.carries is None:
        return ()
    found: list[Loss] = []
    carried = {*format.carries, *kept}
    for feature in FEATURES.values():
        holders = tuple(dict.fromkeys(feature.holders(argument_map))) if feature.name not in carried else ()
        if holders:
            found.append(Loss(feature.title, tuple(filter(None, holders))))
    if "data" not in format.carries:
        found += _lost_data(argument_map, format.carried)
    return tuple(found)


def _lost_data(argument_map: ArgumentMap, kept: tuple[str, ...]) -> Iterator[Loss]:
    """What a map carries along for other formats, by their names, and free data."""
    holders: dict[str, list[str]] = {name: [""] for name in argument_map.data if name not in kept}
    for items in (argument_map.claims, argument_map.relations, argument_map.groups):
        for item in items:
            for name in item.data:
                if name not in kept:
                    holders.setdefault(name, []).append(item.id)
    for name in sorted(holders):
        yield Loss(f"data called `{name}`", tuple(filter(None, holders[name])))
