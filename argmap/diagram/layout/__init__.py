"""Where everything goes: fixed boxes and lines in, places and paths out. Texts never come here.

The roll of the layout engines is below; a new one is one file here and one line there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from argmap.core.errors import ArgmapError
from argmap.core.registry import Registry
from argmap.diagram.layout import automatic, dot, sugiyama, system
from argmap.diagram.layout.base import Engine, Layers

__all__ = ["ENGINES", "Choice", "NamedEngine", "choose"]


@dataclass(frozen=True, slots=True)
class NamedEngine:
    """An engine on the roll.

    Attributes:
        name: What `--engine` calls it.
        made: Makes it, given a time budget in seconds and a way to tell the user something.
    """

    name: str
    made: Callable[[float, Callable[[str], None]], Engine]


ENGINES: Registry[NamedEngine] = Registry(
    "layout engine",
    [
        NamedEngine("auto", automatic.engine),
        NamedEngine("dot", lambda budget, tell: dot.place),
        NamedEngine("graphviz", lambda budget, tell: system.place),
        NamedEngine("sugiyama", lambda budget, tell: sugiyama.place),
    ],
    name=lambda item: item.name,
)


@dataclass(slots=True)
class Choice:
    """An engine, with what it has to say afterwards.

    Attributes:
        place: The engine.
        notes: Filled while it runs: what had to be done differently, for the user.
    """

    place: Engine
    notes: list[str] = field(default_factory=list)


def choose(name: str, budget: float) -> Choice:
    """Return the engine of a name.

    Raises:
        ArgmapError: `unknown-engine`.
    """
    if name not in ENGINES:
        raise ArgmapError("unknown-engine", f"there is no layout engine {name!r}", f"try one of {', '.join(ENGINES)}")
    notes: list[str] = []
    return Choice(_unless_lone(ENGINES[name].made(budget, notes.append)), notes)


def _unless_lone(engine: Engine) -> Engine:
    """One node needs no engine."""

    def place(layers: Layers) -> list[float]:
        return engine(layers) if len(layers.layer) > 1 else [0.0] * len(layers.layer)

    return place
