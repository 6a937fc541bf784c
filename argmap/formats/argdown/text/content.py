"""The text of a statement, an argument or a heading, put together from its tokens."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.formats.argdown.text.lexer import tokenize
from argmap.formats.argdown.text.shortcodes import BUILT_IN
from argmap.formats.argdown.text.syntax import Content, Mention, Place, Range, RangeKind
from argmap.formats.argdown.text.tokens import Kind, Token

_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_PLAIN = (Kind.TEXT, Kind.NEWLINE, Kind.LITERAL)
_AS_TYPED = (Kind.TEXT, Kind.LITERAL, Kind.SHORTCODE)
_WORDS = (
    *_PLAIN, Kind.ESCAPED, Kind.SHORTCODE, Kind.LINK, Kind.TAG, Kind.MENTION, Kind.OPEN, Kind.CLOSE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """How the settings of a file ask for texts to be read.

    Attributes:
        remove_tags: Whether tags are taken out of texts.
        shortcodes: What shortcodes such as `.~.` stand for.
    """

    remove_tags: bool = False
    shortcodes: Mapping[str, str] = field(default_factory=lambda: BUILT_IN)


USUAL = Wording()
"""How texts are read if no setting says otherwise."""


def read_content(markup: str, wording: Wording = USUAL) -> Content:
    """Read a text that stands for itself; its places are those within it.

    Signs of structure, such as `[Title]:` or a relation, are characters like others in it.
    """
    tokens = tokenize(markup.replace("\n", " ").replace("\r", " "), within=True).tokens
    words = [item if item.kind in _WORDS else _literal(item, markup) for item in tokens[:-1]]
    return content_of(balanced(words)[0], markup, wording, Place(0, len(markup)))


def _literal(token: Token, source: str) -> Token:
    """The token as characters that mean nothing, with the blank behind it that is otherwise dropped."""
    end = token.end + (source[token.end : token.end + 1] in (" ", "\t"))
    return Token(Kind.LITERAL, token.start, end, token.text + source[token.end : end])


def literal(token: Token, source: str) -> Token:
    """Make a token stand for its own characters."""
    return _literal(token, source) if token.kind is not Kind.OPEN else token._replace(kind=Kind.LITERAL)


def balanced(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens with each sign of bold or italic that is never closed as a literal one, and those signs."""
    waiting: list[int] = []
    for number, token in enumerate(tokens):
        if token.kind is Kind.OPEN or (token.kind is Kind.CLOSE and not waiting):
            waiting.append(number)
        elif token.kind is Kind.CLOSE:
            waiting.pop()
    if not waiting:
        return tokens, []
    result = list(tokens)
    for number in waiting:
        result[number] = result[number]._replace(kind=Kind.LITERAL)
    return result, [tokens[number] for number in waiting]


def content_of(tokens: Sequence[Token], source: str, wording: Wording, place: Place) -> Content:
    """Put a text together.

    Args:
        tokens: The words, in which bold and italic are balanced.
        source: The text that they come from.
        wording: What the settings say.
        place: Where the text would stand if there were one; it counts if there are no words.
    """
    words = [item for item in tokens if item.kind is not Kind.NEWLINE]
    if words:
        last = words[-1]
        place = Place(words[0].start, last.end - len(last.text) + len(last.text.rstrip(" \t")))
    if all(item.kind in _PLAIN for item in words):
        text = _plain_text(tokens)
        return Content(text, _trimmed(text), None, (), (), (), place)
    return _Assembly(wording).content(tokens, source, place)


def simple_content(token: Token) -> Content:
    """The text that consists of a single token of plain words."""
    text = token.text
    place = Place(token.start, token.end - len(text) + len(text.rstrip(" \t")))
    return Content(text, _trimmed(text), None, (), (), (), place)


