"""Parses premise-conclusion structures: numbered rows, and lines of inference between them."""

import re

from argmap.formats.argdown.text.cursor import Cursor
from argmap.formats.argdown.text.elements import parse_element
from argmap.formats.argdown.text.nesting import parse_relations
from argmap.formats.argdown.text.syntax import Content, Element, Line, Place, Row, Structure
from argmap.formats.argdown.text.tokens import Kind, Remark, Token

_TITLES = (Kind.DEFINITION, Kind.REFERENCE)
_ENDS = (Kind.NEWLINE, Kind.EMPTY_LINE, Kind.END)
_IN_LINE = (Kind.TEXT, Kind.ESCAPED, Kind.SHORTCODE, Kind.COMMA, Kind.NEWLINE, Kind.DATA)
_SHAPE = re.compile(r"(?:n?r)?n?(?:dn?)?")
_YAML_FENCE = re.compile(r"\s*(---)")
_NO_CONCLUSION = "structure-without-conclusion"


def parse_structure(cursor: Cursor) -> Structure | None:
    """Parse a structure from its first row or line on.

    Rows that cannot be part of it become loose elements; None if nothing is left.
    """
    found = _parts(cursor)
    parts, is_reported = _with_sound_lines(cursor, found)
    end = max((number for number, part in enumerate(parts) if isinstance(part, Line)), default=-2) + 2
    rest = [part for part in parts[end:] if isinstance(part, Row)]
    if rest and not is_reported:
        _report_rest(cursor, rest, is_whole=not end)
    cursor.loose += [part.element for part in rest]
    last = parts[end - 1] if end else None
    return (
        Structure(parts[:end], Place(parts[0].place.start, last.element.place.end)) if isinstance(last, Row) else None
    )


def _report_rest(cursor: Cursor, rest: list[Row], *, is_whole: bool) -> None:
    if is_whole:
        message = "this structure has premises but no conclusion"
        advice = "put a line of `----` before the conclusion"
    else:
        number = cursor.script.text[rest[0].place.start : rest[0].place.end]
        message = f"no conclusion follows from row {number}"
        advice = "put a line of `----` and another row behind it, or take it before the line above"
    cursor.remark(Remark(_NO_CONCLUSION, message, rest[0].place.start, rest[-1].place.end, advice))


def _with_sound_lines(cursor: Cursor, found: list[Row | Line]) -> tuple[list[Row | Line], bool]:
    """Leave out lines that have no premise or no conclusion; and say whether what is left at the end is known of."""
    parts: list[Row | Line] = []
    is_reported = False
    for number, part in enumerate(found):
        if isinstance(part, Row):
            parts.append(part)
        elif not parts:
            is_reported = True
            _report_line_without_premises(cursor, part)
        elif number + 1 == len(found) or isinstance(found[number + 1], Line):
            is_reported = number + 1 == len(found)
            message = "no conclusion stands below this line of an inference"
            cursor.remark(Remark(_NO_CONCLUSION, message, *part.place, "put a numbered row right below it"))
        else:
            is_reported = False
            parts.append(part)
    return parts, is_reported


def _report_line_without_premises(cursor: Cursor, line: Line) -> None:
    fence = _YAML_FENCE.match(cursor.script.text)
    is_fence = fence is not None and fence.start(1) == line.place.start
    advice = "front matter stands between lines of `===`" if is_fence else "put numbered rows above it"
    cursor.remark(Remark("syntax-error", "there are no premises above this line of an inference", *line.place, advice))


def _parts(cursor: Cursor) -> list[Row | Line]:
    parts: list[Row | Line] = []
    number = ""
    while True:
        if cursor.kind is Kind.NUMBER:
            number = cursor.token.text
            parts.append(_row(cursor))
        elif cursor.kind is Kind.LINE:
            parts.append(_line(cursor, is_first=not parts))
        elif not (cursor.kind is Kind.EMPTY_LINE and _goes_on(cursor, parts, number)):
            return parts


def _goes_on(cursor: Cursor, parts: list[Row | Line], number: str) -> bool:
    """Whether a structure goes on behind an empty line. It does so if it is not yet complete."""
    following = cursor.tokens[cursor.at + 1]
    is_complete = len(parts) > 1 and isinstance(parts[-1], Row) and isinstance(parts[-2], Line)
    if following.kind is Kind.NUMBER:
        goes_on = not is_complete and _value(following.text) > _value(number)
    else:
        goes_on = following.kind is Kind.LINE
    if goes_on:
        token = cursor.take()
        cursor.unportable(
            "there are empty lines within a premise-conclusion structure",
            token._replace(start=following.start, end=following.end),
            "take them away",
        )
    return goes_on


