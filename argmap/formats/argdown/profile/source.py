"""Places of argmap's own fields in an Argdown text, and findings about them."""

from dataclasses import replace

from argmap.core.diagnostics import Diagnostic, Label
from argmap.core.model import Spans
from argmap.core.source import LazySpans, SourceFile, Span
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import Place


class OwnSource:
    """The text that the forms of argmap's own format take for their file.

    Args:
        script: The text, perhaps with others in it; None if there is none: then nothing has a place.

    Attributes:
        file: A file with this text.
    """

    def __init__(self, script: Manuscript | None) -> None:
        self._script = script
        self._is_file = script is not None and script.text == script.source.text
        self.file = SourceFile("", "")
        if script:
            self.file = script.source if self._is_file else SourceFile(script.source.name, script.text)

    def spans(self, spans: Spans) -> Spans:
        """The same places in the files that the text is from."""
        if self._script is None:
            return {}
        return spans if self._is_file else _Moved(self, spans)

    def moved(self, span: Span) -> Span:
        """The same place in the file that it is from."""
        if self._script is None or self._is_file:
            return span
        return self._script.span(Place(span.start, span.end))

    def placed(self, item: Diagnostic) -> Diagnostic:
        """The same finding, about the file that it is from; without a place if what it is about was never typed."""
        secondary = [Label(self.moved(it.span), it.message) for it in item.secondary if it.span.start >= 0]
        is_typed = item.primary is not None and item.primary.start >= 0 and self._script is not None
        if is_typed and self._is_file:
            return item
        primary = self.moved(item.primary) if is_typed and item.primary else None
        return replace(item, primary=primary, secondary=tuple(secondary), fix=None)


class _Moved(LazySpans):
    """Places that are moved when somebody asks."""

    __slots__ = ("_given", "_source")

    def __init__(self, source: OwnSource, spans: Spans) -> None:
        super().__init__()
        self._source = source
        self._given = spans

    def _make(self) -> dict[str, Span]:
        return {name: self._source.moved(span) for name, span in self._given.items()}
