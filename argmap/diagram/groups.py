"""Groups as pictures show them: those without an area dissolved, closed ones as a single card."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, Group, Question, Relation
from argmap.diagram.lines import Line, redrawn


def parents(map: ArgumentMap) -> Mapping[str, str | None]:
    """The group that each group lies in; a parent that is missing or its own descendant is ignored."""
    found: dict[str, str | None] = {}
    for group in map.groups:
        seen, above = {group.id}, group.parent
        while above is not None and above in map.group and above not in seen:
            seen.add(above)
            above = map.group[above].parent
        found[group.id] = group.parent if group.parent in map.group and above not in map.group else None
    return found


def homes(map: ArgumentMap, around: Mapping[str, str | None]) -> Mapping[str, str]:
    """The group that each member lies in: the deepest that names it, the first of several."""
    depth: dict[str, int] = {}
    for group in map.groups:
        way = list(outwards(group.id, around))
        depth[group.id] = len(way)
    found: dict[str, str] = {}
    for group in map.groups:
        for member in group.members:
            if member not in found or depth[group.id] > depth[found[member]]:
                found[member] = group.id
    return found


def stands_for_group(map: ArgumentMap, claim: Claim) -> bool:
    """Whether a claim of a regrouped map is the card of a closed group."""
    group = map.group.get(claim.id)
    return group is not None and group.closed


def regrouped(map: ArgumentMap) -> ArgumentMap:
    """Return a map in which hidden groups are gone and closed ones have become cards.

    Members of a hidden group lie in the group around it. The card of a closed group is a claim with the id and the
    title of the group, where its first member stood. Relations from and to members end at the card, those among them
    vanish; an undercut of one that vanished ends at the card, too. A question stays if a claim outside answers it. The
    group itself stays without members, to tell the card from claims. A closed group whose id a claim has stays open.

    A map without such groups, or that was regrouped before, is returned as it is.
    """
    bare = _without_clashes(_dissolved(map))
    cards = {group.id for group in bare.groups if group.closed and group.id not in bare.claim}
    return _folded(bare, cards) if cards else bare


def _without_clashes(map: ArgumentMap) -> ArgumentMap:
    """Open the closed groups whose card would have the id of something else."""
    known, above = {*map.claim, *map.question}, {group.parent for group in map.groups}
    clash = {
        group.id for group in map.groups if group.closed and group.id in known and (group.members or group.id in above)
    }
    if not clash:
        return map
    groups = tuple(replace(group, closed=False) if group.id in clash else group for group in map.groups)
    return replace(map, groups=groups)


def outwards(group: str | None, around: Mapping[str, str | None]) -> Iterator[str]:
    """A group and those around it, from the inside; `around` is what `parents` says."""
    while group is not None:
        yield group
        group = around[group]


def _dissolved(map: ArgumentMap) -> ArgumentMap:
    if not any(group.hidden for group in map.groups):
        return map
    around = parents(map)

    def shown(group: str | None) -> str | None:
        return next((key for key in outwards(group, around) if not map.group[key].hidden), None)

    members: dict[str | None, dict[str, None]] = defaultdict(dict)
    home = homes(map, around)
    for group in map.groups:
        keys = group.members if not group.hidden else [key for key in group.members if home[key] == group.id]
        members[shown(group.id)].update(dict.fromkeys(keys))
    return replace(
        map,
        groups=tuple(
            replace(group, members=tuple(members[group.id]), parent=shown(around[group.id]))
            for group in map.groups
            if not group.hidden
        ),
    )


def _folded(map: ArgumentMap, closed: set[str]) -> ArgumentMap:
    around = parents(map)
    outermost = {
        group.id: next((key for key in reversed(list(outwards(group.id, around))) if key in closed), None)
        for group in map.groups
    }
    card = {key: found for key, home in homes(map, around).items() if (found := outermost[home]) is not None}
    card = {key: group for key, group in card.items() if key in map.claim or key in map.question}
    for question in _asked_outside(map, card):
        del card[question]
    if not card:
        return map
    return replace(
        map,
        claims=_claims(map, card),
        questions=tuple(item for item in map.questions if item.id not in card),
        relations=_relations(map, card),
        groups=tuple(_groups(map, card, outermost, around)),
    )


def _asked_outside(map: ArgumentMap, card: Mapping[str, str]) -> list[str]:
    """The questions of closed groups that a claim outside the group answers."""
    asked = {question for claim in map.claims for question in claim.answers if card.get(question) != card.get(claim.id)}
    return [key for key in card if key in asked and key not in map.claim]


def _claims(map: ArgumentMap, card: Mapping[str, str]) -> tuple[Claim, ...]:
    inside: dict[str, list[Claim | Question]] = defaultdict(list)
    items: list[Claim | Question] = [*map.questions, *map.claims]
    for item in items:
        if item.id in card:
            inside[card[item.id]].append(item)
    found: dict[str, Claim] = {}
    for claim in map.claims:
        group = card.get(claim.id)
        if group is None:
            found[claim.id] = claim
        elif group not in found:
            found[group] = _card(map, map.group[group], inside[group], card)
    for group, members in inside.items():  # questions alone
        found.setdefault(group, _card(map, map.group[group], members, card))
    return tuple(found.values())


def _card(map: ArgumentMap, group: Group, members: list[Claim | Question], card: Mapping[str, str]) -> Claim:
    claims = [item for item in members if isinstance(item, Claim)]
    counts = [("question", len(members) - len(claims)), ("claim", len(claims))]
    words = " and ".join(f"{count} {word}{'s' * (count != 1)}" for word, count in counts if count)
    answers = [key for claim in claims for key in claim.answers if key in map.question and key not in card]
    return Claim(
        group.id,
        f"Group of {words}",
        title=group.title or group.id,
        answers=tuple(dict.fromkeys(answers)),
        note=group.note,
        colour=group.colour,
    )


def _relations(map: ArgumentMap, card: Mapping[str, str]) -> tuple[Relation, ...]:
    lines: list[Line] = []
    heirs: dict[str, str] = {}
    for item in MapGraph(map).relations:
        ends = (*item.premises, item.target)
        target = card.get(item.target, item.target) if item.target in map.claim else item.target
        if not any(key in card for key in ends):
            lines.append(Line(item, ((item.id,),), unchanged=True))
            continue
        starts = list(dict.fromkeys(card.get(key, key) for key in item.premises))
        premises = tuple(key for key in starts if key != target)
        if premises:
            lines.append(Line(replace(item, premises=premises, target=target), ((item.id,),)))
        if len(starts) == 1:
            heirs[item.id] = starts[0]
    return redrawn(map, lines, heirs)


def _groups(
    map: ArgumentMap, card: Mapping[str, str], outermost: Mapping[str, str | None], around: Mapping[str, str | None]
) -> Iterator[Group]:
    used = set(card.values())
    cards: dict[str | None, list[str]] = defaultdict(list)
    for group in map.groups:
        if group.id in used:
            cards[around[group.id]].append(group.id)
    for group in map.groups:
        if outermost[group.id] is None:
            members = tuple(key for key in group.members if key not in card)
            yield replace(group, closed=False, members=(*members, *cards[group.id]), parent=around[group.id])
        elif outermost[group.id] == group.id:
            yield replace(group, members=(), parent=around[group.id])
