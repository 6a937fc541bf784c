"""The map as a coloured tree for the terminal: theses, pros and cons, linked premises, undercuts, speakers."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Citation, Claim, Question, Relation, RelationKind
from argmap.diagram.columns import Run, clean, columns, paint, wrap
from argmap.diagram.outline import Outline, Role, short
from argmap.diagram.shown import shown
from argmap.diagram.verdict import MARKS, WORDS, lost_effect, number, relevant

NARROWEST_TEXT = 24
"""Columns that a text keeps however deep it stands: what lies deeper continues at the left margin."""

_NARROWEST = 40
_BOLD, _DIM = "1", "2"
_QUESTION, _THESIS = "1;36", "1;34"
_STYLES = {RelationKind.SUPPORT: "1;32", RelationKind.ATTACK: "1;31", RelationKind.CONFLICT: "1;33"}
_UNDERCUT = "1;35"
_WORDS = {RelationKind.CONFLICT: "conflicts with:"}
_STEP_WORDS = {
    RelationKind.SUPPORT: "supports the step:",
    RelationKind.ATTACK: "undercuts the step:",
    RelationKind.CONFLICT: "conflicts with the step:",
}


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """The signs of a tree."""

    fork: str
    last: str
    guide: str
    top: str
    middle: str
    bottom: str
    thesis: str
    above: str
    below: str
    dot: str
    undercut: str
    signs: dict[RelationKind, str]
    marks: Mapping[Label, str]


_UNICODE = _Glyphs(
    *("├─ ", "└─ ", "│", "┌", "├", "└", "●", "↑", "↓", "·", "⊣"),
    signs={RelationKind.SUPPORT: "+", RelationKind.ATTACK: "−", RelationKind.CONFLICT: "↔"},
    marks=MARKS,
)
_ASCII = _Glyphs(
    *("|- ", "`- ", "|", "/", "|", "\\", "*", "^", "v", "|", "~"),
    signs={RelationKind.SUPPORT: "+", RelationKind.ATTACK: "-", RelationKind.CONFLICT: "<->"},
    marks={label: f"[{label}]" for label in Label},
)


def render(
    outline: Outline,
    map: ArgumentMap,
    *,
    width: int,
    colour: bool,
    unicode: bool = True,
    labelling: Labelling | None = None,
) -> str:
    """Draw a map as a tree of text.

    Args:
        outline: The outline of the map.
        map: The map itself: its title, and the names of its speakers and sources.
        width: Columns of the terminal; less than 40 are taken as 40.
        colour: Whether to use SGR sequences; without, the text holds no escape sequence at all.
        unicode: Whether guides and signs may be other than ASCII; the map's own texts always stay what they are.
        labelling: What an evaluation says of the claims and relations: a mark or a number before each claim, and
            what they mean under the tree.

    Returns:
        Lines no wider than `width`, each with its line end; empty for an empty map.
    """
    glyphs = _UNICODE if unicode else _ASCII
    drawn = shown(map)
    return _Tree(outline, drawn, max(width, _NARROWEST), colour, glyphs, relevant(drawn, labelling)).draw()


@dataclass(slots=True)
class _Stem:
    """The guide on which the steps of a node hang.

    Attributes:
        lead: What their lines begin with, up to the fork.
        forks: How many forks are still to be drawn on it.
    """

    lead: str = ""
    forks: int = 0


@dataclass(frozen=True, slots=True)
class _Opening:
    """How the lines of a claim begin: the first line, words before the claim's own, and the other lines."""

    first: tuple[Run, ...]
    words: tuple[Run, ...]
    rest: str


