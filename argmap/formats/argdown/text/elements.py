"""Parses statements and arguments, and the texts of headings: titles in brackets, words, tags and data."""

from argmap.formats.argdown.text.content import balanced, content_of, literal, names_of, simple_content
from argmap.formats.argdown.text.cursor import WORDS, Cursor
from argmap.formats.argdown.text.syntax import Braces, Content, Element, Place
from argmap.formats.argdown.text.tokens import Kind, Token

_TITLES = (Kind.DEFINITION, Kind.REFERENCE)
_GOES_ON = WORDS | {Kind.DATA, *_TITLES}
_ENDS_OF_REFERENCE = (Kind.NEWLINE, Kind.EMPTY_LINE, Kind.END, Kind.DATA)


def parse_element(cursor: Cursor) -> Element | None:
    """Parse a statement or an argument without what is nested under it; None if there is nothing of the kind.

    Line ends behind it are taken with it.
    """
    token = cursor.token
    if token.kind is Kind.DEFINITION:
        return _definition(cursor)
    if token.kind is Kind.REFERENCE:
        return _reference(cursor)
    content, braces = parse_text(cursor)
    if content is None:
        if braces:
            cursor.error("data in braces has to stand behind the words that it is about", token)
        return None
    return Element(False, None, None, False, content, (), braces, [], _around(content.place, content, braces))


def is_new_paragraph(cursor: Cursor) -> bool:
    """Whether a title begins a statement or argument of its own rather than being words in a text.

    It does so at the start of a line; a reference also needs the whole line for itself.
    """
    if cursor.at and cursor.tokens[cursor.at - 1].kind not in (Kind.NEWLINE, Kind.EMPTY_LINE):
        return False
    if cursor.kind is Kind.DEFINITION:
        return True
    at = cursor.at + 1
    while cursor.tokens[at].kind is Kind.TAG:
        at += 1
    return cursor.tokens[at].kind in _ENDS_OF_REFERENCE


def parse_text(cursor: Cursor) -> tuple[Content | None, Braces | None]:
    """Parse words and the data behind them, over as many lines as they take. None for what is not there."""
    line = _single_line(cursor)
    if line:
        return line, None
    words, braces = _collect(cursor)
    if not any(item.kind is not Kind.NEWLINE for item in words):
        return None, braces
    words, unclosed = balanced(words)
    for sign in unclosed:
        cursor.unportable(
            f"`{sign.text}` opens {'bold' if len(sign.text) == 2 else 'italic'} text that is never closed; it is taken"
            " as it stands",
            sign,
            "put a backslash before it: `" + "".join(rf"\{part}" for part in sign.text) + "`",
        )
    return content_of(words, cursor.script.text, cursor.wording, Place(0, 0)), braces


def _single_line(cursor: Cursor) -> Content | None:
    """Parse a single line of plain words, which is what most texts are; None if there is more to it."""
    at, tokens = cursor.at, cursor.tokens
    word = tokens[at]
    if word.kind is not Kind.TEXT:
        return None
    at += 2 if tokens[at + 1].kind is Kind.NEWLINE else 1
    if tokens[at].kind in _GOES_ON:
        return None
    cursor.at = at
    return simple_content(word)


def _collect(cursor: Cursor) -> tuple[list[Token], Braces | None]:
    tokens = cursor.tokens
    words: list[Token] = []
    braces: Braces | None = None
    is_behind = False
    while True:
        token = tokens[cursor.at]
        if token.kind in WORDS:
            if is_behind and token.kind is not Kind.NEWLINE:
                is_behind = False
                _report_words_behind_data(cursor, token)
                if words:
                    words.append(Token(Kind.NEWLINE, token.start, token.start, ""))
            if not is_behind:
                words.append(token)
            cursor.at += 1
        elif token.kind is Kind.DATA:
            further = cursor.braces()
            if braces:
                cursor.error("there can be only one pair of braces; this one is left out", token)
            braces = braces or further
            is_behind = True
        elif token.kind in _TITLES and not is_new_paragraph(cursor):
            _report_title_within(cursor, token)
            words.append(literal(token, cursor.script.text))
            cursor.at += 1
            is_behind = False
        else:
            return words, braces


