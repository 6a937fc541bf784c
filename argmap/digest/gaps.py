"""What a map leaves open: claims that rest on nothing, and questions that nobody put to a step."""

from collections.abc import Iterable

from argmap.core.critical_questions import open_questions
from argmap.core.foundation import supports
from argmap.core.graph import MapGraph
from argmap.core.model import Claim, ClaimKind, Relation, RelationKind
from argmap.digest.base import CriticalQuestion, SharedQuestions


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
    """The questions of schemes that the map leaves open, in the order of the relations; see `open_questions`."""
    return tuple(
        CriticalQuestion(found.step, found.scheme.name, question.text, question.doubts)
        for found in open_questions(graph)
        for question in found.questions
    )


def shared_questions(questions: Iterable[CriticalQuestion]) -> tuple[SharedQuestions, ...]:
    """Put together the steps of a scheme that leave the same questions open; schemes in the order of their first steps.

    Args:
        questions: Questions of a digest; those of one step stand together.
    """
    asked: dict[str, dict[str, tuple[Relation, list[str]]]] = {}
    for item in questions:
        of_scheme = asked.setdefault(item.scheme, {})
        of_scheme.setdefault(item.relation.id, (item.relation, []))[1].append(item.text)
    found = []
    for scheme, steps in asked.items():
        by_texts: dict[tuple[str, ...], list[Relation]] = {}
        for step, texts in steps.values():
            by_texts.setdefault(tuple(texts), []).append(step)
        found += [SharedQuestions(scheme, texts, tuple(same)) for texts, same in by_texts.items()]
    return tuple(found)
