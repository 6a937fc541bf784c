"""All that a text about a map can draw on, gathered."""

from argmap.core.graph import MapGraph
from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap
from argmap.diagram.hidden import contracted
from argmap.diagram.verdict import relevant
from argmap.digest.base import Digest
from argmap.digest.cases import sections
from argmap.digest.disagreements import disagreements
from argmap.digest.gaps import critical_questions, unsupported
from argmap.digest.references import references
from argmap.digest.summary import sentence


def digest_of(map: ArgumentMap, labelling: Labelling | None = None) -> Digest:
    """Gather what a map says, in time linear in its size.

    Args:
        map: Any map or part of one, with faults or without. Hidden claims are left out as in pictures; what closed
            groups hold is told.
        labelling: What an evaluation says of it; one that says nothing of this map counts as none.
    """
    shown = contracted(map)
    told = relevant(shown, labelling)
    graph = MapGraph(shown)
    return Digest(
        map=shown,
        labelling=told,
        summary=sentence(shown, told),
        sections=sections(shown),
        disagreements=disagreements(graph),
        unsupported=unsupported(graph),
        critical_questions=critical_questions(graph),
        references=references(shown),
    )
