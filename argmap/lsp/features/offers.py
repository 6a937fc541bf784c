"""Changes of the argument that make sense at a place of a document, as operations."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lsprotocol.types import CodeActionKind

from argmap.core.ids import Ids, first_words
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Question, Relation, RelationKind, relation_name
from argmap.core.source import Span
from argmap.diagram.outline import short
from argmap.editing.operations import Add, Operation, Remove, SetFields, Split
from argmap.lsp.documents import Document
from argmap.lsp.features.entries import entry_at
from argmap.lsp.features.names import occurrence_at
from argmap.rules.wording import second_sentence

_UNSAID = "..."
"""The text of a claim that is still to be written."""

_LOOSE_ENDS = re.compile(r"(?:[\s,;:–—-]+(?:and|but|or|so|yet))?[\s,;:–—-]+\Z", re.IGNORECASE)
"""What is left hanging where the end of a sentence was taken away."""

_CLOSING = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*\Z")
_NAME_LENGTH = 40
"""Letters of a claim in the title of a change."""

_LEAST_WORDS = 2
"""Words that must be selected, and left over, for either to be a claim."""


class Offer(NamedTuple):
    """A change that can be offered.

    Attributes:
        title: What it does, as an imperative.
        kind: The kind of change, by which editors sort them.
        operation: What is done to the map.
    """

    title: str
    kind: CodeActionKind
    operation: Operation


def offers_at(document: Document, place: Span) -> list[Offer]:
    """The changes that make sense at a place; none while the text cannot be read."""
    known = document.loaded.map
    if known is None:
        return []
    found: list[Offer] = []
    item = _item_at(document, known, place.start)
    if isinstance(item, Claim):
        found += _apart(known, item, place)
        found += _reasons(known, item, titled=document.is_argdown)
    elif isinstance(item, Question):
        found += _position(known, item)
    relation = _relation_at(document, known, place.start)
    if relation is not None:
        found += _of_relation(known, relation, titled=document.is_argdown)
    return [*found, *_removal(document, known, place.start)]


def _item_at(document: Document, known: ArgumentMap, offset: int) -> Claim | Question | None:
    """The claim or question in whose entry a place is; in Argdown the one that is named there goes first."""
    named = occurrence_at(document, offset) if document.is_argdown else None
    if named is not None and named.name in known.claim:
        return known.claim[named.name]
    return entry_at(document, known, offset)


def _apart(known: ArgumentMap, claim: Claim, place: Span) -> Iterator[Offer]:
    """Making a claim of the words that are selected, or of a second sentence."""
    if claim.kind is ClaimKind.ARGUMENT:
        return
    words = " ".join(claim.text.split())
    if place.end > place.start:
        parts = _selected(words, " ".join(place.text.split()))
        title = "Extract as claim"
    else:
        rest = second_sentence(words)
        parts = (words[: -len(rest)].strip(), rest) if rest else None
        title = "Make each sentence a claim"
    if parts is None:
        return
    new = _ids(known).made(first_words(parts[1]))
    is_premise = any(claim.id in item.premises and item.kind is not RelationKind.CONFLICT for item in known.relations)
    yield Offer(title, CodeActionKind.RefactorExtract, Split(claim.id, *parts, new, None, linked=False))
    if is_premise:
        split = Split(claim.id, *parts, new, None, linked=True)
        yield Offer(f"{title}, linked to this one", CodeActionKind.RefactorExtract, split)


def _selected(words: str, chosen: str) -> tuple[str, str] | None:
    """A text without the words that were chosen, and these as a sentence; None if either is too short for a claim."""
    if not chosen:
        return None
    before, found, behind = (part.strip() for part in words.partition(chosen))
    before = _LOOSE_ENDS.sub("", f"{before} ").strip()
    is_end = bool(_CLOSING.fullmatch(behind))
    if is_end:
        behind = "" if _CLOSING.search(before) else behind
    rest = _LOOSE_ENDS.sub("", before + behind if is_end else f"{before} {behind}").strip()
    second = _LOOSE_ENDS.sub("", chosen.strip(" ,;:–—-"))
    if not found or len(rest.split()) < _LEAST_WORDS or len(second.split()) < _LEAST_WORDS:
        return None
    closing = _CLOSING.search(words)
    if closing:
        rest = rest if _CLOSING.search(rest) else rest + closing[0]
        second = second if _CLOSING.search(second) else second + closing[0]
    return rest[:1].upper() + rest[1:], second[:1].upper() + second[1:]


def _reasons(known: ArgumentMap, claim: Claim, *, titled: bool) -> Iterator[Offer]:
    name = f"“{short(claim, _NAME_LENGTH)}”"
    for title, wanted, kind in (
        (f"Add an objection to {name}", "new-objection", RelationKind.ATTACK),
        (f"Add a reason for {name}", "new-reason", RelationKind.SUPPORT),
    ):
        relation = Relation("", kind, (wanted,), claim.id)
        yield Offer(title, CodeActionKind.Refactor, _added(known, relation, claim.id, titled=titled))


def _added(known: ArgumentMap, wanted: Relation, after: str, *, titled: bool) -> Add:
    """A claim still to be written, with its relation.

    Args:
        known: The map.
        wanted: The relation; its premise has the id that the claim gets if nobody has it.
        after: Id of the claim behind which it is put.
        titled: Whether it needs a title for relations to name it, as in Argdown.
    """
    new = _ids(known).made(wanted.premises[0])
    title = new.replace("-", " ").capitalize() if titled else None
    relation = replace(wanted, id=relation_name((new,), wanted.target), premises=(new,))
    return Add(Claim(new, _UNSAID, title), (relation,), after=after)


def _position(known: ArgumentMap, question: Question) -> Iterator[Offer]:
    new = _ids(known).made("new-position")
    claim = Claim(new, _UNSAID, answers=(question.id,))
    yield Offer("Add a position on this question", CodeActionKind.Refactor, Add(claim))


def _of_relation(known: ArgumentMap, relation: Relation, *, titled: bool) -> Iterator[Offer]:
    """Turning a relation into its opposite, and denying its step."""
    if relation.kind is RelationKind.CONFLICT:
        return
    target = known.claim.get(relation.target)
    if target is not None:
        other = RelationKind.ATTACK if relation.kind is RelationKind.SUPPORT else RelationKind.SUPPORT
        turned = SetFields(relation.id, {"kind": str(other)})
        article = "an" if other is RelationKind.ATTACK else "a"
        yield Offer(
            f"Turn into {article} {other} of “{short(target, _NAME_LENGTH)}”", CodeActionKind.RefactorRewrite, turned
        )
    undercut = Relation("", RelationKind.ATTACK, ("new-undercut",), relation.id)
    added = _added(known, undercut, relation.premises[0], titled=titled)
    yield Offer("Add an undercut of this step", CodeActionKind.Refactor, added)


def _relation_at(document: Document, known: ArgumentMap, offset: int) -> Relation | None:
    """The relation whose place in the file an offset lies in."""
    for item in known.relations:
        if not item.premises:
            continue
        span = item.spans.get("relation")
        if span and span.start <= offset <= span.end and document.uri_of(span.source) == document.uri:
            return item
    return None


def _removal(document: Document, known: ArgumentMap, offset: int) -> Iterator[Offer]:
    """Removing the claim on whose definition a place is."""
    found = occurrence_at(document, offset)
    if found is not None and found.is_definition and found.kind == "claim" and found.name in known.claim:
        title = f"Remove “{short(known.claim[found.name], _NAME_LENGTH)}” and its relations"
        yield Offer(title, CodeActionKind.Refactor, Remove((found.name,), with_relations=True))


def _ids(known: ArgumentMap) -> Ids:
    return Ids([*known.claim, *known.relation, *known.question, *known.group])
