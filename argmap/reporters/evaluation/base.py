"""What there is to tell of an evaluation, and what it is to tell it."""

from collections.abc import Callable
from dataclasses import dataclass

from argmap.core.labelling import Evaluation
from argmap.core.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Result:
    """An evaluation with the map that it is about.

    Attributes:
        map: The map.
        evaluation: What a semantics says of it.
        file: Name of the map's file.
        colour: Whether the text may use terminal colours.
        width: How many cells a line may take, at least 40.
        unicode: Whether the text may use signs beyond ASCII.
    """

    map: ArgumentMap
    evaluation: Evaluation
    file: str = ""
    colour: bool = False
    width: int = 100
    unicode: bool = True


@dataclass(frozen=True, slots=True)
class Teller:
    """A way to tell an evaluation.

    Attributes:
        name: What `--format` calls it.
        title: What a list says of it.
        write: The evaluation as text, ending in a line end.
    """

    name: str
    title: str
    write: Callable[[Result], str]
