"""A map as a text that looks like an export of Kialo."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.core.model import ArgumentMap, Claim
from argmap.formats.base import Loss, Written
from argmap.formats.foreign.names import carried
from argmap.formats.kialo.building import NAME, canonical_head
from argmap.formats.kialo.lines import addresses_in, title_in
from argmap.formats.kialo.placing import Line, Places, placed
from argmap.formats.kialo.texts import Typing, is_link, seen

_ENDS = {"crlf": "\r\n", "cr": "\r"}


def written(argument_map: ArgumentMap) -> Written:
    """Write a map; what it carries along of a file of Kialo is given back."""
    said = carried(argument_map.data, NAME)
    sources = _text(said, "sources").strip("\n")
    typing = Typing(said.get("layout") == "outline", addresses_in(sources))
    places = placed(argument_map)
    rows = [*_rows(argument_map, places, typing), *_vain(places, typing)]
    text = _head(argument_map.title, said, typing) + ("\n\n" if typing.outlined else "\n").join(rows)
    if sources:
        text = f"{text.rstrip()}\n\n{sources}"
    end = _text(said, "end") if "end" in said else "\n"
    text = text.rstrip("\n") + (end if not end.strip("\n") else "\n")
    lost = tuple(item.id for item in argument_map.claims if item.link and not is_link(item.link))
    losses = (Loss("links of claims that are no web addresses", lost),) if lost else ()
    return Written(text.replace("\n", _ENDS.get(_text(said, "line_ends"), "\n")), losses)


def _text(said: Mapping[str, Any], key: str) -> str:
    found = said.get(key)
    return found if isinstance(found, str) else ""


def _head(title: str | None, said: Mapping[str, Any], typing: Typing) -> str:
    """What stands before the first claim: as it stood in the file, if that says the title of the map."""
    given = said.get("head")
    if isinstance(given, str):
        typed = title_in(given.split("\n"))
        if (typing.read(typed).text or None if typed else None) == title:
            return given
    return canonical_head(title, typing)


def _rows(argument_map: ArgumentMap, places: Places, typing: Typing) -> Iterator[str]:
    questions = carried(argument_map.data, NAME).get("questions")
    typed = questions if isinstance(questions, Mapping) else {}
    for line in places.lines:
        if line.is_link:
            text = f"-> See {places.numbers[line.id]}."
        elif line.is_question:
            text = _question_text(argument_map.question[line.id].text, typed.get(line.id), typing)
        else:
            text = _claim_text(argument_map.claim[line.id], typing)
        yield _row(line, text, typing)


def _row(line: Line, text: str, typing: Typing) -> str:
    mark = line.stance.capitalize()
    if not mark and (typing.outlined or line.needs_mark):
        mark = "Question" if line.is_question else "Thesis"
    if not typing.outlined:
        front = f"{line.number}. {mark}:" if mark else f"{line.number}."
        return f"{front} {text}" if text else front
    indent = "  " * line.number.count(".")
    return "\n".join(
        [f"{indent}{line.number}. {mark}:", *(f"{indent}{part}" if part else "" for part in text.split("\n"))]
    )


def _question_text(text: str, typed: Any, typing: Typing) -> str:
    if isinstance(typed, str) and typing.read(typed).text == text:
        return typed
    return typing.write(text)


def _claim_text(claim: Claim, typing: Typing) -> str:
    """A claim as it was typed in the file, if it still says the same; else as Kialo would type it."""
    typed = carried(claim.data, NAME).get("text")
    if isinstance(typed, str):
        found = typing.read(typed)
        if found == (claim.text, claim.link) or (not found.text and claim.text == claim.id):
            return typed
    link = claim.link if claim.link and is_link(claim.link) else None
    return typing.write(claim.text.strip() or claim.title or claim.id, link)


def _vain(places: Places, typing: Typing) -> Iterator[str]:
    """Links of the file from which no relation could be made, as long as none can be made of them now."""
    taken = {line.number: line.is_question for line in places.lines}
    for found in places.vain:
        number, stance, goal = found[1], (found[2] or "").lower(), seen(found[3]) or ""
        above = number.rpartition(".")[0]
        is_loose = not above or taken.get(above, True) is bool(stance)
        is_vain = goal not in taken or goal == above or is_loose or taken[goal]
        if number not in taken and is_vain:
            yield _row(Line(number, "", stance, True), found[3], typing)
