"""What there is to tell of a map besides findings, and what it is to tell it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from argmap.core.explanation import Change, Explanation, Sensitivity
from argmap.core.labelling import Evaluation
from argmap.core.model import ArgumentMap

Answer: TypeAlias = Evaluation | Explanation | Change | Sensitivity


@dataclass(frozen=True, slots=True)
class Account:
    """An answer with the map that it is about.

    Attributes:
        map: The map.
        answer: What is told.
        change: For an explanation under an assumption, what else the assumption changes; else None.
        file: Name of the map's file.
        colour: Whether the text may use terminal colours; without, names in sentences stand in quotation marks.
        width: How many cells a line may take; less than 40 are taken as 40.
        unicode: Whether guides, marks and quotation marks may be other than ASCII; names always stay what they are.
    """

    map: ArgumentMap
    answer: Answer
    change: Change | None = None
    file: str = ""
    colour: bool = False
    width: int = 100
    unicode: bool = True


@dataclass(frozen=True, slots=True)
class AnswerFormat:
    """A way to tell answers.

    Attributes:
        name: What `--format` calls it.
        title: What a list says of it.
        write: The account as text, ending in a line end.
        only_evaluations: Whether it has no place for explanations, changes and sensitivities.
    """

    name: str
    title: str
    write: Callable[[Account], str]
    only_evaluations: bool = False
