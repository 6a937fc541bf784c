"""A map in one sentence."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from argmap.core.graph import MapGraph
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Question, RelationKind
from argmap.diagram.hidden import contracted
from argmap.diagram.outline import short
from argmap.diagram.verdict import number

LONGEST = 250
"""How many characters a sentence has at most: it is listened to in one go."""

_VERDICTS = {
    Label.IN: ("stands", "stand"),
    Label.OUT: ("falls", "fall"),
    Label.UNDECIDED: ("is undecided", "are undecided"),
    Label.UNKNOWN: ("is not worked out", "are not worked out"),
}


class _Room(NamedTuple):
    """How much a sentence may tell: how many claims by name, how long their names, how long that of the map."""

    names: int
    name: int
    title: int


_ROOMS = (_Room(3, 48, 100), _Room(2, 48, 90), _Room(2, 36, 70), _Room(1, 36, 60), _Room(0, 0, 60), _Room(0, 0, 20))


def sentence(map: ArgumentMap, labelling: Labelling | None = None) -> str:
    """Say in one sentence what a map is about and what is in it, as the short text alternative of its picture.

    It names the map by its title, else by its question or thesis; tells how many claims and arguments there are, the
    first positions or theses by their short titles, how many supports and attacks; and what an evaluation says.

    Args:
        map: A map or a part of one; hidden claims do not count.
        labelling: What an evaluation says of its claims.

    Returns:
        A sentence of at most `LONGEST` characters on one line, with a full stop at its end.
    """
    shown = contracted(map)
    graph = MapGraph(shown)
    positions, theses = _heads(shown, graph)
    reasons = _reasons(graph)
    for room in _ROOMS:
        about = _about(shown, positions, theses, labelling, room)
        line = "; ".join(part for part in (about, reasons, _verdicts(shown, labelling, room)) if part)
        if len(line) < LONGEST:
            return f"{line}."
    return f"{line[: LONGEST - 2].rstrip()}…."


def _heads(map: ArgumentMap, graph: MapGraph) -> tuple[list[Claim], list[Claim]]:
    """The positions on questions of the map, in their order, and the theses that answer none."""
    order = {question.id: place for place, question in enumerate(map.questions)}
    answering = [(min(order[key] for key in item.answers if key in order), item)
                 for item in map.claims if any(key in order for key in item.answers)]  # fmt: skip
    positions = [item for _, item in sorted(answering, key=lambda pair: pair[0])]
    taken = {item.id for item in positions}
    return positions, [item for item in graph.roots if item.id not in taken]


def _about(
    map: ArgumentMap, positions: Sequence[Claim], theses: Sequence[Claim], labelling: Labelling | None, room: _Room
) -> str:
    """The sentence up to the reasons: what the map is called, how much is in it, and the claims that it is about."""
    title = f" “{_cut(map.title, room.title)}”" if map.title and map.title.strip() else ""
    many = _count(len(map.questions), "question")
    if not title and len(map.questions) == 1:
        title = f" on the question “{_cut(map.questions[0].text or map.questions[0].label, room.title)}”"
    if not map.claims:
        on = f" on {many}" if len(map.questions) > 1 else ""
        return f"Argument map{title}{on}, still {'without an answer' if map.questions else 'empty'}"
    counts = [_count(sum(item.kind is kind for item in map.claims), kind.value) for kind in ClaimKind]
    parts = " and ".join(part for part in counts if not part.startswith("0 "))
    if not title and not positions and len(theses) == 1:
        return f"Argument map on the thesis “{short(theses[0], room.title)}”{_strength(theses[0], labelling)}: {parts}"
    where = f" on {many}" if len(map.questions) > 1 else ""
    heads = _listed(positions, "position", labelling, room) or _listed(theses, "thesis", labelling, room)
    return f"Argument map{title}: {parts}{where}{heads}"


def _listed(claims: Sequence[Claim], noun: str, labelling: Labelling | None, room: _Room) -> str:
    """The first claims by name; a last one is named rather than counted."""
    if not claims:
        return ""
    if not room.names:
        return f", with {_count(len(claims), noun)}"
    named = claims if len(claims) <= room.names + 1 else claims[: room.names]
    names = [f"“{short(item, room.name)}”{_strength(item, labelling)}" for item in named]
    left = len(claims) - len(names)
    return f", with the {_noun(len(claims), noun)} {_joined([*names, f'{left:,} more'] if left else names)}"


def _strength(claim: Claim, labelling: Labelling | None) -> str:
    if labelling is None or claim.id not in labelling.strengths:
        return ""
    return f" ({number(labelling.strengths[claim.id])})"


def _reasons(graph: MapGraph) -> str:
    """How many steps support something, and how many attack something; a symmetric conflict is one of these.

    Not how many speak for a position: an attack may well be the answer to an objection.
    """
    supports = sum(item.kind is RelationKind.SUPPORT for item in graph.relations)
    counts = ((supports, "support"), (len(graph.relations) - supports, "attack"))
    return " and ".join(_count(count, noun) for count, noun in counts if count)


def _verdicts(map: ArgumentMap, labelling: Labelling | None, room: _Room) -> str:
    """How many claims stand, fall and are undecided; for strengths, what the numbers behind the names are."""
    if labelling is None:
        return ""
    title = _cut(labelling.title, 60)
    found = Counter(labelling.labels[item.id] for item in map.claims if item.id in labelling.labels)
    told = [(found[label], words[found[label] > 1]) for label, words in _VERDICTS.items() if found[label]]
    if told:
        first = f"{_count(told[0][0], 'claim')} {told[0][1]}"
        return f"{_joined([first, *(f'{count:,} {verb}' for count, verb in told[1:])])} ({title})"
    if any(item.id in labelling.strengths for item in map.claims):
        return f"in brackets: {title}" if room.names else f"evaluated: {title}"
    return ""


def _count(count: int, noun: str) -> str:
    return f"{count:,} {_noun(count, noun)}"


def _noun(count: int, noun: str) -> str:
    return noun if count == 1 else "theses" if noun == "thesis" else f"{noun}s"


def _joined(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _cut(text: str, limit: int) -> str:
    return short(Question(" ", text), limit)
