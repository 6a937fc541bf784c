"""The picture of a figure: a place in the document until a builder says which format it can show."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from argmap.core.source import SourceFile, Span
from argmap.core.writing import make_folder, write_whole
from argmap.embed import Attributes, Engine, Figure, Request
from argmap.embed.adapters.inline import svg_element
from argmap.embed.adapters.making import made
from argmap.embed.adapters.sphinx.findings import box, note, tell

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

_TYPES = {"image/svg+xml": "svg", "application/pdf": "pdf", "image/png": "png"}
_PAGES = ("html", "dirhtml", "singlehtml")
"""Builders of pages that may hold an SVG; a book (`epub`) would have to declare it."""


class argmap_picture(nodes.General, nodes.Element):  # type: ignore[misc]  # noqa: N801 - nodes are written small
    """Where the picture of a map is to stand. Its attribute `wanted` is a `Wanted`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the engine, in a form that Sphinx can keep between builds.

    Attributes:
        attributes: The attributes of the directive.
        folder: Where relative paths start.
        root: The folder that no path may leave.
        name: What messages call the document.
        line: The line of the directive.
        body: The map in the directive, or None.
        body_line: Where that begins.
    """

    attributes: Attributes
    folder: str
    root: str
    name: str
    line: int
    body: str | None
    body_line: int

    @classmethod
    def of(cls, request: Request, root: Path) -> "Wanted":
        """Keep a request that has a place."""
        assert request.place is not None
        name, line = request.place.source.name, request.place.line
        return cls(request.attributes, str(request.folder), str(root), name, line, request.body, request.body_line)

    def request(self, format: str) -> Request:
        """The request again, for another format. Its place is that of the directive."""
        source = SourceFile(self.name, "\n" * (self.line - 1))
        place = Span(source, self.line - 1, self.line - 1)
        attributes = replace(self.attributes, format=format)
        return Request(attributes, Path(self.folder), place, self.body, self.body_line)


def put_in(app: "Sphinx", doctree: nodes.document, docname: str) -> None:
    """Draw the pictures of a document in the format of the builder; one that shows none gets them as text."""
    engines: dict[str, Engine] = {}
    for node in list(doctree.findall(argmap_picture)):
        wanted: Wanted = node["wanted"]
        engine = engines.setdefault(wanted.root, Engine(Path(wanted.root)))
        chosen = _format(app.builder, wanted.attributes.format)
        outcome = made(engine, wanted.request(chosen or "svg"), chosen or "svg")
        if outcome.figure is None:
            for item in outcome.diagnostics:
                tell(item)
            node.replace_self(box(outcome.diagnostics))
            continue
        for words in outcome.figure.notes:
            note(words, f"{wanted.name}:{wanted.line}")
        if chosen:
            node.replace_self(_drawn(app, outcome.figure, wanted))
        else:
            _tell_first(node.parent)
            node.replace_self(_told(outcome.figure))


def _format(builder: "Builder", asked: str | None) -> str | None:
    """The format that is asked for if the builder shows it, else the first that it shows, or None."""
    shown = [_TYPES[kind] for kind in builder.supported_image_types if kind in _TYPES]
    return asked if asked in shown else next(iter(shown), None)


def _drawn(app: "Sphinx", figure: Figure, wanted: Wanted) -> nodes.Element:
    width = wanted.attributes.width
    if figure.format == "svg" and app.config.argmap_html == "inline" and app.builder.name in _PAGES:
        page = f'<div style="overflow-x:auto">{svg_element(figure, width)}</div>\n'
        return nodes.raw("", page, format="html")
    path = _kept(Path(app.doctreedir), figure, wanted.attributes)
    app.builder.images[str(path)] = path.name
    image = nodes.image("", uri=str(path), candidates={"*": str(path)}, alt=figure.alt)
    if width:
        image["width"] = width
    return image


def _kept(folder: Path, figure: Figure, attributes: Attributes) -> Path:
    """Write a picture where the builder copies it from. Its name tells what is in it, so it never has to be changed."""
    stem = attributes.name or Path(attributes.file or "map").name.partition(".")[0]
    word = re.sub(r"[^A-Za-z0-9-]+", "-", stem).strip("-") or "map"
    path = folder.resolve() / "argmap" / f"{word}-{sha256(figure.data).hexdigest()[:16]}.{figure.format}"
    if not path.is_file():
        make_folder(str(path.parent))
        write_whole(str(path), figure.data)
    return path


def _told(figure: Figure) -> list[nodes.Node]:
    """The text alternatives: the sentence, then all that the picture says, indented as it is."""
    rows = figure.description.split("\n")
    return [nodes.paragraph("", figure.alt), _lines([(len(row) - len(row.lstrip()), row.strip()) for row in rows])]


def _tell_first(figure: nodes.Element) -> None:
    """Put the caption of a figure that has no picture before its text."""
    for caption in list(figure.findall(nodes.caption)):
        figure.remove(caption)
        figure.insert(0, caption)


def _lines(rows: list[tuple[int, str]]) -> nodes.Element:
    block = nodes.line_block()
    least = rows[0][0]
    position = 0
    while position < len(rows):
        depth, text = rows[position]
        end = position + 1
        if depth <= least:
            block += nodes.line("", text)
        else:
            while end < len(rows) and rows[end][0] > least:
                end += 1
            block += _lines(rows[position:end])
        position = end
    return block