def _value(number: str) -> tuple[int, str]:
    digits = number[1:-1].lstrip("0")
    return len(digits), digits


def _row(cursor: Cursor) -> Row:
    sign = cursor.take()
    if cursor.kind is Kind.NEWLINE and cursor.following in _TITLES:
        cursor.take()
        cursor.unportable(f"the statement of row {sign.text} has to stand in its line", sign)
    first = cursor.token
    element = parse_element(cursor)
    if element is None:
        cursor.error(f"row {sign.text} needs a statement", sign)
        nothing = Place(sign.end, sign.end)
        empty = Content("", "", None, (), (), (), nothing)
        element = Element(False, None, None, False, empty, (), None, [], nothing)
    elif element.is_argument:
        cursor.error(
            f"row {sign.text} needs a statement, and `{first.text}` is an argument",
            first,
            f"write `[{element.title}]`, or give the words of the statement",
        )
        element.is_argument = False
    parse_relations(cursor, element)
    return Row(element, Place(sign.start, sign.end))


def _line(cursor: Cursor, *, is_first: bool) -> Line:
    opening = cursor.take()
    start = cursor.at
    while cursor.kind in _IN_LINE:
        cursor.at += 1
    words = cursor.tokens[start : cursor.at]
    end = opening
    if cursor.kind is Kind.LINE_END:
        end = cursor.take()
        if not is_first:
            _check_shape(cursor, opening, words)
    else:
        cursor.error(
            "this line of an inference is not closed by `--`",
            opening,
            "write `----`, or `-- name of the rule --`",
        )
        words = _first_line(words)
    line = Line(_rules(cursor, words), None, [], Place(opening.start, end.end))
    data = next((number for number, item in enumerate(words) if item.kind is Kind.DATA), None)
    if data is not None:
        at, cursor.at = cursor.at, start + data
        line.braces = cursor.braces()
        cursor.at = at
    if end is not opening:
        _behind_line(cursor, line)
    parse_relations(cursor, line)
    return line


def _first_line(words: list[Token]) -> list[Token]:
    end = next((number for number, item in enumerate(words) if item.kind is Kind.NEWLINE), len(words))
    return words[:end]


def _rules(cursor: Cursor, words: list[Token]) -> tuple[str, ...]:
    rules = [""]
    for token in words:
        if token.kind is Kind.COMMA:
            rules.append("")
        elif token.kind is Kind.NEWLINE:
            rules[-1] += " "
        elif token.kind is Kind.ESCAPED:
            rules[-1] += token.text[1:]
        elif token.kind is Kind.SHORTCODE:
            code = token.text.rstrip(" \t")
            sign = cursor.wording.shortcodes.get(code)
            rules[-1] += token.text if sign is None else sign + token.text[len(code) :]
        elif token.kind is Kind.TEXT:
            rules[-1] += token.text
    return tuple(name for name in (rule.strip() for rule in rules) if name)


def _check_shape(cursor: Cursor, opening: Token, words: list[Token]) -> None:
    kinds = {Kind.NEWLINE: "n", Kind.DATA: "d"}
    shape = "".join(kinds.get(item.kind, "r") for item in words)
    commas = [number for number, item in enumerate(words) if item.kind is Kind.COMMA]
    is_listed = all(
        0 < number < len(words) - 1
        and not {words[number - 1].kind, words[number + 1].kind} & {Kind.COMMA, Kind.NEWLINE, Kind.DATA}
        for number in commas
    )
    if not is_listed or not _SHAPE.fullmatch(re.sub("r+", "r", shape)):
        cursor.unportable(
            "rules and data of an inference are not laid out as usual",
            opening,
            "put the rules, with commas between them, in one line, and the data behind them",
        )


def _behind_line(cursor: Cursor, line: Line) -> None:
    """Take what stands in the same line behind the closing hyphens, where there should be nothing."""
    if cursor.kind is Kind.DATA:
        cursor.unportable("the data of an inference has to stand before the closing `--`", cursor.token)
        braces = cursor.braces()
        line.braces = line.braces or braces
    if cursor.kind not in _ENDS:
        cursor.error(
            "there can be nothing behind the line of an inference",
            cursor.token,
            "the name of a rule stands between the hyphens: `-- modus ponens --`",
        )
        while cursor.kind not in _ENDS:
            cursor.at += 1
    cursor.skip(Kind.NEWLINE)
