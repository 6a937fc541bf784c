"""An editor without a screen: it starts `argmap lsp`, keeps its own texts, and applies what the server sends."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE = 60
"""Seconds after which an editor gives up waiting; only a test that fails waits so long."""

MODERN = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        rename=types.RenameClientCapabilities(prepare_support=True),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
    ),
)


class Editor(LanguageClient):
    """A client with open files, and what the server has said of them."""

    def __init__(self) -> None:
        super().__init__("argmap-tests", "1")
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.log: list[types.LogMessageParams] = []
        self.reports: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        # pygls marks what it is given, which a bound method does not allow.
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self.reports.put_nowait))
        self.feature(types.WINDOW_LOG_MESSAGE)(partial(self.log.append))
        self.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda _: None)

    async def begin(self, folder: Path, capabilities: types.ClientCapabilities = MODERN) -> types.InitializeResult:
        """Start the server and shake hands."""
        await self.start_io(sys.executable, "-m", "argmap", "lsp")
        params = types.InitializeParams(
            capabilities,
            process_id=os.getpid(),
            root_uri=folder.as_uri(),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
        )
        made = await self.initialize_async(params)
        self.initialized(types.InitializedParams())
        return made

    async def end(self) -> int | None:
        """Say goodbye and return the exit status of the server."""
        await self.shutdown_async(None)
        self.exit(None)
        return await self.status()

    async def status(self) -> int | None:
        """Wait for the server to end."""
        assert self._server is not None
        async with asyncio.timeout(PATIENCE):
            await self._server.wait()
        status = self._server.returncode
        await self.stop()  # type: ignore[no-untyped-call]
        return status

    def open(self, path: Path, language: str = "yaml") -> str:
        """Open a file and return its address."""
        uri = path.as_uri()
        self.texts[uri] = path.read_bytes().decode()
        self.versions[uri] = 1
        self.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, self.texts[uri]))
        )
        return uri

    def replace(self, uri: str, old: str, new: str) -> types.Position:
        """Type something over something else, which is there once; the cursor is behind it then."""
        text = self.texts[uri]
        assert text.count(old) == 1, old
        start = text.index(old)
        self.edit(uri, [types.TextEdit(types.Range(at(text, start), at(text, start + len(old))), new)])
        return at(self.texts[uri], start + len(new))

    def edit(self, uri: str, edits: Iterable[types.TextEdit]) -> None:
        """Apply edits to an open file and tell the server, the last edit first, as editors do."""
        changes: list[types.TextDocumentContentChangeEvent] = []
        for item in sorted(edits, key=lambda item: (item.range.start.line, item.range.start.character), reverse=True):
            self.texts[uri] = applied(self.texts[uri], [item])
            changes.append(types.TextDocumentContentChangePartial(item.range, item.new_text))
        self.versions[uri] += 1
        name = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(name, changes))

    def apply(self, edit: types.WorkspaceEdit | None) -> set[str]:
        """Apply edits of files, open or not, and return the names of the files."""
        assert edit is not None
        assert edit.changes is not None
        for uri, edits in edit.changes.items():
            if uri in self.texts:
                self.edit(uri, edits)
            else:
                path = Path(uri.removeprefix("file://"))
                path.write_bytes(applied(path.read_bytes().decode(), edits).encode())
        return {uri.rpartition("/")[2] for uri in edit.changes}

    def position(self, uri: str, mark: str, ahead: int = 0) -> types.Position:
        """The position of words that are there once, or of the character some places ahead."""
        assert self.texts[uri].count(mark) == 1, mark
        return at(self.texts[uri], self.texts[uri].index(mark) + ahead)

    async def findings(self, uri: str) -> list[types.Diagnostic]:
        """Wait for what the server says of the present version of a file."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = await self.reports.get()
                if found.uri == uri and found.version == self.versions[uri]:
                    return list(found.diagnostics)

    async def names(self, uri: str) -> list[Any]:
        """Wait for the names of the findings of the present version of a file."""
        return [item.code for item in await self.findings(uri)]


@asynccontextmanager
async def editing(folder: Path, capabilities: types.ClientCapabilities = MODERN) -> AsyncIterator[Editor]:
    """An editor in a folder, whose server ends with it and has complained of nothing."""
    editor = Editor()
    await editor.begin(folder, capabilities)
    yield editor
    assert await editor.end() == 0
    assert [item.message for item in editor.log if item.type is types.MessageType.Error] == []


def at(text: str, offset: int) -> types.Position:
    """The position of an offset, in units of UTF-16."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return types.Position(before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)


def applied(text: str, edits: Iterable[types.TextEdit]) -> str:
    """A text after edits that do not overlap."""
    places = {(place.line, place.character): number for number in range(len(text) + 1) if (place := at(text, number))}
    for item in sorted(edits, key=lambda item: (item.range.start.line, item.range.start.character), reverse=True):
        start = places[item.range.start.line, item.range.start.character]
        end = places[item.range.end.line, item.range.end.character]
        text = text[:start] + item.new_text + text[end:]
    return text
