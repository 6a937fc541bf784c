"""The lines of an export, in its two layouts: which of them begin a claim, and what stands around these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from argmap.core.source import SourceFile, Span

_HEAD = re.compile(
    r"(?P<indent>[ \t]*)(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})*)(?P<point>\.?)"
    r"(?:[ \t]+(?:(?P<mark>pro|con|thesis|question)[ \t]*:[ \t]?)?|$)(?P<rest>.*)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"discussion (?:title|name)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_SOURCES = re.compile(r"Sources:[ \t]*")
_ESCAPE = re.compile(r"\\([()\[\]\\])")
_SOURCE = re.compile(r"\[([0-9]{1,6})\][ \t]+(\S+)")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A claim as it stands in the file.

    Attributes:
        number: Its number, without the point at the end.
        mark: `pro`, `con`, `thesis`, `question`, or empty.
        typed: Its text as it is typed, over all its lines.
        place, text_place: Where its number and its text stand.
    """

    number: str
    mark: str
    typed: str
    place: Span
    text_place: Span

    @property
    def above(self) -> str:
        """The number of the claim that it stands below; empty for the outermost."""
        return self.number.rpartition(".")[0]

    @property
    def last(self) -> int:
        """The last part of its number."""
        return int(self.number.rpartition(".")[2])

    @property
    def has_stance(self) -> bool:
        """Whether it says how it bears on the claim above it."""
        return self.mark in ("pro", "con")


@dataclass(frozen=True, slots=True)
class Export:
    """A file, cut into its parts.

    Attributes:
        head: What stands before the first claim.
        title: The title as it is typed, or None.
        rows: The claims, in the order of the file.
        sources: The list of sources behind them, as it stands there; empty if there is none.
        end: The line ends after the last line that says something.
        outlined: Whether texts stand below the lines with their numbers.
        line_end: What lines end with.
    """

    head: str
    title: str | None
    rows: tuple[Row, ...]
    sources: str
    end: str
    outlined: bool
    line_end: str


class _Line(NamedTuple):
    """A line without its end, and where it begins."""

    text: str
    start: int


def export_of(source: SourceFile) -> Export:
    """Cut a text into the parts of an export. Without any claims it is none."""
    text = source.text
    line_end = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    lines = _lines(text, line_end)
    outlined = _is_outlined(lines)
    starts = _starts(lines, outlined)
    last = max((number for number, line in enumerate(lines) if line.text.strip()), default=-1) + 1
    tail = _tail(lines, starts[-1][0] if starts else 0)
    rows = tuple(_rows(source, lines[: min(tail, last)], starts, outlined))
    head = [line.text for line in lines[: starts[0][0] if starts else min(tail, last)]]
    return Export(
        "".join(f"{line}\n" for line in head),
        title_in(head),
        rows,
        "\n".join(line.text for line in lines[tail:last]),
        "\n" * (len(lines) - last),
        outlined,
        line_end,
    )


def title_in(head: list[str]) -> str | None:
    """The title that the lines before the first claim give, as it is typed; None if they give none."""
    said = [line.strip().lstrip("\ufeff") for line in head if line.strip("\ufeff \t")]
    found = _LABEL.fullmatch(said[0]) if said else None
    if found is None:
        return said[0] if said else None
    return found[1] or (said[1] if len(said) > 1 else None)


def has_label(head: list[str]) -> bool:
    """Whether the first line that says something calls itself a title, as in all exports."""
    said = next((line for line in head if line.strip("\ufeff \t")), "")
    return _LABEL.fullmatch(said.strip("\ufeff \t")) is not None


def addresses_in(sources: str) -> dict[str, str]:
    """The addresses in a list of sources, by their numbers."""
    found = (_SOURCE.match(line) for line in sources.split("\n"))
    return {item[1]: _ESCAPE.sub(r"\1", item[2]) for item in reversed([*filter(None, found)])}


def _lines(text: str, line_end: str) -> list[_Line]:
    """All lines, the one behind the last line end included."""
    found, start = [], 0
    for piece in text.split("\r" if line_end == "\r" else "\n"):
        found.append(_Line(piece.removesuffix("\r"), start))
        start += len(piece) + 1
    return found


def _is_outlined(lines: list[_Line]) -> bool:
    """Whether more marked numbers stand on a line of their own than in front of a text."""
    below = beside = 0
    for number, line in enumerate(lines):
        found = _HEAD.fullmatch(line.text)
        if found and found["mark"] and found["point"]:
            if found["rest"].strip():
                beside += 1
            elif number + 1 < len(lines) and _is_words(lines[number + 1].text):
                below += 1
    return below > beside


def _is_words(line: str) -> bool:
    """Whether a line says something, other than a number."""
    head = _HEAD.fullmatch(line)
    return bool(line.strip()) and not (head and head["mark"])


def _starts(lines: list[_Line], outlined: bool) -> list[tuple[int, re.Match[str]]]:
    """The lines with which claims begin."""
    found = []
    for number, line in enumerate(lines):
        head = _HEAD.fullmatch(line.text)
        if head and _begins(head, outlined):
            found.append((number, head))
    return found


def _begins(head: re.Match[str], outlined: bool) -> bool:
    if outlined:
        return bool(head["mark"] and head["point"]) and not head["rest"].strip()
    if head["mark"]:
        return bool(head["point"]) or "." in head["number"]
    return bool(head["point"]) and not head["indent"]


def _tail(lines: list[_Line], first: int) -> int:
    """The number of the line at which a list of sources begins, behind the last claim; else that of the last line."""
    for number in range(first, len(lines) - 1):
        if _SOURCES.fullmatch(lines[number].text) and _SOURCE.match(lines[number + 1].text):
            return number
    return len(lines)


def _rows(
    source: SourceFile, lines: list[_Line], starts: list[tuple[int, re.Match[str]]], outlined: bool
) -> Iterator[Row]:
    ends = [*(number for number, _ in starts[1:]), len(lines)][: len(starts)]
    for (number, head), end in zip(starts, ends, strict=True):
        start = lines[number].start
        inner = lines[number + 1 : end]
        while inner and not inner[-1].text.strip():
            inner.pop()
        place = Span(source, start + head.start("number"), start + head.end("point"))
        rest = Span(source, start + head.start("rest"), start + head.end("rest"))
        below = [_dedented(line.text, len(head["indent"])) for line in inner]
        if outlined and below:
            first = inner[0].start + len(inner[0].text) - len(inner[0].text.lstrip())
            rest = Span(source, first, inner[-1].start + len(inner[-1].text))
            typed = "\n".join(below)
        else:
            typed = "\n".join([head["rest"], *(line.text for line in inner)])
            rest = rest._replace(end=inner[-1].start + len(inner[-1].text)) if inner else rest
        yield Row(head["number"], (head["mark"] or "").lower(), typed, place, rest if typed.strip() else place)


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip(" \t"))) :]
