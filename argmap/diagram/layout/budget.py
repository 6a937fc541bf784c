"""A layout in a process of its own that can be ended when its time is over."""

import json
import subprocess
import sys
from dataclasses import asdict

from argmap.diagram.layout.base import Layers


def in_time(layers: Layers, seconds: float) -> list[float] | None:
    """Run the `dot` engine under a time budget.

    Returns:
        The places, or None when the budget was not enough or the process failed.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "argmap.diagram.layout.worker"],  # -P: never a module of the folder we are in
            input=json.dumps(asdict(layers)).encode("ascii"),
            capture_output=True,
            timeout=seconds,
            check=True,
        )
        found = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        return None
    return [float(value) for value in found] if len(found) == len(layers.layer) else None
