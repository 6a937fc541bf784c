"""How argmap types a text with its tags, if nobody has typed it yet."""

from collections.abc import Iterable, Mapping

from argmap.formats.argdown.debate.model import Member
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.content import Wording, read_content
from argmap.formats.argdown.text.shortcodes import BUILT_IN
from argmap.formats.argdown.text.syntax import Content, Range
from argmap.formats.argdown.to_map.headings import with_tags
from argmap.formats.argdown.writing.escape import escaped, in_one_line, tag_in_text


class Typist:
    """Types texts for a file, and reads what was typed.

    Args:
        settings: The front matter of the file.
    """

    def __init__(self, settings: Settings) -> None:
        self._shortcodes: Mapping[str, str] = settings.shortcodes
        self._removes_tags = settings.removes_tags
        self._wording = Wording(settings.removes_tags, {**BUILT_IN, **settings.shortcodes})
        self._escaped: dict[str, str] = {}
        self._read: dict[str, Content] = {}

    def typed(self, text: str, tags: Iterable[str] = ()) -> str:
        """A text in one line, with what needs it escaped, and its tags behind it; tags that cannot be typed are not."""
        words = self._escaped.get(text)
        if words is None:
            words = self._escaped[text] = escaped(text, self._shortcodes)
        forms = [form for tag in tags if (form := tag_in_text(tag))]
        return " ".join([words, *forms] if words else forms)

    def read(self, markup: str) -> Content:
        """A typed text as the file would have it."""
        found = self._read.get(markup)
        if found is None:
            found = self._read[markup] = read_content(markup, self._wording)
        return found

    def member(self, title: str, text: str, tags: tuple[str, ...] = (), markup: str | None = None) -> Member:
        """A member with words and tags.

        Args:
            title: The title of what it is a member of.
            text: The words for readers.
            tags: The tags behind them.
            markup: The words with the tags as they were typed, if somebody has typed them.
        """
        if markup is None:
            if self.typed(text) == text and not self._removes_tags:
                words, ranges = with_tags(text, tags)
                typed = tuple(item.value for item in ranges)
                return Member(title, None, words, text, words if ranges else None, ranges, typed)
            markup = self.typed(text, tags)
        markup = self._with_tags(markup, tags)
        content = self.read(markup)
        written = None if markup == content.plain else markup
        return Member(title, None, content.text, content.plain, written, content.ranges, content.tags)

    def heading(self, words: str, tags: tuple[str, ...], markup: str | None = None) -> tuple[str, tuple[Range, ...]]:
        """The title of a section, as Argdown reports it, and what is marked up in it.

        Args:
            words: The title for readers.
            tags: The tags behind it.
            markup: The title with the tags as it was typed, if somebody has typed it.
        """
        if markup is not None:
            content = self.read(markup if self._removes_tags else self._with_tags(markup, tags))
            return content.text.strip(), content.ranges
        return (words, ()) if self._removes_tags else with_tags(words, tags)

    def _with_tags(self, markup: str, tags: tuple[str, ...]) -> str:
        """A typed text with the tags that are not in it."""
        content = self.read(markup)
        more = self.typed("", (tag for tag in tags if tag not in content.tags))
        return f"{markup} {more}" if more else markup

    def can_type(self, text: str) -> bool:
        """Whether a text comes back as it is: there is only one line, and no space counts twice."""
        typed = self.typed(text)
        return typed == text or (in_one_line(text) == text and self.read(typed).plain == text)


def can_be_tag(tag: str) -> bool:
    """Whether a tag can be typed behind a text."""
    return tag_in_text(tag) is not None
