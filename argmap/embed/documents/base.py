"""What a host document is: where its blocks are, and how a figure or a filled region is written in its markup."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import SourceFile, Span
from argmap.embed.attributes import Attributes, Given
from argmap.markup.base import Markup

FIGURE = "figure"
"""The kind of a block that is a picture; all other kinds are names of texts."""


class Picture(NamedTuple):
    """The image that stands behind a marker.

    Attributes:
        path: Where it leads, as typed, without escapes of the markup.
        alt: Its text alternative, without escapes.
    """

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Block:
    """A place of a document that asks for a map.

    Attributes:
        kind: `figure`, or the name of a text, as typed: it need not be on the roll.
        span: All that belongs to it, from the start of its first line to the end of its last, without the last line
            end: a fence; or a marker and the image behind it; or a marker, the text, and the end marker.
        given: Its attributes.
        body: The map that stands in it, without margin and escapes, or None.
        body_line: The line in which the body begins, from 1.
        is_marker: Whether it is a marker comment; else it is still a fence (or what the host has for one).
        margin: What stands before each of its lines, such as `   ` in a list or `> ` in a quotation.
        picture: The image behind a marker, if there is one.
        before, after: What has to stand before and after the figure or the text, should it stand there without the
            marker or the fence, such as an empty line that keeps it from the words of a paragraph.
    """

    kind: str
    span: Span
    given: tuple[Given, ...] = ()
    body: str | None = None
    body_line: int = 1
    is_marker: bool = False
    margin: str = ""
    picture: Picture | None = None
    before: str = ""
    after: str = ""


class Scan(NamedTuple):
    """What is in a document: its blocks in order, and what is wrong with them (`unclosed-block`, ...)."""

    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A block that is to be written anew.

    Attributes:
        kind: `figure` or the name of a text.
        attributes: All attributes, for the marker; `figure` among them.
        body: The map that the marker keeps, or None.
        margin: What stands before each line.
        with_marker: Whether the marker is written; not so in a rendered copy.
        path: Where the figure leads, relative to the document, with slashes; for a figure.
        alt: Its text alternative; for a figure.
        text: The text, in the markup of the host; for a region.
    """

    kind: str
    attributes: Attributes
    body: str | None
    margin: str
    with_marker: bool = True
    path: str = ""
    alt: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """A kind of document on the roll.

    Attributes:
        name: What it is called, such as `markdown`.
        title: The same for people.
        suffixes: File name endings, each with its dot.
        format: The format of figures that suits it: `svg`, `png` or `pdf`.
        markup: How words are written in it.
        scan: Finds the blocks of a document. Examples in code, comments that are none of argmap's, and text that looks
            alike are left alone.
        write: A block as text with its margin, without a line end at its end. Scanning it gives back the same block
            as a marker, with the same attributes, body and picture.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    format: str
    markup: Markup
    scan: Callable[[SourceFile], Scan]
    write: Callable[[Placed], str]
