"""From Argdown's own model of a debate to the map."""

from argmap.core.diagnostics import Diagnostic
from argmap.core.model import ArgumentMap
from argmap.formats.argdown.debate.model import Debate
from argmap.formats.argdown.profile.front import OWN
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.to_map.plain_map import Plain


def named(debate: Debate, script: Manuscript) -> Plain:
    """What makes the map of a debate, with the ids of claims (`ids`), groups (`groups`) and steps (`names`)."""
    if OWN in debate.settings:
        from argmap.formats.argdown.profile.profile import own_reader

        reader = own_reader(debate, script)
    else:
        reader = Plain(debate, script)
    reader.name_all()
    return reader


def to_map(debate: Debate, script: Manuscript | None) -> tuple[ArgumentMap, list[Diagnostic]]:
    """Return the map of a debate.

    Args:
        debate: The debate, put together.
        script: The text that it comes from, for places; None if there is none.

    Returns:
        The map, and what is wrong with argmap's own fields, if the debate has such: see `profile`.
    """
    if OWN in debate.settings:
        from argmap.formats.argdown.profile.profile import profiled

        return profiled(debate, script)
    return Plain(debate, script).map(), []
