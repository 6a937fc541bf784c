"""Claims as they are typed in an Argdown text: title, words, tags and data."""

from collections.abc import Mapping
from typing import Any

from argmap.core.ids import slug
from argmap.core.model import Claim, ClaimKind
from argmap.editing.argdown.reading import Reading
from argmap.editing.base import RefusedError
from argmap.formats.argdown.debate.model import Argument, Statement
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.to_map.carried import KEY
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.argdown.writing.data_text import braces
from argmap.formats.argdown.writing.escape import can_be_title, escaped, tag_in_text
from argmap.formats.native.short_forms import citations, one, said, share

CONVERT = "argmap's own format has fields for all of it: argmap convert FILE -o FILE.argmap.yaml"
"""What to do about what Argdown has no words for."""

_BRACKETS = {True: ("<", ">"), False: ("[", "]")}


def reference(title: str, is_argument: bool) -> str:
    """A title in its brackets."""
    return f"<{title}>" if is_argument else f"[{title}]"


def named(entry: Entry) -> str:
    """Something by its title in brackets.

    Raises:
        RefusedError: It has none.
    """
    if not entry.is_titled:
        words = entry.canonical.plain if entry.canonical else entry.title
        raise RefusedError(
            f"`{words}` has no title to refer to it by", "give it one first: argmap rename FILE ID TITLE"
        )
    return reference(entry.title, isinstance(entry, Argument))


def bare_title(typed: str) -> tuple[str, bool | None]:
    """A title without the brackets in which it may be typed, and whether they are those of an argument."""
    text = typed.strip().removeprefix("@")
    for is_argument, (opening, closing) in _BRACKETS.items():
        if len(text) > 2 and text.startswith(opening) and text.endswith(closing):
            return text[1:-1].strip(), is_argument
    return text, None


def checked_title(title: str, is_argument: bool) -> str:
    """A title that can be written.

    Raises:
        RefusedError: It cannot.
    """
    closing = _BRACKETS[is_argument][1]
    if not can_be_title(title, is_argument) or any(sign in title for sign in _BRACKETS[is_argument]):
        reason = f"a title cannot hold `{closing}`, line ends, or begin with a hyphen"
        raise RefusedError(f"`{title}` cannot be a title", reason)
    return title


def title_for(claim: Claim, reading: Reading) -> str | None:
    """The title that a new claim is written with: its own, else what its id says; None if it can have none.

    Raises:
        RefusedError: Its own title cannot be written, or is taken.
    """
    is_argument = claim.kind is ClaimKind.ARGUMENT
    known: Mapping[str, Statement | Argument] = reading.debate.arguments if is_argument else reading.debate.statements
    if claim.title is not None:
        title = checked_title(claim.title.strip(), is_argument)
        if title in known:
            raise RefusedError(f"there is `{reference(title, is_argument)}` already", "give it another title")
        return title
    spoken = claim.id[:1].upper() + claim.id[1:].replace("-", " ")
    for made in (_first_words(claim.text, claim.id), spoken, claim.id):
        title = made or ""
        if title and title not in known and can_be_title(title, is_argument) and slug(title) == slug(claim.id):
            return title
    return None


def _first_words(text: str, name: str) -> str | None:
    """The first words of a text if an id is made of them."""
    words = text.split()
    for number in range(1, len(words) + 1):
        title = " ".join(words[:number]).strip(".,;:!?…\"'“”‘’() ")
        if slug(title) == name:
            return title if set(title).isdisjoint("[]<>@#*_{}\\/") else None
        if len(title) > 2 * len(name):
            return None
    return None


def claim_line(claim: Claim, title: str | None, reading: Reading, indent: str = "") -> str:
    """A new claim as it is typed.

    Args:
        claim: The claim.
        title: The title that it is written with.
        reading: The text that it is for.
        indent: What stands before the line.

    Raises:
        RefusedError: Argdown has no words for something in it.
    """
    words = typed_words(claim.text, reading)
    start = words
    if title is not None:
        start = reference(title, claim.kind is ClaimKind.ARGUMENT) + (f": {words}" if words else "")
    elif not words:
        raise RefusedError("a claim needs a text or a title")
    tags = "".join(f" {tag_form(tag)}" for tag in dict.fromkeys(claim.tags))
    fields = fields_of(claim, title, reading)
    return start + tags + (f" {braces(fields, indent)}" if fields else "")


def typed_words(text: str, reading: Reading) -> str:
    """A text as it is typed, in one line."""
    return escaped(text, Settings.of(reading.debate.settings).shortcodes)


def tag_form(tag: str) -> str:
    """A tag as it is typed.

    Raises:
        RefusedError: It cannot be.
    """
    form = tag_in_text(tag)
    if form is None:
        raise RefusedError(f"`{tag}` cannot be a tag in Argdown")
    return form


def fields_of(claim: Claim, title: str | None, reading: Reading) -> dict[str, Any]:
    """What stands in the braces of a new claim.

    Raises:
        RefusedError: It takes fields of argmap's own, and the text has none.
    """
    fields = said(
        answers=one(claim.answers),
        by=one(claim.by),
        cites=citations(claim.cites),
        implicit=claim.implicit or None,
        score=share(claim.score),
        assumed=claim.assumed,
        note=claim.note,
        link=claim.link,
        restatements=one(claim.restatements),
        hidden=claim.hidden or None,
        colour=claim.colour,
    )
    data = {key: value for key, value in claim.data.items() if key != KEY}
    if reading.has_fields:
        given = None if title is not None and slug(title) == claim.id else claim.id
        return said(id=given) | fields | said(data=data)
    if fields:
        raise no_words(next(iter(fields)))
    return data


def no_words(field: str) -> RefusedError:
    """The refusal of a field in a text without fields of argmap's own."""
    return RefusedError(f"plain Argdown has no words for `{field}`", CONVERT)
