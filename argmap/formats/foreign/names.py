"""Ids that other tools gave, as ids of a map, and back."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from argmap.core.ids import Ids, is_id, made_id
from argmap.core.model import Data


class Names:
    """Gives every node of a file an id in the map: its own one if it may be an id, else the nearest to it.

    Args:
        carried: The name in `data` under which an id that had to be changed is kept.
    """

    def __init__(self, carried: str) -> None:
        self._carried = carried
        self._ids = Ids()
        self._changed: dict[str, str] = {}

    def made(self, given: str, otherwise: str = "claim") -> str:
        """A new id.

        Args:
            given: The id that the file gives; empty for none.
            otherwise: A slug to take if nothing of it may be an id.
        """
        wanted = unicodedata.normalize("NFC", given)  # as argmap's own format has ids
        found = self._ids.made(wanted if wanted and is_id(wanted) else made_id(wanted), otherwise)
        if given and found != given:
            self._changed[found] = given
        return found

    def data(self, id: str, **fields: Any) -> Data:
        """The `data` of what got an id: its own id if that is another one, and the fields that are not None."""
        said = {name: value for name, value in fields.items() if value is not None}
        if id in self._changed:
            said = {"id": self._changed[id], **said}
        return {self._carried: said} if said else {}


def carried(data: Data, name: str) -> Mapping[str, Any]:
    """What a part of a map carries along under the name of a format; nothing if that is no mapping."""
    found = data.get(name)
    return found if isinstance(found, Mapping) else {}


def own_id(id: str, data: Data, name: str) -> str:
    """The id that something had in a file of a format, if it carries one along, else that of the map."""
    found = carried(data, name).get("id")
    return found if isinstance(found, str) and found else id
