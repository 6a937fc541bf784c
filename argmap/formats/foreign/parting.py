"""Relations of a map as the steps that graphs with nodes for steps have."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.core.graph import MapGraph
from argmap.core.ids import Ids
from argmap.core.model import ArgumentMap, Relation
from argmap.formats.foreign.names import carried, own_id


@dataclass(slots=True)
class Parted:
    """A step that relations of a map are written as.

    Attributes:
        id: Its id in the file.
        relation: The relation, or the first of several with the same premises.
        premises, conclusions: Ids in the file.
    """

    id: str
    relation: Relation
    premises: tuple[str, ...]
    conclusions: list[str]


def part(argument_map: ArgumentMap, name: str) -> tuple[Mapping[str, str], tuple[Parted, ...]]:
    """Take the relations of a map apart into steps. Relations with an end that is not in the map are left out.

    Args:
        argument_map: The map.
        name: The name in `data` under which ids of a file are carried along.

    Returns:
        The ids in the file by those in the map, of claims and relations, and the steps in the order of the relations.
    """
    file_ids = _file_ids(argument_map, name)
    found: dict[str, Parted] = {}
    for item in MapGraph(argument_map).relations:
        step, target = file_ids[item.id], file_ids[item.target]
        if step in found:
            found[step].conclusions.append(target)
        else:
            premises = tuple(file_ids[premise] for premise in dict.fromkeys(item.premises))
            found[step] = Parted(step, item, premises, [target])
    return file_ids, tuple(found.values())


def _file_ids(argument_map: ArgumentMap, name: str) -> Mapping[str, str]:
    """Ids in the file: those that were carried along as far as they are still of use, else those of the map."""
    joined = {end for item in argument_map.relations for end in (*item.premises, item.target)}
    found: dict[str, str] = {}
    taken: set[str] = set()
    steps: dict[str, Relation] = {}
    for claim in argument_map.claims:
        wanted = own_id(claim.id, claim.data, name)
        # A node whose id was given twice keeps it as long as nothing refers to it.
        found[claim.id] = claim.id if wanted in taken and claim.id in joined else wanted
        taken.add(found[claim.id])
    ids = Ids({*taken, *argument_map.claim, *argument_map.relation})
    for relation in argument_map.relations:
        step = carried(relation.data, name).get("step")
        if isinstance(step, str) and step in steps and _are_one(steps[step], relation):
            found[relation.id] = step
            continue
        wanted = step if isinstance(step, str) and step else own_id(relation.id, relation.data, name)
        if wanted in taken or not relation.named:
            wanted = ids.made("step")
        steps[wanted] = relation
        taken.add(wanted)
        found[relation.id] = wanted
    return found


def _are_one(first: Relation, other: Relation) -> bool:
    """Whether two relations can be one step with two conclusions."""
    return (first.kind, first.premises, first.scheme) == (other.kind, other.premises, other.scheme)