def _report_words_behind_data(cursor: Cursor, token: Token) -> None:
    cursor.unportable(
        "there are words behind data in braces", token, r"put the braces at the end, or write `\{` if they are no data"
    )


def _report_title_within(cursor: Cursor, token: Token) -> None:
    what = "argument" if token.text[0] == "<" else "statement"
    title = token.text.rstrip(":")
    cursor.unportable(
        f"`{token.text}` stands in the middle of a text, where it is words like others",
        token,
        rf"write `@{title}` to mention the {what}, or `\{title}` for the brackets alone",
    )


def _definition(cursor: Cursor) -> Element:
    token = cursor.take()
    follower = cursor.token
    content, braces = parse_text(cursor)
    title = token.text[1:-2]
    if content is None:
        _report_empty(cursor, token, follower)
        content = Content("", "", None, (), (), (), Place(token.end, token.end))
    place = _around(Place(token.start, token.end), content, braces)
    return Element(token.text[0] == "<", title, _inner(token), False, content, (), braces, [], place)


def _report_empty(cursor: Cursor, token: Token, follower: Token) -> None:
    message = f"`{token.text}` needs a text behind the colon"
    advice = f"write `{token.text[:-1]}` without a colon to refer to it"
    if follower.kind is Kind.NEWLINE:
        cursor.unportable(message, token, advice, "Argdown's own tools take an empty text for its wording")
    else:
        cursor.error(message, token, advice)


def _reference(cursor: Cursor) -> Element:
    token = cursor.take()
    tags: list[Token] = []
    while cursor.kind is Kind.TAG:
        tags.append(cursor.take())
    end = (tags or [token])[-1]
    cursor.skip(Kind.NEWLINE)
    braces = None
    if cursor.kind is Kind.DATA:
        end = cursor.token
        braces = cursor.braces()
        cursor.skip(Kind.NEWLINE)
    content = None
    if cursor.kind in WORDS or cursor.kind is Kind.DATA or (cursor.kind in _TITLES and not is_new_paragraph(cursor)):
        behind = cursor.token
        content, further = parse_text(cursor)
        braces = braces or further
        content, more = _behind_reference(cursor, token, behind, content)
        tags += more
    place = _around(Place(token.start, end.end - _blanks_at_end(end)), content, braces)
    is_argument = token.text[0] == "<"
    return Element(
        is_argument,
        token.text[1:-1],
        _inner(token),
        content is None,
        content,
        names_of(tags) if tags else (),
        braces,
        [],
        place,
    )


def _behind_reference(
    cursor: Cursor, title: Token, first: Token, content: Content | None
) -> tuple[Content | None, list[Token]]:
    """Words behind a reference are its text, with an error; tags in a line below it are its tags, with a warning."""
    if content is None:
        return None, []
    own = _since(cursor, first)
    if all(item.kind in (Kind.TAG, Kind.NEWLINE, Kind.DATA) for item in own):
        cursor.unportable(
            "tags of a reference have to stand in its line, before data", first, f"put them right behind `{title.text}`"
        )
        return None, [item for item in own if item.kind is Kind.TAG]
    cursor.error(
        f"there can be no text behind the reference `{title.text}`",
        first,
        f"write `{title.text}:` if this is its text, or put an empty line between them",
    )
    return content, []


def _since(cursor: Cursor, first: Token) -> list[Token]:
    number = cursor.at
    while number and cursor.tokens[number - 1].start >= first.start:
        number -= 1
    return cursor.tokens[number : cursor.at]


def _inner(token: Token) -> Place:
    """The place of a title without its brackets."""
    return Place(token.start + 1, token.end - (2 if token.kind is Kind.DEFINITION else 1))


def _blanks_at_end(token: Token) -> int:
    return len(token.text) - len(token.text.rstrip(" \t"))


def _around(place: Place, content: Content | None, braces: Braces | None) -> Place:
    start, end = place
    if content is not None:
        start, end = min(start, content.place.start), max(end, content.place.end)
    if braces is not None:
        start, end = min(start, braces.place.start), max(end, braces.place.end)
    return Place(start, end)
