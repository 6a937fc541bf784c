"""Answers for programs: one JSON document, version 1, with claims and relations by id."""

import json
from typing import Any

from argmap.core.explanation import Change, Circle, Difference, Explanation, Reason, Sensitivity, Value
from argmap.core.labelling import Evaluation, Label, Labelling
from argmap.core.model import ArgumentMap
from argmap.reporters.answers.base import Account

VERSION = 1
DIGITS = 12
"""Decimals of a strength."""


def write(account: Account) -> str:
    """Write an account as JSON, all in ASCII so that it survives any terminal and any pipe."""
    return json.dumps(document(account), indent=2) + "\n"


def document(account: Account) -> dict[str, Any]:
    """An account as plain data. Labels are words, strengths are numbers, what has no answer is null."""
    answer = account.answer
    kind, tell = next((name, told) for of, name, told in _KINDS if isinstance(answer, of))
    return {
        "version": VERSION,
        "file": account.file,
        "kind": kind,
        "semantics": answer.semantics,
        "support": answer.support,
        **tell(answer, account.map),
        **({"change": _change(account.change, account.map)} if account.change else {}),
        "complete": answer.complete,
        "notes": list(answer.notes),
    }


def _evaluation(found: Evaluation, map: ArgumentMap) -> dict[str, Any]:
    """The answer to the question that was asked; what was not asked for is left out, or null."""
    told: dict[str, Any] = {"ask": found.ask, "exists": found.exists, "count": found.count}
    if found.convergence:
        told["convergence"] = {
            "method": found.convergence.method,
            "iterations": found.convergence.iterations,
            "residual": float(f"{found.convergence.residual:.3g}"),
            "converged": found.convergence.converged,
        }
    if found.ask == "all":
        told["labellings"] = [_labels(item, map) for item in found.labellings]
    elif found.labelling:
        told |= _strengths(found.labelling, map) if found.labelling.strengths else _labels(found.labelling, map)
    return told


def _labels(labelling: Labelling, map: ArgumentMap) -> dict[str, Any]:
    labels = labelling.labels
    return {
        "claims": {item.id: {"label": labels[item.id].value} for item in map.claims},
        "relations": {item.id: {"label": labels[item.id].value} for item in map.relations if item.id in labels},
    }


def _strengths(labelling: Labelling, map: ArgumentMap) -> dict[str, Any]:
    strengths = labelling.strengths
    return {
        "claims": {item.id: {"strength": _rounded(strengths[item.id]), "base": item.base_score} for item in map.claims},
        "relations": {
            item.id: {"strength": _rounded(strengths[item.id])} for item in map.relations if item.id in strengths
        },
    }


def _explanation(found: Explanation, map: ArgumentMap) -> dict[str, Any]:
    return {
        "title": found.title,
        "claim": found.claim,
        "forced": {name: _value(value) for name, value in found.forced},
        "count": found.count,
        "cases": [{"scope": case.scope.value, "root": _reason(case.root)} for case in found.cases],
    }


def _reason(part: Reason) -> dict[str, Any]:
    """A part without the fields that do not apply to it."""
    told: dict[str, Any] = {
        "id": part.subject,
        "role": part.role.value,
        "label" if isinstance(part.value, Label) else "strength": _value(part.value),
        "pattern": part.pattern.value,
    }
    if part.base is not None:
        told["base"] = part.base
    if part.contribution:
        told["contribution"] = {
            "removal": _rounded(part.contribution.removal),
            "gradient": _rounded(part.contribution.gradient),
        }
    if part.circle:
        told["circle"] = _circle(part.circle)
    if part.told:
        told["told"] = True
    if part.cut:
        told["cut"] = True
    if part.more:
        told["more"] = list(part.more)
    told["children"] = [_reason(child) for child in part.children]
    return told


def _circle(circle: Circle) -> dict[str, Any]:
    return {"kind": circle.tangle.value, "relations": list(circle.relations), "claims": list(circle.claims)}


def _change(found: Change, map: ArgumentMap) -> dict[str, Any]:
    return {
        "title": found.title,
        "forced": {name: _value(value) for name, value in found.forced},
        "exists": {"before": found.exists[0], "after": found.exists[1]},
        "claims": [_difference(item) for item in found.claims],
        "relations": [_difference(item) for item in found.relations],
    }


def _difference(item: Difference) -> dict[str, Any]:
    return {"id": item.subject, "before": _value(item.before), "after": _value(item.after)}


def _sensitivity(found: Sensitivity, map: ArgumentMap) -> dict[str, Any]:
    return {
        "title": found.title,
        "claim": found.claim,
        "value": _value(found.value),
        "largest_set": found.largest,
        "sets": [list(chosen) for chosen in found.flips],
        "influences": [
            {
                "claim": item.claim,
                "if_out": _value(item.if_out),
                "if_in": _value(item.if_in),
                "sets": item.sets,
                "gradient": _rounded(item.gradient),
            }
            for item in found.influences
        ],
    }


def _value(value: Value | None) -> str | float | None:
    return value.value if isinstance(value, Label) else _rounded(value)


def _rounded(number: float | None) -> float | None:
    """A number without its last digits: these differ from machine to machine where exponentials are involved."""
    return None if number is None else round(number, DIGITS)


_KINDS: tuple[tuple[type, str, Any], ...] = (
    (Evaluation, "evaluation", _evaluation),
    (Explanation, "explanation", _explanation),
    (Change, "change", _change),
    (Sensitivity, "sensitivity", _sensitivity),
)
