"""Findings on Argdown maps in Argdown's own words: `[Build the tram]` and `<Faster trips>` in the place of ids."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from argmap.core.diagnostics import Diagnostic
from argmap.core.model import ArgumentMap, Claim, ClaimKind
from argmap.rules.base import typed_title

_NAME = re.compile(r"`([^`]+)`")
_KINDS = {ClaimKind.CLAIM: "statement", ClaimKind.ARGUMENT: "argument"}
_LONGEST = 60
"""Characters of a title or text that are shown."""


def in_argdown(found: Iterable[Diagnostic], map: ArgumentMap) -> list[Diagnostic]:
    """The same findings, with claims and groups called as the text calls them: Argdown has titles, and no ids."""

    def called(match: re.Match[str]) -> str:
        return _called(match[1], map) or match[0]

    return [_reworded(item, lambda text: _NAME.sub(called, text)) for item in found]


def _reworded(item: Diagnostic, reword: Callable[[str], str]) -> Diagnostic:
    return replace(
        item,
        message=reword(item.message),
        secondary=tuple(replace(label, message=reword(label.message)) for label in item.secondary),
        notes=tuple(reword(note) for note in item.notes),
        help=reword(item.help) if item.help else None,
    )


def _called(name: str, map: ArgumentMap) -> str | None:
    if name in map.claim:
        return _of_claim(map.claim[name])
    if name in map.group:
        return f"“{_shortened(map.group[name].title)}”"
    step = map.relation.get(name)
    if step is None:
        return None
    if step.named:
        return f"`<{name}>`"
    premises = [_of_claim(map.claim[premise]) for premise in step.premises if premise in map.claim]
    end = _of_claim(map.claim[step.target]) if step.target in map.claim else "another step"
    return f"the step from {' + '.join(premises)} to {end}"


def _of_claim(claim: Claim) -> str:
    title = typed_title(claim)
    if title is None:
        return f"“{_shortened(claim.text)}”" if claim.text else f"this {_KINDS[claim.kind]}"
    left, right = "<>" if claim.kind is ClaimKind.ARGUMENT else "[]"
    return f"`{left}{_shortened(title)}{right}`"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
