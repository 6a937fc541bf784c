"""Which function answers which request of an editor; what is done is done elsewhere."""

import logging
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from lsprotocol import types
from lsprotocol.types import MessageType
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from argmap import __version__
from argmap.editing import RefusedError
from argmap.lsp.answers import ANSWERS
from argmap.lsp.documents import Document
from argmap.lsp.features import actions
from argmap.lsp.publishing import Publisher
from argmap.lsp.workspace import Workspace, folders_of

_REQUEST_FAILED = -32803
"""The protocol's code for a request that was understood and cannot be carried out."""

_WATCHED = ("**/argmap.toml", "**/pyproject.toml", "**/*.argdown", "**/*.ad", "**/*.txt")
"""Files on the disk that bear on what `check` says: configurations, included files, copies of sources."""


class _Protocol(LanguageServerProtocol):
    """The usual protocol, but argmap keeps open files itself: pygls also ends lines where editors do not."""

    _server: "ArgmapServer"

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        self._server.publish(self._server.maps.open(item.uri, item.language_id, item.text, item.version), at_once=True)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        item = params.text_document
        self._server.publish(self._server.maps.change(item.uri, params.content_changes, item.version))

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._server.publish([*self._server.maps.close(uri), uri], at_once=True)


class ArgmapServer(LanguageServer):
    """The server of one editor.

    Attributes:
        maps: The open files.
        publisher: Who checks them.
    """

    def __init__(self) -> None:
        super().__init__("argmap", __version__, protocol_cls=_Protocol)
        self.maps = Workspace()
        self.publisher = Publisher(self.maps, self.text_document_publish_diagnostics, self.complain)
        for method, heed in _SESSION.items():
            self.feature(method)(partial(heed, self))
        for method, (answer, options) in ANSWERS.items():
            self.feature(method, options)(partial(self._answer, method, answer))

    @property
    def is_done(self) -> bool:
        """Whether the editor has said goodbye."""
        return self.protocol._shutdown

    def publish(self, uris: Iterable[str], *, at_once: bool = False) -> None:
        """Check files after a pause in typing, or at once."""
        for uri in uris:
            self.publisher.soon(uri, at_once=at_once)

    def complain(self, what: str, fault: Exception) -> None:
        """Log a fault of argmap itself: what it is, and where it happened."""
        frames = traceback.extract_tb(fault.__traceback__)
        where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
        self.tell(f"{what} failed: {type(fault).__name__}: {fault}{where}", MessageType.Error)

    def tell(self, message: str, kind: MessageType = MessageType.Info) -> None:
        """Write a line into the editor's log. An editor that is gone is not told."""
        with suppress(OSError, ValueError):
            self.window_log_message(types.LogMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Log what went wrong in the protocol; requests have been answered with it."""
        if source is not FeatureRequestError:
            self.complain("a message", error)

    def shutdown(self) -> None:
        """End the process's threads."""
        self.publisher.stop()
        super().shutdown()  # type: ignore[no-untyped-call]

    def _answer(self, method: str, answer: Callable[["ArgmapServer", Document, Any], Any], params: Any) -> Any:
        """Answer a request about a file; with nothing if it is no map, or after a fault."""
        document = self.maps.map_at(params.text_document.uri)
        if document is None:
            return None
        try:
            return answer(self, document, params)
        except RefusedError as refused:
            message = f"{refused.message}: {refused.help}" if refused.help else refused.message
            raise JsonRpcException(message, _REQUEST_FAILED) from refused
        except Exception as fault:  # noqa: BLE001
            self.complain(method, fault)
            return None


def _on_initialize(server: ArgmapServer, params: types.InitializeParams) -> None:
    server.maps.encoding = server.workspace.position_encoding or server.maps.encoding
    options = params.initialization_options
    pause = options.get("pause") if isinstance(options, dict) else None
    if isinstance(pause, int | float) and pause >= 0:
        server.publisher.pause = pause / 1000
    _on_folders(server, params)


def _on_folders(server: ArgmapServer, _: Any) -> None:
    root = server.workspace.root_uri
    server.maps.folders = folders_of([*server.workspace.folders] or ([root] if root else []))


def _on_initialized(server: ArgmapServer, _: Any) -> None:
    """Ask to be told of changes on the disk, where the editor can do so."""
    files = server.client_capabilities.workspace and server.client_capabilities.workspace.did_change_watched_files
    if not (files and files.dynamic_registration):
        return
    watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    server.client_register_capability(types.RegistrationParams([types.Registration(method, method, options)]))


def _on_disk(server: ArgmapServer, _: Any) -> None:
    server.publish(server.maps.refresh(), at_once=True)


def _resolved(server: ArgmapServer, action: types.CodeAction) -> types.CodeAction:
    uri = action.data.get("uri") if isinstance(action.data, dict) else None
    document = server.maps.map_at(str(uri))
    try:
        return action if document is None else actions.resolve(document, action)
    except Exception as fault:  # noqa: BLE001
        server.complain(types.CODE_ACTION_RESOLVE, fault)
        return action


_SESSION: dict[str, Callable[[ArgmapServer, Any], Any]] = {
    types.INITIALIZE: _on_initialize,
    types.INITIALIZED: _on_initialized,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: _on_folders,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _on_disk,
    types.TEXT_DOCUMENT_DID_SAVE: _on_disk,
    types.CODE_ACTION_RESOLVE: _resolved,
}


def serve(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Serve one editor until it says goodbye or hangs up.

    Args:
        stdin: Where the editor's messages come from.
        stdout: Where the answers go; nothing else may write there.

    Returns:
        The exit status of the process: 0 after a proper goodbye, else 1.
    """
    logging.getLogger("pygls").addHandler(logging.NullHandler())
    logging.getLogger("pygls").propagate = False
    server = ArgmapServer()
    server.start_io(stdin, stdout)
    return 0 if server.is_done else 1
