"""Finds the parts of a network whose values depend on each other in circles, and in what order the rest follows."""

from collections.abc import Mapping, MutableSequence, Sequence
from dataclasses import dataclass

from argmap.semantics.strength.network import Network, force


@dataclass(frozen=True, slots=True)
class Part:
    """Nodes that have to be worked out together: all that lies on circles that hang together, and all that leads there.

    Attributes:
        network: Where the nodes live.
        states: Nodes whose values are looked for: claims, and links in a circle of undercuts.
        ranks: The other links, whose forces follow at once from the states, in the order in which they do: what
            undercuts a link is in an earlier rank.
        state_users: For each node the states whose next values follow from it.
        link_users: For each node the links in `ranks` whose forces follow from it, each as (its rank, itself).
    """

    network: Network
    states: tuple[int, ...]
    ranks: tuple[tuple[int, ...], ...]
    state_users: Mapping[int, Sequence[int]]
    link_users: Mapping[int, Sequence[tuple[int, int]]]

    def begin(self, values: MutableSequence[float]) -> None:
        """Set each state to where the search starts: a claim to its base score, a link to its force unless undercut."""
        network = self.network
        for node in self.states:
            values[node] = network.own[node]
        for node in self.states:
            if node >= network.claims:
                values[node] = force(network.own[node], [values[item] for item in network.plus[node]], ())
        self.follow(values)

    def follow(self, values: MutableSequence[float]) -> None:
        """Set the forces that follow from the states."""
        for rank in self.ranks:
            for node in rank:
                values[node] = self.network.value(node, values)


def split(network: Network) -> tuple[list[Part], list[int]]:
    """Split a network into parts with circles and the nodes that follow from them in one pass.

    Returns:
        The parts, which do not depend on each other, and all other nodes, each after those that it follows from.
    """
    plus, minus = network.plus, network.minus
    open_users = [0] * network.size
    for nodes in (*plus, *minus):
        for node in nodes:
            open_users[node] += 1
    # from the ends backwards: a node that no open node uses any more cannot lead to a circle
    order = [node for node, number in enumerate(open_users) if number == 0]
    for node in order:
        for nodes in (plus[node], minus[node]):
            for source in nodes:
                open_users[source] -= 1
                if open_users[source] == 0:
                    order.append(source)
    order.reverse()
    left = [node for node, number in enumerate(open_users) if number]
    return _parts(network, left), order


def _parts(network: Network, nodes: list[int]) -> list[Part]:
    """Split nodes, which follow from each other only, into parts that do not hang together."""
    users: dict[int, list[int]] = {node: [] for node in nodes}
    for node in nodes:
        for source in network.inputs(node):
            users[source].append(node)
    parts, seen = [], set()
    for start in nodes:
        if start in seen:
            continue
        seen.add(start)
        found = [start]
        for node in found:
            for other in (*network.inputs(node), *users[node]):
                if other not in seen:
                    seen.add(other)
                    found.append(other)
        parts.append(_part(network, sorted(found), users))
    return parts


def _part(network: Network, nodes: list[int], users: Mapping[int, Sequence[int]]) -> Part:
    ranks = _ranks(network, [node for node in nodes if node >= network.claims], users)
    rank_of = {link: number for number, rank in enumerate(ranks) for link in rank}
    return Part(
        network,
        states=tuple(node for node in nodes if node not in rank_of),
        ranks=ranks,
        state_users={node: [user for user in users[node] if user not in rank_of] for node in nodes},
        link_users={node: [(rank_of[user], user) for user in users[node] if user in rank_of] for node in nodes},
    )


def _ranks(network: Network, links: list[int], users: Mapping[int, Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Order links by their undercuts; those in a circle of undercuts are left out."""
    open_undercuts = {link: sum(node >= network.claims for node in network.minus[link]) for link in links}
    rank = [link for link in links if not open_undercuts[link]]
    ranks = []
    while rank:
        ranks.append(tuple(rank))
        behind = []
        for link in rank:
            for user in users[link]:
                if user >= network.claims:
                    open_undercuts[user] -= 1
                    if not open_undercuts[user]:
                        behind.append(user)
        rank = sorted(behind)
    return tuple(ranks)
