"""What an editor shows of the thing under the pointer: its words, its relations, and the tree around it."""

import re
from collections.abc import Mapping

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from argmap.core.model import ArgumentMap, Citation, Claim, Question, Relation
from argmap.core.schemes import CATALOGUE, scheme_named
from argmap.core.source import Span
from argmap.lsp.documents import Document
from argmap.lsp.features.names import Named, named_at, value_at, word_at
from argmap.lsp.features.passages import citation_of, cited_words
from argmap.lsp.features.words import Teller
from argmap.lsp.features.yaml_cursor import Cursor, cursor_at
from argmap.lsp.features.yaml_fields import fields, place_at

_WIDTH = 76
_MOST_LINES = 40
"""Lines of the tree that are shown; a claim with a hundred reasons is better looked at in a picture."""


def hover(document: Document, position: Position, *, markdown: bool = True) -> Hover | None:
    """Tell what is under a position.

    Args:
        document: The document.
        position: The place.
        markdown: Whether the editor shows Markdown; plain text is given otherwise.
    """
    offset = document.offset_of(position)
    named = named_at(document, offset)
    if named is not None:
        return _of_name(document, offset, named, markdown)
    return None if document.is_argdown else _of_word(document, offset, markdown)


def scheme_words(name: str, *, markdown: bool) -> str | None:
    """A scheme with its premises, its conclusion and its critical questions, or None if argmap does not know it."""
    known = scheme_named(name)
    if known is None:
        return None
    scheme = CATALOGUE[known]
    lead = f"**{scheme.name}**: {scheme.title}" if markdown else f"{scheme.name}: {scheme.title}"
    form = [f"{premise.text} ({premise.role})" for premise in scheme.premises] + [f"So: {scheme.conclusion}"]
    asked = [question.text for question in scheme.questions]
    source = "After Walton, Reed and Macagno (2008)."
    return "\n\n".join((lead, scheme.about, _bullets(form), "It asks:", _bullets(asked), source))


def _bullets(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def tree_around(map: ArgumentMap, claim: str) -> str:
    """The tree that `argmap show --focus CLAIM --depth 1` prints."""
    from argmap.diagram.outline import outline
    from argmap.diagram.view import View, select
    from argmap.renderers.terminal import render

    part = select(map, View(focus=claim, depth=1))
    lines = render(outline(part), part, width=_WIDTH, colour=False).rstrip("\n").split("\n")
    if map.title and lines[1:2] == [""]:  # the title of the debate is known
        lines = lines[2:]
    return "\n".join(lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "…"])


def _of_name(document: Document, offset: int, named: Named, markdown: bool) -> Hover | None:
    known = document.sound
    if known is None:
        return None
    teller = Teller(known, markdown, document.is_argdown)
    parts = [_passage(document, offset, named, teller), teller.told(named.kind, named.name)]
    if named.name in known.claim and named.kind not in ("speaker", "source"):
        parts.append(_fenced(tree_around(known, named.name), markdown))
    words = "\n\n".join(part for part in parts if part)
    place = named.occurrence.span if named.occurrence else None
    return _hover(document, words, place, markdown) if words else None


def _passage(document: Document, offset: int, named: Named, teller: Teller) -> str | None:
    """The words of the paragraph that the citation under an offset cites."""
    if named.kind != "source":
        return None
    cited = _citation(document, offset, named)
    words = cited_words(teller.map, cited) if cited else None
    return f"“{teller.markup.text(words)}”" if words else None


def _citation(document: Document, offset: int, named: Named) -> Citation | None:
    """The citation under an offset, in short or in long form."""
    found, text = named.occurrence, document.source.text
    if found is None:
        word = word_at(text, offset)
        return citation_of(value_at(text, word[0], "")) if word else None
    typed = citation_of(value_at(text, found.span.start, ""))
    if typed.paragraph is not None or document.loaded.map is None:
        return typed
    known = document.loaded.map
    of_kinds: tuple[Mapping[str, Claim | Relation | Question], ...] = (known.claim, known.relation, known.question)
    owners = (items.get(found.owner or "") for items in of_kinds)
    cites = (cite for owner in owners if owner is not None for cite in owner.cites)
    return next((cite for cite in cites if _holds(cite.spans.get("source"), found.span.start)), None)


def _holds(span: Span | None, offset: int) -> bool:
    return span is not None and span.start <= offset <= span.end


def _of_word(document: Document, offset: int, markdown: bool) -> Hover | None:
    """What there is to say of the field or scheme under an offset of a native map."""
    text = document.source.text
    word = word_at(text, offset)
    start = word[0] if word else offset
    cursor = cursor_at(text, start) if word else None
    if word is None or cursor is None:
        return None
    # A quoted word is looked at from within its quotes, a value from where it begins.
    value = value_at(text, cursor.start, cursor.quote)
    words = _field_words(cursor, text[start : word[1]], markdown) or _scheme_at(cursor, value, markdown)
    return _hover(document, words, Span(document.source, *word), markdown) if words else None


def _field_words(cursor: Cursor, name: str, markdown: bool) -> str | None:
    form = place_at(cursor.path).form if cursor.is_key else None
    found = next((item for item in fields(form or "") if item.name == name), None)
    if found is None:
        return None
    return f"`{name}`\n\n{found.description}" if markdown else f"{name}\n\n{found.description.replace('`', '')}"


def _scheme_at(cursor: Cursor, value: str, markdown: bool) -> str | None:
    if not cursor.is_value or place_at(cursor.path).names != "schemes":
        return None
    return scheme_words(value, markdown=markdown)


def _fenced(text: str, markdown: bool) -> str:
    """Lines that stay as they are: in Markdown between fences longer than any in them."""
    if not markdown or not text:
        return text
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _hover(document: Document, words: str, place: Span | None, markdown: bool) -> Hover:
    kind = MarkupKind.Markdown if markdown else MarkupKind.PlainText
    return Hover(MarkupContent(kind, words), document.range_of(place) if place else None)
