"""What the things of two maps are called where a comparison is told."""

from collections.abc import Iterable

from argmap.core.model import ArgumentMap, Citation, Relation, RelationKind
from argmap.diagram.columns import clean
from argmap.diagram.outline import short
from argmap.reporters.comparisons.base import Bit, Phrase, Role, listed, phrase

_LONGEST = 60
_VERBS = {
    RelationKind.SUPPORT: (" supports ", " support "),
    RelationKind.ATTACK: (" attacks ", " attack "),
    RelationKind.CONFLICT: (" is in conflict with ", " are in conflict with "),
}


class Naming:
    """Names in one of the maps; an id that leads nowhere is called by itself."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map

    def claim(self, name: str) -> Phrase:
        """The title of a claim or question, else the beginning of its text."""
        item = self.map.claim.get(name) or self.map.question.get(name)
        return (Bit(short(item, _LONGEST), Role.NAME),) if item else (Bit(name, Role.ID),)

    def together(self, names: Iterable[str]) -> Phrase:
        """Linked premises: one and the others."""
        found = [self.claim(name) for name in dict.fromkeys(names)]
        return phrase(listed(found[:-1]), " and ", found[-1]) if len(found) > 1 else found[0] if found else ()

    def deed(self, relation: Relation) -> Phrase:
        """A relation as a sentence: `A attacks B`."""
        names = tuple(dict.fromkeys(relation.premises))
        by, are_several = self.together(names), len(names) > 1
        is_undercut = relation.target not in self.map.claim and relation.target in self.map.relation
        if is_undercut and relation.kind is RelationKind.ATTACK:
            verb = " together undercut " if are_several else " undercuts "
        else:
            verb = (" together" if are_several else "") + _VERBS[relation.kind][are_several]
        return phrase(by, verb, self.target(relation.target))

    def target(self, name: str) -> Phrase:
        """What a relation leads to: a claim, or the step between claims."""
        if name in self.map.claim or name not in self.map.relation:
            return self.claim(name)
        step = self.map.relation[name]
        to = self.claim(step.target) if step.target in self.map.claim else phrase("another step")
        return phrase("the step from ", self.together(step.premises), " to ", to)

    def speaker(self, name: str) -> str:
        """The name of a speaker."""
        return self.map.speaker[name].name if name in self.map.speaker else name

    def group(self, name: str) -> str:
        """The title of a group."""
        return self.map.group[name].title if name in self.map.group else name

    def citation(self, cited: Citation) -> str:
        """A place in a source in short, as in the file: `article#p3`, with the quotation."""
        place = f"{cited.source}#{cited.place}" if cited.place else cited.source
        return f"{place} “{clean(cited.quote)}”" if cited.quote else place
