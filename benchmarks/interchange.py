"""Measures how long a folder of other tools' files takes to read, in one process, beside arguebuf where it is found."""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from debates import argmap_lines
from run import Measured, measure

import argmap
from argmap.pipeline import convert

FILES = 200
CLAIMS = 30
"""Claims of each file."""

ENDINGS = {"aif": ".json", "xaif": ".json", "sadface": ".json", "kialo": ".txt"}
"""What files in these formats usually end in."""

OURS = """
import sys
from pathlib import Path
import argmap
maps = [argmap.load(path).map for path in sorted(Path(sys.argv[1]).iterdir())]
assert sum(len(item.claims) for item in maps) == int(sys.argv[2])
"""
"""Reads every file of a folder, each in the format that it looks like."""

ARGUEBUF = """
import sys
from pathlib import Path
import arguebuf
maps = [arguebuf.load.file(path) for path in sorted(Path(sys.argv[1]).iterdir())]
assert sum(len(item.atom_nodes) for item in maps) == int(sys.argv[2])
"""

PARSER = """
import json, sys
from pathlib import Path
from xml.etree import ElementTree
for path in sorted(Path(sys.argv[1]).iterdir()):
    text = path.read_text(encoding="utf-8")
    json.loads(text) if text[:1] == "{" else ElementTree.fromstring(text) if text[:1] == "<" else text.split("\\n")
"""
"""Only takes the files apart, with the standard library."""


class Task(NamedTuple):
    """Something to measure.

    Attributes:
        format: The format of the files.
        target: Highest time that is to be reached, in seconds, or None.
        arguebuf: Whether arguebuf reads the format.
    """

    format: str
    target: float | None = None
    arguebuf: bool = False


TASKS = [
    Task("aif", 2.0, arguebuf=True),
    Task("xaif", arguebuf=True),
    Task("sadface", arguebuf=True),
    Task("graphml"),
    Task("csv"),
    Task("kialo", arguebuf=True),
    Task("apx"),
    Task("argdown"),
    Task("yaml"),
]


def put(folder: Path, format: str) -> tuple[int, int]:
    """Write the files of a format, and return how many claims and bytes they have."""
    folder.mkdir()
    claims = size = 0
    for number in range(FILES):
        loaded = argmap.loads("".join(argmap_lines(CLAIMS, number)))
        assert loaded.map is not None
        path = folder / f"{number:03}{ENDINGS.get(format, f'.{format}')}"
        path.write_text(convert(loaded.map, format), encoding="utf-8")
        claims += len(loaded.map.claims)
        size += path.stat().st_size
    return claims, size


def median(runs: list[Measured]) -> float:
    """The median of their times; infinite if one of them failed."""
    return float("inf") if any(item.fault for item in runs) else statistics.median(item.seconds for item in runs)


def row(task: Task, folder: Path, options: argparse.Namespace) -> str:
    """Measure the programs in turn and return the row of the table."""
    claims, size = put(folder, task.format)
    commands = {"argmap": [sys.executable, "-c", OURS, str(folder), str(claims)]}
    commands["parser"] = [sys.executable, "-c", PARSER, str(folder)]
    if task.arguebuf and options.arguebuf:
        commands["arguebuf"] = [options.arguebuf, "-c", ARGUEBUF, str(folder), str(claims)]
    runs: dict[str, list[Measured]] = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            runs[name].append(measure(command, options.limit))
    ours, parser = median(runs["argmap"]), median(runs["parser"])
    theirs = median(runs["arguebuf"]) if "arguebuf" in runs else None
    memory = statistics.median(item.memory for item in runs["argmap"]) / 1e6
    cells = [
        task.format,
        f"{size / 1e6:.1f} MB",
        f"{ours:.2f} s",
        f"{memory:.0f} MB",
        f"{ours / parser:.1f}x",
        "" if theirs is None else "fails" if theirs == float("inf") else f"{ours / theirs:.2f}x",
        "" if task.target is None else f"{task.target:.0f} s",
        "" if task.target is None else "reached" if ours <= task.target else "missed",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--arguebuf", metavar="PYTHON", help="the Python of an environment that has arguebuf")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run; medians are shown [default: 5]")
    parser.add_argument("--limit", type=float, default=300, help="seconds that one process may take [default: 300]")
    parser.add_argument("--only", metavar="WORD", default="", help="only formats whose name holds this")
    options = parser.parse_args()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    beside = "no arguebuf given"
    if options.arguebuf:
        script = "import importlib.metadata as m; print('arguebuf', m.version('arguebuf'))"
        beside = subprocess.run([options.arguebuf, "-c", script], capture_output=True, text=True, check=True).stdout
    print(f"{machine}; argmap {argmap.__version__}, {beside.strip()}; medians of {options.runs} alternating runs\n")
    print("| 200 files | size | argmap | memory | to parsing alone | to arguebuf | target | |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for task in TASKS:
            if options.only in task.format:
                print(row(task, Path(name).resolve() / task.format, options), flush=True)


if __name__ == "__main__":
    main()
