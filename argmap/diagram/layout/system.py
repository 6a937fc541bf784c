"""The `dot` program of the system, for those who ask for it; through the graphviz package."""

from argmap.core.errors import ArgmapError
from argmap.diagram.layout import dot
from argmap.diagram.layout.base import Layers


def place(layers: Layers) -> list[float]:
    """Place the nodes along their layers with the `dot` on the PATH. It sees the same text as the built-in one.

    Raises:
        ArgmapError: `missing-graphviz` when there is no such program; `graphviz-failed` when it fails.
    """
    return dot.best(layers, _run)


def _run(text: str) -> str:
    import graphviz

    try:
        return str(graphviz.pipe("dot", "json0", text.encode("ascii"), quiet=True).decode("utf-8"))
    except graphviz.ExecutableNotFound as error:
        raise ArgmapError(
            "missing-graphviz",
            "there is no program `dot` on this machine",
            "install Graphviz, or leave out `--engine graphviz`: argmap brings its own",
        ) from error
    except graphviz.CalledProcessError as error:
        raise ArgmapError("graphviz-failed", "the program `dot` could not lay out this map") from error
