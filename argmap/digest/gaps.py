"""What a map leaves open: claims that rest on nothing, and questions that nobody put to a step."""

from argmap.core.critical_questions import CRITICAL_QUESTIONS
from argmap.core.foundation import supports
from argmap.core.graph import MapGraph
from argmap.core.model import Claim, ClaimKind, RelationKind
from argmap.core.schemes import scheme_named
from argmap.digest.base import CriticalQuestion


def unsupported(graph: MapGraph) -> tuple[Claim, ...]:
    """The claims that others build on and that rest on nothing, in the order of the file.

    A claim is built on if it is a premise of a support or an attack. It rests on nothing if no relation supports it,
    it cites nothing, and the file does not say `assumed: true`. Implicit claims count, and deserve a look the most:
    the reasoning needs them and nobody even states them. Arguments do not: they are reasons, not in need of one.
    """
    supported = {item.target for item in supports(graph)}
    premises = {key for item in graph.relations if item.kind is not RelationKind.CONFLICT for key in item.premises}
    return tuple(
        claim
        for claim in graph.map.claims
        if claim.id in premises
        and claim.id not in supported
        and not claim.cites
        and not claim.assumed
        and claim.kind is not ClaimKind.ARGUMENT
    )


def critical_questions(graph: MapGraph) -> tuple[CriticalQuestion, ...]:
    """The questions that the schemes of steps ask, in the order of the relations.

    A step that is undercut counts as questioned, whatever the undercut says: none of its questions is told. Questions
    that reasons for a premise may answer are told all the same: a program cannot see what a reason answers.
    """
    found = []
    for item in graph.relations:
        scheme = scheme_named(item.scheme) if item.scheme and not graph.onto.get(item.id) else None
        if scheme:
            found += [CriticalQuestion(item, scheme, text) for text in CRITICAL_QUESTIONS.get(scheme, ())]
    return tuple(found)
