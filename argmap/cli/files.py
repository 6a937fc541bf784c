"""What an output means: a folder or a file, never an input."""

import os
from collections.abc import Iterable

from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile
from argmap.project.presence import is_folder


def means_folder(path: str) -> bool:
    """Return whether an output is meant as a folder: it ends with a slash, or is one."""
    return path.endswith(("/", os.sep)) or is_folder(path)


def refuse_inputs(output: str, inputs: Iterable[str]) -> None:
    """See that an output is none of the inputs.

    Raises:
        ArgmapError: `would-overwrite-input`.
    """
    if output == "-":
        return
    real = os.path.realpath(output)
    for name in inputs:
        if name != "-" and os.path.realpath(name) == real:
            raise ArgmapError("would-overwrite-input", f"{output} is the input: it is left alone")


def refuse_changed(source: SourceFile) -> None:
    """See that a file is still what was read.

    Raises:
        ArgmapError: `changed-meanwhile`.
    """
    from argmap import pipeline

    if pipeline.read(str(source.path)).text != source.text:
        raise ArgmapError(
            "changed-meanwhile", f"{source.name} was changed by another program meanwhile", "run the command again"
        )
