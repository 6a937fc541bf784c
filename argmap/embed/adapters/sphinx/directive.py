"""The directive `.. argmap::`: it checks the map while a document is read, and leaves a place for its picture."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile
from argmap.embed import NAMES, Attributes, Engine, Given, Outcome, Request, Shown, read_attributes
from argmap.embed.adapters.making import made
from argmap.embed.adapters.sphinx.findings import box, tell
from argmap.embed.adapters.sphinx.picture import Wanted, argmap_picture
from argmap.embed.adapters.sphinx.places import Places
from argmap.project.configuration import OWN_FILE, SHARED_FILE

_ENGINE = "argmap_engine"
_OF_SPHINX = ("class", "figwidth")
"""Options that a figure of Sphinx has, beside the attributes of argmap."""


class _AnyOption(dict[str, Any]):
    """Takes options of all names as they are typed: unknown ones are told with advice, as in all documents."""

    def __missing__(self, name: str) -> Any:
        return _on_one_line


def _on_one_line(value: str | None) -> str:
    return " ".join((value or "").split())


class ArgmapDirective(SphinxDirective):
    """A figure of a map, from a file or from the text in the directive."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _AnyOption(dict.fromkeys((*NAMES, *_OF_SPHINX), _on_one_line))

    def run(self) -> list[nodes.Node]:
        """Return the figure, or a box that says why there is none; then a warning was logged as well."""
        places = Places(*self.get_source_info(), self.block_text)
        request, faults = self._request(places)
        figure, more = self._figure(places)
        faults += more
        outcome = Outcome(None, tuple(faults)) if faults else self._checked(request)
        if outcome.figure is None:
            self.env.note_reread()  # so that the next build warns again
            for item in outcome.diagnostics:
                tell(item)
            figure += box(outcome.diagnostics)  # in the figure, so that references to it lead somewhere
        else:
            figure += argmap_picture("", wanted=Wanted.of(request, self._root))
        return self._finished(figure, request.attributes)

    def _request(self, places: Places) -> tuple[Request, list[Diagnostic]]:
        given = [Given("file", word, places.argument(word)) for word in self.arguments]
        given += [
            Given(name, value, places.option(name)) for name, value in self.options.items() if name not in _OF_SPHINX
        ]
        attributes, faults = read_attributes(given, places.whole)
        if self.arguments and re.search(r"\n|:\s", self.arguments[0]):
            message = "what stands behind `argmap::` is no name of a file"
            advice = "leave a blank line before a map that stands in the block"
            faults.append(finding("missing-map", message, places.whole, help=advice))
        folder = Path(self.env.doc2path(self.env.docname)).parent
        if attributes.file is not None and attributes.file.startswith("/"):
            folder, attributes = Path(self.env.srcdir), replace(attributes, file=attributes.file.lstrip("/"))
        body = "\n".join(self.content) if self.content else None
        spans = {item.name: item.span for item in given if item.span}
        return Request(attributes, folder, places.whole, body, self._body_line(), spans), faults

    def _body_line(self) -> int:
        """The line in which the content begins. Docutils knows it; MyST counts from the directive."""
        own = int(self.get_source_info()[1] or 1)
        found = (self.content.offset(0) or 0) + 1 if self.content else own
        return found if found >= own else own + self.content_offset + 1

    def _figure(self, places: Places) -> tuple[nodes.Element, list[Diagnostic]]:
        """The figure with the options that only Sphinx has, and what is wrong with them."""
        figure = nodes.figure()
        self.set_source_info(figure)
        faults: list[Diagnostic] = []
        for name, read in (
            ("class", directives.class_option),
            ("figwidth", directives.length_or_percentage_or_unitless),
        ):
            if name in self.options:
                try:
                    figure["classes" if name == "class" else "width"] = read(self.options[name])
                except ValueError as error:
                    message = f"`{name}` cannot be `{self.options[name]}`"
                    faults.append(
                        finding("invalid-attribute", message, places.option(name), help=str(error).split("\n")[0])
                    )
        return figure, faults

    @property
    def _root(self) -> Path:
        return Path(self.config.argmap_root)

    def _checked(self, request: Request) -> Outcome:
        """Draw the figure once, so that faults are told while the document is read; note what it is made of."""
        if _ENGINE not in self.env.temp_data:  # it lasts as long as the document
            self.env.temp_data[_ENGINE] = Engine(self._root)
        engine: Engine = self.env.temp_data[_ENGINE]
        plain = replace(request, attributes=replace(request.attributes, format=None))
        outcome = made(engine, plain, "svg")
        source = engine.source(request)
        if isinstance(source, SourceFile):
            self._depend(request, source)
        if outcome.figure:
            known = engine.shown(replace(request, attributes=Attributes(file=request.attributes.file)))
            for path in known.inputs if isinstance(known, Shown) else ():
                self.env.note_dependency(path)
        return outcome

    def _depend(self, request: Request, source: SourceFile) -> None:
        if "@include(" in source.text:
            self.env.note_reread()  # what it includes is known to its reader alone
        folder = request.folder.resolve()
        if request.attributes.file is not None and source.path:
            self.env.note_dependency(source.path)
            folder = Path(source.path).parent
        for place in (folder, *folder.parents):
            for name in (OWN_FILE, SHARED_FILE):
                if (place / name).is_file():
                    self.env.note_dependency(str(place / name))
            if place == self._root:
                break

    def _finished(self, figure: nodes.Element, attributes: Attributes) -> list[nodes.Node]:
        messages: list[nodes.Node] = []
        if attributes.align:
            figure["align"] = attributes.align
        if attributes.caption:
            words, messages = self.parse_inline(attributes.caption, lineno=self.lineno)
            caption = nodes.caption(attributes.caption, "", *words)
            self.set_source_info(caption)
            figure += caption
        self.add_name(figure)
        return [figure, *messages]
