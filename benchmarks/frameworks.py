"""Frameworks to solve, the same for the same size and seed, as `p af`: debates, AdmBuster, and plain chance."""

import random
from collections.abc import Iterator
from pathlib import Path

ARGUMENTS_TO_A_THESIS = 400
"""How many arguments of a debate stand under one thesis, about."""

CORES_EVERY = 50
"""One core for so many arguments of a debate, about."""

CORE = 6
"""How many arguments a core has."""

CROSS_LINKS = 0.04
"""Share of the replies that attack a second argument as well."""

Attack = tuple[int, int]


def debate(size: int, seed: int = 1) -> Iterator[Attack]:
    """Make a debate: trees of replies, each onto one of the last sixty arguments of its thesis, with small cores.

    A core is a ring of arguments that attack each other, one way or both: what nobody settles. Two of them are
    replies to earlier arguments, so that the doubt spreads; few replies go to a core.
    """
    chance = random.Random(seed)
    start, core_ends = 1, 0
    in_core: set[int] = set()
    for number in range(1, size + 1):
        place = (number - 1) % ARGUMENTS_TO_A_THESIS
        if place == 0:
            start, in_core = number, set()
            continue
        if place % CORES_EVERY == CORES_EVERY // 2 and number + CORE <= size:
            core = range(number, number + CORE)
            yield from _core(core, chance)
            in_core.update(core)
            core_ends = core.stop
        if number >= core_ends or number < core_ends - CORE + 2:
            yield from _reply(number, start, in_core, chance)


def _reply(number: int, start: int, in_core: set[int], chance: random.Random) -> Iterator[Attack]:
    parent = chance.randrange(max(start, number - 60), number)
    if parent in in_core and (number in in_core or chance.random() < 0.9):
        parent = start
    yield number, parent
    if chance.random() < CROSS_LINKS:
        other = chance.randrange(start, number)
        if other != parent and other not in in_core:
            yield number, other


def _core(members: range, chance: random.Random) -> Iterator[Attack]:
    for member in members:
        following = member + 1 if member + 1 in members else members.start
        yield member, following
        if chance.random() < 0.6:
            yield following, member


def admbuster(size: int) -> Iterator[Attack]:
    """Make the benchmark AdmBuster (Caminada & Podlaszewski 2017): two long lines of replies, crossed at every second.

    Argument 1 is attacked by the pair 2 and 3, each pair by the next: one on one, or both on both, in turns.
    """
    for number in range(2, size + 1):
        pair, side = divmod(number, 2)
        if pair == 1:
            yield number, 1
        elif pair % 2 == 0:
            yield number, number - 2
        else:
            yield from ((number, number - 2), (number, number - 1 if side == 0 else number - 3))
    if size % 2 == 0:
        yield size, size - 1


def by_chance(size: int, attacks: int, seed: int = 1) -> Iterator[Attack]:
    """Draw attacks between any two arguments, each pair at most once."""
    chance = random.Random(seed)
    seen: set[Attack] = set()
    while len(seen) < attacks:
        attack = chance.randrange(1, size + 1), chance.randrange(1, size + 1)
        if attack[0] != attack[1] and attack not in seen:
            seen.add(attack)
            yield attack


def write(path: Path, size: int, attacks: Iterator[Attack]) -> None:
    """Write a framework in the format of ICCMA 2023."""
    with path.open("w", encoding="ascii") as file:
        file.write(f"p af {size}\n")
        file.writelines(f"{attacker} {target}\n" for attacker, target in attacks)
