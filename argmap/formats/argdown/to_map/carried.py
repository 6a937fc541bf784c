"""What a map carries along for Argdown alone, in the data of its parts under the key `argdown`."""

from collections.abc import Mapping
from typing import Any

KEY = "argdown"

_NOTHING: Mapping[str, Any] = {}


def carried(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is carried along in the data of a part; empty if nothing is."""
    found = data.get(KEY)
    return found if isinstance(found, Mapping) else _NOTHING


def with_carried(data: Mapping[str, Any], extras: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of a part with more to carry along."""
    return {**data, KEY: {**carried(data), **extras}} if extras else data


def from_file(data: object) -> Mapping[str, Any]:
    """Data of an Argdown file as those of a part.

    What is no mapping counts for nothing. What the file says under the key goes along as `data`.
    """
    if not isinstance(data, dict):
        return _NOTHING
    if KEY not in data:
        return data
    return {**data, KEY: {"data": data[KEY]}}


def to_file(data: Mapping[str, Any]) -> dict[str, Any] | None:
    """The way back: data as they stood in the Argdown file, or None if there were none."""
    found = {key: value for key, value in data.items() if key != KEY}
    extras = carried(data)
    if "data" in extras:
        found[KEY] = extras["data"]
    return found or None


def left_over(data: Mapping[str, Any], *used: str) -> dict[str, Any]:
    """Data without those things carried along that are said in another way."""
    extras = carried(data)
    if not extras or not any(name in extras for name in used):
        return dict(data)
    rest = {key: value for key, value in extras.items() if key not in used}
    return {**{key: value for key, value in data.items() if key != KEY}, **({KEY: rest} if rest else {})}
