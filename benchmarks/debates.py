"""Debates made by chance, the same for the same size and seed, as argmap YAML and as Argdown."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CLAIMS_TO_A_THESIS = 40
"""How many claims of a debate stand under one thesis, about."""

SECOND_RELATION = 0.1
"""Share of the claims that bear on a second claim as well."""

SUBJECTS = [
    "town",
    "council",
    "school",
    "harbour",
    "market",
    "bridge",
    "library",
    "tram",
    "hospital",
    "park",
    "river",
    "theatre",
    "street",
    "museum",
]
VERBS = [
    "needs",
    "offers",
    "loses",
    "keeps",
    "gains",
    "shares",
    "plans",
    "delays",
    "funds",
    "opens",
    "repairs",
    "measures",
    "counts",
    "moves",
]
THINGS = [
    "money",
    "time",
    "space",
    "trust",
    "visitors",
    "workers",
    "water",
    "power",
    "rooms",
    "light",
    "reports",
    "seats",
    "trees",
    "books",
]
ENDS = [
    "in the coming year",
    "more than it can carry",
    "without asking anybody",
    "as a survey of last spring shows",
    "although the plan said otherwise",
    "for people who live outside the centre",
    "while its neighbours do not",
]


class Statement(NamedTuple):
    """A claim with the claims that it bears on: their numbers, each with whether it supports."""

    number: int
    title: str
    text: str
    onto: tuple[tuple[int, bool], ...]


def debate(size: int, seed: int = 1) -> Iterator[Statement]:
    """Make a debate of `size` claims, one after another, each onto earlier ones of its own thesis."""
    chance = random.Random(seed)
    start = 0
    for number in range(size):
        if number % CLAIMS_TO_A_THESIS == 0:
            start = number
        words = (chance.choice(SUBJECTS), chance.choice(VERBS), chance.choice(THINGS), chance.choice(ENDS))
        onto = []
        if number > start:
            onto.append((chance.randrange(max(start, number - 12), number), chance.random() < 0.6))
            other = chance.randrange(start, number)
            if chance.random() < SECOND_RELATION and other != onto[0][0]:
                onto.append((other, chance.random() < 0.6))
        title = f"{words[0].capitalize()} {words[1]} {words[2]}, no. {number}"
        yield Statement(number, title, f"The {' '.join(words)}, as point {number} has it.", tuple(onto))


def write_argmap(path: Path, size: int) -> None:
    """Write a debate in argmap's own format."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(argmap_lines(size))


def argmap_lines(size: int, seed: int = 1) -> Iterator[str]:
    """Return a debate in argmap's own format, line by line."""
    yield f"argmap: 1\ntitle: A debate of {size} claims\nclaims:\n"
    for item in debate(size, seed):
        yield f"  c{item.number}:\n    title: {item.title}\n    text: {item.text}\n"
        for word, kind in (("supports", True), ("attacks", False)):
            targets = [f"c{other}" for other, supports in item.onto if supports is kind]
            if targets:
                yield f"    {word}: [{', '.join(targets)}]\n"


def write_argdown(path: Path, size: int) -> None:
    """Write the same debate in Argdown: every claim, then under it the claims that bear on it."""
    below: dict[int, list[str]] = {}
    for item in debate(size):
        for other, supports in item.onto:
            below.setdefault(other, []).append(f"  {'+' if supports else '-'} [{item.title}]\n")
    with path.open("w", encoding="utf-8") as file:
        file.write(f"===\ntitle: A debate of {size} claims\n===\n")
        for item in debate(size):
            file.write(f"\n[{item.title}]: {item.text}\n{''.join(below.get(item.number, ()))}")
