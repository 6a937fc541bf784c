"""Whether a map that came from Argdown can be written without fields of argmap's own."""

from argmap.core.ids import Ids, first_words, slug
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Display, Relation
from argmap.formats.argdown.from_map.plan import Plan
from argmap.formats.argdown.from_map.relation_names import Names
from argmap.formats.argdown.from_map.typed import Typist, can_be_tag
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.to_map.carried import KEY, carried
from argmap.formats.argdown.to_map.colours import display_of
from argmap.formats.argdown.to_map.structures import rules_for


def is_plain(given: ArgumentMap, plan: Plan, settings: Settings) -> bool:
    """Whether Argdown has words for all of a map.

    Args:
        given: The map.
        plan: The forms of its relations.
        settings: Its front matter.
    """
    return (
        not (plan.steps or plan.apart or plan.as_statements)
        and _is_plain_frame(given)
        and _has_usual_ids(given)
        and _has_titles_once(given)
        and _is_drawn_as_said(given.display, settings)
        and all(map(_is_plain_claim, given.claims))
        and _can_be_typed(given, Typist(settings))
        and _are_plain_steps(given)
    )


def _is_plain_frame(given: ArgumentMap) -> bool:
    if given.questions or given.speakers or given.sources or (given.description, given.language) != (None, None):
        return False
    return given.data.keys() == {KEY} and all(group.note is None for group in given.groups)


def _is_plain_claim(claim: Claim) -> bool:
    said = (claim.answers, claim.by, claim.cites, claim.implicit)
    told = (claim.score, claim.assumed, claim.note, claim.link)
    return not any(said) and all(value is None for value in told)


def _has_usual_ids(given: ArgumentMap) -> bool:
    ids = Ids()
    claims = [ids.made(first_words(it.text) if it.title is None else slug(it.title)) for it in given.claims]
    groups = [ids.made(slug(it.title), "group") for it in given.groups]
    return claims == [it.id for it in given.claims] and groups == [it.id for it in given.groups]


def _has_titles_once(given: ArgumentMap) -> bool:
    titles = [(it.kind, it.title) for it in given.claims if it.title is not None]
    return len(titles) == len(set(titles))


def _is_drawn_as_said(display: Display, settings: Settings) -> bool:
    usual = display_of(settings, ())
    rest = {tag: shade for tag, shade in display.tag_colours.items() if usual.tag_colours.get(tag) != shade}
    # Tags may have colours by their order, from the scheme.
    return (
        (usual.direction, usual.labels) == (display.direction, display.labels)
        and dict(usual.relation_colours) == dict(display.relation_colours)
        and usual.tag_colours.keys() <= display.tag_colours.keys()
        and set(rest.values()) <= set(settings.colours.scheme or ())
    )


def _can_be_typed(given: ArgumentMap, typist: Typist) -> bool:
    for claim in given.claims:
        texts = claim.restatements if "text" in carried(claim.data) else (claim.text, *claim.restatements)
        if len(set(claim.tags)) < len(claim.tags) or not all(map(can_be_tag, claim.tags)):
            return False
        if not all(map(typist.can_type, texts)) or (claim.restatements and not claim.text):
            return False
        if claim.title is None and not claim.text and claim.kind is ClaimKind.CLAIM:
            return False
    return all(can_be_tag(tag) for group in given.groups for tag in group.tags)


def _are_plain_steps(given: ArgumentMap) -> bool:
    names = Names(given.relations)
    return all(map(_is_plain_step, given.relations)) and not any(map(names.is_own, given.relations))


def _is_plain_step(item: Relation) -> bool:
    if item.weight is not None or item.by or item.cites or item.tags or item.note is not None:
        return False
    return item.scheme is None or rules_for(item.scheme, carried(item.data).get("rules")) is not None
