"""The words of tables: what columns are called, and what is said of relations, kinds and truth."""

import re
import unicodedata
from collections.abc import Iterable

from argmap.core.model import RelationKind
from argmap.core.registry import did_you_mean

COLUMNS: dict[str, str] = {
    "id": "claim-id node-id statement-id argument-id identifier key number no nr ref #",
    "text": "claim claim-text statement content argument argument-text sentence proposition full-text body message"
    " wording child premise",
    "parent": "parent-id target target-id parent-claim to replies-to reply-to in-reply-to on about conclusion",
    "relation": "relation-type relationship stance type pro/con pro-or-con polarity position side rel",
    "with": "linked linked-with together-with co-premises linked-premises",
    "relation id": "edge-id relation-name step reason",
    "scheme": "argument-scheme argumentation-scheme",
    "weight": "relation-weight",
    "part of": "part-of-argument",
    "title": "label short-name heading headline name short",
    "kind": "node-type claim-type claim-kind type",
    "answers": "question question-id issue answer-to position-on",
    "by": "speaker speakers author authors who user user-name participant said-by person",
    "source": "sources cites cited citation citations reference references",
    "quote": "quotes quotation excerpt passage",
    "implicit": "unstated is-implicit",
    "assumed": "assumption is-assumed",
    "score": "credence confidence base-score strength probability",
    "tags": "tag keywords keyword category categories labels topics",
    "note": "notes comment comments remark remarks",
    "link": "url href web-address address links",
    "group": "groups cluster section theme part",
    "restatements": "restatement other-wordings",
    "hidden": "is-hidden",
    "closed": "is-closed",
    "colour": "color",
    "members": "",
    "role": "",
    "language": "",
    "date": "",
    "paragraphs": "",
    "file": "",
    "supports": "supports-claim",
    "attacks": "attacks-claim opposes",
    "conflicts": "conflicts-with",
    "undercuts": "",
}
"""What tables call their columns: argmap's names, each with others that mean the same, the likeliest first."""

STATED = {"supports": "pro", "attacks": "con", "conflicts": "conflict", "undercuts": "undercut"}
"""Columns that say parent and relation in one, with the word for the relation."""

WRITTEN = tuple(name for name in COLUMNS if name not in STATED)
"""The columns that argmap writes, in their order."""

ALWAYS = ("id", "text", "parent", "relation")
"""Those that every table has."""

OF_RELATIONS = ("parent", "relation", "with", "relation id", "scheme", "weight", "part of")
"""Columns that are about the relation of a row, not about its claim."""

OF_BOTH = ("by", "source", "quote", "tags", "note")
"""Columns that are about the claim, or in a row without a text about its relation."""

_SUPPORT = """
    pro pros support supports supporting for in-favour in-favor in-favour-of agree agrees agreement reason evidence
    positive justifies because entails + 1 +1
"""
_ATTACK = """
    con cons contra attack attacks attacking against oppose opposes opposing objection object objects rebut rebuts
    rebuttal refute refutes refutation counter counters counterargument counter-argument contradicts disagree
    disagrees denies negative undermine undermines undermining but - -1 \N{MINUS SIGN} \N{EN DASH}
"""
_CONFLICT = "conflict conflicts conflicts-with contrary contrary-to contraries contradiction incompatible ><"
_UNDERCUT = "undercut undercuts undercutter undercutting"
_ANSWER = "answer answers position positions response responds-to"
_KINDS = {
    "claim": "claim statement premise conclusion thesis node proposition main-claim major-claim root",
    "argument": "argument",
    "question": "question issue",
    "group": "group",
    "speaker": "speaker person",
    "source": "source reference",
    "map": "map debate discussion",
}

UNDERCUT, ANSWER = "undercut", "answer"
"""What relations may be said to be, beyond the kinds that a map knows."""


def plain(text: str) -> str:
    """A name in small letters without spaces, hyphens, underscores and other signs; signs alone stay as they are."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", "", folded) or folded.strip()


def _word(text: str) -> str:
    """A word in small letters, with single spaces for spaces, underscores and hyphens inside it."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return re.sub(r"(?<=\w)[\s_-]+(?=\w)", " ", folded).rstrip(".:")


def _listed(words: str) -> Iterable[str]:
    return map(_word, words.split())


NAMES: dict[str, tuple[str, ...]] = {
    column: tuple(dict.fromkeys((plain(column), *map(plain, others.split())))) for column, others in COLUMNS.items()
}
"""The columns with their names in plain letters, the likeliest first."""

KNOWN = frozenset(name for names in NAMES.values() for name in names)
"""Every name of a column in plain letters."""

_RELATIONS: dict[str, str] = {
    **dict.fromkeys(_listed(_SUPPORT), RelationKind.SUPPORT.value),
    **dict.fromkeys(_listed(_ATTACK), RelationKind.ATTACK.value),
    **dict.fromkeys(_listed(_CONFLICT), RelationKind.CONFLICT.value),
    **dict.fromkeys(_listed(_UNDERCUT), UNDERCUT),
    **dict.fromkeys(_listed(_ANSWER), ANSWER),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in _listed(words)}


def relation_of(text: str) -> str | None:
    """What a word says of a relation: one of the kinds, `undercut` or `answer`; None for no such word."""
    return _RELATIONS.get(_word(text))


def kind_of(text: str) -> str | None:
    """What a word says a row is about: `claim`, `argument`, `question`, `group`, ...; None for no such word."""
    return _KIND_OF.get(_word(text))


def near_relation(text: str) -> str | None:
    """The word for a relation that a text was most likely meant to be, or None."""
    return did_you_mean(text, ("pro", "con", "support", "attack", "conflict", "undercut", "supports", "attacks"))


def columns_of(names: Iterable[str]) -> dict[str, int]:
    """The places of argmap's columns among the names of a table. Of several for one thing the likeliest counts."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        places.setdefault(plain(name), []).append(place)
    found: dict[str, int] = {}
    taken: set[int] = set()
    for exact in (True, False):  # `type` is that of the relation, unless another column is called `relation`
        for column, known in NAMES.items():
            for name in () if column in found else known[:1] if exact else known[1:]:
                free = [place for place in places.get(name, ()) if place not in taken]
                if free:
                    found[column] = free[0]
                    taken.add(free[0])
                    break
    return found


def is_table(columns: Iterable[str]) -> bool:
    """Whether columns are those of a table of claims: texts, or ids with what they bear on."""
    known = set(columns)
    return "text" in known or ("id" in known and not known.isdisjoint(("parent", *STATED)))
