"""Fields of a statement or an argument: its words, its title, its tags, and what stands in its braces."""

from dataclasses import replace
from typing import Any

from argmap.core.model import Claim
from argmap.core.registry import did_you_mean
from argmap.editing.argdown.data import in_braces, in_data
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.meant import Thing
from argmap.editing.argdown.reading import Reading, Standing
from argmap.editing.argdown.rename import retitle
from argmap.editing.argdown.tags import tagged
from argmap.editing.argdown.text_field import set_text
from argmap.editing.argdown.values import flag, free, new_list, of_field, single
from argmap.editing.argdown.wording import no_words
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import RefusedError
from argmap.editing.operations import Value
from argmap.formats.argdown.to_map.carried import KEY
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.argdown.writing.escape import in_one_line

_OWN = ("answers", "by", "cites", "implicit", "score", "assumed", "note", "link", "restatements", "hidden", "colour")
_FIELDS = ("text", "title", "kind", "tags", *_OWN)


def set_claim_field(work: Work, number: int, name: str, value: Value) -> None:
    """Give a field of a claim another value.

    Args:
        work: The text.
        number: The place of the claim in the map.
        name: The field.
        value: Its value as it is typed; None for none.
    """
    claim = work.map.claims[number]
    entry = work.reading.named(claim.id)[0]
    if not work.reading.places(entry):
        raise RefusedError(f"`{claim.id}` stands nowhere in the text")
    if name == "title":
        _title(work, claim, entry, single(name, value))
        return
    if name == "text":
        set_text(work, entry, single(name, value) or "")
        made = replace(claim, text=in_one_line(single(name, value) or ""))
    elif name == "tags":
        made = replace(claim, tags=new_list(claim.tags, value))
        elements = [item.element for item in work.reading.places(entry)]
        work.apply(tagged(work.reading, elements, home(work.reading, entry).element, claim.tags, made.tags))
    elif name.startswith("data."):
        made = _data(work, claim, entry, name.removeprefix("data."), free(value))
    else:
        made = _own(work, claim, entry, name, value)
    must_say(work, replace(work.map, claims=tuple(made if it is claim else it for it in work.map.claims)))
    now = work.map.claims[number].id
    if now != claim.id:
        work.notes.append(f"the id of `{claim.id}` is `{now}` now, as it is made from the first words")


def home(reading: Reading, entry: Entry) -> Standing:
    """Where more is said of something: at the wording that counts, else where it stands first."""
    places = reading.places(entry)
    canonical = entry.canonical
    at = canonical.place if canonical else None
    return next((item for item in places if item.element.place == at), places[0])


def _title(work: Work, claim: Claim, entry: Entry, value: str | None) -> None:
    if value is not None:
        retitle(work, work.map, Thing("claim", claim.id, entry), value)
        return
    places = work.reading.places(entry)
    element = places[0].element
    place = element.title_place
    if place is None:
        return
    if len(places) > 1 or element.is_argument or element.is_reference or element.content is None:
        raise RefusedError(f"`{claim.id}` is referred to by its title")
    work.apply([Change(place.start - 1, element.content.place.start, "")])
    must_say(
        work, replace(work.map, claims=tuple(replace(it, title=None) if it is claim else it for it in work.map.claims))
    )


def _data(work: Work, claim: Claim, entry: Entry, key: str, value: Any) -> Claim:
    if key == KEY:
        raise RefusedError(f"the key `{KEY}` is taken for what argmap keeps for Argdown")
    reading = work.reading
    changes: list[Change] = []
    path = ("data",) if reading.has_fields else ()
    holders = [it for it in reading.places(entry) if _has(it, (*path, key))] or [_holder(reading, entry)]
    for item in holders:
        element = item.element
        changes += in_data(reading, element.braces, element.place.end, path=path, key=key, value=value)
    work.apply(changes)
    data = {it: content for it, content in claim.data.items() if it != key}
    return replace(claim, data=data if value is None else {**data, key: value})


def _has(item: Standing, path: tuple[str, ...]) -> bool:
    value = item.element.braces.value if item.element.braces else None
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True


def _holder(reading: Reading, entry: Entry) -> Standing:
    """Where new data would stand: in braces that are there, best at the wording that counts."""
    best = home(reading, entry)
    if best.element.braces is not None:
        return best
    return next((it for it in reading.places(entry) if it.element.braces is not None), best)


def _own(work: Work, claim: Claim, entry: Entry, name: str, value: Value) -> Claim:
    """A field of argmap's own."""
    if name not in _FIELDS:
        near = did_you_mean(name, _FIELDS)
        raise RefusedError(f"a claim has no field `{name}`", f"did you mean `{near}`?" if near else None)
    if name == "kind":
        raise RefusedError("the brackets say whether something is an argument", "write `<Title>` instead of `[Title]`")
    if not work.reading.has_fields:
        if name in ("hidden", "colour"):
            key = "isInMap=false" if name == "hidden" else "color='#rrggbb'"
            raise RefusedError(f"Argdown has data for `{name}`", f"set data.{key}")
        raise no_words(name)
    said, typed = _value(claim, name, value)
    reading = work.reading
    holders = [it for it in reading.places(entry) if _has(it, (name,))] or [_holder(reading, entry)]
    changes: list[Change] = []
    for item in holders:
        changes += in_braces(reading, item.element.braces, item.element.place.end, {name: typed})
    work.apply(changes)
    return replace(claim, **{name: said})


def _value(claim: Claim, name: str, value: Value) -> tuple[Any, Any]:
    """A value of a field, and how it is typed; None for nothing."""
    if name == "assumed":
        return flag(name, value), flag(name, value)
    if name in ("implicit", "hidden"):
        return bool(flag(name, value)), flag(name, value) or None
    return of_field(getattr(claim, name), name, value)
