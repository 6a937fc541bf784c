"""A file as a map: claims of statements, relations of steps, and what else it says carried along."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from argmap.core.model import ArgumentMap, Claim, RelationKind
from argmap.formats.aif.carrying import carried_along
from argmap.formats.aif.conflicts import Ends, back_id, pairs
from argmap.formats.aif.dialogue import Dialogue
from argmap.formats.aif.document import Document, Node
from argmap.formats.aif.generated import Spoken, other_words, spoken
from argmap.formats.aif.rephrasing import Rephrase, rephrases
from argmap.formats.aif.words import KEY, STATEMENT, STEPS, further, plain, scheme_of, step_node, written
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.speakers import Speakers
from argmap.formats.foreign.steps import Edge, Joined, Step, StepGraph, join
from argmap.formats.trees.values import Values


class Reader:
    """Makes a map of a document.

    Args:
        values: The file; takes the findings.
        document: What it says.

    Attributes:
        claim_ids: Ids of claims by the ids of the nodes that they come from, those of restatements included.
        dialogue: Who says what.
    """

    def __init__(self, values: Values, document: Document) -> None:
        self.values = values
        self.document = document
        self.names = Names(KEY)
        self.speakers = Speakers()
        self.dialogue = Dialogue(
            {node_id: (node.type, node.raw) for node_id, node in document.nodes.items()},
            [(edge.source, edge.target) for edge in document.edges],
            document.locutions,
            document.participants,
        )
        self.claim_ids: dict[str, str] = {}
        self._rephrases = rephrases(document, self.dialogue.questioned())
        self._backs: Mapping[str, Node] = {}

    def map(self) -> ArgumentMap:
        """The map."""
        nodes = self.document.nodes.values()
        statements = [node for node in nodes if node.type == STATEMENT and node.id not in self._rephrases]
        for node in statements:
            self.claim_ids[node.id] = self.names.made(node.id)
        joined = self._joined()
        texts = {node.id: plain(node.text) or self.claim_ids[node.id] for node in statements}
        said = spoken(self.document, self.dialogue, texts)
        claims = self._claims(statements, said)
        data = carried_along(
            self.document,
            joined,
            said,
            nodes={end for item in self._rephrases.values() for end in (item.node.id, item.step.id)}
            | {node.id for node in self._backs.values()},
            edges=[edge for item in self._rephrases.values() for edge in item.edges],
            names=[item.name for item in self.speakers.all],
        )
        self.claim_ids |= {node_id: self.claim_ids[item.root] for node_id, item in self._rephrases.items()}
        return ArgumentMap(
            claims=claims,
            relations=joined.relations,
            speakers=self.speakers.all,
            data=data,
            origin=self.values.source,
        )

    def _joined(self) -> Joined:
        """The relations, and what of the steps and edges is in none."""
        nodes = self.document.nodes
        edges = self._without_backs()
        backs = {node.id for node in self._backs.values()}
        steps = [self._step(node) for node in nodes.values() if node.type in STEPS and node.id not in backs]
        others = {node_id for node_id, node in nodes.items() if node.type != STATEMENT and node.type not in STEPS}
        graph = StepGraph(self.claim_ids, steps, others | backs | self._rephrases.keys(), edges)
        return join(graph, self.names, self.values)

    def _without_backs(self) -> Sequence[Edge]:
        """The edges but for those of the second nodes of symmetric conflicts, which are noted."""
        nodes, edges = self.document.nodes, self.document.edges
        attacks = [node for node in nodes.values() if node.type == "CA"]
        if len(attacks) < 2:
            return edges
        found = pairs(*self._attacks(attacks))
        self._backs = {first: nodes[second] for first, second in found.items()}
        backs = set(found.values())
        return [edge for edge in edges if not self._is_between(edge, backs)]

    def _is_between(self, edge: Edge, backs: Collection[str]) -> bool:
        """Whether an edge is the way from a claim to a claim by one of these nodes."""
        if edge.source in backs:
            return edge.target in self.claim_ids
        return edge.target in backs and edge.source in self.claim_ids

    def _attacks(self, attacks: Sequence[Node]) -> tuple[list[Ends], set[str]]:
        """Attacks of one statement on one other, and the ids of nodes that steps lead to."""
        into: dict[str, list[str]] = defaultdict(list)
        out: dict[str, list[str]] = defaultdict(list)
        attacked = set()
        steps = {node_id for node_id, node in self.document.nodes.items() if node.type in STEPS}
        for edge in self.document.edges:
            if edge.source in steps and edge.target in steps:
                attacked.add(edge.target)
                out[edge.source].append("")
            elif edge.target in steps and edge.source in self.claim_ids:
                into[edge.target].append(edge.source)
            elif edge.source in steps:
                out[edge.source].append(edge.target)
        ends = [
            Ends(node.id, into[node.id][0], out[node.id][0], scheme_of(node.raw))
            for node in attacks
            if len(into[node.id]) == len(out[node.id]) == 1
            and out[node.id][0] in self.claim_ids
            and into[node.id] != out[node.id]
        ]
        return ends, attacked

    def _step(self, node: Node) -> Step:
        scheme = scheme_of(node.raw)
        usual = step_node(node.type, scheme)
        said = further(node.raw, usual)
        back = self._backs.get(node.id)
        if back:
            other = further(back.raw, usual)
            said |= {"back": {"nodeID": back.id, **other}} if other or back.id != back_id(node.id) else {}
        return Step(node.id, RelationKind.CONFLICT if back else STEPS[node.type], (*node.path, node.key), scheme, said)

    def _claims(self, statements: Sequence[Node], said: Spoken) -> tuple[Claim, ...]:
        by: dict[str, dict[str, None]] = defaultdict(dict)
        for node_id, names in self.dialogue.holders(said.nodes).items():
            by[self._rephrases[node_id].root if node_id in self._rephrases else node_id].update(dict.fromkeys(names))
        others: dict[str, list[Rephrase]] = defaultdict(list)
        for item in self._rephrases.values():
            others[item.root].append(item)
        return tuple(self._claim(node, by.get(node.id, {}), others.get(node.id, [])) for node in statements)

    def _claim(self, node: Node, by: Mapping[str, Any], others: Sequence[Rephrase]) -> Claim:
        made = self.claim_ids[node.id]
        text = plain(node.text)
        if not text:
            self.values.note("node-without-text", f"the node `{node.id}` has no text", (*node.path, node.key))
        said = further(node.raw, {"text": written(text or made), "type": STATEMENT})
        if not text:
            said["text"] = node.text
        return Claim(
            id=made,
            text=text or made,
            by=tuple(map(self.speakers.id_of, by)),
            tags=("major claim",) if node.layout and _is_major(node.layout) else (),
            restatements=tuple(plain(item.node.text) for item in others),
            data=self.names.data(made, **said, rephrases=other_words(others) or None),
            spans=self.values.spans({"id": (*node.path, node.key), "text": (*node.path, "text")}),
        )


def _is_major(layout: Mapping[str, Any]) -> bool:
    return layout.get("majorClaim") is True or layout.get("major_claim") is True
