"""Measures how soon `argmap lsp` answers a keystroke in a large file: a process of its own, with a pipe between."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from debates import write_argdown, write_argmap
from run import measure

CLAIMS = 1000
"""Claims of the file."""

KEYSTROKES = 100
"""Characters that are typed, one after another, in the middle of the file."""

TARGET = 50
"""Highest median that is to be reached, in milliseconds."""

WORDS = " as some of those who live there have said again and again in letters to the council of the town ever"


class Server:
    """The server as an editor sees it."""

    def __init__(self, argmap: list[str], folder: Path, pause: int) -> None:
        self.process = subprocess.Popen([*argmap, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.ask("initialize", capabilities={}, rootUri=folder.as_uri(), initializationOptions={"pause": pause})
        self.tell("initialized")

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and wait for the answer."""
        self.number += 1
        self._send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        return next(item for item in self.messages() if item.get("id") == self.number)

    def findings(self, version: int) -> Any:
        """Wait for what is found in a version of the file."""
        return next(item for item in self.messages() if item.get("params", {}).get("version") == version)

    def messages(self) -> Iterator[Any]:
        """What the server sends."""
        assert self.process.stdout is not None
        while True:
            size = 0
            while line := self.process.stdout.readline().strip():
                if line.startswith(b"Content-Length:"):
                    size = int(line.removeprefix(b"Content-Length:"))
            yield json.loads(self.process.stdout.read(size))

    def end(self) -> None:
        """Say goodbye."""
        self.ask("shutdown")
        self.tell("exit")
        self.process.wait(10)

    def _send(self, message: Any) -> None:
        assert self.process.stdin is not None
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()


class Task(NamedTuple):
    """Something to measure.

    Attributes:
        title: What the table calls it.
        mark: Behind the first of these characters in the middle line that has them is typed.
        typed: What is typed.
        answer: `completion`, or `findings`.
        pause: Milliseconds that the server waits for further typing before it looks for findings.
        target: Highest median that is to be reached, in milliseconds, or None.
    """

    title: str
    mark: str
    typed: str
    answer: str
    pause: int = 100
    target: int | None = TARGET


def references(first: str, second: str) -> str:
    """Names typed one after another."""
    return ((first + second) * KEYSTROKES)[:KEYSTROKES]


TASKS = {
    "debate.argmap.yaml": [
        Task("YAML: completion of a reference", "supports: [", references("c12, c345, ", "c6, "), "completion"),
        Task("YAML: findings after a keystroke in a text", ", as point", WORDS, "findings", 0),
        Task("YAML: the same with the usual pause of 100 ms", ", as point", WORDS, "findings", 100, None),
    ],
    "debate.argdown": [
        Task("Argdown: completion of a reference", "  + [", "The town needs, " * 7, "completion"),
        Task("Argdown: findings after a keystroke in a text", ", as point", WORDS, "findings", 0),
        Task("Argdown: the same with the usual pause of 100 ms", ", as point", WORDS, "findings", 100, None),
    ],
}


def place_of(text: str, mark: str) -> tuple[int, int]:
    """The line and column behind a mark, in the first line with it after the middle."""
    lines = text.split("\n")
    line = next(number for number in range(len(lines) // 2, len(lines)) if mark in lines[number])
    return line, lines[line].index(mark) + len(mark)


def keystrokes(task: Task, argmap: list[str], path: Path) -> list[float]:
    """Type, and return the milliseconds from each character to its answer."""
    text = path.read_text(encoding="utf-8")
    line, column = place_of(text, task.mark)
    server = Server(argmap, path.parent, task.pause)
    uri = path.as_uri()
    language = "argdown" if path.suffix == ".argdown" else "yaml"
    item = {"uri": uri, "languageId": language, "version": 0, "text": text}
    server.tell("textDocument/didOpen", textDocument=item)
    server.findings(0)
    found = []
    for version, letter in enumerate(task.typed[:KEYSTROKES], start=1):
        place = {"line": line, "character": column}
        column += 1
        start = time.perf_counter()
        server.tell(
            "textDocument/didChange",
            textDocument={"uri": uri, "version": version},
            contentChanges=[{"range": {"start": place, "end": place}, "text": letter}],
        )
        if task.answer == "completion":
            behind = {"line": line, "character": column}
            server.ask("textDocument/completion", textDocument={"uri": uri}, position=behind)
        else:
            server.findings(version)
        found.append((time.perf_counter() - start) * 1000)
    server.end()
    return found


def row(task: Task, argmap: list[str], path: Path, options: argparse.Namespace) -> str:
    """Measure a task and the yardstick, a check of the whole file, and return the row of the table."""
    times = keystrokes(task, argmap, path)
    whole = statistics.median(measure([*argmap, "check", str(path)], 60).seconds for _ in range(options.runs)) * 1000
    median, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    cells = [
        task.title,
        f"{median:.0f} ms",
        f"{late:.0f} ms",
        f"{whole:.0f} ms",
        f"{median / whole:.2f}x",
        f"{task.target} ms" if task.target else "",
        ("reached" if median < task.target else "missed") if task.target else "",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often the yardstick is run [default: 5]")
    parser.add_argument("--only", metavar="WORD", default="", help="only tasks whose title holds this")
    options = parser.parse_args()
    beside = Path(sys.executable).with_name("argmap")
    argmap = [str(beside)] if beside.exists() else [sys.executable, "-m", "argmap"]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; {CLAIMS:,} claims, {KEYSTROKES} keystrokes\n")
    print("| keystroke | median | 95 of 100 | check of the file | ratio | target | |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_argmap(folder / "debate.argmap.yaml", CLAIMS)
        write_argdown(folder / "debate.argdown", CLAIMS)
        for file, tasks in TASKS.items():
            for task in tasks:
                if options.only in task.title:
                    print(row(task, argmap, folder / file, options), flush=True)


if __name__ == "__main__":
    main()
