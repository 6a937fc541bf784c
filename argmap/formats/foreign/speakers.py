"""Those who hold claims, as other tools name them: in words, with no ids that would fit a map."""

from argmap.core.ids import Ids, slug
from argmap.core.model import Speaker


class Speakers:
    """Collects speakers by their names, each once."""

    def __init__(self) -> None:
        self._ids = Ids()
        self._found: dict[str, Speaker] = {}

    def id_of(self, name: str) -> str:
        """The id of the speaker of this name, who is noted if nobody called so was yet."""
        known = " ".join(name.split())
        if known not in self._found:
            self._found[known] = Speaker(self._ids.made(slug(known), "speaker"), known)
        return self._found[known].id

    @property
    def all(self) -> tuple[Speaker, ...]:
        """The speakers, in the order in which they were noted."""
        return tuple(self._found.values())
