"""Measures `argmap embed` on a document with a hundred figures as whole processes, beside pandoc where it is found."""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from debates import argmap_lines
from run import Measured, measure

FIGURES = 100
"""Figures of the document: every other one of a map in a file, the others of maps in the document itself."""

CLAIMS = 12
"""Claims of each map."""


class Task(NamedTuple):
    """Something to measure.

    Attributes:
        title: What the table calls it.
        prepare: What is done with the folder before each run.
        options: Options of `argmap embed`.
        target: Highest time that is to be reached, in seconds, or None.
    """

    title: str
    prepare: Callable[[Path], None]
    options: tuple[str, ...] = ()
    target: float | None = None


def start(folder: Path) -> None:
    """Put the document and its maps into the folder as an author has written them, without figures and cache."""
    without_figures(folder)
    shutil.rmtree(folder / "cache", ignore_errors=True)


def without_figures(folder: Path) -> None:
    """The same with the cache as it is, as after a fresh checkout."""
    for figure in folder.glob("*.svg"):
        figure.unlink()
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "maps").mkdir(exist_ok=True)
    parts = ["# A hundred debates\n"]
    for number in range(FIGURES):
        text = "".join(argmap_lines(CLAIMS, number))
        parts.append(f"\n## Debate {number}\n\nWhat is said for and against it, and what that comes to.\n\n")
        if number % 2:
            parts.append(f'```argmap caption="Debate {number}"\n{text}```\n')
        else:
            (folder / f"maps/{number}.argmap.yaml").write_text(text, encoding="utf-8")
            parts.append(f"```argmap file=maps/{number}.argmap.yaml\n```\n")
    (folder / "report.md").write_text("".join(parts), encoding="utf-8")


def as_it_is(folder: Path) -> None:
    """Change nothing."""


def one_changed(folder: Path) -> None:
    """Change one map to what it never was."""
    path = folder / "maps/0.argmap.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}  new{os.urandom(4).hex()}: Nothing of it is true.\n")


TASKS = [
    Task("first run", start),
    Task("first run, figures in the cache", without_figures),
    Task("second run", as_it_is, target=1.0),
    Task("second run, `--check`", as_it_is, ("--check",), 1.0),
    Task("run after a change of one map", one_changed),
]


def measure_task(task: Task, argmap: list[str], pandoc: str | None, folder: Path, options: argparse.Namespace) -> str:
    """Measure both programs in turn and return the row of the table."""
    document = str(folder / "report.md")
    theirs_command = [pandoc, document, "-o", str(folder / "report.html")] if pandoc else None
    ours: list[Measured] = []
    theirs: list[Measured] = []
    for _ in range(options.runs):
        task.prepare(folder)
        ours.append(measure([*argmap, "embed", document, "--quiet", *task.options], options.limit))
        if theirs_command:
            theirs.append(measure(theirs_command, options.limit))
    faults = [item.fault for item in ours + theirs if item.fault]
    if faults:
        return f"| {task.title} | {faults[0]} |  |  |  |  |  |"
    seconds = statistics.median(item.seconds for item in ours)
    memory = statistics.median(item.memory for item in ours) / 1e6
    other = statistics.median(item.seconds for item in theirs) if theirs else 0
    cells = [
        task.title,
        f"{seconds:.2f} s",
        f"{memory:.0f} MB",
        f"{other:.2f} s" if theirs else "",
        f"{seconds / other:.2f}x" if theirs else "",
        f"{task.target:.0f} s" if task.target else "",
        ("reached" if seconds <= task.target else "missed") if task.target else "",
    ]
    return f"| {' | '.join(cells)} |"


def _pandoc() -> str | None:
    try:
        import pypandoc  # type: ignore[import-not-found]
    except ImportError:
        return shutil.which("pandoc")
    return str(pypandoc.get_pandoc_path())


def _version(command: list[str]) -> str:
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=False)
    return (done.stdout.strip() or "unknown").splitlines()[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pandoc", metavar="PATH", default=_pandoc(), help="the yardstick [default: the one found]")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run; medians are shown [default: 5]")
    parser.add_argument("--limit", type=float, default=300, help="seconds that one process may take [default: 300]")
    parser.add_argument("--only", metavar="WORD", default="", help="only tasks whose title holds this")
    options = parser.parse_args()
    beside = Path(sys.executable).with_name("argmap")
    argmap = [str(beside)] if beside.exists() else [sys.executable, "-m", "argmap"]
    beside_it = _version([options.pandoc]) if options.pandoc else "no pandoc found"
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; {_version(argmap)}, {beside_it}; medians of {options.runs} alternating runs\n")
    print("| task | argmap | memory | pandoc | ratio | target | |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        os.environ["ARGMAP_CACHE"] = str(folder / "cache")
        start(folder)
        subprocess.run([*argmap, "embed", str(folder / "report.md"), "--quiet"], check=True)
        for task in TASKS:
            if options.only in task.title:
                print(measure_task(task, argmap, options.pandoc, folder, options), flush=True)


if __name__ == "__main__":
    main()
