"""What can be offered where a name is wanted: claims, relations, questions, speakers, sources, schemes, words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from lsprotocol.types import CompletionItemKind

from argmap.core.model import ArgumentMap, Claim, ClaimKind, Group, Question, Relation
from argmap.core.schemes import CATALOGUE
from argmap.editing import Kind
from argmap.lsp.features.passages import paragraphs_of, passages_of
from argmap.lsp.features.yaml_cursor import Cursor
from argmap.lsp.features.yaml_fields import Field, fields, place_at


class Candidate(NamedTuple):
    """Something that can be offered.

    Attributes:
        name: What is put into the text.
        shape: The sign that an editor shows beside it.
        detail: What it is called or says; it is cut where it is shown.
        kind: What of the map it names, or None.
        words: What there is to say of it if it names nothing of the map.
        is_field: Whether it is the key of a field; `opens` then says whether a mapping or list stands below it.
        opens: See `is_field`.
    """

    name: str
    shape: CompletionItemKind
    detail: str = ""
    kind: Kind | None = None
    words: str = ""
    is_field: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where something is wanted: the map as far as it is known, and the place."""

    map: ArgumentMap
    cursor: Cursor

    @property
    def own(self) -> str | None:
        """Id of the claim or group in which the place lies."""
        path = self.cursor.path
        return path[1] if len(path) > 1 and path[0] in ("claims", "groups") else None


def candidates_at(map: ArgumentMap, cursor: Cursor) -> Iterator[Candidate]:
    """All that can be offered at a place of a native map, the best first; items that a list has already are not."""
    place = place_at(cursor.path)
    if place.names and cursor.is_value and not cursor.siblings:
        names = place.names
        if names == "targets" and "supports" in cursor.path:
            names = "claims"
        taken = {*cursor.values}
        yield from (item for item in _OFFERS[names](Wanted(map, cursor)) if item.name not in taken)
    if place.form and cursor.is_key:
        if place.form == "tags":
            yield from (item._replace(is_field=True) for item in _tags(Wanted(map, cursor)))
        yield from (_field(item) for item in fields(place.form) if item.name not in cursor.siblings)


_OPEN_FIELDS = frozenset(
    "sources speakers questions claims relations groups display data tag_colours relation_colours".split()  # noqa: SIM905
)


def _field(item: Field) -> Candidate:
    detail = "must be there" if item.required else ""
    words = item.description
    return Candidate(item.name, CompletionItemKind.Property, detail, None, words, True, item.name in _OPEN_FIELDS)


def claim_candidate(item: Claim) -> Candidate:
    """A claim, to be named by its id."""
    shape = CompletionItemKind.Interface if item.kind is ClaimKind.ARGUMENT else CompletionItemKind.Reference
    return Candidate(item.id, shape, item.label, "claim")


def _claims(wanted: Wanted) -> Iterator[Candidate]:
    """The claims, the nearest first: those above the place, then those below it."""
    everything, own = wanted.map.claims, wanted.own
    places = {item.id: place for place, item in enumerate(everything)}
    here = places.get(own or "", len(everything))
    for item in (*everything[:here][::-1], *everything[here:]):
        if item.id != own:
            yield claim_candidate(item)


def _relations(wanted: Wanted) -> Iterator[Candidate]:
    """The relations that can be undercut, those that the claim is no premise of."""
    for item in wanted.map.relations:
        if wanted.own is None or wanted.own not in item.premises:
            yield Candidate(item.id, CompletionItemKind.Event, _step(wanted.map, item), "relation")


def _step(map: ArgumentMap, item: Relation) -> str:
    target = map.claim.get(item.target)
    return f"{item.kind} of {target.label if target else item.target}"


def _targets(wanted: Wanted) -> Iterator[Candidate]:
    yield from _claims(wanted)
    yield from _relations(wanted)


def _arguments(wanted: Wanted) -> Iterator[Candidate]:
    for item in wanted.map.claims:
        if item.kind is ClaimKind.ARGUMENT:
            yield claim_candidate(item)


def _question(item: Question) -> Candidate:
    return Candidate(item.id, CompletionItemKind.Unit, item.label, "question")


