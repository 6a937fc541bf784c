"""An evaluation for programs: one JSON document, version 1, with claims and relations by id."""

import json
from typing import Any

from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap
from argmap.reporters.evaluation.base import Result

VERSION = 1


def write(result: Result) -> str:
    """Write an evaluation as JSON, all in ASCII so that it survives any terminal and any pipe."""
    return json.dumps(document(result), indent=2) + "\n"


def document(result: Result) -> dict[str, Any]:
    """The evaluation as plain data; fields that the question does not ask for are left out."""
    given = result.evaluation
    found: dict[str, Any] = {
        "version": VERSION,
        "file": result.file,
        "semantics": given.semantics,
        "support": given.support,
        "ask": given.ask,
        "exists": given.exists,
        "complete": given.complete,
        "count": given.count,
        "notes": list(given.notes),
    }
    if given.convergence:
        found["convergence"] = {
            "method": given.convergence.method,
            "iterations": given.convergence.iterations,
            "residual": given.convergence.residual,
            "converged": given.convergence.converged,
        }
    if given.ask == "all":
        found["labellings"] = [_labels(item, result.map) for item in given.labellings]
    elif given.labelling:
        found |= (
            _strengths(given.labelling, result.map)
            if given.labelling.strengths
            else _labels(given.labelling, result.map)
        )
    return found


def _labels(labelling: Labelling, map: ArgumentMap) -> dict[str, Any]:
    return {
        "claims": {item.id: {"label": labelling.labels[item.id].value} for item in map.claims},
        "relations": {
            item.id: {"label": labelling.labels[item.id].value} for item in map.relations if item.id in labelling.labels
        },
    }


def _strengths(labelling: Labelling, map: ArgumentMap) -> dict[str, Any]:
    strengths = labelling.strengths
    return {
        "claims": {
            item.id: {"strength": strengths[item.id], "base": 0.5 if item.score is None else item.score}
            for item in map.claims
        },
        "relations": {item.id: {"strength": strengths[item.id]} for item in map.relations if item.id in strengths},
    }
