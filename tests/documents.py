"""Pages of the documentation: their fenced blocks, and how the commands in them are run."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [ROOT / "README.md", ROOT / "benchmarks/README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/README.md")]
)

_FENCE = re.compile(r"(`{3,})(\w*)(?: .*)?")
_REMARK = re.compile(r"<!-- (.*) -->")
_ANY_LINES = "..."


class Block(NamedTuple):
    """A fenced block.

    Attributes:
        line: Number of its first line, from 0.
        end: Number of the line that closes it.
        language: The word after the fence.
        text: What stands in it.
        remark: The comment in the line above it, or an empty text.
    """

    line: int
    end: int
    language: str
    text: str
    remark: str

    @property
    def file(self) -> str | None:
        """The name under which the block is put into the page's folder."""
        found = re.search(r"file: (\S+)", self.remark)
        return found[1] if found else None

    @property
    def addition(self) -> str | None:
        """The name of the file to whose end the block is put; it takes the place of an earlier addition."""
        found = re.search(r"append: (\S+)", self.remark)
        return found[1] if found else None

    @property
    def runs(self) -> bool:
        """Whether the test may run it."""
        return not self.remark.startswith("not run:")

    @property
    def faulty(self) -> bool:
        """Whether it is there to show a mistake."""
        return self.remark.startswith("faulty")


class Call(NamedTuple):
    """A command of a console block, with the output that follows it."""

    command: str
    output: str


def blocks(text: str) -> Iterator[Block]:
    """Find the fenced blocks of a page; a fence of more than three backticks may hold others."""
    lines = text.split("\n")
    start, language, closing = -1, "", ""
    for number, line in enumerate(lines):
        if start < 0 and (fence := _FENCE.fullmatch(line)):
            start, closing, language = number + 1, fence[1], fence[2]
        elif start >= 0 and line.rstrip() == closing:
            above = _REMARK.fullmatch(lines[start - 2].strip()) if start > 1 else None
            body = "".join(f"{item}\n" for item in lines[start:number])
            yield Block(start, number, language, body, above[1] if above else "")
            start = -1
    assert start < 0, "a fenced block is not closed"


def calls(block: Block) -> list[Call]:
    """Split a console block into commands, each with its output; a command goes on after a backslash at its end."""
    found: list[Call] = []
    command: str | None = None
    for line in block.text.splitlines(keepends=True):
        if line.startswith("$ "):
            command = line[2:]
            found.append(Call(command.rstrip("\n"), ""))
        elif command is not None and command.endswith("\\\n"):
            command += line
            found[-1] = Call(command.rstrip("\n"), "")
        else:
            assert found, "a console block begins with a command after `$ `"
            found[-1] = Call(found[-1].command, found[-1].output + line)
    return found


class Shell:
    """Runs the commands of one page, in a folder with copies of the maps of the project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.status = 0
        self.before: dict[str, str] = {}
        for name in ("arguments", "examples"):
            shutil.copytree(ROOT / name, folder / name)
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "HOME": str(folder),
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
        }

    def put(self, block: Block) -> None:
        """Write the file that a block stands for, if it does, into the folder."""
        text, name = block.text, block.file
        if block.addition:
            name = block.addition
            text = self.before.setdefault(name, (self.folder / name).read_text(encoding="utf-8")) + text
        if name:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def run(self, command: str) -> str:
        """Run a command and return what a terminal would show; `$?` is the status of the one before."""
        done = subprocess.run(
            ["sh", "-c", f"(exit {self.status}); {command}"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self.status = done.returncode
        return done.stdout


def agrees(shown: str, actual: str) -> bool:
    """Whether an output is the one that is shown; a line `...` in it stands for any lines."""
    parts = [re.escape(part) for part in re.split(rf"(?m)^{re.escape(_ANY_LINES)}\n", shown)]
    return re.fullmatch("(?:.*\n)*?".join(parts), actual) is not None


def with_true_outputs(text: str, shell: Shell) -> str:
    """Return a page with the outputs that its commands have now."""
    lines = text.split("\n")
    changes: list[tuple[Block, str]] = []
    for block in blocks(text):
        shell.put(block)
        if block.language == "sh" and block.runs:
            shell.run(block.text)
        if block.language != "console" or not block.runs:
            continue
        body = ""
        for call in calls(block):
            actual = shell.run(call.command)
            body += f"$ {call.command}\n{call.output if agrees(call.output, actual) else actual}"
        changes.append((block, body))
    for block, body in reversed(changes):
        lines[block.line : block.end] = body.removesuffix("\n").split("\n")
    return "\n".join(lines)
