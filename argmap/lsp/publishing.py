"""Telling the editor what is wrong, after a short pause in typing, without making anybody wait."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from lsprotocol.types import Diagnostic, PublishDiagnosticsParams

from argmap.lsp.documents import Document
from argmap.lsp.findings import findings_by_file
from argmap.lsp.workspace import Workspace

PAUSE = 0.1
"""Seconds without typing after which a text is looked at, unless the editor asks for another pause."""


class Publisher:
    """Checks files in a thread of its own and sends what is found.

    What was changed in the meantime is not checked, and what was found about an older version is not sent.

    Args:
        workspace: The open files.
        send: What brings diagnostics to the editor.
        complain: Who is told of a fault of argmap itself.

    Attributes:
        pause: Seconds without typing after which a text is looked at.
    """

    def __init__(
        self,
        workspace: Workspace,
        send: Callable[[PublishDiagnosticsParams], None],
        complain: Callable[[str, Exception], None],
    ) -> None:
        self.pause = PAUSE
        self._workspace = workspace
        self._send = send
        self._complain = complain
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="argmap-check")
        self._told: dict[str, dict[str, list[Diagnostic]]] = {}

    def soon(self, uri: str, *, at_once: bool = False) -> None:
        """Check a file after a pause, which begins anew if it is changed again."""
        waiting = self._waiting.pop(uri, None)
        if waiting:
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().call_later(0 if at_once else self.pause, self._start, uri)

    def stop(self) -> None:
        """Leave undone what is not done yet."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _start(self, uri: str) -> None:
        self._waiting.pop(uri, None)
        task = asyncio.get_running_loop().create_task(self._publish(uri))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _publish(self, uri: str) -> None:
        document = self._workspace.map_at(uri)
        if document is None:
            self._tell(uri, {}, None)
            return
        try:
            loop = asyncio.get_running_loop()
            found = await loop.run_in_executor(self._executor, self._check, document)
        except Exception as fault:  # noqa: BLE001
            self._complain("textDocument/publishDiagnostics", fault)
            return
        if found is not None and self._is_present(document):
            self._tell(uri, found, document.version)

    def _check(self, document: Document) -> dict[str, list[Diagnostic]] | None:
        """What is found in a document, or None if it is not the present version any more."""
        if not self._is_present(document) or (document.loaded and not self._is_present(document)):
            return None
        return findings_by_file(document)

    def _is_present(self, document: Document) -> bool:
        return self._workspace.find(document.uri) is document

    def _tell(self, uri: str, found: dict[str, list[Diagnostic]], version: int | None) -> None:
        """Send what is new. What several maps say of a file that they include is put together."""
        before = self._told.pop(uri, {})
        if found:
            self._told[uri] = found
        for name in {**before, **found}:
            said = [item for told in self._told.values() for item in told.get(name, ())]
            unique = [item for number, item in enumerate(said) if item not in said[:number]]
            self._send(PublishDiagnosticsParams(name, unique, version if name == uri else None))
