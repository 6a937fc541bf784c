"""Whole sessions in an editor: a client and the server as a process of its own, with a pipe between them."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.editor import MODERN, PATIENCE, Editor, editing

TRAM = """\
argmap: 1
title: Should a town build a tram?
speakers:
  mayor: The mayor  # since 2019
questions:
  build: Should the town build a tram line?
claims:
  tram:
    text: The town should build a tram line.
    answers: build
    by: mayor
  faster:
    text: A tram halves the trip to the centre.
    supports: tram
  cost: {text: "The line costs more than it earns.", attacks: tram}
"""

MAIN = """\
===
title: Should a town build a tram?
===

[Tram]: The town should build a tram line.
  + <Speed>

@include(parts/money.argdown)
"""

MONEY = """\
[Cost]: The line costs more than it earns.
  -> [Tram]
"""


def document(uri: str) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(uri)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


async def actions_on(editor: Editor, uri: str, place: types.Range, found: list[types.Diagnostic]) -> list[Any]:
    params = types.CodeActionParams(document(uri), place, types.CodeActionContext(found))
    return list(await editor.text_document_code_action_async(params) or [])


def test_a_whole_session_on_a_map_in_yaml(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(write(tmp_path / "tram.argmap.yaml", TRAM))
            assert await editor.names(uri) == []

            # A bracket that is not closed stops the reader; the rest of the map is still known to completion.
            end = editor.replace(uri, "supports: tram", "supports: [tr")
            offered = await editor.text_document_completion_async(types.CompletionParams(document(uri), end))
            assert isinstance(offered, types.CompletionList)
            assert "tram" in [item.label for item in offered.items]
            assert await editor.names(uri) == ["syntax-error"]

            # A reference that leads nowhere, and its fix.
            editor.replace(uri, "supports: [tr", "supports: tarm")
            (found,) = await editor.findings(uri)
            assert (found.code, found.source, found.severity) == (
                "unknown-reference",
                "argmap",
                types.DiagnosticSeverity.Error,
            )
            assert "did you mean `tram`?" in found.message
            actions = await actions_on(editor, uri, found.range, [found])
            (fix,) = [item for item in actions if item.kind == types.CodeActionKind.QuickFix]
            assert fix.diagnostics == (found,)
            editor.apply(fix.edit)
            assert await editor.names(uri) == []
            assert editor.texts[uri] == TRAM

            # Rename, with the comment at its place.
            place = editor.position(uri, "by: mayor", 6)
            ready = await editor.text_document_prepare_rename_async(types.PrepareRenameParams(document(uri), place))
            assert isinstance(ready, types.PrepareRenamePlaceholder)
            assert ready.placeholder == "mayor"
            renamed = await editor.text_document_rename_async(types.RenameParams(document(uri), place, "town-mayor"))
            editor.apply(renamed)
            assert editor.texts[uri] == TRAM.replace("  mayor:", "  town-mayor:").replace("by: mayor", "by: town-mayor")
            assert await editor.names(uri) == []

            # What is under the cursor.
            shown = await editor.text_document_hover_async(
                types.HoverParams(document(uri), editor.position(uri, "supports: tram", 11))
            )
            assert shown is not None
            assert "The town should build a tram line." in str(shown.contents)

            # The canonical layout, from an untidy one.
            editor.replace(uri, "    answers: build\n", "    answers:    build\n")
            await editor.findings(uri)
            edits = await editor.text_document_formatting_async(
                types.DocumentFormattingParams(document(uri), types.FormattingOptions(2, True))
            )
            assert edits is not None
            editor.edit(uri, edits)
            assert "    answers: build\n" in editor.texts[uri]
            assert "# since 2019" in editor.texts[uri]
            assert await editor.names(uri) == []

            # After it is closed nothing is said of it any more.
            editor.text_document_did_close(types.DidCloseTextDocumentParams(document(uri)))
            async with asyncio.timeout(PATIENCE):
                assert list((await editor.reports.get()).diagnostics) == []

    asyncio.run(session())


@pytest.mark.parametrize("opened", ["main", "part"])
def test_a_rename_reaches_the_files_that_a_text_includes_and_those_that_include_it(tmp_path: Path, opened: str) -> None:
    main = write(tmp_path / "tram.argdown", MAIN)
    part = write(tmp_path / "parts" / "money.argdown", MONEY)

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(main if opened == "main" else part, "argdown")
            await editor.findings(uri)
            place = editor.position(uri, "[Tram]", 2)
            params = types.RenameParams(document(uri), place, "Tram line")
            assert editor.apply(await editor.text_document_rename_async(params)) == {"tram.argdown", "money.argdown"}
            other = part if opened == "main" else main
            texts = {path: path.read_text("utf-8") for path in (main, part)}
            texts[main if opened == "main" else part] = editor.texts[uri]
            assert other.read_text("utf-8") != (MONEY if opened == "main" else MAIN)
            assert texts[main] == MAIN.replace("[Tram]", "[Tram line]")
            assert texts[part] == MONEY.replace("[Tram]", "[Tram line]")

    asyncio.run(session())


def test_a_text_that_is_open_counts_where_it_is_included(tmp_path: Path) -> None:
    main = write(tmp_path / "tram.argdown", "[Tram]: Build it.\n  + [Speed]: It is fast.\n\n@include(money.argdown)\n")
    part = write(tmp_path / "money.argdown", "[Cost]: It is dear.\n  -> [Tram]\n")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(main, "argdown")
            before = await editor.names(uri)
            other = editor.open(part, "argdown")
            await editor.findings(uri)
            editor.replace(other, "[Tram]", "[Train]")
            async with asyncio.timeout(PATIENCE):
                while True:
                    found = await editor.reports.get()
                    if found.uri == other and "undefined-claim" in [item.code for item in found.diagnostics]:
                        break
            assert "undefined-claim" not in before

    asyncio.run(session())


def test_a_refused_rename_says_why(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(write(tmp_path / "tram.argmap.yaml", TRAM))
            place = editor.position(uri, "  faster:", 3)
            with pytest.raises(JsonRpcException, match="cost"):
                await editor.text_document_rename_async(types.RenameParams(document(uri), place, "cost"))
            editor.replace(uri, "supports: tram", "supports: [")
            with pytest.raises(JsonRpcException, match="can be read"):
                await editor.text_document_rename_async(types.RenameParams(document(uri), place, "quick"))

    asyncio.run(session())


def test_all_safe_fixes_at_once(tmp_path: Path) -> None:
    untidy = TRAM.replace("argmap: 1\n", "").replace("# since 2019", "# argmap: allow long-title")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(write(tmp_path / "tram.argmap.yaml", untidy))
            assert sorted(await editor.names(uri)) == ["missing-field", "unused-suppression"]
            everything = types.Range(types.Position(0, 0), types.Position(0, 0))
            context = types.CodeActionContext([], only=[types.CodeActionKind.SourceFixAll])
            found = await editor.text_document_code_action_async(
                types.CodeActionParams(document(uri), everything, context)
            )
            assert found is not None
            (action,) = found
            assert isinstance(action, types.CodeAction)
            assert action.kind == "source.fixAll.argmap"
            editor.apply(action.edit)
            assert await editor.names(uri) == []

    asyncio.run(session())


def test_the_configuration_holds_as_for_check(tmp_path: Path) -> None:
    lonely = "argmap: 1\nclaims:\n  one: One thing.\n  two: Another matter altogether.\n"
    settings = write(tmp_path / "argmap.toml", 'ignore = ["isolated-claim"]\n')

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(write(tmp_path / "tram.argmap.yaml", lonely))
            assert await editor.names(uri) == []
            settings.write_text('ignroe = ["isolated-claim"]\n')
            editor.text_document_did_save(types.DidSaveTextDocumentParams(document(uri)))
            said = {}
            async with asyncio.timeout(PATIENCE):
                while len(said) < 2:
                    found = await editor.reports.get()
                    said[found.uri.rpartition("/")[2]] = [item.code for item in found.diagnostics]
            assert said["tram.argmap.yaml"] == ["isolated-claim", "isolated-claim"]
            assert said["argmap.toml"] == ["invalid-configuration"]

    asyncio.run(session())


@pytest.mark.parametrize("encoding", [*types.PositionEncodingKind])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_columns_and_lines_are_counted_as_the_editor_does(
    tmp_path: Path, encoding: types.PositionEncodingKind, line_end: str
) -> None:
    text = "argmap: 1\nclaims:\n  a: {text: 'Eine 🚋 fährt \u2028 oft\x85.', attacks: b}\n".replace("\n", line_end)
    line = text.split(line_end)[2]
    units = {"utf-8": lambda it: len(it.encode()), "utf-16": lambda it: len(it.encode("utf-16-le")) // 2, "utf-32": len}
    general = types.GeneralClientCapabilities(position_encodings=[encoding])

    async def session() -> None:
        capabilities = types.ClientCapabilities(general=general)
        async with editing(tmp_path, capabilities) as editor:
            uri = editor.open(write(tmp_path / "tram.argmap.yaml", text))
            (found,) = [item for item in await editor.findings(uri) if item.code == "unknown-reference"]
            start = units[encoding.value](line[: line.index("b}")])
            assert found.range == types.Range(types.Position(2, start), types.Position(2, start + 1))
            change = types.TextDocumentContentChangePartial(found.range, "a")
            editor.versions[uri] = 2
            name = types.VersionedTextDocumentIdentifier(2, uri)
            editor.text_document_did_change(types.DidChangeTextDocumentParams(name, [change]))
            assert "self-relation" in await editor.names(uri)

    asyncio.run(session())


def test_other_yaml_is_left_alone(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(write(tmp_path / "compose.yaml", "services:\n  web: {image: [\n"))
            shown = await editor.text_document_hover_async(types.HoverParams(document(uri), types.Position(0, 2)))
            assert shown is None
            # The first that the server speaks of is a map, whatever it is called.
            other = editor.open(write(tmp_path / "debate.yaml", "# A map\nargmap: 1\nclaims: [\n"))
            async with asyncio.timeout(PATIENCE):
                found = await editor.reports.get()
            assert (found.uri, [item.code for item in found.diagnostics]) == (other, ["syntax-error"])

    asyncio.run(session())


def test_the_handshake_says_what_the_server_can_do(tmp_path: Path) -> None:
    async def session() -> None:
        editor = Editor()
        made = (await editor.begin(tmp_path, MODERN)).capabilities
        assert made.position_encoding == "utf-16"
        assert isinstance(made.text_document_sync, types.TextDocumentSyncOptions)
        assert made.text_document_sync.change is types.TextDocumentSyncKind.Incremental
        assert isinstance(made.rename_provider, types.RenameOptions)
        assert made.rename_provider.prepare_provider
        assert all(
            (
                made.completion_provider,
                made.hover_provider,
                made.definition_provider,
                made.references_provider,
                made.document_highlight_provider,
                made.document_symbol_provider,
                made.folding_range_provider,
                made.code_lens_provider,
                made.code_action_provider,
                made.document_formatting_provider,
            )
        )
        assert await editor.end() == 0

    asyncio.run(session())


def frame(**message: Any) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def served(*messages: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "argmap", "lsp"]
    return subprocess.run(command, input=b"".join(messages), capture_output=True, timeout=PATIENCE, check=False)


INITIALIZE = frame(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})


def test_a_client_that_is_gone_leaves_no_process() -> None:
    done = served(INITIALIZE)
    assert done.returncode == 1
    assert done.stderr == b""
    assert done.stdout.startswith(b"Content-Length: ")


def test_goodbye_without_shutdown_is_an_error_and_with_it_is_none() -> None:
    goodbye = frame(method="exit")
    assert served(INITIALIZE, goodbye).returncode == 1
    assert served(INITIALIZE, frame(id=2, method="shutdown"), goodbye).returncode == 0


def test_nonsense_is_survived_and_nothing_but_the_protocol_is_written() -> None:
    uri = "file:///nowhere/a.argmap.yaml"
    item = {"uri": uri, "languageId": "yaml", "version": 1, "text": "argmap: 1\nclaims: {a: ok}\n"}
    place = {"textDocument": {"uri": uri}, "position": {"line": 900, "character": 900}}
    done = served(
        INITIALIZE,
        frame(
            method="textDocument/didChange", params={"textDocument": {"uri": uri, "version": 3}, "contentChanges": []}
        ),
        frame(method="textDocument/didOpen", params={"textDocument": item}),
        frame(id=2, method="textDocument/hover", params=place),
        frame(id=3, method="textDocument/definition", params=place),
        frame(id=4, method="textDocument/rename", params={**place, "newName": ""}),
        frame(id=5, method="no/such/method", params={}),
        frame(method="textDocument/didOpen", params={"wrong": True}),
        frame(id=6, method="shutdown"),
        frame(method="exit"),
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"Traceback" not in done.stdout
    rest, answers = done.stdout, {}
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        size = int(head.split(b"\r\n")[0].removeprefix(b"Content-Length: "))
        message, rest = json.loads(rest[:size]), rest[size:]
        answers[message.get("id")] = message
    assert {1, 2, 3, 4, 5, 6} <= set(answers)
    assert answers[2]["result"] is None


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_in_a_terminal_it_says_what_it_waits_for() -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "lsp"], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert process.stderr is not None
        assert b"editor" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.communicate()
        os.close(ours)
        os.close(theirs)
