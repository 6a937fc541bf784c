"""What stands at the end of a report: disagreements, gaps, who speaks, and the sources."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.digest.gaps import shared_questions
from argmap.report.base import Bibliography, Block, Entry, Item, Listing, Paragraph, Word, Words
from argmap.report.cases import key_of
from argmap.report.words import NB, Speech, apart, counted, full_stop, listed, name, places, plain, words

if TYPE_CHECKING:
    from argmap.core.model import Relation, Source
    from argmap.digest.base import CriticalQuestion, Digest, Disagreement
    from argmap.report.cases import Homes

_UNSUPPORTED = (
    "The reasoning builds on these claims, while nothing in the map supports them and no source is given for them."
)
_CRITICAL = (
    "The steps below bear on a position directly and follow a known pattern of reasoning. Each pattern invites "
    "questions (Walton, Reed and Macagno 2008); nothing in the map takes them up."
)


def disagreements(digest: "Digest", speech: Speech, homes: "Homes") -> list[Block]:
    """Who contradicts whom."""
    items = [item for found in digest.disagreements for item in _disagreement(found, speech, homes)]
    return [Listing(tuple(items))] if items else []


def _disagreement(found: "Disagreement", speech: Speech, homes: "Homes") -> list[Item]:
    by, others = speech.names(found.by), speech.names(found.by_others)
    against = [speech.claim(claim, _where(claim.id, homes)) for claim in found.against]
    way = ", against the step from it: " if found.step else ", to the contrary: "
    return [
        Item(words(Word(f"{by}:", "strong"), " ", speech.claim(found.claim, _where(found.claim.id, homes)))),
        Item(words(Word(others, "strong"), way, apart(against, " ")), 1),
    ]


def _where(claim: str, homes: "Homes") -> Words:
    home = homes.get(claim)
    return (Word(f"section{NB}{home}", "soft", anchor=key_of(home)),) if home else ()


def unsupported(digest: "Digest", speech: Speech, homes: "Homes") -> list[Block]:
    """Claims that rest on nothing."""
    if not digest.unsupported:
        return []
    items = []
    for claim in digest.unsupported:
        state = words(Word("implicit", "soft")) if claim.implicit else ()
        aside = apart([part for part in (state, _where(claim.id, homes)) if part])
        items.append(Item(speech.claim(claim, aside)))
    return [Paragraph(words(_UNSUPPORTED)), Listing(tuple(items))]


def critical_questions(digest: "Digest") -> list[Block]:
    """The questions that patterns of reasoning ask of the steps that bear on positions, by pattern."""
    direct = {
        point.relation.id
        for section in digest.sections
        for case in section.cases
        for point in (*case.reasons, *case.objections)
        if point.level == 0
    }
    asked = shared_questions(item for item in digest.critical_questions if item.relation.id in direct)
    if not asked:
        return []
    found: list[Block] = [Paragraph(words(_CRITICAL))]
    items: list[Item] = []
    for group in asked:
        scheme = f"{group.scheme.replace('-', ' ').capitalize()}:"
        items.append(Item(words(Word(scheme, "strong"), " ", _steps(digest, group.steps), ".")))
        items.append(Item(words(" ".join(map(plain, group.texts))), 1))
    found.append(Listing(tuple(items)))
    rest = _rest(digest.critical_questions, direct)
    if rest:
        more = f"Steps deeper in the map leave {counted(rest, 'more question')} of this kind open."
        found.append(Paragraph(words(more), "note"))
    return found


def _steps(digest: "Digest", steps: "Sequence[Relation]") -> Words:
    claims = digest.map.claim
    told = []
    for item in steps:
        ends = [words(f"“{name(claims[key])}”") for key in dict.fromkeys(item.premises) if key in claims]
        end = claims.get(item.target)
        told.append(words("from ", listed(ends), f" to “{name(end)}”" if end else ""))
    return apart(told)


def _rest(questions: "Sequence[CriticalQuestion]", direct: set[str]) -> int:
    return sum(item.relation.id not in direct for item in questions)


def speakers(digest: "Digest") -> list[Block]:
    """Who is heard."""
    items = []
    for item in digest.map.speakers:
        role = f", {plain(item.role)}" if item.role else ""
        items.append(Item(words(Word(plain(item.name) or item.id, "strong", link=item.link), full_stop(role) or ".")))
    return [Listing(tuple(items))] if items else []


def bibliography(digest: "Digest") -> list[Block]:
    """The sources that are cited, with the places."""
    entries = []
    for number, item in enumerate(digest.references, start=1):
        where = places([_parsed(place) for place, _ in item.cited if place])
        entries.append(
            Entry(f"source-{number}", number, _source(item.source), words(f"Cited: {where}." if where else ""))
        )
    return [Bibliography(tuple(entries))] if entries else []


def _source(item: "Source") -> Words:
    author = full_stop(plain(item.author)) + " " if item.author else ""
    title = Word(plain(item.title) or item.id, "emphasis", link=item.link)
    date = f" ({plain(item.date)})" if item.date else ""
    stop = "" if title.text.endswith(("?", "!", ".")) and not date else "."
    return words(author, title, date, stop)


def _parsed(place: str) -> tuple[str, str | None, int | None]:
    """A place in short form, as section and paragraph."""
    head, _, tail = place.rpartition(", ")
    if tail[:1] == "p" and tail[1:].isdecimal():
        return place, head or None, int(tail[1:])
    section, _, paragraph = place.partition(".")
    if section[:1] == "s" and section[1:].isdecimal() and (not paragraph or paragraph[1:].isdecimal()):
        return place, section[1:], int(paragraph[1:]) if paragraph else None
    return place, place, None