def _plain_text(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for number, token in enumerate(tokens):
        if token.kind is not Kind.NEWLINE:
            parts.append(token.text)
        elif number < len(tokens) - 1 and not (parts and parts[-1].endswith(" ")):
            parts.append(" ")
    return "".join(parts)


def _trimmed(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def tag_name(text: str) -> str:
    """The name of a tag as it was typed: `tag` of `#tag`, `a tag` of `#(a tag)`."""
    text = text.rstrip(" \t")
    return text[2:-1] if text.startswith("#(") else text[1:]


def names_of(tags: Iterable[Token]) -> tuple[str, ...]:
    """The names of tags, each once."""
    return tuple(dict.fromkeys(tag_name(item.text) for item in tags))


class _Assembly:
    """A text that grows token by token: as Argdown reports it, and for readers."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.text: list[str] = []
        self.size = 0
        self.plain: list[str] = []
        self.ranges: list[Range] = []
        self.open: list[int] = []
        self.tags: dict[str, None] = {}
        self.mentions: list[Mention] = []
        self.trailing: int | None = None
        self.is_marked = False

    def content(self, tokens: Sequence[Token], source: str, place: Place) -> Content:
        for number, token in enumerate(tokens):
            self._take(token, tokens[number + 1].kind if number + 1 < len(tokens) else Kind.CLOSE)
        plain = self.plain if self.trailing is None else self.plain[: self.trailing]
        markup = _markup(tokens, source) if self.is_marked else None
        return Content(
            "".join(self.text),
            _trimmed("".join(plain)),
            markup,
            tuple(self.ranges),
            tuple(self.tags),
            tuple(self.mentions),
            place,
        )

    def _take(self, token: Token, following: Kind) -> None:
        kind, text = token.kind, token.text
        if kind is Kind.TAG:
            self._tag(text)
            return
        if kind is Kind.NEWLINE:
            # A line end is a space unless the text, or the part of it that is bold or italic, ends there.
            if following is not Kind.CLOSE and not (self.text and self.text[-1].endswith(" ")):
                self._add(" ", " ")
            return
        if self.trailing is not None:
            self.is_marked, self.trailing = True, None
        is_known = kind is Kind.SHORTCODE and text.rstrip(" \t") in self.wording.shortcodes
        if kind in _AS_TYPED and not is_known:
            self._add(text, text)
        else:
            self.is_marked = True
            self._marked(token)

    def _marked(self, token: Token) -> None:
        kind, text = token.kind, token.text
        blank = " " if text.endswith(" ") else ""
        if kind is Kind.ESCAPED:
            self._add(text[1:], text[1:])
        elif kind is Kind.SHORTCODE:
            sign = self.wording.shortcodes[text.rstrip(" \t")] + blank
            self._add(sign, sign)
        elif kind is Kind.LINK:
            words, _, address = text.rstrip(" \t").rpartition("](")
            self._range(RangeKind.LINK, len(words) - 1, address[:-1])
            self._add(words[1:] + blank, words[1:] + blank)
        elif kind is Kind.MENTION:
            title = text.rstrip(" \t")[2:-1]
            is_argument = text[1] == "<"
            found = RangeKind.ARGUMENT_MENTION if is_argument else RangeKind.STATEMENT_MENTION
            self._range(found, len(text), title)
            self.mentions.append(Mention(is_argument, title, Place(token.start + 2, token.start + 2 + len(title))))
            self._add(text, title + text[len(title) + 3 :])
        elif kind is Kind.OPEN:
            self.open.append(len(self.ranges))
            self._range(RangeKind.BOLD if len(text) == 2 else RangeKind.ITALIC, 1)
        elif self.open:
            number = self.open.pop()
            self.ranges[number] = self.ranges[number]._replace(stop=self.size - 1)
            self._add(blank, blank)

    def _tag(self, text: str) -> None:
        name = tag_name(text)
        self.tags[name] = None
        if self.trailing is None:
            self.trailing = len(self.plain)
        if self.wording.remove_tags:
            return
        self._range(RangeKind.TAG, len(text), name)
        self._add(text, name + text[len(text.rstrip(" \t")) :])

    def _range(self, kind: RangeKind, length: int, value: str = "") -> None:
        self.ranges.append(Range(kind, self.size, self.size + length - 1, value))

    def _add(self, text: str, plain: str) -> None:
        if text:
            self.text.append(text)
            self.size += len(text)
            self.plain.append(plain)


def _markup(tokens: Sequence[Token], source: str) -> str:
    """The text as it was typed, in one line, with backslashes before signs that are meant literally."""
    parts: list[str] = []
    end = tokens[0].start
    for token in tokens:
        gap = source[end : token.start]
        parts.append(gap if gap.isspace() else "")
        if token.kind is Kind.NEWLINE:
            parts.append(" ")
        elif token.kind is Kind.LITERAL:
            parts.append(
                "".join("\\" + sign for sign in token.text) if token.text in ("**", "__") else "\\" + token.text
            )
        else:
            parts.append(token.text)
        end = token.end
    return _BLANKS.sub(" ", "".join(parts)).strip(" ")
