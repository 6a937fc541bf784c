"""From the map to Argdown's own model of a debate.

What is to be written where is left to the writer, but for this: statements and arguments have numbers for places, in
the order in which they should be mentioned first, and members have no role but in structures. A member that stands in
a row and has words is defined there.
"""

from collections.abc import Mapping

from argmap.core.model import ArgumentMap, Claim
from argmap.formats.argdown.debate.model import Debate, Role
from argmap.formats.argdown.from_map.assembler import Assembler
from argmap.formats.argdown.from_map.forms import Forms
from argmap.formats.argdown.from_map.plan import plan_of
from argmap.formats.argdown.profile.front import OWN, front_matter_of
from argmap.formats.argdown.profile.plainness import is_plain
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.to_map.carried import KEY
from argmap.formats.argdown.to_map.colours import own_colour
from argmap.formats.argdown.to_map.plain_map import visible_in
from argmap.formats.base import Loss


def debate_of(argument_map: ArgumentMap) -> tuple[Debate, tuple[Loss, ...]]:
    """Return a debate that says what a map says, with fields of argmap's own where Argdown has no words for it.

    Returns:
        The debate, and what is not in it.
    """
    assembler = _plain(argument_map) or _with_own_fields(argument_map)
    return assembler.debate, tuple(_drawn(assembler))


def with_roles(debate: Debate) -> Debate:
    """Give each member a role, for Argdown's JSON. The debate is changed, and returned."""
    for statement in debate.statements.values():
        for member in statement.members:
            if member.role is None:
                is_in_relation = bool(statement.relations) and member.is_reference
                member.role = Role.IN_RELATION if is_in_relation else Role.TOP_LEVEL
                member.is_top_level = not is_in_relation
    return debate


def _plain(given: ArgumentMap) -> Assembler | None:
    """The debate of a map that came from Argdown, without fields of argmap's own; None if it needs them."""
    front_matter = given.data.get(KEY)
    if not isinstance(front_matter, Mapping):
        return None
    settings = Settings.of(front_matter)
    plan = plan_of(given, settings, is_free=True)
    if not is_plain(given, plan, settings):
        return None
    assembler = Assembler(given, plan, Forms(given, plan))
    return assembler if assembler.outlines.is_told else None


def _with_own_fields(given: ArgumentMap) -> Assembler:
    from argmap.formats.argdown.profile.forms import OwnForms

    front_matter = front_matter_of(given)
    plan = plan_of(given, Settings.of(front_matter), is_free=False)
    forms = OwnForms(given, plan, front_matter)
    front_matter[OWN] |= forms.apart()
    return Assembler(given, plan, forms)


def _drawn(assembler: Assembler) -> list[Loss]:
    """See to it that pictures of the debate look like those of the map. Returns what cannot be said of that."""
    entries, colours, claims = assembler.entries, assembler.settings.colours, assembler.given.claims
    for claim in claims:
        if own_colour(entries[claim.id], colours) != claim.colour:
            assembler.set_data(entries[claim.id], "color", claim.colour)
    wrong = _wrongly_shown(assembler)
    # What is hidden may leave others alone, which are hidden then as well: in the end, all must say what they are.
    for changed in (wrong, claims if wrong else ()):
        for claim in changed if wrong else ():
            assembler.set_data(entries[claim.id], "isInMap", not claim.hidden)
        wrong = _wrongly_shown(assembler) if wrong else []
    coloured = [it.id for it in claims if own_colour(entries[it.id], colours) != it.colour]
    baseless = [it.id for it in assembler.given.relations if not it.premises]
    shown = [it.id for it in wrong]
    named = (("relations without premises", baseless), ("colours", coloured), ("what pictures leave out", shown))
    return [Loss(what, tuple(where)) for what, where in named if where]


def _wrongly_shown(assembler: Assembler) -> list[Claim]:
    """Claims that pictures of the debate would show and those of the map do not, or the other way round."""
    visible = visible_in(assembler.debate, assembler.settings)
    return [it for it in assembler.given.claims if (assembler.entries[it.id] in visible) is it.hidden]
