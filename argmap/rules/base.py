"""What a rule is, what it is given, and how it points at places of a map."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from argmap.core.codes import LEDGER, Severity
from argmap.core.diagnostics import Diagnostic, Edit, Fix, Label
from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Citation, Claim, Entity, Group, Question, Relation, Source, Speaker
from argmap.core.paragraphs import Passages, passages
from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile, Span

_SAFE_NAME = re.compile(r"\w[\w.-]*(?: (?:\+|->) \w[\w.-]*)*")
"""Names that can stand without quotes in YAML."""

_NEAR_NAME_BUDGET = 100_000
"""Pairs of names compared for did-you-mean in one run of a rule; beyond that, findings come without a suggestion."""

_WORDS: Mapping[type, str] = MappingProxyType(
    {
        Claim: "claim",
        Relation: "relation",
        Question: "question",
        Speaker: "speaker",
        Source: "source",
        Group: "group",
    }
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that a project may set.

    Attributes:
        title_length: How many characters a title may have, at least 1; None for what is usual.
    """

    title_length: int | None = None


def _no_texts() -> Mapping[str, SourceFile | None]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Context:
    """What a rule is given.

    Attributes:
        map: The map, with whatever faults it has.
        graph: The same as a graph.
        texts: Local copies of sources by source id; None for a copy that could not be read.
        limits: Bounds that a project may set.
        is_argdown: Whether the file is Argdown: there statements are named by their titles, and prose is no fault.
    """

    map: ArgumentMap
    graph: MapGraph
    texts: Mapping[str, SourceFile | None] = field(default_factory=_no_texts)
    limits: Limits = Limits()
    is_argdown: bool = False

    @classmethod
    def of(
        cls,
        map: ArgumentMap,
        texts: Mapping[str, SourceFile | None] | None = None,
        limits: Limits | None = None,
        *,
        is_argdown: bool = False,
    ) -> "Context":
        """Make the context of a map, with its graph."""
        return cls(map, MapGraph(map), texts or {}, limits or Limits(), is_argdown)

    @cached_property
    def passages(self) -> Mapping[str, Passages]:
        """Paragraphs and headings of the local copies that could be read, by source id."""
        return {name: passages(text.text) for name, text in self.texts.items() if text is not None}

    @property
    def is_english(self) -> bool:
        """Whether rules that know only English words may speak: the map says English, or says nothing."""
        return (self.map.language or "en").casefold().split("-")[0] in ("en", "eng")

    @cached_property
    def prose(self) -> frozenset[str]:
        """Ids of statements of an Argdown text that have no title and stand in no relation: mere text."""
        if not self.is_argdown:
            return frozenset()
        joined = {name for item in self.map.relations for name in (*item.premises, item.target)}
        return frozenset(claim.id for claim in self.map.claims if claim.id not in joined and typed_title(claim) is None)

    @property
    def looked_at(self) -> Iterator[Claim]:
        """The claims whose wording matters: all but prose."""
        return (claim for claim in self.map.claims if claim.id not in self.prose)


