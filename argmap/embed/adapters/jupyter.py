"""Maps in Jupyter notebooks: the magics `%argmap` and `%%argmap`, and how a map is shown that a cell ends with."""

import re
import sys
from base64 import b64encode
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.core.diagnostics import Diagnostic, finding, in_file_order
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.embed.adapters.inline import svg_element
from argmap.embed.attribute_text import parse
from argmap.embed.attributes import Attributes, read_attributes
from argmap.embed.base import Figure, Request, Shown
from argmap.embed.engine import Engine
from argmap.renderers.svg_base import escape

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

_INTO = re.compile(r"\s*--into(?:\s+|=|$)(?P<name>\S*)")


class CellError(Exception):
    """A figure could not be made; the cell shows the findings instead of a traceback.

    Args:
        diagnostics: What is wrong, in order.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        first = diagnostics[0]
        where = f"{first.primary.source.name}:{first.primary.line}: " if first.primary else ""
        super().__init__(f"{where}{first.message}")

    def _render_traceback_(self) -> list[str]:
        """What IPython shows of the error, as lines."""
        from argmap.reporters import REPORTERS, Report

        return REPORTERS["text"].write(Report(self.diagnostics)).rstrip("\n").split("\n")


@dataclass(frozen=True)
class Picture:
    """A figure as a notebook shows it.

    Attributes:
        figure: The picture for web pages, as SVG or PNG.
        pdf: The same for LaTeX, or None if it cannot be made.
        attributes: What the cell says of it.
    """

    figure: Figure
    pdf: bytes | None = None
    attributes: Attributes = field(default_factory=Attributes)

    def __repr__(self) -> str:
        return "\n\n".join(filter(None, (self.attributes.caption, self.figure.alt, self.figure.description)))

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """The forms of the figure, by media type; a front end takes the first that it can show."""
        forms = {"text/html": _html(self.figure, self.attributes)}
        if self.figure.format == "png":
            forms["image/png"] = b64encode(self.figure.data).decode()
        else:
            forms["image/svg+xml"] = self.figure.data.decode()
        if self.pdf is not None:
            forms["application/pdf"] = b64encode(self.pdf).decode()
        return forms | {"text/plain": repr(self)}


def load(shell: "InteractiveShell") -> None:
    """Register the magics, and how a map is shown, with IPython; `%load_ext argmap` calls this."""
    from IPython.core import magic

    def argmap(line: str, cell: str | None = None) -> Picture:
        """Show an argument map.

        `%%argmap caption="The tram" evaluate=grounded` shows the map that stands in the rest of the cell, in YAML or
        Argdown; `%argmap file=tram.argmap.yaml focus=tram` shows one from a file. The attributes are those of every
        embedded map. `--into NAME`, before them, puts the whole map into a variable.
        """
        return run(shell, line, cell)

    setattr(argmap, magic.MAGIC_NO_VAR_EXPAND_ATTR, True)  # a caption may hold `$` and braces
    shell.register_magic_function(argmap, "line_cell", "argmap")  # type: ignore[arg-type]
    formatter = shell.display_formatter.mimebundle_formatter  # type: ignore[union-attr]
    formatter.for_type(ArgumentMap, forms_of)


def run(shell: "InteractiveShell", line: str, cell: str | None) -> Picture:
    """Make the figure that a magic asks for.

    Args:
        shell: Where the variable of `--into` is set.
        line: What stands behind the name of the magic.
        cell: The lines below it, or None for a magic in a line.

    Raises:
        CellError: The attributes or the map are wrong, or the figure cannot be drawn.
    """
    start = 1 if cell is not None else _line_that_runs()
    lead = "\n" * (start - 1) + ("%argmap " if cell is None else "%%argmap ")
    source = SourceFile("cell", f"{lead}{line}\n{cell or ''}")
    begin, end = len(lead), len(lead) + len(line)
    variable, faults = None, []
    if into := _INTO.match(source.text, begin, end):
        variable, begin = into["name"], into.end()
        if not variable.isidentifier():
            faults.append(finding("invalid-attribute", "`--into` needs the name of a variable",
                                  Span(source, into.start(), into.end())))  # fmt: skip
    given, unread = parse(source, begin, end)
    place = Span(source, start - 1, max(start, end))
    attributes, refused = read_attributes(given, place)
    spans = {item.name: item.span for item in reversed(given) if item.span}
    request = Request(attributes, Path.cwd(), place, cell, start + 1, spans)
    faults += [*unread, *refused, *_unfit(request)]
    if faults:
        raise CellError(tuple(in_file_order(faults)))
    engine = Engine()
    picture = _picture(engine, request)
    if variable:
        shell.user_ns[variable] = _shown(engine, request).whole
    return picture


def _line_that_runs() -> int:
    """The line of the cell from which a magic is called; its code is that of the module `__main__`."""
    frame: Any = sys._getframe()
    while frame is not None and frame.f_globals.get("__name__") != "__main__":
        frame = frame.f_back
    return frame.f_lineno if frame is not None else 1


def _unfit(request: Request) -> list[Diagnostic]:
    """Attributes that mean nothing in a notebook."""
    asked = request.attributes
    found = []
    if asked.format == "pdf":
        message, advice = "a notebook cannot show a PDF", "leave `format` out: the output holds a PDF for LaTeX anyway"
        found.append(finding("invalid-attribute", message, request.span("format"), help=advice))
    if asked.figure is not None:
        message, advice = "a notebook keeps no file of its figure", "leave `figure` out"
        found.append(finding("invalid-attribute", message, request.span("figure"), help=advice))
    return found


def _picture(engine: Engine, request: Request) -> Picture:
    made = engine.figure(request, "svg")
    if made.figure is None:
        raise CellError(made.diagnostics)
    for note in made.figure.notes:
        sys.stderr.write(f"note: {note}\n")
    wish = replace(request, attributes=replace(request.attributes, format="pdf"))
    pdf = engine.figure(wish, "pdf").figure
    return Picture(made.figure, pdf.data if pdf else None, request.attributes)


def _shown(engine: Engine, request: Request) -> Shown:
    found = engine.shown(request)
    if not isinstance(found, Shown):
        raise CellError(found)
    return found


def forms_of(map: ArgumentMap, include: object = None, exclude: object = None) -> dict[str, str]:
    """Return what a notebook shows of a map, by media type: the whole map, as `argmap render` draws it.

    Raises:
        ArgmapError: The environment lacks what drawing needs.
    """
    from argmap import pipeline
    from argmap.diagram.outline import outline
    from argmap.digest.summary import sentence
    from argmap.renderers import terminal

    drawn = pipeline.render(map)
    scene = drawn.scene
    assert scene is not None
    figure = Figure(drawn.data, "svg", sentence(map), scene.description, scene.width, scene.height)
    forms = Picture(figure, pipeline.render(map, "pdf").data)._repr_mimebundle_()
    return forms | {"text/plain": terminal.render(outline(map), map, width=80, colour=False)}


_SIDES = {
    "left": "margin:1em auto 1em 0;text-align:left",
    "center": "margin:1em auto;text-align:center",
    "right": "margin:1em 0 1em auto;text-align:right",
}


def _html(figure: Figure, asked: Attributes) -> str:
    """The figure as HTML: the picture with its text alternative, and the caption."""
    name = f' id="{escape(asked.name)}"' if asked.name else ""
    side = _SIDES[asked.align or "left"]
    caption = f'\n<figcaption style="margin-top:.5em">{escape(asked.caption)}</figcaption>' if asked.caption else ""
    return f'<figure class="argmap" role="figure"{name} style="{side}">\n{_image(figure, asked)}{caption}\n</figure>\n'


def _image(figure: Figure, asked: Attributes) -> str:
    # As wide as it is drawn, but never wider than the page.
    width = asked.width or f"{figure.width:g}px"
    if figure.format == "png":
        style = f"max-width:100%;height:auto;width:{width}"
        data = b64encode(figure.data).decode()
        return f'<img src="data:image/png;base64,{data}" alt="{escape(figure.alt)}" style="{style}"/>'
    return svg_element(figure, width)
