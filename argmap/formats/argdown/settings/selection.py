"""What the map of a debate shows: the statements and arguments that its settings select."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    End,
    Inference,
    Member,
    Relation,
    Role,
    Statement,
    other_end,
)
from argmap.formats.argdown.settings.settings import SelectionSettings, Settings

_UNTITLED = "Untitled"


class Selection(NamedTuple):
    """Titles of the statements and of the arguments that the map shows, each in the order of the document."""

    statements: tuple[str, ...]
    arguments: tuple[str, ...]


class _Use(NamedTuple):
    """How often a statement is a premise, a main conclusion or a conclusion on the way in candidates for the map."""

    premise: int
    conclusion: int
    step: int


def select(debate: Debate, settings: Settings) -> Selection:
    """Select what the map shows, as Argdown's own tools do: first by data, titles, sections and tags, then by use.

    Takes time in proportion to the debate.
    """
    rules = settings.selection
    statements = [item for item in debate.statements.values() if _is_candidate(item, rules, rules.excluded_statements)]
    arguments = [item for item in debate.arguments.values() if _is_candidate(item, rules, rules.excluded_arguments)]
    view = _View(debate, rules, statements, arguments)
    chosen = [item for item in statements if view.shows_statement(item)]
    view = _View(debate, rules, chosen, arguments)
    return Selection(
        tuple(item.title for item in chosen),
        tuple(item.title for item in arguments if view.shows_argument(item)),
    )


def _says_in_map(item: Statement | Argument) -> object:
    return item.data.get("isInMap", ...) if isinstance(item.data, dict) else ...


def _is_candidate(item: Statement | Argument, rules: SelectionSettings, excluded: Iterable[str]) -> bool:
    if not rules.ignores_is_in_map and _says_in_map(item) not in (..., True):
        return False
    if item.title in excluded:
        return False
    if rules.selected_sections is not None:
        if item.section is None and not rules.selects_without_section:
            return False
        if item.section is not None and item.section.title not in rules.selected_sections:
            return False
    if rules.selected_tags is None or (rules.selects_without_tag and not item.tags):
        return True
    return any(tag in rules.selected_tags for tag in item.tags)


class _View:
    """The candidates, and what is connected with what among them."""

    def __init__(
        self, debate: Debate, rules: SelectionSettings, statements: Iterable[Statement], arguments: Iterable[Argument]
    ) -> None:
        self.debate = debate
        self.rules = rules
        self.statements = {item.title for item in statements}
        self.arguments = {item.title for item in arguments}
        self.used = {title: self._use(item) for title, item in debate.statements.items()}
        self.reached: dict[tuple[str, Role], bool] = {}

    def _use(self, statement: Statement) -> _Use:
        roles = [item.role for item in statement.members if item.argument and item.argument.title in self.arguments]
        return _Use(roles.count(Role.PREMISE), roles.count(Role.CONCLUSION), roles.count(Role.STEP))

    # Statements

    def shows_statement(self, statement: Statement) -> bool:
        if not self.rules.ignores_is_in_map and _says_in_map(statement) is True:
            return True
        if statement.title in self.rules.included_statements:
            return True
        use = self.used[statement.title]
        is_used = use.premise + use.conclusion > 0
        is_related = any(self.leads_to_candidate(item, statement) for item in statement.relations)
        if self.rules.excludes_disconnected and not is_used and not is_related:
            return False
        return self.fits_mode(statement, is_used, is_related)

    def fits_mode(self, statement: Statement, is_used: bool, is_related: bool) -> bool:
        match self.rules.statement_mode:
            case "with-title":
                return (is_related and not is_used) or not statement.title.startswith(_UNTITLED)
            case "top-level":
                is_top_level = any(item.role is Role.TOP_LEVEL for item in statement.members)
                return (is_related and not is_used) or is_top_level
            case "with-relations":
                return is_related
            case "not-used-in-argument":
                return not is_used
            case "with-more-than-one-relation":
                return is_related and (not is_used or self.partners(statement) > 1)
            case _:
                return True

    def partners(self, statement: Statement) -> int:
        """How many arguments are at the other ends of its relations."""
        count = 0
        for item in statement.relations:
            other = other_end(item, statement)
            if isinstance(other, Statement):
                use = self.used[other.title]
                if statement.title in self.statements:
                    count += use.premise if item.target is other else use.conclusion
            else:
                count += self.argument_of(other) in self.arguments
        return count

    def leads_to_candidate(self, relation: Relation, end: End) -> bool:
        """Whether the other end of a relation is a candidate, or a statement in the right role in one."""
        other = other_end(relation, end)
        if not isinstance(other, Statement):
            return self.argument_of(other) in self.arguments
        if other.title in self.statements:
            return True
        use = self.used[other.title]
        if relation.type.is_symmetric:
            return sum(use) > 0
        return (use.premise if relation.target is other else use.conclusion) > 0

    @staticmethod
    def argument_of(end: Argument | Inference) -> str:
        return end.argument.title if isinstance(end, Inference) else end.title

    # Arguments

    def shows_argument(self, argument: Argument) -> bool:
        if not self.rules.excludes_disconnected:
            return True
        if not self.rules.ignores_is_in_map and _says_in_map(argument) is True:
            return True
        if any(self.leads_to_candidate(item, argument) for item in argument.relations):
            return True
        return any(self.is_connected_through(row) for row in argument.structure)

    def is_connected_through(self, row: Member) -> bool:
        """Whether a row of a structure connects its argument with something."""
        inference = row.inference
        if inference and any(self.leads_to_candidate(item, inference) for item in inference.relations):
            return True
        if row.role not in (Role.PREMISE, Role.CONCLUSION):
            return False
        if row.title in self.statements or self.is_reached(row.title, row.role):
            return True
        use = self.used[row.title]
        return (use.premise if row.role is Role.CONCLUSION else use.conclusion) > 0

    def is_reached(self, title: str, role: Role) -> bool:
        """Whether what leads to a premise comes from a candidate, or what leads from a conclusion goes to one."""
        known = self.reached.get((title, role))
        if known is None:
            statement = self.debate.statements[title]
            known = self.reached[title, role] = any(
                item.type.is_symmetric or (item.source if role is Role.PREMISE else item.target) is not statement
                for item in statement.relations
                if self.leads_to_candidate(item, statement)
            )
        return known