Check: TypeAlias = Callable[[Context], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule on the roll.

    Attributes:
        name: Its name in the ledger.
        check: What it finds in a map, or None for a finding that is made while a file, the configuration or a document
            is read.
        page: Its page as Markdown: a sentence, then why it matters, an example, and a better one.
        may_be_left_out: Whether a check can go without it; not so where a command stops at it.
        is_by_default: Whether its findings are reported without being asked for; of others, only those that are
            selected by name or by the whole code.
    """

    name: str
    check: Check | None
    page: str
    may_be_left_out: bool = True
    is_by_default: bool = True

    @property
    def code(self) -> str:
        """Its code in the ledger, such as `AM101`."""
        return LEDGER[self.name].code

    @property
    def severity(self) -> Severity:
        """How grave its findings are."""
        return LEDGER[self.name].severity

    @property
    def is_of_documents(self) -> bool:
        """Whether it speaks of a document that a map stands in, and not of the map: all of AM6."""
        return self.code.startswith("AM6")

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return self.page.strip().split("\n\n", 1)[0].replace("\n", " ")


def place(thing: Entity | Citation, *fields: str) -> Span | None:
    """The place of the first of the fields that has one, else of the thing's id, else None."""
    for name in (*fields, "id"):
        span = thing.spans.get(name)
        if span is not None:
            return span
    return None


def typed_title(claim: Claim) -> str | None:
    """What stands in the brackets of an Argdown statement or argument: its title, or its id; None without brackets."""
    span = claim.spans.get("id")
    is_typed = span is not None and span != claim.spans.get("text") and span.text == claim.id
    return claim.title or (claim.id if is_typed else None)


def softened(found: Diagnostic) -> Diagnostic:
    """The same as a warning: what is an error in argmap's own format is legal in Argdown, if hardly meant."""
    return replace(found, severity=Severity.WARNING)


def labels(*pairs: tuple[Span | None, str]) -> tuple[Label, ...]:
    """Secondary labels of the places that are known."""
    return tuple(Label(span, message) for span, message in pairs if span is not None)


def worded(map: ArgumentMap) -> tuple[Claim | Question, ...]:
    """What has a text of its own: questions, then claims."""
    return (*map.questions, *map.claims)


def held(map: ArgumentMap) -> tuple[Claim | Relation, ...]:
    """What a speaker can hold: claims, then relations."""
    return (*map.claims, *map.relations)


def cited(map: ArgumentMap) -> Iterator[tuple[Question | Claim | Relation, Citation]]:
    """Every citation of the map with the thing that it belongs to."""
    owners: tuple[Question | Claim | Relation, ...] = (*map.questions, *map.claims, *map.relations)
    for owner in owners:
        for citation in owner.cites:
            yield owner, citation


def described(map: ArgumentMap, name: str) -> str | None:
    """What a name stands for in the map: `a question`, or None if nothing is called so."""
    for roll in (map.claim, map.relation, map.question, map.group, map.speaker, map.source):
        if name in roll:
            return f"a {_WORDS[type(roll[name])]}"
    return None


def word_for(thing: Entity) -> str:
    """What a kind of thing is called: `claim`, `speaker`, ..."""
    return _WORDS[type(thing)]


def near_names(unknown: Iterable[str], known: Iterable[str]) -> Mapping[str, str]:
    """The known name nearest to each unknown one, where there is one; for as many as can be compared quickly."""
    names = sorted(known)
    words = list(dict.fromkeys(unknown))[: _NEAR_NAME_BUDGET // max(1, len(names))]
    found = {word: did_you_mean(word, names) for word in words}
    return {word: name for word, name in found.items() if name is not None}


def ask(name: str | None) -> str | None:
    """The help that suggests a name."""
    return f"did you mean `{name}`?" if name else None


def rename(span: Span | None, old: str, new: str | None, *, safe: bool = False) -> Fix | None:
    """A fix that writes one name for another, or None where the text at the place is not just the old name."""
    if span is None or not new or not _SAFE_NAME.fullmatch(new):
        return None
    typed = span.text
    quote = typed[0] if typed[:1] in ("'", '"') and typed[-1:] == typed[:1] and len(typed) > 1 else ""
    if typed.removeprefix(quote).removesuffix(quote) != old:
        return None
    return Fix(f"Write `{new}`", (Edit(span, f"{quote}{new}{quote}"),), safe=safe)


def within(span: Span | None, part: str) -> Span | None:
    """The place of a part of a text, or the whole place if the part is not there in these letters, or is twice."""
    if span is None or not part or span.text.count(part) != 1:
        return span
    start = span.start + span.text.index(part)
    return Span(span.source, start, start + len(part))


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: "`a`, `b` and `c`", shortened where there are more than six of them."""
    all_names = list(names)
    marked = [f"`{name}`" for name in all_names[:6]]
    if len(all_names) > 6:
        marked[5:] = [f"{len(all_names) - 5} more"]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}" if marked else ""
