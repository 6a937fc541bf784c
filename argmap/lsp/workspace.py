"""The open files of an editor, each in its present version, and the configuration that holds for them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentContentChangePartial
from pygls.uris import to_fs_path

from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile
from argmap.formats import format_of
from argmap.formats.detection import format_within
from argmap.lsp import positions
from argmap.lsp.documents import Document
from argmap.project import Configured, Projects
from argmap.project.discovery import is_map

_LOOKS_LIKE_A_MAP = re.compile(r'^(?:argmap[ \t]*:|[ \t]*\{?[ \t]*"argmap"[ \t]*:)', re.MULTILINE)


@dataclass(slots=True)
class Workspace:
    """What is open.

    Attributes:
        encoding: How the editor counts columns.
        folders: The folders that the editor works in, as paths.
    """

    encoding: positions.Encoding = positions.UTF_16
    folders: tuple[Path, ...] = ()
    _documents: dict[str, Document] = field(default_factory=dict)
    _languages: dict[str, str] = field(default_factory=dict)
    _uris: dict[str, str] = field(default_factory=dict)
    _projects: Projects = field(default_factory=Projects)

    def __iter__(self) -> Iterator[Document]:
        """The open files, in the order in which they were opened."""
        return iter(list(self._documents.values()))

    def find(self, uri: str) -> Document | None:
        """Return an open file in its present version."""
        return self._documents.get(uri)

    def map_at(self, uri: str) -> Document | None:
        """Return an open file if it is a map: by its name, its language in the editor, or its text."""
        document = self._documents.get(uri)
        return document if document is not None and self._is_map(document) else None

    def texts(self, but: str | None = None) -> dict[str, str]:
        """The texts of the open files by their real path, all but one."""
        return {path: self._documents[uri].source.text for path, uri in self._uris.items() if uri != but}

    def open(self, uri: str, language: str, text: str, version: int | None = None) -> list[str]:
        """Take in a file that was opened, and return the files that may be other maps now."""
        self._languages[uri] = language
        path = to_fs_path(uri)
        source = SourceFile(Path(path).name if path else uri.rpartition("/")[2], text, path)
        if path:
            self._uris[str(Path(path).resolve())] = uri
        self._documents[uri] = Document(uri, source, version=version, encoding=self.encoding, uris=self._uris)
        return self._settle(uri)

    def change(self, uri: str, changes: Sequence[TextDocumentContentChangeEvent], version: int | None) -> list[str]:
        """Take in what was typed, and return the files that may be other maps now: none if the file is not open."""
        document = self._documents.get(uri)
        if document is None:
            return []
        source = document.source
        for change in changes:
            text = change.text
            if isinstance(change, TextDocumentContentChangePartial):
                span = positions.span_of(source, change.range, self.encoding)
                text = source.text[: span.start] + text + source.text[span.end :]
            source = replace(source, text=text)
        self._documents[uri] = replace(document, source=source, version=version, earlier=document.known)
        return self._settle(uri)

    def close(self, uri: str) -> list[str]:
        """Forget a file, so that what the disk has of it counts, and return the files that may be other maps now."""
        self._documents.pop(uri, None)
        self._languages.pop(uri, None)
        for path in [path for path, other in self._uris.items() if other == uri]:
            del self._uris[path]
        return self._settle(uri)

    def refresh(self) -> list[str]:
        """Look at the disk again: configurations, included files and copies of sources may be others now."""
        self._projects = Projects()
        for uri, document in self._documents.items():
            self._documents[uri] = replace(document, earlier=document.known)
        return list(dict.fromkeys(touched for uri in list(self._documents) for touched in self._settle(uri)))

    def _settle(self, uri: str) -> list[str]:
        """Tell the open files of each other after one of them has changed; return those that are new versions."""
        touched = []
        for other, item in self._documents.items():
            includes = "@include(" in item.source.text
            if other != uri and not includes:
                continue
            source = replace(item.source, unsaved=self.texts(other) if includes else {})
            if other == uri:
                made = replace(item, source=source, format=self._format(item), configured=self._configured(item))
            else:
                made = replace(item, source=source, earlier=item.known)
            self._documents[other] = made
            touched.append(other)
        return touched

    def _format(self, document: Document) -> str:
        language = self._languages.get(document.uri, "")
        if format_of(document.source.name) is None and language in ("argdown", "yaml"):
            return language
        return format_within(document.source.text, document.source.name).name

    def _is_map(self, document: Document) -> bool:
        if is_map(document.source.name) or self._languages.get(document.uri) == "argdown":
            return True
        return _LOOKS_LIKE_A_MAP.search(document.source.text) is not None

    def _configured(self, document: Document) -> Configured:
        if document.source.path is None:
            return Configured()
        try:
            return self._projects.of(document.source.path)
        except ArgmapError:
            return Configured()


def folders_of(uris: Iterable[str]) -> tuple[Path, ...]:
    """The folders that the addresses stand for, those on no disk left out."""
    paths = (to_fs_path(uri) for uri in uris)
    return tuple(Path(path) for path in paths if path)
