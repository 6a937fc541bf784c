"""Who holds what, as far as the dialogue of a file says so: locutions, and the illocutions that lead from them."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from argmap.formats.aif.words import plain, squeezed
from argmap.formats.trees.values import Object

HOLDING = frozenset(
    """
    asserting arguing agreeing restating conceding popularconceding affirming assertivequestioning
    rhetoricalquestioning defaultillocuting
    """.split()  # noqa: SIM905
)
"""What people do who hold what they say. Those who ask, challenge, quote or suppose need not hold it."""

QUESTIONING = frozenset("purequestioning questioning challenging".split())  # noqa: SIM905
"""What people do who ask whether something is so."""

_LONGEST_NAME = 80
_CLOSE = re.compile(r"([^:\s][^:]{0,60}?):\s")
_MOST_WORDS = 3


class Dialogue:
    """The dialogue of a file, or of what a map carries along.

    Args:
        nodes: Type and raw node by id.
        edges: The ends of all edges, in their order.
        locutions: Who said which utterance.
        participants: The people, with names.
    """

    def __init__(
        self,
        nodes: Mapping[str, tuple[str, Object]],
        edges: Iterable[tuple[str, str]],
        locutions: Sequence[Object] = (),
        participants: Sequence[Object] = (),
    ) -> None:
        self._nodes = nodes
        self._locutions = locutions
        self._people = {str(item.get("participantID")): name for item in participants if (name := name_of(item))}
        self._persons = self._by_node()
        self._into: dict[str, list[str]] = defaultdict(list)
        self._out: dict[str, list[str]] = defaultdict(list)
        self._leading: list[tuple[str, str]] = []
        for source, target in edges:
            if source in nodes and target in nodes:
                self._join(source, target)
        self._close_names: frozenset[str] | None = None

    def _join(self, source: str, target: str) -> None:
        kinds = self._nodes[source][0], self._nodes[target][0]
        if kinds[1] == "YA":
            self._into[target].append(source)
        elif kinds[0] == "YA":
            self._leading.append((source, target))
        elif kinds == ("TA", "L"):
            self._out[source].append(target)

    def _by_node(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for item in self._locutions if self._people else ():
            name = self._people.get(str(item.get("personID")))
            if name:
                found.setdefault(item["nodeID"], name)
        return found

    def holders(self, later: Collection[str] = ()) -> dict[str, list[str]]:
        """Names of those who hold something, by the ids of nodes for statements, each once.

        Args:
            later: Ids of illocutions that come after all others.
        """
        found: dict[str, dict[str, None]] = {}
        for step, target in sorted(self._leading, key=lambda pair: pair[0] in later) if later else self._leading:
            if self._nodes[target][0] == "I" and self.illocution(step) in HOLDING:
                for name in filter(None, map(self.speaker, self._utterances(step))):
                    found.setdefault(target, {})[name] = None
        for node_id, name in self._persons.items():
            if node_id in self._nodes and self._nodes[node_id][0] == "I":
                found.setdefault(node_id, {})[name] = None
        return {node_id: list(names) for node_id, names in found.items()}

    def questioned(self) -> frozenset[str]:
        """Ids of nodes that somebody asks about."""
        return frozenset(target for step, target in self._leading if self.illocution(step) in QUESTIONING)

    def contents(self) -> Iterable[tuple[str, str]]:
        """Pairs of an utterance and what is said by it, whatever is done by saying it."""
        for step, target in self._leading:
            for source in self._utterances(step):
                yield source, target

    def illocution(self, node_id: str) -> str:
        """What somebody does by an utterance, for comparison."""
        raw = self._nodes[node_id][1]
        for key in ("text", "scheme"):
            found = squeezed(raw[key]) if isinstance(raw.get(key), str) else ""
            if found not in ("", "ya"):
                return found
        return ""

    def _utterances(self, step: str) -> Iterable[str]:
        """The utterances that an illocution starts from; from a transition, those it leads to."""
        for source in self._into[step]:
            kind = self._nodes[source][0]
            yield from [source] if kind == "L" else self._out[source] if kind == "TA" else ()

    def speaker(self, node_id: str) -> str | None:
        """Who speaks in an utterance: the participant, or whoever its text names."""
        if node_id in self._persons:
            return self._persons[node_id]
        text = self._text(node_id)
        spaced = text.partition(" : ")
        if spaced[1] and len(spaced[0]) <= _LONGEST_NAME:
            # Annotators put their own names before what they report: `Ann: Bob : text`.
            return " ".join(spaced[0].rpartition(": ")[2].split()) or None
        close = _CLOSE.match(text)
        return close[1] if close and close[1] in self._known() else None

    def _text(self, node_id: str) -> str:
        text = self._nodes[node_id][1].get("text")
        return plain(text) if isinstance(text, str) else ""

    def _known(self) -> frozenset[str]:
        """Names that stand right before a colon and are known otherwise, or occur more than once."""
        if self._close_names is None:
            begin = (_CLOSE.match(self._text(node_id)) for node_id, (kind, _) in self._nodes.items() if kind == "L")
            counted = Counter(found[1] for found in begin if found and len(found[1].split()) <= _MOST_WORDS)
            often = (name for name, number in counted.items() if number > 1)
            self._close_names = frozenset([*often, *self._people.values()])
        return self._close_names


def name_of(participant: Mapping[str, Any]) -> str:
    """The name of a participant."""
    parts = [participant.get(key) for key in ("firstname", "surname")]
    return " ".join(" ".join(part for part in parts if isinstance(part, str)).split())


def person(number: int, name: str) -> Object:
    """A participant of this name."""
    first, _, last = name.rpartition(" ")
    return {"participantID": number, "firstname": first or last, "surname": last if first else ""}
