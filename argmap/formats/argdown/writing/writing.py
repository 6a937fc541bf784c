"""A debate as an Argdown text, laid out as people lay it out: reasons nested below what they speak for or against."""

from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    Inference,
    Member,
    Relation,
    Section,
    Statement,
    other_end,
)
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.syntax import Symbol
from argmap.formats.argdown.writing.data_text import front_matter
from argmap.formats.argdown.writing.layout import Agenda, Entity, Item, Link, is_worded
from argmap.formats.argdown.writing.signs import sign_below
from argmap.formats.argdown.writing.turns import Turns
from argmap.formats.argdown.writing.wording import Wording, reference

_DEEPEST = 6
"""How many levels are nested; what lies deeper begins a new paragraph."""


def write_debate(debate: Debate) -> str:
    """Return a debate as Argdown text; read again, it is the same debate.

    Statements and arguments are mentioned first in the order of the places of their members, which need only be
    numbers; without places, in the order of `entries.in_order`. A member that is a paragraph stays one; others are
    written where they read best: as a paragraph, nested below something that they speak for or against, or in the row
    of a structure. An argument without members and section has its structure written wherever all that the structure
    speaks of is known.

    What cannot be said is left out: a contradiction between two arguments, a relation of a statement without a title
    to what comes later and has none either, tags that cannot be typed. Titles are taken as they are, see
    `escape.can_be_title`.

    Returns:
        The text, ending in a line end; empty for a debate without anything in it.
    """
    return _Writer(debate).text()


