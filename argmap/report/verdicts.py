"""What stands and why, as text: the evaluation in a sentence, then a reason for each position, short."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.core.labelling import Label
from argmap.diagram.outline import short
from argmap.report.base import Block, Item, Listing, Paragraph, Word, Words
from argmap.report.cases import key_of
from argmap.report.words import NB, apart, counted, name, plain, verdict, words
from argmap.reporters.answers.prose import LONGEST_NAME

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap, Claim
    from argmap.digest.base import Digest
    from argmap.report.cases import Homes
    from argmap.report.wishes import Wishes

_MEANING = (
    "A claim stands if nothing that stands speaks against it; it falls if something that stands does, or if its last "
    "support has gone; it is undecided if it hangs on a conflict that nothing settles."
)
_STRENGTH = (
    "Each claim has a strength from 0 to 1: it starts from its base score, reasons lift it and objections lower it."
)
_LIMITS = "This weighs only what is in the map: a fact that nobody has entered does not count."
_WIDE = 100_000
"""Cells of a line that is never broken."""
_MOST_NAMED = 12


def verdicts(digest: "Digest", whole: "ArgumentMap", wishes: "Wishes", homes: "Homes") -> list[Block]:
    """The blocks of the section on what stands; the digest has a labelling.

    Args:
        digest: What the report tells.
        whole: The map that was evaluated: all of it, also where the report tells a part.
        wishes: How it was evaluated.
        homes: Where claims are told.
    """
    assert digest.labelling is not None
    is_strength = bool(digest.labelling.strengths)
    found: list[Block] = [Paragraph(words(_count(digest))), Paragraph(words(_STRENGTH if is_strength else _MEANING))]
    told: set[str] = set()
    for section in digest.sections:
        items = []
        for case in section.cases:
            if case.claim.id not in told:
                told.add(case.claim.id)
                items.append(Item(_why(case.claim, digest, whole, wishes, homes)))
        if items:
            title = name(section.question) if section.question else ("Theses" if len(items) > 1 else "Thesis")
            found += [Paragraph(words(title), "heading"), Listing(tuple(items))]
    others = list(_others(digest, told))
    if others:
        found += [Paragraph(words("Other claims"), "heading"), Listing(tuple(others))]
    return [*found, Paragraph(words(_LIMITS), "note")]


def _count(digest: "Digest") -> str:
    labelling = digest.labelling
    assert labelling is not None
    title = plain(labelling.title)
    if labelling.strengths:
        return f"The map was evaluated by {title}."
    labels = [labelling.labels.get(claim.id) for claim in digest.map.claims]
    stand, fall, open_ = (labels.count(label) for label in (Label.IN, Label.OUT, Label.UNDECIDED))
    verb = "stands" if stand == 1 else "stand"
    late = labels.count(Label.UNKNOWN)
    rest = f", and {late:,} {'was' if late == 1 else 'were'} not worked out in time" if late else ""
    return (
        f"By {title}, {stand:,} of {counted(len(labels), 'claim')} {verb}, {fall:,} {'falls' if fall == 1 else 'fall'} "
        f"and {open_:,} {'is' if open_ == 1 else 'are'} undecided{rest}."
    )


def _why(claim: "Claim", digest: "Digest", whole: "ArgumentMap", wishes: "Wishes", homes: "Homes") -> Words:
    """The outcome and the sentence that says why."""
    home = homes.get(claim.id)
    where: Words = (Word(f" (section{NB}{home})", "soft", anchor=key_of(home)),) if home else ()
    reason = _sentence(claim, whole, wishes)
    outcome = verdict(digest.labelling, claim.id)
    return words(Word(name(claim), "strong"), where, " – ", outcome, ". " if reason else ".", reason)


def _sentence(claim: "Claim", whole: "ArgumentMap", wishes: "Wishes") -> str:
    """Why it has its label or strength, in a sentence; nothing if there is none to tell."""
    if claim.id not in whole.claim or wishes.evaluate is None:
        return ""
    from argmap.reporters.answers import ANSWER_FORMATS, Account
    from argmap.semantics.explanation.why import why

    reasons = why(whole, claim.id, wishes.evaluate, support=wishes.support, depth=2, timeout=wishes.timeout)
    if not reasons.cases:
        return ""
    parts = ANSWER_FORMATS["text"].write(Account(whole, reasons, width=_WIDE)).split("\n\n")
    told = [plain(part.split("\n")[0]) for part in parts]
    return _without_name(told[0], claim) if len(told) == 1 else " ".join(told)


def _without_name(told: str, claim: "Claim") -> str:
    """The reason in `“A” stands: it is supported`, as a sentence, for those who have just read what becomes of A."""
    start = f"“{plain(short(claim, LONGEST_NAME))}” "
    verb, colon, reason = told.removeprefix(start).partition(": ")
    is_plain = told.startswith(start) and colon and "“" not in verb
    return reason[:1].upper() + reason[1:] if is_plain else told


def _others(digest: "Digest", told: set[str]) -> Iterator[Item]:
    """The claims besides the positions that fall or are undecided."""
    labelling = digest.labelling
    assert labelling is not None
    for label, style in ((Label.OUT, "falls"), (Label.UNDECIDED, "undecided"), (Label.UNKNOWN, "soft")):
        found = [
            claim for claim in digest.map.claims if claim.id not in told and labelling.labels.get(claim.id) is label
        ]
        if found:
            sample = verdict(labelling, found[0].id)
            yield Item(words(Word(f"{sample[0].text}:".capitalize(), style), " ", _named(found)))  # type: ignore[arg-type]


def _named(claims: "Sequence[Claim]") -> Words:
    shown = [words(f"“{name(claim)}”") for claim in claims[:_MOST_NAMED]]
    rest = len(claims) - len(shown)
    return words(apart(shown), f"; and {rest:,} more" if rest else "", ".")