@dataclass(slots=True)
class _Tree:
    """One drawing; lives for one call."""

    outline: Outline
    map: ArgumentMap
    width: int
    colour: bool
    glyphs: _Glyphs
    labelling: Labelling | None
    lines: list[str] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    stems: dict[int, _Stem] = field(default_factory=dict)
    openings: dict[int, _Opening] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    later: deque[int] = field(default_factory=deque)
    pointed: set[int] = field(default_factory=set)

    def draw(self) -> str:
        self.ends = _ends(self.outline)
        if self.map.title and self.outline.nodes:
            self._write((), "", [Run(clean(self.map.title), _BOLD)])
        for root in self.outline.roots:
            if self.lines:
                self.lines.append("")
            self._head(root, "", "")
            self._walk(root)
            while self.later:
                self._continue(self.later.popleft())
        self._key()
        return "".join(f"{line}\n" for line in self.lines)

    def _key(self) -> None:
        """Say under the tree which evaluation it shows, and what the marks that occur mean."""
        if self.labelling is None or not self.lines:
            return
        title = clean(self.labelling.title)
        words = f"{title[:1].upper()}{title[1:]}, from 0 to 1" if self.labelling.strengths else f"Evaluated: {title}"
        occurring = {self.labelling.labels.get(claim.id) for claim in self.map.claims}
        signs = [(self.glyphs.marks[label], WORDS[label]) for label in Label if label in occurring]
        marks = [sign if sign.strip("[]") == word else f"{sign} {word}" for sign, word in signs]
        self.lines.append("")
        self._write((), "", [Run(words + (f" ({', '.join(marks)})" if marks else ""), _DIM)])

    def _verdict(self, item: Claim | Question) -> list[Run]:
        """The mark or the number that stands before a claim."""
        if self.labelling is None or isinstance(item, Question):
            return []
        label, strength = self.labelling.labels.get(item.id), self.labelling.strengths.get(item.id)
        if label is not None:
            return [Run(self.glyphs.marks[label], _DIM if label is Label.OUT else _BOLD), Run(" ")]
        return [Run(number(strength), _BOLD), Run(" ")] if strength is not None else []

    def _falls(self, item: Claim | Question) -> bool:
        return self.labelling is not None and self.labelling.labels.get(item.id) is Label.OUT

    def _walk(self, start: int) -> None:
        """Draw what hangs on a node that is itself drawn."""
        for step in self._steps(start):
            place, end = step, self.ends[step]
            while place < end:
                node = self.outline.nodes[place]
                if node.parent in self.numbers and node.parent != start and node.role is Role.STEP:
                    self._point(node.parent)
                    place = self.ends[place]
                    continue
                if node.role is Role.PREMISE:
                    self._claim(place, self.openings.pop(place))
                elif node.role is Role.POSITION:
                    self._head(place, *self._fork(place))
                else:
                    self._step(place)
                place += 1

    def _continue(self, place: int) -> None:
        """Draw at the left margin what lay too deep to be drawn at its place."""
        item = self.outline.nodes[place].item
        if isinstance(item, Relation):
            words = " + ".join(clean(short(self.map.claim[premise], 40)) for premise in item.premises)
            words = f"the step from {words}"
        else:
            words = clean(short(item))
        self.lines.append("")
        first = (Run(f"[{self.numbers[place]}]", _DIM), Run(" "))
        self._write(first, "    ", [Run(words, _BOLD), Run(" (continued)", _DIM)])
        self.stems[place] = _Stem("", len(self._steps(place)))
        self._walk(place)

    def _point(self, place: int) -> None:
        """Say once where the steps of a node are drawn."""
        if place in self.pointed:
            return
        self.pointed.add(place)
        self.later.append(place)
        first, rest = self._next_fork(self.stems[place])
        self._write((Run(first, _DIM),), rest, [Run(f"continues at [{self.numbers[place]}]", _DIM)])

    def _steps(self, place: int) -> list[int]:
        """What hangs on a node: steps, or the positions of a question."""
        nodes = self.outline.nodes
        return [child for child in self.outline.children[place] if nodes[child].role is not Role.PREMISE]

    def _grow(self, lead: str, *places: int) -> _Stem:
        """Give nodes that stand on one line their common stem; what would be squeezed on it is put off."""
        forks = 0
        for place in places:
            steps = len(self._steps(place))
            if steps and columns(lead) + 11 + NARROWEST_TEXT > self.width:
                self.numbers[place] = len(self.numbers) + 1
                steps = 1
            forks += steps
        stem = _Stem(lead, forks)
        self.stems.update(dict.fromkeys(places, stem))
        return stem

    def _beside(self, stem: _Stem, sign: str) -> str:
        """The guide along the lines of what has a sign: its stem under the sign, if anything will hang on it."""
        return stem.lead + (self.glyphs.guide if stem.forks else " ") + " " * len(sign)

    def _fork(self, place: int) -> tuple[str, str]:
        """The guide before a step or position, and before its further lines, with air before it near the root."""
        parent = self.outline.nodes[place].parent
        assert parent is not None
        stem = self.stems[parent]
        if self.outline.nodes[parent].role not in (Role.STEP, Role.PREMISE):
            self._write((Run(stem.lead + self.glyphs.guide, _DIM),), "", [])
        return self._next_fork(stem)

    def _next_fork(self, stem: _Stem) -> tuple[str, str]:
        stem.forks -= 1
        if stem.forks > 0:
            return stem.lead + self.glyphs.fork, f"{stem.lead}{self.glyphs.guide}  "
        return stem.lead + self.glyphs.last, f"{stem.lead}   "

    def _head(self, place: int, fork: str, lead: str) -> None:
        """Draw a question, position, thesis, or claim without one."""
        is_question = self.outline.nodes[place].role is Role.QUESTION
        sign = Run("?", _QUESTION) if is_question else Run(self.glyphs.thesis, _THESIS)
        stem = self._grow(lead, place)
        self._claim(place, _Opening((Run(fork, _DIM), sign, Run(" ")), (), self._beside(stem, sign.text)))

    def _step(self, place: int) -> None:
        """Open a step; its premises are drawn when the walk comes to them."""
        first, lead = self._fork(place)
        sign, words = self._sign(place)
        premises = [child for child in self.outline.children[place] if self.outline.nodes[child].role is Role.PREMISE]
        opening = (Run(first, _DIM), sign, Run(" "))
        if len(premises) == 1:
            stem = self._grow(lead, premises[0], place)
            self.openings[premises[0]] = _Opening(opening, words, self._beside(stem, sign.text))
            return
        stem = self._grow(lead, place)
        self._linked(premises, opening, words, self._beside(stem, sign.text))

    def _linked(self, premises: list[int], opening: tuple[Run, ...], words: tuple[Run, ...], beside: str) -> None:
        """Bracket the premises of a step; what is said of the step stands on a line above them."""
        relation = self.outline.nodes[self.outline.nodes[premises[0]].parent or 0].item if premises else None
        said = self._said_of_step(relation) if isinstance(relation, Relation) else []
        if words or said or not premises:
            self._write(opening, beside, [*(words or (Run("together", _DIM),)), *self._note(said)])
            opening = (Run(beside, _DIM),)
        for place, premise in enumerate(premises):
            is_last = place == len(premises) - 1
            lead = f"{beside}{' ' if is_last else self.glyphs.guide} "
            bracket = self.glyphs.bottom if is_last else self.glyphs.middle if place else self.glyphs.top
            self._grow(lead, premise)
            first = opening if place == 0 else (Run(beside, _DIM),)
            joined = (Run("and", _DIM), Run(" ")) if place else ()
            self.openings[premise] = _Opening((*first, Run(f"{bracket} ", _DIM)), joined, lead)

    def _sign(self, place: int) -> tuple[Run, tuple[Run, ...]]:
        """The sign of a step, and the words for it where a sign is not enough."""
        node = self.outline.nodes[place]
        assert isinstance(node.item, Relation)
        kind = node.item.kind
        onto_step = node.parent is not None and self.outline.nodes[node.parent].role is Role.STEP
        if onto_step and kind is RelationKind.ATTACK:
            sign = Run(self.glyphs.undercut, _UNDERCUT)
        else:
            sign = Run(self.glyphs.signs[kind], _STYLES[kind])
        words = (_STEP_WORDS if onto_step else _WORDS).get(kind)
        return sign, (Run(words, _DIM), Run(" ")) if words else ()

    def _claim(self, place: int, opening: _Opening) -> None:
        node = self.outline.nodes[place]
        item = node.item
        assert not isinstance(item, Relation)
        verdict = self._verdict(item)
        if node.repeat:
            arrow = self.glyphs.above if self.outline.homes[item.id] < place else self.glyphs.below
            pointer = [Run(f"{arrow} see", _DIM), Run(" "), *verdict, Run(clean(short(item)))]
            self._write(opening.first, opening.rest, [*opening.words, *pointer])
            return
        title, text = clean(item.title or ""), clean(item.text)
        text = text or ("" if title else clean(item.id))
        is_head = node.role is not Role.PREMISE
        faded = self._falls(item)
        name = Run(title or text, _DIM if faded else _BOLD if title or is_head else "")
        note = self._note(self._said_of(place))
        if title and text and text != title:
            self._write(opening.first, opening.rest, [*opening.words, *verdict, name])
            self._write((Run(opening.rest, _DIM),), opening.rest, [Run(text, _DIM if faded else ""), *note])
        else:
            self._write(opening.first, opening.rest, [*opening.words, *verdict, name, *note])

    def _note(self, said: list[str]) -> list[Run]:
        return [Run(f" [{f' {self.glyphs.dot} '.join(said)}]", _DIM)] if said else []

    def _said_of(self, place: int) -> list[str]:
        """Small things about a claim, and about the step whose only premise it is."""
        node = self.outline.nodes[place]
        item = node.item
        said: list[str] = []
        if isinstance(item, Claim):
            said += self._names(item.by)
            if item.implicit:
                said.append("implicit")
        if isinstance(item, Claim | Question):
            said += self._places(item.cites)
        if isinstance(item, Claim) and item.score is not None:
            said.append(f"score {item.score:g}")
        if node.role is Role.PREMISE and node.parent is not None:
            step = self.outline.nodes[node.parent]
            relation = step.item
            if isinstance(relation, Relation) and len(dict.fromkeys(relation.premises)) == 1 and not step.repeat:
                said += self._said_of_step(relation)
        return said

    def _said_of_step(self, relation: Relation) -> list[str]:
        lost = lost_effect(relation, self.labelling)
        said = [lost] if lost else []
        if relation.scheme:
            said.append(f"scheme: {clean(relation.scheme)}")
        if relation.by or relation.cites:
            said.append(f"step: {', '.join([*self._names(relation.by), *self._places(relation.cites)])}")
        return said

    def _names(self, speakers: tuple[str, ...]) -> list[str]:
        known = self.map.speaker
        return [clean(known[speaker].name if speaker in known else speaker) for speaker in speakers]

    def _places(self, cites: tuple[Citation, ...]) -> list[str]:
        """Places in sources; the source is named only where the map has several or the place is the whole of it."""
        alone = len(self.map.sources) == 1
        return list(
            dict.fromkeys(
                clean(cite.place if alone and cite.place else f"{cite.source} {cite.place}".strip()) for cite in cites
            )
        )

    def _write(self, first: tuple[Run, ...], rest: str, runs: list[Run]) -> None:
        """Write styled words as lines: the first after `first`, further ones after the guide `rest`."""
        room = self.width - max(sum(columns(run.text) for run in first), columns(rest))
        lead: tuple[Run, ...] = first
        for line in wrap(runs, max(2, room)):
            self.lines.append(paint([*lead, *line], colour=self.colour))
            lead = (Run(rest, _DIM),)


def _ends(outline: Outline) -> list[int]:
    """For each node the place after the last one below it."""
    ends = list(range(1, len(outline.nodes) + 1))
    for place in range(len(outline.nodes) - 1, -1, -1):
        parent = outline.nodes[place].parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[place])
    return ends
