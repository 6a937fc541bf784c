"""Measures `argmap solve` as whole processes, beside pygarg and an ICCMA solver where they are found."""

import argparse
import math
import os
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import frameworks
from run import Measured, measure


class Framework(NamedTuple):
    """A framework to solve: what the table calls it, how many arguments it has, and how its attacks are made."""

    title: str
    size: int
    make: Callable[[], Iterator[frameworks.Attack]]


class Task(NamedTuple):
    """Something to measure.

    Attributes:
        problem: The problem, such as `SE-PR`; DC and DS ask about argument 1.
        framework: What is solved.
        beside_pygarg: Highest ratio to pygarg that is to be reached, or None.
        beside_solver: Highest ratio to the ICCMA solver that is to be reached, or None.
    """

    problem: str
    framework: Framework
    beside_pygarg: float | None = None
    beside_solver: float | None = None


_DEBATES = [
    Framework(f"debate {size:,}", size, lambda size=size: frameworks.debate(size)) for size in (1_000, 10_000, 100_000)
]
_TARGETS = {1_000: (0.2, None), 10_000: (None, 1.5), 100_000: (None, 1.0)}

TASKS = [
    *(
        Task(problem, debate, *_TARGETS[debate.size])
        for problem in ("SE-GR", "SE-PR", "SE-ST", "DS-PR")
        for debate in _DEBATES
    ),
    Task("SE-PR", Framework("admbuster 50,000", 50_000, lambda: frameworks.admbuster(50_000))),
    Task("SE-PR", Framework("chance 300, 3,000 attacks", 300, lambda: frameworks.by_chance(300, 3_000))),
    Task("EE-PR", Framework("chance 40, 160 attacks", 40, lambda: frameworks.by_chance(40, 160))),
]


def measure_task(task: Task, commands: dict[str, list[str]], folder: Path, options: argparse.Namespace) -> str:
    """Measure all programs in turn and return the row of the table."""
    path = folder / f"{task.framework.title.replace(' ', '-').replace(',', '')}.af"
    if not path.exists():
        frameworks.write(path, task.framework.size, task.framework.make())
    about = ["-a", "1"] if task.problem.startswith("D") else []
    runs: dict[str, list[Measured]] = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            if not any(item.fault for item in runs[name]):
                form = ["-fo", "dimacs"] if name == "pygarg" else []
                runs[name].append(
                    measure([*command, "-p", task.problem, *form, "-f", str(path), *about], options.limit)
                )
    cells = [f"{task.problem}, {task.framework.title}", *_cells(runs["argmap"])]
    for name, target in (("pygarg", task.beside_pygarg), ("solver", task.beside_solver)):
        cells += _beside(runs["argmap"], runs.get(name, []), target)
    return f"| {' | '.join(cells)} |"


def _cells(runs: list[Measured]) -> list[str]:
    fault = next((item.fault for item in runs if item.fault), "")
    if fault or not runs:
        return [fault, ""]
    memory = statistics.median(item.memory for item in runs) / 1e6
    return [f"{statistics.median(item.seconds for item in runs):.2f} s", f"{memory:.0f} MB"]


def _beside(ours: list[Measured], theirs: list[Measured], target: float | None) -> list[str]:
    """Their seconds, the ratio and the verdict; a program that was stopped took longer than its limit."""
    if not theirs:
        return ["", "", ""]
    if any(item.fault for item in ours) or any(item.fault and not item.fault.startswith("over") for item in theirs):
        return [_cells(theirs)[0], "", ""]
    stopped = any(item.fault for item in theirs)
    value = statistics.median(item.seconds for item in ours) / statistics.median(item.seconds for item in theirs)
    verdict = f"{'reached' if value <= target else 'missed'}: {target}x" if target is not None else ""
    ratio = f"< {math.ceil(value * 100) / 100:.2f}x" if stopped else f"{value:.2f}x"
    return [_cells(theirs)[0], ratio, verdict]


def solving_alone() -> Iterator[str]:
    """Measure the grounded labelling alone, without start-up and reading, on 100,000 arguments."""
    from argmap.frameworks.framework import Framework as Graph
    from argmap.semantics.framework.grounded import grounded_labels

    size = 100_000
    made = {
        "debate": frameworks.debate(size),
        "admbuster": frameworks.admbuster(size),
        "chance, 150,000 attacks": frameworks.by_chance(size, 150_000),
    }
    for title, attacks in made.items():
        graph = Graph.of(size, ((attacker - 1, target - 1) for attacker, target in attacks))
        times = []
        for _ in range(5):
            start = time.perf_counter()
            grounded_labels(graph)
            times.append(time.perf_counter() - start)
        seconds = statistics.median(times)
        yield f"| {title} | {seconds:.3f} s | {'reached' if seconds <= 0.2 else 'missed'}: 0.2 s |"


def _found(options: argparse.Namespace) -> dict[str, list[str]]:
    beside = Path(sys.executable).with_name("argmap")
    commands = {"argmap": [str(beside) if beside.exists() else "argmap", "solve"]}
    if not beside.exists():
        commands["argmap"] = [sys.executable, "-m", "argmap", "solve"]
    if options.pygarg:
        commands["pygarg"] = shlex.split(options.pygarg)
    elif find_spec("pygarg") and find_spec("pysat"):
        commands["pygarg"] = [sys.executable, "-m", "pygarg"]
    if options.solver:
        commands["solver"] = shlex.split(options.solver)
    return commands


def _version(command: list[str]) -> str:
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pygarg", metavar="COMMAND", help="how to call pygarg, such as 'venv/bin/python -m pygarg'")
    parser.add_argument(
        "--solver",
        metavar="COMMAND",
        default=os.environ.get("ICCMA_SOLVER"),
        help="a solver with the interface of ICCMA 2023 [default: $ICCMA_SOLVER]",
    )
    parser.add_argument("--runs", type=int, default=5, help="how often each is run; medians are shown [default: 5]")
    parser.add_argument("--limit", type=float, default=60, help="seconds that one process may take [default: 60]")
    parser.add_argument("--only", metavar="WORD", default="", help="only rows whose title holds this")
    options = parser.parse_args()
    commands = _found(options)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    others = ", ".join(name for name in ("pygarg", "solver") if name in commands) or "nothing"
    print(
        f"{machine}; {_version(commands['argmap'][:-1])} beside {others}; medians of {options.runs} alternating runs\n"
    )
    print("| task | argmap | memory | pygarg | ratio | target | ICCMA solver | ratio | target |\n" + "|---" * 9 + "|")
    with tempfile.TemporaryDirectory() as folder:
        for task in TASKS:
            if options.only in f"{task.problem}, {task.framework.title}":
                print(measure_task(task, commands, Path(folder), options), flush=True)
    print("\n| grounded labelling alone, 100,000 arguments | median of 5 | target |\n|---|---|---|")
    for line in solving_alone():
        print(line)


if __name__ == "__main__":
    main()
