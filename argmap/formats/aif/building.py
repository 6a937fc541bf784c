"""A map as nodes and edges: those that its claims and relations stand for, and those that it carries along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.core.ids import Ids
from argmap.core.model import ArgumentMap, Claim, RelationKind
from argmap.formats.aif.conflicts import Ends, back_id, pairs
from argmap.formats.aif.dialogue import Dialogue, name_of, person
from argmap.formats.aif.generated import rephrase_ids, utterance_ids
from argmap.formats.aif.words import (
    KEY,
    REPHRASE,
    STATEMENT,
    asserting,
    plain,
    scheme_of,
    step_node,
    utterance,
    written,
)
from argmap.formats.base import Loss
from argmap.formats.foreign.names import carried
from argmap.formats.foreign.parting import Parted, part
from argmap.formats.trees.values import Object

_NOT_NODE = frozenset({"id", "step", "back", "rephrases"})
"""What claims and relations carry along that is not said of their nodes."""


@dataclass(slots=True)
class Graph:
    """Nodes and edges as AIF has them, but for the numbers of the edges.

    Attributes:
        nodes, edges, locutions, participants: As in the file.
        more: What else stands beside them.
        losses: What of the map is not in them.
    """

    nodes: list[Object] = field(default_factory=list)
    edges: list[Object] = field(default_factory=list)
    locutions: list[Object] = field(default_factory=list)
    participants: list[Object] = field(default_factory=list)
    more: Object = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)


def graph_of(argument_map: ArgumentMap, *, names_people: bool) -> Graph:
    """Take a map apart.

    Args:
        argument_map: The map.
        names_people: Whether there is a list of participants even if the map carries none along.
    """
    return _Builder(argument_map, names_people=names_people).graph


class _Builder:
    def __init__(self, argument_map: ArgumentMap, *, names_people: bool) -> None:
        self.map = argument_map
        self.graph = Graph()
        self.said = carried(argument_map.data, KEY)
        self.file_ids, self.steps = part(argument_map, KEY)
        self._given = [item for item in _objects(self.said, "nodes") if isinstance(item.get("nodeID"), str)]
        self.ids = Ids({*self.file_ids.values(), *(item["nodeID"] for item in self._given)})
        self._extra = {
            (item.get("fromID"), item.get("toID")): item for item in _objects(self.said, "edge_data") if _has_ends(item)
        }
        self._aliases: dict[str, str] = {}
        for claim in argument_map.claims:
            self._claim(claim)
        for step in self.steps:
            self._step(step)
        self._carried_nodes()
        self._carried_edges()
        self.graph.locutions = [dict(item) for item in _objects(self.said, "locutions")]
        self.graph.participants = [dict(item) for item in _objects(self.said, "participants")]
        self.graph.more = dict(carried(self.said, "more"))
        self._utterances(names_people=names_people)
        self._lost()

    def _edge(self, source: str, target: str) -> None:
        extra = self._extra.get((source, target), {})
        self.graph.edges.append({**extra, "fromID": source, "toID": target})

    def _claim(self, claim: Claim) -> None:
        said = {key: value for key, value in carried(claim.data, KEY).items() if key not in _NOT_NODE}
        usual = {"text": written(_words(claim)), "type": STATEMENT}
        given = said.pop("text", None)
        if isinstance(given, str) and (plain(given) or claim.id) == claim.text:
            usual["text"] = given
        node_id = self.file_ids[claim.id]
        self.graph.nodes.append({"nodeID": node_id, **usual, **said})
        self._rephrases(claim, node_id)

    def _rephrases(self, claim: Claim, node_id: str) -> None:
        """The nodes for restatements: those that are carried along, and those that argmap makes."""
        entries = _objects(carried(claim.data, KEY), "rephrases")
        made: dict[str, str] = {}
        edges = []
        for number, text in enumerate(claim.restatements, 1):
            entry = next((item for item in entries if _text(item) == text), None)
            if entry is not None:
                entries.remove(entry)
            node, step, said = self._rephrase_ids(node_id, number, entry or {})
            made[node] = self._aliases[node] = node_id
            words = {key: value for key, value in (entry or {}).items() if key not in ("step", "to")}
            self.graph.nodes.append({"text": written(text), "type": STATEMENT, **words, "nodeID": node})
            further = carried(entry or {}, "step")
            self.graph.nodes.append({**step_node(REPHRASE), **further, "nodeID": step})
            edges.append((node, step, said))
        for node, step, said in edges:
            self._edge(node, step)
            self._edge(step, said if said in made else node_id)

    def _rephrase_ids(self, node_id: str, number: int, entry: Mapping[str, Any]) -> tuple[str, str, Any]:
        """Ids of the node for a restatement and of its step, and what it rephrases, if that is no claim."""
        wanted = rephrase_ids(node_id, number)
        given = entry.get("nodeID"), carried(entry, "step").get("nodeID")
        found = [self.ids.made(own if isinstance(own, str) else new) for own, new in zip(given, wanted, strict=True)]
        return found[0], found[1], entry.get("to")

    def _step(self, step: Parted) -> None:
        relation = step.relation
        said = dict(carried(relation.data, KEY))
        back = carried(said, "back")
        kind = "RA" if relation.kind is RelationKind.SUPPORT else "CA"
        said = {key: value for key, value in said.items() if key not in _NOT_NODE}
        self.graph.nodes.append({"nodeID": step.id, **_worded(kind, relation.scheme, said)})
        for premise in step.premises:
            self._edge(premise, step.id)
        for conclusion in step.conclusions:
            self._edge(step.id, conclusion)
        if relation.kind is RelationKind.CONFLICT:
            own = back.get("nodeID")
            second = self.ids.made(own if isinstance(own, str) else back_id(step.id))
            said = {key: value for key, value in back.items() if key != "nodeID"}
            self.graph.nodes.append({"nodeID": second, **_worded(kind, relation.scheme, said)})
            self._edge(step.conclusions[0], second)
            self._edge(second, step.premises[0])

    def _carried_nodes(self) -> None:
        """Nodes that are carried along, under another id if the map has come to use theirs."""
        taken = {item["nodeID"] for item in self.graph.nodes}
        self._moved: dict[str, str] = {}
        for item in self._given:
            if item["nodeID"] in taken:
                self._moved[item["nodeID"]] = self.ids.made(item["nodeID"])
            self.graph.nodes.append({**item, "nodeID": self._moved.get(item["nodeID"], item["nodeID"])})

    def _carried_edges(self) -> None:
        """Edges that are carried along, as far as their ends are still there, and those that never had two."""
        known = {item["nodeID"] for item in self.graph.nodes}
        for item in _objects(self.said, "edges"):
            ends = {key: self._moved.get(str(item.get(key)), item.get(key)) for key in ("fromID", "toID")}
            if known.issuperset(filter(_is_text, ends.values())) and all(map(_is_text, ends.values())):
                self.graph.edges.append({**item, **ends})
        self.graph.nodes += [dict(item) for item in _objects(self.said, "apart")]
        self.graph.edges += [dict(item) for item in _objects(self.said, "loose")]

    def _utterances(self, *, names_people: bool) -> None:
        """Say who holds what, where the dialogue that is carried along does not say so."""
        people = _People(self.graph, is_listed=names_people or bool(self.graph.participants))
        holders = self._held()
        speakers = {item.id: " ".join(item.name.split()) or item.id for item in self.map.speakers}
        for claim in self.map.claims:
            node_id = self.file_ids[claim.id]
            names = dict.fromkeys(speakers.get(speaker, speaker) for speaker in claim.by)
            new = [name for name in names if name not in holders.get(node_id, ())]
            for number, name in enumerate(new, 1):
                said, step = map(self.ids.made, utterance_ids(node_id, number))
                self.graph.nodes.append({"nodeID": said, **utterance(name, _words(claim))})
                self.graph.nodes.append({"nodeID": step, **asserting()})
                self.graph.edges += [{"fromID": said, "toID": step}, {"fromID": step, "toID": node_id}]
                self.graph.locutions.append({"nodeID": said, "personID": people.number(name)})
        self._names = people.named

    def _held(self) -> dict[str, set[str]]:
        """Who holds what by the dialogue that is carried along, by ids in the file."""
        nodes = {
            item["nodeID"]: (str(item.get("type", "")).strip().upper(), item)
            for item in reversed(self.graph.nodes)  # of two nodes with one id the first counts
            if isinstance(item.get("nodeID"), str)
        }
        edges = [(item["fromID"], item["toID"]) for item in self.graph.edges if _has_ends(item)]
        locutions = [item for item in self.graph.locutions if isinstance(item.get("nodeID"), str)]
        found: dict[str, set[str]] = {}
        for node_id, names in Dialogue(nodes, edges, locutions, self.graph.participants).holders().items():
            found.setdefault(self._aliases.get(node_id, node_id), set()).update(names)
        return found

    def _lost(self) -> None:
        """Note what cannot be told from something else when it is read again."""
        graph = self.graph
        single = [item for item in self.steps if len(item.premises) == len(item.conclusions) == 1]
        attacks = [item for item in single if item.relation.kind is RelationKind.ATTACK]
        ends = [Ends(item.id, item.premises[0], item.conclusions[0], item.relation.scheme) for item in attacks]
        aimed = {end for item in self.steps for end in item.conclusions}
        both = {node_id for pair in pairs(ends, aimed).items() for node_id in pair}
        mutual = tuple(item.relation.id for item in attacks if item.id in both)
        if mutual:
            graph.losses.append(Loss("pairs of attacks, which become symmetric conflicts", mutual))
        respelt = [item.relation for item in self.steps if item.relation.scheme is not None]
        respelt = [item for item in respelt if scheme_of(step_node("RA", item.scheme)) != item.scheme]
        if respelt:
            graph.losses.append(Loss("spellings of schemes", tuple(item.id for item in respelt)))
        used = {speaker for claim in self.map.claims for speaker in claim.by}
        silent = tuple(item.id for item in self.map.speakers if item.id not in used)
        if silent:
            graph.losses.append(Loss("speakers who hold no claim", silent))
        if self._names and not graph.participants:
            parted = {name for name in self._names if ":" in name}
            found = [item.id for item in self.map.speakers if " ".join(item.name.split()) in parted]
            if found:
                graph.losses.append(Loss("names of speakers with a colon in them", tuple(found)))


class _People:
    """The participants, with a number for each name."""

    def __init__(self, graph: Graph, *, is_listed: bool) -> None:
        self._graph = graph
        self._is_listed = is_listed
        self._numbers: dict[str, Any] = {}
        for item in graph.participants:
            if name_of(item):
                self._numbers.setdefault(name_of(item), item.get("participantID"))
        used = [item.get("participantID") for item in graph.participants]
        self._used = {str(value) for value in (*used, *(item.get("personID") for item in graph.locutions))}
        self.named: list[str] = []

    def number(self, name: str) -> Any:
        """The number of whoever has this name."""
        if name not in self._numbers:
            number = len(self._numbers) + 1
            while str(number) in self._used:
                number += 1
            self._used.add(str(number))
            self._numbers[name] = number if self._is_listed else str(number)
            if self._is_listed:
                self._graph.participants.append(person(number, name))
        self.named.append(name)
        return self._numbers[name]


def _worded(type: str, scheme: str | None, said: Mapping[str, Any]) -> Object:
    """What a step says; what it said in its file, unless it has another scheme now."""
    usual = step_node(type, scheme)
    whole = {**usual, **said}
    return whole if scheme_of(whole) == scheme else {**said, **usual}


def _objects(said: Mapping[str, Any], key: str) -> list[Object]:
    """The objects in a list that is carried along."""
    found = said.get(key)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list | tuple) else []


def _words(claim: Claim) -> str:
    return claim.text.strip() or (claim.title or "").strip() or claim.id


def _text(entry: Mapping[str, Any]) -> str:
    text = entry.get("text")
    return plain(text) if isinstance(text, str) else ""


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _has_ends(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("fromID"), str) and isinstance(item.get("toID"), str)
