"""Map to a Markdown outline: questions and theses as headings and lists, under each claim what is said of it."""

from collections.abc import Iterator

from argmap.core.model import ArgumentMap, Source
from argmap.formats.telling import Told, told
from argmap.markup.base import Item
from argmap.markup.markdown import MARKUP


def write(argument_map: ArgumentMap) -> str:
    """Return the outline as Markdown. Texts are made harmless: no sign in them acts as markup."""
    blocks = [f"# {MARKUP.text(argument_map.title or 'Argument map')}\n"]
    if argument_map.description:
        blocks.append(MARKUP.paragraph(MARKUP.text(argument_map.description)))
    items: list[Item] = []
    for entry in told(argument_map):
        if entry.is_question:
            blocks += [MARKUP.bullets(items)] if items else []
            items = []
            blocks.append(f"## {MARKUP.text(entry.name or entry.text)}\n")
            if entry.name:
                blocks.append(MARKUP.paragraph(MARKUP.text(entry.text)))
        else:
            items.append(Item(_line(entry), entry.level))
    blocks += [MARKUP.bullets(items)] if items else []
    sources = [Item(line) for line in _sources(argument_map.sources)]
    blocks += ["## Sources\n", MARKUP.bullets(sources)] if sources else []
    return "\n".join(blocks)


def _line(entry: Told) -> str:
    """A claim in one line: what it does here, its title and text, and who says it where."""
    parts = [MARKUP.emphasis(MARKUP.text(entry.lead))] if entry.lead else []
    if entry.name:
        parts.append(MARKUP.strong(MARKUP.text(entry.name)))
    if entry.text:
        parts.append(MARKUP.text(entry.text))
    parts += [f"({MARKUP.text(note)})" for note in entry.notes]
    return " ".join(parts)


def _sources(sources: tuple[Source, ...]) -> Iterator[str]:
    for item in sources:
        words = ", ".join(filter(None, (item.author, item.title, item.date)))
        yield MARKUP.link(MARKUP.text(words), item.link) if item.link else MARKUP.text(words)