class _Writer:
    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.agenda = Agenda(debate)
        self.turns = Turns(debate, self.agenda)
        self.wording = Wording(Settings.of(debate.settings).shortcodes)
        self.blocks: list[list[str]] = []
        self.postponed: list[Relation] = []
        self.in_structure: list[Entity] = []  # what the structure speaks of that is being written, if one is
        self.above: Argument | None = None  # the argument that the last block defines or mentions, if it does

    def text(self) -> str:
        if self.debate.settings:
            self.blocks.append([front_matter(self.debate.settings)])
        for section in self.agenda.sections:
            self.section(section)
        for argument in self.turns.all_left():
            self.structure(argument)
        self.remaining_relations()
        return "".join("\n".join(block) + "\n\n" for block in self.blocks)[:-1]

    def section(self, section: Section | None) -> None:
        self.agenda.enter(section)
        if section is not None:
            self.add([self.wording.heading(section)])
        self.structures(section)
        while item := self.agenda.next_item():
            for entity in self.agenda.overdue(item):
                self.mention(entity)
            self.add(self.tree(self.agenda.take(), 0), item.entity)
            self.postponed_relations()
            self.structures(section)
        for argument in self.turns.ready(section):
            self.structure(argument)
        for argument in self.turns.rest(section):
            for entity in self.agenda.skipped(self.turns.mentions(argument)):
                self.mention(entity)
            self.structure(argument)

    def add(self, block: list[str], entity: Entity | None = None) -> None:
        self.blocks.append(block)
        self.above = entity if isinstance(entity, Argument) else None

    def know(self, entity: Entity) -> None:
        if entity not in self.agenda.known:
            self.agenda.know(entity)
            self.turns.know(entity)

    # Paragraphs

    def mention(self, entity: Entity) -> None:
        """Write a paragraph that only mentions something, with what can be said below it."""
        self.know(entity)
        self.add([reference(entity), *self.below(entity, 0)], entity)

    def tree(self, item: Item, level: int, start: str = "") -> list[str]:
        """The lines of an item and of what is nested below it; `start` stands before it in its line."""
        lines = self.lines(item, level, start)
        stack = [(item.entity, level)]
        while stack:
            parent, level = stack[-1]
            link = self.agenda.link_below(parent) if self.may_nest(parent, level) else None
            if link is None:
                stack.pop()
                lines += self.below(parent, level, even_new=not parent.is_titled)
            else:
                self.agenda.done(link.relation)
                child = self.agenda.take()
                lines += self.lines(child, level + 1, f"{link.sign} ")
                stack.append((child.entity, level + 1))
        return lines

    def may_nest(self, parent: Entity, level: int) -> bool:
        item = self.agenda.next_item()
        if item and not (item.entity.is_titled or parent.is_titled):
            return True  # there is no other place for a relation between the two
        if not self.in_structure:
            return level < _DEEPEST
        # Nothing comes between the rows but what must be mentioned before the next of them.
        return any(row is not self.agenda.next_new() for row in self.rows_ahead()[:1])

    def rows_ahead(self) -> list[Entity]:
        """What the structure that is being written speaks of and has not mentioned so far."""
        return [entity for entity in self.in_structure if entity not in self.agenda.known]

    def lines(self, item: Item, level: int, start: str) -> list[str]:
        """The lines of an item alone, and of its relations to what the text speaks of already."""
        self.know(item.entity)
        indent = "  " * level
        return [f"{indent}{start}{self.wording.element(item, indent)}", *self.below(item.entity, level)]

    def below(self, parent: Entity, level: int, *, even_new: bool = False) -> list[str]:
        """Lines for relations of something to what the text speaks of already, or must speak of now."""
        found: list[str] = []
        for relation in self.agenda.left(parent):
            other = other_end(relation, parent)
            if isinstance(other, Inference):
                if not self.turns.is_left(other.argument) and self.turns.can_be_named(other):
                    found.append(self.link(Link(relation, Symbol.UNDERCUTS, other.argument), level))
            elif even_new or other in self.agenda.known:
                sign, name = sign_below(relation, parent), self.turns.name(relation, other)
                if sign and name:
                    found.append(self.link(Link(relation, sign, name), level))
                elif other in self.agenda.known:
                    self.postponed.append(relation)
        found += [self.link(link, level) for link in self.agenda.early_links(parent)]
        return found

    def link(self, link: Link, level: int) -> str:
        """The line of a relation to something that is only mentioned there."""
        self.agenda.done(link.relation)
        self.know(link.other)
        return f"{'  ' * level}  {link.sign} {reference(link.other)}"

    # Relations that could not be written when both ends had been

    def postponed_relations(self) -> None:
        postponed, self.postponed = self.postponed, []
        for relation in postponed:
            self.relation(relation)

    def remaining_relations(self) -> None:
        for relation in self.agenda.all_left():
            self.relation(relation)

    def relation(self, relation: Relation) -> None:
        """Mention one end of a relation in a paragraph of its own, with the other below it."""
        source, target = relation.source, relation.target
        if relation not in self.agenda.left(source):
            return
        name = self.turns.name(relation, source)
        if isinstance(target, Inference):
            if name:
                link = self.link(Link(relation, Symbol.UNDERCUTS, target.argument), 0)
                self.add([reference(name), link], name)
        elif name and target.is_titled:
            self.know(source)
            self.know(target)
            is_forth = source.is_titled and sign_below(relation, source)
            if is_forth or sign_below(relation, target):
                self.mention(source if is_forth else target)

    # Structures

    def structures(self, section: Section | None) -> None:
        """Write the structures that have their turn."""
        while argument := self.turns.next(section, self.above):
            self.structure(argument)

    def structure(self, argument: Argument) -> None:
        if argument.is_titled and self.above is not argument:
            self.mention(argument)
        elif not argument.is_titled and self.above is not None:
            self.separate(argument)
        lines: list[str] = []
        self.in_structure = list(self.turns.mentions(argument))
        for number, row in enumerate(argument.structure, 1):
            if row.inference:
                lines += self.inference(row.inference)
            lines += self.row(row, f"({number}) ")
        self.in_structure = []
        self.turns.done(argument)
        self.add(lines)
        self.postponed_relations()

    def separate(self, argument: Argument) -> None:
        """Keep a structure without a title from being taken for that of the argument above it."""
        rows = [self.debate.statements[row.title] for row in argument.structure]
        between = [item for item in (*rows, *self.agenda.known) if isinstance(item, Statement) and item.is_titled]
        known = next((item for item in between if item in self.agenda.known), None)
        if known:
            self.mention(known)
        else:
            self.add([reference(argument)], argument)

    def row(self, row: Member, number: str) -> list[str]:
        statement = self.debate.statements[row.title]
        if is_worded(row):
            return self.tree(Item(statement, row), 0, number)
        if self.comes_next(statement) and not (row.tags or row.data):
            return self.tree(self.agenda.take(), 0, number)
        self.know(statement)
        return [number + self.wording.element(Item(statement, row))]

    def inference(self, inference: Inference) -> list[str]:
        lines = self.wording.inference(inference)
        for relation in self.agenda.left(inference):
            source, name = relation.source, self.turns.name(relation, relation.source)
            is_next = self.agenda.next_new() is source and bool(self.rows_ahead())
            must_be_here = is_next or name is None or not self.turns.can_be_named(inference)
            if must_be_here and self.comes_next(source):
                self.agenda.done(relation)
                lines += self.tree(self.agenda.take(), 1, f"{Symbol.UNDERCUT_BY} ")
            elif name and (must_be_here or source in self.agenda.known):
                lines.append(self.link(Link(relation, Symbol.UNDERCUT_BY, name), 0))
        return lines

    def comes_next(self, entity: Entity) -> bool:
        """Whether something is what the section defines next, and may be defined anywhere."""
        item = self.agenda.next_item()
        return item is not None and item.entity is entity and self.agenda.fits([entity])
