"""Measures whole processes: how long argmap takes and how much memory, beside Argdown's CLI where it is found."""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from debates import write_argdown, write_argmap


class Task(NamedTuple):
    """Something to measure.

    Attributes:
        title: What the table calls it.
        ours: Arguments of argmap; `{map}` and `{out}` stand for files, `{argdown}` for the same debate in Argdown.
        theirs: Arguments of Argdown's CLI, or None where it has nothing like it; `{map}` is a file, `{out}` a folder.
        size: How many claims the map has, 0 for no map.
        target: Highest ratio to Argdown that is to be reached, or None.
    """

    title: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...] | None
    size: int = 0
    target: float | None = None


_SVG = ("render", "{map}", "-o", "{out}.svg", "--quiet")
_ARGDOWN_SVG = ("map", "-f", "svg", "{map}", "{out}")
_ARGDOWN_JSON = ("json", "{map}", "{out}")
_TO_JSON = ("convert", "{argdown}", "-o", "{out}.argdown.json", "--quiet")

TASKS = [
    Task("`--version`", ("--version",), ("--version",), target=0.4),
    Task("30 claims to SVG", _SVG, _ARGDOWN_SVG, 30, 0.8),
    Task("1,000 claims to SVG", _SVG, _ARGDOWN_SVG, 1_000, 0.6),
    Task("10,000 claims to SVG", _SVG, _ARGDOWN_SVG, 10_000),
    Task("check of 30 claims", ("check", "{map}"), _ARGDOWN_JSON, 30),
    Task("check of 1,000 claims", ("check", "{map}"), _ARGDOWN_JSON, 1_000),
    Task("check of 10,000 claims", ("check", "{map}"), _ARGDOWN_JSON, 10_000, 1.0),
    Task("show of 1,000 claims", ("show", "{map}"), None, 1_000),
    Task("Argdown of 10,000 claims, read and checked", ("check", "{argdown}"), _ARGDOWN_JSON, 10_000, 1.5),
    Task("Argdown of 10,000 claims to its JSON", _TO_JSON, _ARGDOWN_JSON, 10_000, 1.5),
]


class Measured(NamedTuple):
    """One run of a process: seconds, peak memory in bytes, and what went wrong, if anything."""

    seconds: float
    memory: int
    fault: str = ""


def measure(command: Sequence[str], limit: float, allowed: tuple[int, ...] = (0,)) -> Measured:
    """Run a command to its end and measure the whole process.

    This process must stay small: what it holds when it starts a child counts as memory of the child.
    """
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watch = threading.Timer(limit, child.kill)
    watch.start()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    watch.cancel()
    code = child.returncode = os.waitstatus_to_exitcode(status)
    if code < 0:
        fault = f"over {limit:.0f} s" if seconds >= limit else f"ended by signal {-code}"
        return Measured(seconds, 0, fault)
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Measured(seconds, memory, "" if code in allowed else f"exit status {code}")


def measure_task(task: Task, argmap: list[str], argdown: str | None, folder: Path, options: argparse.Namespace) -> str:
    """Measure both programs in turn and return the row of the table."""
    ours_map, theirs_map = folder / f"{task.size}.argmap.yaml", folder / f"{task.size}.argdown"
    if task.size and not ours_map.exists():
        write_argmap(ours_map, task.size)
        write_argdown(theirs_map, task.size)
    out = str(folder / "out")
    ours_command = [*argmap, *(part.format(map=ours_map, argdown=theirs_map, out=out) for part in task.ours)]
    theirs_command = None
    if argdown and task.theirs:
        theirs_command = [argdown, *(part.format(map=theirs_map, out=out) for part in task.theirs)]
    ours: list[Measured] = []
    theirs: list[Measured] = []
    for _ in range(options.runs):
        ours.append(measure(ours_command, options.limit, (0, 1) if task.ours[0] == "check" else (0,)))
        if theirs_command and not any(item.fault for item in theirs):
            theirs.append(measure(theirs_command, options.limit))
        if ours[-1].fault:
            break
    return _row(task, ours, theirs)


def _row(task: Task, ours: list[Measured], theirs: list[Measured]) -> str:
    seconds, memory = _medians(ours)
    other_seconds, other_memory = _medians(theirs)
    faults = [item.fault for item in ours + theirs if item.fault]
    ratio = verdict = ""
    if ours and theirs and not faults:
        value = statistics.median(item.seconds for item in ours) / statistics.median(item.seconds for item in theirs)
        ratio = f"{value:.2f}x"
        if task.target is not None:
            verdict = "reached" if value <= task.target else "missed"
    target = f"{task.target}x" if task.target is not None else ""
    cells = (task.title, seconds, memory, other_seconds, other_memory, ratio, target, verdict)
    return f"| {' | '.join(cells)} |"


def _medians(runs: list[Measured]) -> tuple[str, str]:
    if not runs:
        return "", ""
    fault = next((item.fault for item in runs if item.fault), None)
    if fault:
        return fault, ""
    seconds = statistics.median(item.seconds for item in runs)
    return f"{seconds:.2f} s", f"{statistics.median(item.memory for item in runs) / 1e6:.0f} MB"


def _version(command: Sequence[str]) -> str:
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--argdown", metavar="PATH", default=shutil.which("argdown"), help="Argdown's CLI")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run; medians are shown [default: 5]")
    parser.add_argument("--limit", type=float, default=300, help="seconds that one process may take [default: 300]")
    parser.add_argument("--only", metavar="WORD", default="", help="only tasks whose title holds this")
    options = parser.parse_args()
    beside = Path(sys.executable).with_name("argmap")
    argmap = [str(beside)] if beside.exists() else [sys.executable, "-m", "argmap"]
    beside_it = f"Argdown CLI {_version([options.argdown])}" if options.argdown else "no Argdown CLI found"
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; {_version(argmap)}, {beside_it}; medians of {options.runs} alternating runs\n")
    print("| task | argmap | memory | Argdown | memory | ratio | target | |\n|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for task in TASKS:
            if options.only in task.title:
                print(measure_task(task, argmap, options.argdown, Path(folder), options), flush=True)


if __name__ == "__main__":
    main()