def _questions(wanted: Wanted) -> Iterator[Candidate]:
    return map(_question, wanted.map.questions)


def _members(wanted: Wanted) -> Iterator[Candidate]:
    """Claims and questions, first those that no group has."""
    grouped = {name for group in wanted.map.groups for name in group.members}
    everything = [*map(claim_candidate, wanted.map.claims), *map(_question, wanted.map.questions)]
    yield from sorted(everything, key=lambda item: item.name in grouped)


def _speakers(wanted: Wanted) -> Iterator[Candidate]:
    for item in wanted.map.speakers:
        detail = f"{item.name}, {item.role}" if item.role else item.name
        yield Candidate(item.id, CompletionItemKind.Constant, detail, "speaker")


def _sources(wanted: Wanted) -> Iterator[Candidate]:
    for item in wanted.map.sources:
        yield Candidate(item.id, CompletionItemKind.File, item.title, "source")


def _citations(wanted: Wanted) -> Iterator[Candidate]:
    """Sources, or behind a `#` the places in one."""
    source, sign, _ = wanted.cursor.typed.partition("#")
    if not sign:
        yield from _sources(wanted)
        return
    for paragraph in paragraphs_of(wanted.map, source):
        words = paragraph.text[:1_000]
        yield Candidate(f"{source}#p{paragraph.number}", CompletionItemKind.Snippet, words, None, words)
    text = passages_of(wanted.map, source)
    for number, heading in enumerate(text.headings if text else (), 1):
        yield Candidate(f"{source}#s{number}", CompletionItemKind.Module, heading)


def _groups(wanted: Wanted) -> Iterator[Candidate]:
    for item in wanted.map.groups:
        if item.id != wanted.own:
            yield Candidate(item.id, CompletionItemKind.Module, item.title, "group")


def scheme_candidates() -> Iterator[Candidate]:
    """The schemes that argmap knows, each with what it is and asks."""
    for scheme in CATALOGUE.values():
        asked = "\n".join(f"- {question.text}" for question in scheme.questions)
        yield Candidate(scheme.name, CompletionItemKind.Value, scheme.about, None, f"{scheme.about}\n\n{asked}")


def tags_of(map: ArgumentMap) -> list[str]:
    """The tags of a map, each once, in the order in which they first occur."""
    tagged: tuple[Claim | Relation | Question | Group, ...] = (*map.claims, *map.relations, *map.questions, *map.groups)
    return list(dict.fromkeys(tag for item in tagged for tag in item.tags))


def _tags(wanted: Wanted) -> Iterator[Candidate]:
    return (Candidate(tag, CompletionItemKind.Keyword) for tag in tags_of(wanted.map))


def _words(*given: tuple[str, str]) -> Callable[[Wanted], Iterable[Candidate]]:
    found = [Candidate(name, CompletionItemKind.EnumMember, detail) for name, detail in given]
    return lambda _: found


_OFFERS: Mapping[str, Callable[[Wanted], Iterable[Candidate]]] = MappingProxyType(
    {
        "claims": _claims,
        "targets": _targets,
        "arguments": _arguments,
        "questions": _questions,
        "members": _members,
        "speakers": _speakers,
        "sources": _sources,
        "citations": _citations,
        "groups": _groups,
        "schemes": lambda _: scheme_candidates(),
        "tags": _tags,
        "truth": _words(("true", ""), ("false", "")),
        "version": _words(("1", "the version of the format")),
        "claim kinds": _words(("claim", "a statement"), ("argument", "a node that sums up a whole reason")),
        "relation kinds": _words(
            ("support", "a reason for the target"),
            ("attack", "a reason against the target"),
            ("conflict", "both cannot be held together"),
        ),
        "directions": _words(
            ("down", "reasons below the thesis"),
            ("up", "reasons above the thesis"),
            ("left", "reasons to the left of the thesis"),
            ("right", "reasons to the right of the thesis"),
        ),
        "labels": _words(
            ("title", "cards say their title"), ("text", "cards say their text"), ("both", "cards say both")
        ),
    }
)
"""What is offered for each kind of name in `yaml_fields`."""
