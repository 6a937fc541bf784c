"""How a statement or an argument is worded where it stands: title, text, tags and data."""

import re
from collections.abc import Container

from argmap.formats.argdown.debate.model import Argument, Inference, Section
from argmap.formats.argdown.json_input.wording import worded
from argmap.formats.argdown.text.syntax import Range
from argmap.formats.argdown.writing.data_text import braces
from argmap.formats.argdown.writing.escape import escaped, escaped_rule, in_one_line, tag_in_text
from argmap.formats.argdown.writing.layout import Entity, Item, is_worded

_TAGS = re.compile(r"(?<!\\)#(?:\([^)]+\)|[A-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+)")


class Wording:
    """Writes names and words.

    Args:
        shortcodes: Shortcodes of the file beyond the usual ones.
    """

    def __init__(self, shortcodes: Container[str] = ()) -> None:
        self._shortcodes = shortcodes

    def element(self, item: Item, indent: str = "") -> str:
        """A statement or an argument with its words, or the mere mention of it, with tags and data.

        Args:
            item: What is written.
            indent: What stands before the line.
        """
        member, entity = item.member, item.entity
        words = self._words(member.text or "", member.markup, member.ranges) if is_worded(member) else ""
        if not words:
            start = reference(entity)
        elif entity.is_titled:
            start = f"{reference(entity)}: {words}"
        else:
            start = words
        return start + _tags(member.tags, words) + (f" {braces(member.data, indent)}" if member.data else "")

    def inference(self, inference: Inference) -> list[str]:
        """The line between premises and conclusion."""
        rules = ", ".join(escaped_rule(rule, self._shortcodes) for rule in inference.rules if rule.strip())
        data = braces(inference.data) if inference.data else ""
        inner = f"{rules} {data}".strip()
        return ["--", *inner.split("\n"), "--"] if inner else ["-----"]

    def heading(self, section: Section) -> str:
        """The heading of a section."""
        markup = worded(section.title, section.ranges)[1]
        words = self._words(section.title, markup, section.ranges)
        data = f" {braces(section.data)}" if section.data else ""
        return f"{'#' * section.level} {words}{_tags(section.tags, words)}{data}"

    def _words(self, text: str, markup: str | None, ranges: tuple[Range, ...]) -> str:
        # Without markup, ranges are tags and mentions, which are part of the text.
        return in_one_line(markup or text) if markup or ranges else escaped(text, self._shortcodes)


def reference(entity: Entity) -> str:
    """A statement or an argument by its title, in brackets."""
    return f"<{entity.title}>" if isinstance(entity, Argument) else f"[{entity.title}]"


def _tags(tags: tuple[str, ...], words: str) -> str:
    """The tags that are not among the words already."""
    present = set(_TAGS.findall(words))
    forms = [form for tag in tags if (form := tag_in_text(tag))]
    return "".join(f" {form}" for form in forms if form not in present)
