"""Maps as other tools' formats can hold them, and the shortest ways there and back."""

from dataclasses import replace
from pathlib import Path

from argmap.core.diagnostics import Diagnostic
from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, ClaimKind, Display, RelationKind, relation_name
from argmap.core.source import SourceFile
from argmap.formats import FORMATS
from argmap.formats.features import FEATURES
from argmap.pipeline import load, write

CASES = Path(__file__).parent / "cases" / "formats"
"""A folder for each format: files in it, each with the map that it is to become (`NAME.expected.argmap.yaml`), and in
`broken/` files that something is wrong with, each with what is found (`NAME.findings.txt`)."""


def reading(text: str, format: str) -> tuple[ArgumentMap, tuple[Diagnostic, ...]]:
    """The map of a text that must be readable, and what is found on the way."""
    found = load(SourceFile("file", text), format)
    assert found.map is not None, found.diagnostics
    return found.map, found.diagnostics


def there_and_back(argument_map: ArgumentMap, format: str) -> ArgumentMap:
    """A map that was written in a format and read again."""
    return reading(write(argument_map, format).text, format)[0]


def portable(argument_map: ArgumentMap, format: str) -> ArgumentMap:
    """What a format can hold of a whole, by the features that it declares."""
    carries = FORMATS[format].carries
    lacking = () if carries is None else [name for name in FEATURES if name not in carries]
    for name in lacking:
        argument_map = _WITHOUT[name](argument_map)
    return _sound(argument_map)


def with_named_relations(argument_map: ArgumentMap) -> ArgumentMap:
    """The same map with an id for each relation, as formats have it whose relations are nodes."""
    taken = {*argument_map.claim, *argument_map.relation, *argument_map.question, *argument_map.group}
    names = {}
    for number, item in enumerate(argument_map.relations):
        wanted = item.id if item.named else f"r{number}"
        while wanted in taken and not item.named:
            wanted += "x"
        names[item.id] = wanted
        taken.add(wanted)
    return replace(
        argument_map,
        relations=tuple(
            replace(item, id=names[item.id], named=True, target=names.get(item.target, item.target))
            for item in argument_map.relations
        ),
    )


def _claims(**changes):
    return lambda whole: replace(whole, claims=tuple(replace(item, **changes) for item in whole.claims))


def _relations(**changes):
    return lambda whole: replace(whole, relations=tuple(replace(item, **changes) for item in whole.relations))


def _parts(*rolls, **changes):
    def change(whole):
        return replace(
            whole, **{roll: tuple(replace(item, **changes) for item in getattr(whole, roll)) for roll in rolls}
        )

    return change


def _only_relations(test):
    return lambda whole: replace(whole, relations=tuple(item for item in whole.relations if test(item, whole)))


def _is_deep(item, whole):
    target = whole.relation.get(item.target)
    return target is not None and target.target in whole.relation


def _unnamed(whole):
    names = {item.id: relation_name(item.premises, item.target) for item in whole.relations}
    return replace(whole, relations=tuple(replace(item, id=names[item.id], named=False) for item in whole.relations))


_WITHOUT = {
    "texts": lambda whole: replace(whole, claims=tuple(replace(item, text=item.id) for item in whole.claims)),
    "titles": _parts("questions", "claims", title=None),
    "kinds": _claims(kind=ClaimKind.CLAIM),
    "supports": _only_relations(lambda item, _: item.kind is not RelationKind.SUPPORT),
    "linked": lambda whole: replace(
        whole, relations=tuple(replace(item, premises=item.premises[:1]) for item in whole.relations)
    ),
    "undercuts": _only_relations(lambda item, whole: item.target not in whole.relation),
    "deep-undercuts": _only_relations(lambda item, whole: not _is_deep(item, whole)),
    "conflicts": _only_relations(lambda item, _: item.kind is not RelationKind.CONFLICT),
    "relation-ids": _unnamed,
    "arguments": _relations(argument=None),
    "schemes": _relations(scheme=None),
    "weights": _relations(weight=None),
    "relation-remarks": _relations(by=(), cites=(), tags=()),
    "questions": lambda whole: _claims(answers=())(replace(whole, questions=())),
    "speakers": lambda whole: _parts("claims", "relations", by=())(replace(whole, speakers=())),
    "speaker-details": _parts("speakers", role=None, link=None),
    "sources": lambda whole: _parts("questions", "claims", "relations", cites=())(replace(whole, sources=())),
    "citations": _parts("questions", "claims", cites=()),
    "implicit": _claims(implicit=False),
    "scores": _claims(score=None),
    "assumed": _claims(assumed=None),
    "restatements": _claims(restatements=()),
    "tags": _parts("questions", "claims", "groups", tags=()),
    "notes": _parts("questions", "claims", "relations", "groups", note=None),
    "links": _claims(link=None),
    "groups": lambda whole: replace(whole, groups=()),
    "nested-groups": _parts("groups", parent=None),
    "colours": _parts("claims", "groups", colour=None),
    "folding": lambda whole: _parts("groups", hidden=False, closed=False)(_claims(hidden=False)(whole)),
    "title": lambda whole: replace(whole, title=None),
    "description": lambda whole: replace(whole, description=None),
    "language": lambda whole: replace(whole, language=None),
    "display": lambda whole: replace(whole, display=Display()),
}


def _sound(whole: ArgumentMap) -> ArgumentMap:
    """A map without relations that lead nowhere or from a claim to itself, without free data, and with texts."""
    whole = _parts("claims", "relations", "groups", data={})(replace(whole, data={}))
    whole = replace(whole, claims=tuple(replace(item, text=item.text or item.id) for item in whole.claims))
    whole = _only_relations(lambda item, _: item.target not in item.premises)(whole)
    kept = {item.id for item in MapGraph(whole).relations}
    seen: set[str] = set()
    relations = []
    for item in whole.relations:
        if item.id in kept and item.id not in seen:
            seen.add(item.id)
            relations.append(replace(item, premises=tuple(dict.fromkeys(item.premises))))
    return replace(whole, relations=tuple(relations))
