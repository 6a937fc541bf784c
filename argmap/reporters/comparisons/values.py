"""What became of a field, in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from typing import Any

from argmap.core.comparison import Alteration, Part
from argmap.core.model import Display
from argmap.reporters.comparisons.base import Bit, Phrase, Role, listed, phrase
from argmap.reporters.comparisons.naming import Naming

ROLES = {Part.KEPT: Role.PLAIN, Part.REMOVED: Role.REMOVED, Part.ADDED: Role.ADDED}
_CALLED = {"id": "renamed", "groups": "moved", "data": "other data", "closed": "drawn closed"}


def told(part: Alteration, old: Naming, new: Naming) -> Phrase:
    """A field with what was done to its value."""
    called = phrase(f"{_CALLED.get(part.field, part.field)}: ")
    if part.pieces:
        return phrase(called, tuple(Bit(words, ROLES[which]) for which, words in part.pieces))
    if part.field == "id" and not (part.old and part.new):
        words = ("named: ", part.new) if part.new else ("no longer named: ", part.old)
        return phrase(words[0], Bit(words[1], Role.ID))
    if part.field == "data" or isinstance(part.old, Display):
        return phrase(called, _differing_keys(_entries(part.old), _entries(part.new)))
    if isinstance(part.old, tuple):
        return phrase(called, _lists(part, old, new))
    return phrase(called, _from_to(_word(part, part.old, old), _word(part, part.new, new)))


def _from_to(before: str, after: str) -> Phrase:
    return (Bit(before, Role.BEFORE), Bit(" → "), Bit(after, Role.AFTER))


def _word(part: Alteration, value: Any, names: Naming) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Enum):
        return str(value.value)
    if part.field == "parent":
        return names.group(value)
    return str(value)


def _lists(part: Alteration, old: Naming, new: Naming) -> Phrase:
    """What went out of a list and what came into it; what is in both, by its id or by its name, is not told."""
    before, after = _items(part, part.old, old), _items(part, part.new, new)
    gone, come = _without(before, after), _without(after, before)
    if part.field == "groups":
        return _from_to(", ".join(gone) or "no group", ", ".join(come) or "no group")
    found = [(Bit(item, Role.REMOVED),) for item in gone] + [(Bit(item, Role.ADDED),) for item in come]
    return listed(found) if found else phrase("others of the same name, or in another order")


def _without(items: Sequence[tuple[Any, str]], others: Sequence[tuple[Any, str]]) -> list[str]:
    """The names of the items that others lack."""
    values, names = [value for value, _ in others], {name for _, name in others}
    return [name for value, name in items if value not in values and name not in names]


def _items(part: Alteration, value: Iterable[Any], names: Naming) -> list[tuple[Any, str]]:
    """The items of a list with what they are called."""
    ways: Mapping[str, Callable[[Any], str]] = {
        "by": names.speaker,
        "groups": names.group,
        "cites": names.citation,
        "answers": lambda name: "".join(bit.text for bit in names.claim(name)),
    }
    return [(item, ways.get(part.field, str)(item)) for item in value]


def _entries(value: Any) -> Mapping[str, Any]:
    if isinstance(value, Display):
        return {item.name.replace("_", " "): getattr(value, item.name) for item in fields(value)}
    found: Mapping[str, Any] = value
    return found


def _differing_keys(before: Mapping[str, Any], after: Mapping[str, Any]) -> Phrase:
    """The keys whose values came, went, or are others now."""
    found: list[Phrase] = [(Bit(str(key), Role.REMOVED),) for key in before if key not in after]
    found += [(Bit(str(key), Role.ADDED),) for key in after if key not in before]
    found += [phrase(str(key)) for key in before if key in after and repr(before[key]) != repr(after[key])]
    return listed(found) if found else phrase("the order of what it holds")
