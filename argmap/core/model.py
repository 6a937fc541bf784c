"""The map as a value: claims, the relations between them, and what they refer to. Nothing here reads or draws."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeAlias

from argmap.core.source import SourceFile, Span

Spans: TypeAlias = Mapping[str, Span]
"""Places by field: `id`, `text`, `title`, `target`, ...; items of a list as `by.0`, `cites.1`, `premises.0`."""

NEUTRAL_SCORE = 0.5
"""Base score of a claim whose file gives none: it says neither yes nor no."""

Data: TypeAlias = Mapping[str, Any]
"""What a file says beyond the fields of the model: texts, numbers, truth values, None, and lists and mappings of these.

argmap keeps it and does not look into it, but for what other formats carry along under their own names: `argdown`.
"""

_NOWHERE: Spans = MappingProxyType({})
_NO_DATA: Data = MappingProxyType({})


def _spans() -> Spans:
    return _NOWHERE


def _data() -> Data:
    return _NO_DATA


class RelationKind(StrEnum):
    """What a relation does to its target."""

    SUPPORT = "support"
    ATTACK = "attack"
    CONFLICT = "conflict"
    """Symmetric conflict: premise and target attack each other (contraries); exactly one premise."""


class ClaimKind(StrEnum):
    """A plain claim, or an argument: a claim node that sums up a reason (Argdown's `<A>`)."""

    CLAIM = "claim"
    ARGUMENT = "argument"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source.

    Attributes:
        source: Id of the source.
        section: Name or number of a section, or None.
        paragraph: Number of the paragraph, from 1, in the section if one is given, else in the whole source.
        quote: The words that stand there, or None.
    """

    source: str
    section: str | None = None
    paragraph: int | None = None
    quote: str | None = None
    spans: Spans = field(default_factory=_spans, compare=False, repr=False)

    @property
    def place(self) -> str:
        """The place in short form (`s2.p3`, or `The witness, p3` for a named section); empty for a source alone."""
        paragraph = f"p{self.paragraph}" if self.paragraph else ""
        if not self.section:
            return paragraph
        if self.section.isdecimal():
            return f"s{self.section}.{paragraph}".removesuffix(".")
        return f"{self.section}, {paragraph}".removesuffix(", ")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that somebody may hold.

    Attributes:
        id: Unique among claims, relations, questions and groups.
        text: The statement in full.
        title: A short name for it, or None.
        kind: `claim`, or `argument` for a node that sums up a reason.
        answers: Ids of the questions to which the claim is a position.
        by: Ids of the speakers who hold it.
        cites: Where it was said.
        implicit: True for a premise that the reasoning needs and that nobody states.
        score: Base score, how credible it is before arguments, in [0, 1]; None if not given.
        assumed: Whether it stands by itself until it is attacked; None if not given: then it does if nothing supports
            it.
        tags: Free labels.
        note: A remark for readers of the file.
        link: An address that the drawn claim leads to.
        restatements: Other wordings of the same claim, in the order in which they were given.
        hidden: Whether pictures leave it out: what is said for or against it then counts for its argument.
        colour: The colour of its card as `#rrggbb`, or None for none of its own.
        data: Whatever else the file says of it.
    """

    id: str
    text: str
    title: str | None = None
    kind: ClaimKind = ClaimKind.CLAIM
    answers: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    implicit: bool = False
    score: float | None = None
    assumed: bool | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    link: str | None = None
    restatements: tuple[str, ...] = ()
    hidden: bool = False
    colour: str | None = None
    data: Data = field(default_factory=_data, hash=False)
    spans: Spans = field(default_factory=_spans, compare=False, repr=False)

    @property
    def label(self) -> str:
        """What to call the claim in a sentence: its title, else its text."""
        return self.title or self.text

    @property
    def base_score(self) -> float:
        """Its score, or the neutral one if none is given."""
        return NEUTRAL_SCORE if self.score is None else self.score


@dataclass(frozen=True, slots=True)
class Relation:
    """Support, attack or symmetric conflict, from one or more premises to a target.

    Attributes:
        id: The id given in the file, else the name made of its ends (`faster -> tram`), see `relation_name`.
        kind: What it does.
        premises: Ids of claims; several are linked: they only count together.
        target: Id of a claim, or of a relation: then an attack is an undercut.
        named: Whether the id was given in the file.
        scheme: Name of the argumentation scheme (Walton, Reed & Macagno 2008), or None.
        weight: How much of its premises' strength it passes on, in [0, 1]; None if not given: then all of it.
        by: Ids of the speakers who draw the connection.
        cites: Where it is drawn.
        tags: Free labels.
        note: A remark for readers of the file.
        argument: Id of the argument (a claim of this kind) whose reasoning the relation is a step of, or None. Such a
            relation leads to the argument, from it, or to a conclusion on the way.
        data: Whatever else the file says of it.
    """

    id: str
    kind: RelationKind
    premises: tuple[str, ...]
    target: str
    named: bool = False
    scheme: str | None = None
    weight: float | None = None
    by: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    argument: str | None = None
    data: Data = field(default_factory=_data, hash=False)
    spans: Spans = field(default_factory=_spans, compare=False, repr=False)

    def premises_for(self, end: str) -> tuple[str, ...]:
        """The claims that it starts from, each once, seen from an end: of a symmetric conflict the other claim."""
        if self.kind is RelationKind.CONFLICT and end == self.premises[0]:
            return (self.target,)
        return tuple(dict.fromkeys(self.premises))


@dataclass(frozen=True, slots=True)
class Question:
    """What the debate is about (an IBIS issue: Kunz & Rittel 1970). Claims that answer it are positions."""

    id: str
    text: str
    title: str | None = None
    cites: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    spans: Spans = field(default_factory=_spans, compare=False, repr=False)

    @property
    def label(self) -> str:
        """What to call the question in a sentence: its title, else its text."""
        return self.title or self.text


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who holds claims: a person, an office, a group."""

    id: str
    name: str
    role: str | None = None
    link: str | None = None
    spans: Spans = field(default_factory=_spans, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Where things were said.

    Attributes:
        id: Unique among sources.
        title: What it is called.
        author: Who wrote it, or None.
        date: As the author of the map typed it.
        link: Where it can be read.
        text: Path of a local copy, relative to the map's file, inside its folder.
        paragraphs: How many paragraphs it has; lets `p17` be checked without the text.
    """

    id: str
    title: str
    author: str | None = None
    date: str | None = None
    link: str | None = None
    text: str | None = None
    paragraphs: int | None = None
    spans: Spans = field(default_factory=_spans, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a map. Members are claims and questions; a group may lie in a `parent` group.

    Attributes:
        id: Unique among claims, relations, questions and groups.
        title: What it is called.
        members: Ids of claims and questions.
        parent: Id of the group that it lies in, or None.
        note: A remark for readers of the file.
        tags: Free labels.
        closed: Whether pictures show it as a single card that stands for all its members.
        hidden: Whether pictures draw no area for it; its members lie in the group around it.
        colour: The colour of its area as `#rrggbb`, or None for none of its own.
        data: Whatever else the file says of it.
    """

    id: str
    title: str
    members: tuple[str, ...] = ()
    parent: str | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    closed: bool = False
    hidden: bool = False
    colour: str | None = None
    data: Data = field(default_factory=_data, hash=False)
    spans: Spans = field(default_factory=_spans, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Display:
    """How the map asks to be drawn, where whoever draws it says nothing else.

    Attributes:
        direction: Where the reasons lie, seen from the thesis: `down`, `up`, `left` or `right`; None for no wish.
        labels: What cards say: `title`, `text` or `both`; None for no wish.
        tag_colours: Colours of the claims with a tag, as `#rrggbb`, the most important tag first.
        relation_colours: Colours of lines by the kind of relation.
    """

    direction: str | None = None
    labels: str | None = None
    tag_colours: Mapping[str, str] = field(default_factory=_data, hash=False)
    relation_colours: Mapping[str, str] = field(default_factory=_data, hash=False)


Entity: TypeAlias = Claim | Relation | Question | Speaker | Source | Group


@dataclass(frozen=True)
class ArgumentMap:
    """Claims and the relations between them, about one debate.

    Ids in it may be dangling: a map with faults is still a map, and `argmap.check` says what is wrong.

    Attributes:
        title: What the debate is called, or None.
        description: A sentence or two about it.
        language: Language of the texts as a BCP 47 tag, such as `en`.
        claims, relations, questions, speakers, sources, groups: In the order of the file; each id once.
        display: How it asks to be drawn.
        data: Whatever else the file says.
        repeated: Further definitions of an id that was already taken; kept only for the checker.
        origin: The text it was read from, or None.
    """

    title: str | None = None
    description: str | None = None
    language: str | None = None
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    questions: tuple[Question, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    sources: tuple[Source, ...] = ()
    groups: tuple[Group, ...] = ()
    display: Display = Display()
    data: Data = field(default_factory=_data, hash=False)
    repeated: tuple[Entity, ...] = field(default=(), compare=False, repr=False)
    origin: SourceFile | None = field(default=None, compare=False, repr=False)
    spans: Spans = field(default_factory=_spans, compare=False, repr=False)

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return MappingProxyType({item.id: item for item in self.claims})

    @cached_property
    def relation(self) -> Mapping[str, Relation]:
        """Relations by id."""
        return MappingProxyType({item.id: item for item in self.relations})

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Questions by id."""
        return MappingProxyType({item.id: item for item in self.questions})

    @cached_property
    def speaker(self) -> Mapping[str, Speaker]:
        """Speakers by id."""
        return MappingProxyType({item.id: item for item in self.speakers})

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return MappingProxyType({item.id: item for item in self.sources})

    @cached_property
    def group(self) -> Mapping[str, Group]:
        """Groups by id."""
        return MappingProxyType({item.id: item for item in self.groups})

    def citations(self) -> Iterator[Citation]:
        """Every citation of the map, in file order within each kind of thing."""
        for question in self.questions:
            yield from question.cites
        for claim in self.claims:
            yield from claim.cites
        for relation in self.relations:
            yield from relation.cites


def relation_name(premises: tuple[str, ...], target: str) -> str:
    """The name of a relation without an id: `a -> b`, with linked premises `a + c -> b`."""
    return f"{' + '.join(premises)} -> {target}"
