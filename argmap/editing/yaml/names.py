"""Names in a YAML map: which are taken, what relations without an id are called, and how a name is typed anew."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from argmap.core.diagnostics import Edit
from argmap.core.ids import is_id, made_id
from argmap.core.model import ArgumentMap, Claim, Relation, relation_name
from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile, Span
from argmap.editing.base import RefusedError
from argmap.editing.yaml.references import after_properties, inside
from argmap.formats.native.build import normal_id
from argmap.formats.native.yaml_text import key_text, quoted
from argmap.formats.native.yaml_text import scalar as scalar_text
from argmap.formats.trees.tree import Scalar


def shared_names(argument_map: ArgumentMap) -> frozenset[str]:
    """The ids that claims, relations, questions and groups have between them."""
    return frozenset(
        (*argument_map.claim, *argument_map.relation, *argument_map.question, *argument_map.group)
    )  # fmt: skip


def free_name(typed: str, known: Collection[str]) -> str:
    """A new id in its one spelling.

    Raises:
        RefusedError: It is no id, or one of those that are taken.
    """
    name = unicodedata.normalize("NFC", typed.strip())
    if not name or not is_id(name):
        near = made_id(name)
        raise RefusedError(
            f"`{typed}` cannot be an id",
            f"write `{near}`" if near else "an id is made of letters, digits, `-`, `_` and `.`",
        )
    if name in known:
        raise RefusedError(f"the id `{name}` is taken")
    return name


def unknown(typed: str, what: str, known: Iterable[str]) -> RefusedError:
    """The refusal of a name that nothing of the kind has."""
    near = did_you_mean(typed, known)
    return RefusedError(f"there is no {what} `{typed}` in this map", f"did you mean `{near}`?" if near else None)


def relation_of(argument_map: ArgumentMap, typed: str) -> Relation | None:
    """The relation that is called so; the premises of a made-up name may stand in any order."""
    name = normal_id(typed)
    if name in argument_map.relation or "->" not in name:
        return argument_map.relation.get(name)
    premises, target = name.split(" -> ", 1)
    ends = frozenset(premises.split(" + "))
    end = relation_of(argument_map, target) if "->" in target else None
    target = end.id if end else target
    return next((it for it in argument_map.relations if it.target == target and {*it.premises} == ends), None)


def known_relation(argument_map: ArgumentMap, typed: str) -> Relation:
    """The relation that is called so, see `relation_of`.

    Raises:
        RefusedError: There is none.
    """
    found = relation_of(argument_map, typed)
    if found is None:
        raise unknown(typed, "relation", argument_map.relation)
    return found


def known_claim(argument_map: ArgumentMap, typed: str) -> Claim:
    """The claim of this id.

    Raises:
        RefusedError: There is none.
    """
    found = argument_map.claim.get(normal_id(typed))
    if found is None:
        raise unknown(typed, "claim", argument_map.claim)
    return found


class Planned(NamedTuple):
    """A relation as it will be.

    Attributes:
        before: The id that it has now, made up or not; None for a new one.
        id: Its own id, or None.
        premises: Its premises then.
        target: The id that its target has now.
    """

    before: str | None
    id: str | None
    premises: tuple[str, ...]
    target: str


def names_then(relations: Iterable[Planned], instead: Mapping[str, str]) -> dict[str, str]:
    """What relations will be called, by the ids that they have now.

    Args:
        relations: All that there will be, in the order of the file then.
        instead: Ids of things that are gone, each with the present id of what takes its place.
    """
    waiting = list(relations)
    present = {it.before for it in waiting}
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    while waiting:
        later = []
        for item in waiting:
            end = successor(item.target, instead)
            if item.id is None and end in present and end not in found:
                later.append(item)
                continue
            name = item.id
            if name is None:
                name = relation_name(item.premises, found.get(end, end))
                seen[name] += 1
                name = name if seen[name] == 1 else f"{name} ({seen[name]})"
            if item.before is not None:
                found[item.before] = name
        if len(later) == len(waiting):  # a circle of undercuts: no name can be made up
            break
        waiting = later
    return found | {gone: found.get(now, now) for gone in instead for now in [successor(gone, instead)]}


def successor(name: str, instead: Mapping[str, str]) -> str:
    """What takes the place of something in the end."""
    while name in instead:
        name = instead[name]
    return name


def retyped(source: SourceFile, scalar: Scalar, text: str, *, is_key: bool = False) -> Edit:
    """The edit that lets a scalar say something else: in the quotes that it has, or in new ones if it needs them."""
    start, end = inside(source, scalar)
    typed = source.text[start:end]
    if scalar.plain:
        return Edit(Span(source, start, end), key_text(text, True) if is_key else scalar_text(text, True))
    if typed == scalar.value.strip() and not set(text) & set("'\"\\"):
        return Edit(Span(source, start, end), text)
    start = after_properties(source.text, scalar.start, scalar.end)
    return Edit(Span(source, start, start + len(source.text[start : scalar.end].rstrip())), quoted(text))
