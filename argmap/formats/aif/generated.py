"""What argmap writes of its own accord: nodes for restatements and utterances of maps that come from no such file.

A reader knows them again by their ids and words, so that they need not be carried along.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from argmap.formats.aif.dialogue import Dialogue
from argmap.formats.aif.document import Document
from argmap.formats.aif.rephrasing import Rephrase
from argmap.formats.aif.words import STATEMENT, asserting, further, step_node, utterance, written
from argmap.formats.trees.values import Object


def rephrase_ids(node_id: str, number: int) -> tuple[str, str]:
    """Ids of the node for a restatement, counted from 1, and of the step from it to its claim."""
    return f"{node_id}_R{number}", f"{node_id}_M{number}"


def utterance_ids(node_id: str, number: int) -> tuple[str, str]:
    """Ids of the node for an utterance of a claim, counted from 1, and of the step from it to the claim."""
    return f"{node_id}_L{number}", f"{node_id}_Y{number}"


def other_words(rephrases: Iterable[Rephrase]) -> list[Object]:
    """What is to be carried along of the restatements of a claim, in their order; nothing of those written anyway."""
    found = []
    for number, item in enumerate(rephrases, 1):
        node = further(item.node.raw, {"text": written(item.node.text.strip()), "type": STATEMENT})
        step = further(item.step.raw, step_node(item.step.type))
        if node or step or (item.node.id, item.step.id) != rephrase_ids(item.root, number) or item.said != item.root:
            said = {"nodeID": item.node.id, **node, "text": item.node.text, "step": {"nodeID": item.step.id, **step}}
            found.append(said if item.said == item.root else said | {"to": item.said})
    return found


class Spoken(NamedTuple):
    """Utterances that are written anyway: ids of their nodes, and the edges between these, by their ends."""

    nodes: frozenset[str]
    edges: frozenset[tuple[str, str]]


def spoken(document: Document, dialogue: Dialogue, texts: Mapping[str, str]) -> Spoken:
    """Find the utterances that say no more than that somebody holds a claim.

    Args:
        document: The file.
        dialogue: Its dialogue.
        texts: Texts of claims by the ids of their nodes.
    """
    wanted = [node_id for node_id in texts if utterance_ids(node_id, 1)[0] in document.nodes]
    if not wanted:
        return Spoken(frozenset(), frozenset())
    degrees = Counter(end for edge in document.edges for end in (edge.source, edge.target))
    plain_edges = {(edge.source, edge.target) for edge in document.edges if len(edge.raw) == len(("fromID", "toID"))}
    told = {item["nodeID"] for item in document.locutions if any(item.get(key) for key in ("start", "end", "source"))}
    found: list[tuple[str, str, str]] = []
    for node_id in wanted:
        number = 1
        while True:
            said, step = utterance_ids(node_id, number)
            name = dialogue.speaker(said) if said in document.nodes and step in document.nodes else None
            if not name or said in told or (degrees[said], degrees[step]) != (1, 2):
                break
            nodes = document.nodes[said].raw, document.nodes[step].raw
            if further(nodes[0], utterance(name, texts[node_id])) or further(nodes[1], asserting()):
                break
            if not {(said, step), (step, node_id)} <= plain_edges:
                break
            found.append((said, step, node_id))
            number += 1
    edges = frozenset(pair for said, step, node_id in found for pair in ((said, step), (step, node_id)))
    return Spoken(frozenset(end for said, step, _ in found for end in (said, step)), edges)
