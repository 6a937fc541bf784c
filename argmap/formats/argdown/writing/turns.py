"""When a premise-conclusion structure has its turn: as soon as all that it speaks of is known or comes next."""

from collections import defaultdict
from collections.abc import Iterator

from argmap.formats.argdown.debate.model import Argument, Debate, Inference, Relation, RelationType, Section
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.writing.layout import Agenda, Entity


class Turns:
    """The structures of a debate that are still to be written.

    Args:
        debate: The debate.
        agenda: What else is to be written; it is asked, not changed.
    """

    def __init__(self, debate: Debate, agenda: Agenda) -> None:
        self._debate = debate
        self._agenda = agenda
        self._left = dict.fromkeys(argument for argument in debate.arguments.values() if argument.structure)
        self._transforms = Settings.of(debate.settings).transforms_relations
        self._owners: dict[Entity, Argument] = {
            debate.statements[argument.structure[-1].title]: argument
            for argument in self._left
            if argument.is_titled and self._transforms
        }
        self._by_section: dict[Section | None, list[Argument]] = defaultdict(list)
        self._uses: dict[Entity, list[Argument]] = defaultdict(list)
        self._missing: dict[Argument, set[Entity]] = {}
        self._ready: dict[Section | None, dict[Argument, None]] = defaultdict(dict)
        for argument in self._left:
            if not _is_free(argument):
                self._by_section[argument.section].append(argument)
            self._missing[argument] = set(self.mentions(argument))
            for entity in self._missing[argument]:
                self._uses[entity].append(argument)

    def know(self, entity: Entity) -> None:
        """Note that the text speaks of a statement or an argument."""
        for argument in self._uses.pop(entity, ()):
            self._missing[argument].discard(entity)
            if not self._missing[argument]:
                self._ready[argument.section][argument] = None

    def next(self, section: Section | None, above: Argument | None) -> Argument | None:
        """The argument whose structure is to be written now; None if there is none.

        Args:
            section: The section that the text has come to.
            above: The argument that stands right above, to which a structure without a title would be taken to belong.
        """
        for argument in self.ready(section):
            if argument.is_titled or above is None:
                return argument
        coming = self._agenda.next_new()
        users = self._uses.get(coming, ()) if coming else ()
        return next((argument for argument in users if self._is_next(argument, section, above)), None)

    def _is_next(self, argument: Argument, section: Section | None, above: Argument | None) -> bool:
        """Whether a structure comes next that speaks of something new."""
        has_place = argument.section is section or _is_free(argument)
        if not has_place or not (argument.is_titled or above is None):
            return False
        return self._fits(argument, self.mentions(argument)) or self._fits(
            argument, self.mentions(argument, with_all=True)
        )

    def _fits(self, argument: Argument, mentions: Iterator[Entity]) -> bool:
        new = dict.fromkeys(entity for entity in mentions if entity not in self._agenda.known)
        return argument not in new and self._agenda.fits(new)

    def ready(self, section: Section | None) -> list[Argument]:
        """The arguments in a section whose structure speaks of nothing new, and those that may stand anywhere."""
        free = [argument for argument in self._ready[None] if _is_free(argument)] if section else []
        return [*self._ready[section], *free]

    def rest(self, section: Section | None) -> list[Argument]:
        """The structures that must be written before a section ends."""
        return [argument for argument in self._by_section.pop(section, ()) if argument in self._left]

    def all_left(self) -> list[Argument]:
        """All structures that have not been written."""
        return list(self._left)

    def done(self, argument: Argument) -> None:
        """Note that a structure has been written."""
        self._left.pop(argument)
        self._ready[argument.section].pop(argument, None)
        for entity in self._missing.pop(argument):
            self._uses[entity].remove(argument)

    def is_left(self, argument: Argument) -> bool:
        """Whether its structure is still to be written."""
        return argument in self._left

    def mentions(self, argument: Argument, *, with_all: bool = False) -> Iterator[Entity]:
        """What a structure speaks of, in the order of its text.

        Args:
            argument: The argument that has the structure.
            with_all: Whether what undercuts it is among that even if it could be written elsewhere.
        """
        if argument.members:
            yield argument
        for row in argument.structure:
            if row.inference:
                is_needed = with_all or not self.can_be_named(row.inference)
                for relation in self._agenda.left(row.inference):
                    name = self.name(relation, relation.source)
                    if is_needed or name is None:
                        yield name or relation.source
            yield self._debate.statements[row.title]

    def name(self, relation: Relation, end: Entity) -> Entity | None:
        """What is written for an end of a relation that is only mentioned.

        That is the end itself if it has a title. The conclusion of an argument can be called by the argument where the
        relation begins; it is read as the conclusion then. Otherwise there is no name.
        """
        if end.is_titled:
            return end
        is_plain = relation.source is end and relation.type is not RelationType.CONTRADICTORY
        return self._owners.get(end) if is_plain else None

    def can_be_named(self, inference: Inference) -> bool:
        """Whether naming its argument is a way to speak of an inference."""
        argument = inference.argument
        return self._transforms and argument.is_titled and argument.structure[-1].inference is inference


def _is_free(argument: Argument) -> bool:
    """Whether it makes no difference in which section it stands."""
    return argument.section is None and not argument.members
