"""The argumentation schemes that argmap knows, after Walton, Reed & Macagno (2008): what each is, and its names."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from argmap.core.registry import Registry, did_you_mean

_FILE = Path(__file__).with_name("schemes.json")
_LONGEST = 120
"""Characters that a name may have; whatever is longer is a sentence and names nothing."""


@dataclass(frozen=True, slots=True)
class Premise:
    """A premise that steps of a scheme have.

    Attributes:
        role: What it does in the step, in a word; no two premises of a scheme have the same role.
        text: A sentence that stands for all such premises, with capital letters for what differs.
    """

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class SchemeQuestion:
    """A critical question: what to ask of a step before one relies on it.

    Attributes:
        text: The question.
        doubts: What a bad answer would speak against: the role of a premise, `step` or `conclusion`.
    """

    text: str
    doubts: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A pattern of reasoning.

    Attributes:
        name: Its canonical name: lower case, words joined by hyphens, without "argument from".
        title: What it is called in a text.
        family: What it is listed with.
        about: What it is, in a sentence.
        premises: What it builds on, at least one premise.
        conclusion: A sentence that stands for what it leads to.
        questions: What it asks, two to five questions.
        aliases: What else it is called, each in the form of a name.
    """

    name: str
    title: str
    family: str
    about: str
    premises: tuple[Premise, ...]
    conclusion: str
    questions: tuple[SchemeQuestion, ...]
    aliases: tuple[str, ...] = ()


def _scheme(item: Mapping[str, Any]) -> Scheme:
    return Scheme(
        item["name"],
        item["title"],
        item["family"],
        item["about"],
        tuple(Premise(one["role"], one["text"]) for one in item["premises"]),
        item["conclusion"],
        tuple(SchemeQuestion(one["text"], one["doubts"]) for one in item["questions"]),
        tuple(item["aliases"]),
    )


_DATA = json.loads(_FILE.read_text(encoding="utf-8"))

SOURCE: str = _DATA["source"]
"""The book that the schemes are taken from."""

CATALOGUE: Registry[Scheme] = Registry("scheme", map(_scheme, _DATA["schemes"]), name=lambda scheme: scheme.name)
"""All schemes by their canonical names, family by family."""

SCHEMES: tuple[str, ...] = tuple(CATALOGUE)
"""The canonical names."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_GAP = re.compile(r"[\W_]+")
_EMPTY = frozenset(
    "a an appeal argument argumentation for from by in inference its of scheme the to".split()  # noqa: SIM905
)
"""Words that do not tell one name from another."""
_LEAD = re.compile(r"(?:argument(?:ation)?|appeal|reasoning)(?:from|to|by|for)")


@lru_cache(maxsize=4096)
def scheme_named(text: str) -> str | None:
    """Return the canonical name of the scheme that a text means, or None if argmap knows none of that name.

    Case, spaces, underscores, punctuation, `CamelCase`, plurals, the word "argument" and small words make no
    difference; other common names are understood too: `Argument from Expert Opinion`, `ExpertOpinion_Inference` and
    `authority` are all `expert-opinion`.
    """
    if text in CATALOGUE:
        return text
    if len(text) > _LONGEST:
        return None
    return _looked_up(text) or _looked_up(
        text.rstrip("0123456789")
    )  # `ethotic1` is the first of two forms of one scheme


def near_scheme(text: str) -> str | None:
    """Return the canonical name of the scheme that a text was most likely meant to name, or None if none is near."""
    known = {name: scheme.name for scheme in CATALOGUE.values() for name in (scheme.name, *scheme.aliases)}
    words = [word for word in _words(text) if word not in _EMPTY]
    return known.get(did_you_mean("-".join(words), known) or "")


def _looked_up(text: str) -> str | None:
    by_words, by_letters = _names()
    words = _words(text)
    letters = "".join(words)
    return by_words.get(_key(words)) or by_letters.get(letters) or by_letters.get(_LEAD.sub("", letters, count=1))


def _words(text: str) -> list[str]:
    """The words of a name in small letters: what stands between humps, spaces and signs."""
    return [word for word in _GAP.split(_HUMP.sub("-", text).casefold()) if word]


def _key(words: list[str]) -> str:
    """What all spellings of a name have in common: its telling words in the singular."""
    return "-".join(word for word in (_singular(word) for word in words if word not in _EMPTY) if word not in _EMPTY)


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


@cache
def _names() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The schemes by the telling words of their names and other names, and by their letters without any gap."""
    found = dict(_spellings())
    by_words = {_key(_words(name)): scheme for name, scheme in found.items()}
    by_letters = {"".join(_words(name)): scheme for name, scheme in found.items()}
    return MappingProxyType(by_words), MappingProxyType(by_letters)


def _spellings() -> Iterator[tuple[str, str]]:
    """All names with the scheme that they mean; canonical names last, so that nothing takes their place."""
    for scheme in CATALOGUE.values():
        yield from ((alias, scheme.name) for alias in scheme.aliases)
    yield from ((name, name) for name in SCHEMES)
