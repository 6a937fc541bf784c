"""Premise-conclusion structures of a debate, from the relations of a map."""

from collections.abc import Mapping

from argmap.core.model import ArgumentMap, RelationKind
from argmap.core.model import Relation as MapRelation
from argmap.formats.argdown.debate.model import Argument, Debate, Inference, Member, Role, Section, Statement
from argmap.formats.argdown.debate.steps import is_row, used_rows
from argmap.formats.argdown.export.map_groups import sections_of
from argmap.formats.argdown.from_map.chains import Chain, step_of
from argmap.formats.argdown.from_map.forms import Forms
from argmap.formats.argdown.from_map.plan import Plan
from argmap.formats.argdown.from_map.typed import Typist
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.syntax import Place
from argmap.formats.argdown.to_map.carried import carried
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.argdown.to_map.steps_in_order import Placed

_ROWS = ("uses", "from")


class StructureMaker:
    """Makes structures.

    Args:
        given: The map.
        plan: The forms of its relations.
        forms: Says the parts of the map.
        debate: What the structures go into.
        entries: Statements and arguments by the ids of claims.

    Attributes:
        inferences: By the ids of the relations that an undercut of them is about.
        opposites: Statements that something is not so, by the ids of the relations that conclude it.
    """

    def __init__(
        self, given: ArgumentMap, plan: Plan, forms: Forms, debate: Debate, entries: Mapping[str, Entry]
    ) -> None:
        self.given = given
        self.plan = plan
        self.forms = forms
        self.debate = debate
        self.entries = entries
        self.inferences: dict[str, Inference] = {}
        self.opposites: dict[str, Statement] = {}
        self._opposite_of: dict[str, Statement] = {}
        self._opposite_titles: set[str] = set()
        self._typist = Typist(Settings.of(forms.settings))
        self._relation_numbers = {item.id: number for number, item in enumerate(given.relations)}
        self._claim_numbers = {item.id: number for number, item in enumerate(given.claims)}
        self._section_numbers = {section: number for number, section in enumerate(sections_of(debate.sections))}

    def make(self, groups: Mapping[str, Section]) -> None:
        """Make all structures of the plan; `groups` are the sections by the ids of groups."""
        for name, chain in self.plan.of_argument.items():
            argument = self.entries[name]
            assert isinstance(argument, Argument)
            main = self.plan.main[name]
            self._fill(argument, chain, self._statement(self.given.relation[main].target))
            self.inferences[main] = self.inferences.pop(chain[-1].step.of)
        for chain in self.plan.bare:
            self._bare(chain, groups)
        for name in self.plan.steps:
            self._step(self.given.relation[name])

    def _statement(self, name: str) -> Statement:
        found = self.entries[name]
        assert isinstance(found, Statement)
        return found

    def _bare(self, chain: Chain, groups: Mapping[str, Section]) -> None:
        last = chain[-1].step
        argument = self._untitled()
        extras = carried(self.given.relation[last.of].data)
        conclusion = self._statement(last.conclusion)
        argument.section = conclusion.section
        if "section" in extras:
            argument.section = groups.get(str(extras["section"]))
        self._fill(argument, chain, conclusion)

    def _untitled(self) -> Argument:
        title = self.forms.made_up_title()
        argument = self.debate.arguments[title] = Argument(title, is_titled=False)
        return argument

    # Relations that are arguments of their own

    def _step(self, item: MapRelation) -> None:
        title = self.forms.step_title(item)
        number = max(self._claim_numbers.get(name, -1) for name in (*item.premises, item.target))
        place = Place(2 * number + 1, 2 * number + 1)
        if title is None:
            argument = self._untitled()
        else:
            argument = self.debate.arguments[title] = Argument(title)
            argument.members.append(Member(title, Role.DESCRIPTION, is_reference=True, place=place))
        argument.section = self._latest(item)
        for member in argument.members:
            member.section = argument.section
        chain = [Placed(step_of(item)._replace(rows=None, after=None), item.premises)]
        if item.kind is RelationKind.SUPPORT:
            self._fill(argument, chain, self._statement(item.target), title=title)
            return
        opposite = self._opposite_of.get(item.target)
        if opposite is None:
            opposite = self._opposite_of[item.target] = self._opposite(item.target, place)
        self.opposites[item.id] = opposite
        self._fill(argument, chain, opposite, title=title)

    def _latest(self, item: MapRelation) -> Section | None:
        """The last section that something of a relation stands in: there, all of it has been said."""
        sections = [self.entries[name].section for name in (*item.premises, item.target) if name in self.entries]
        found = [section for section in sections if section]
        return max(found, key=self._section_numbers.__getitem__, default=None)

    def _opposite(self, name: str, place: Place) -> Statement:
        """The statement that a claim is not so, or that a relation does not hold."""
        claim = self.given.claim.get(name)
        title = self.forms.opposite_title(self.entries[name].title if claim else name)
        words = (claim.text or claim.label) if claim else name
        member = self._typist.member(title, f"Not: {words}")
        member.place, member.data = place, {"isInMap": False}
        self.debate.statements[title] = Statement(title, members=[member], data=member.data)
        self._opposite_titles.add(title)
        return self.debate.statements[title]

    # Rows

    def _fill(self, argument: Argument, chain: Chain, conclusion: Statement, title: str | None = None) -> None:
        """Give an argument the rows of a structure.

        Args:
            argument: The argument.
            chain: The steps.
            conclusion: The last conclusion.
            title: The title of the argument, if the argument is the relation itself.
        """
        above: dict[Statement, int] = {}
        before: list[Statement] = []
        for number, (step, rows) in enumerate(chain):
            is_last = number == len(chain) - 1
            between = [self._statement(name) for name in rows]
            for statement in between:
                self._row(argument, statement, Role.PREMISE)
                above.setdefault(statement, len(argument.structure))
            target = conclusion if is_last else self._statement(step.conclusion)
            row = self._row(argument, target, Role.CONCLUSION if is_last else Role.STEP)
            rules, data = self.forms.step(self.given.relation[step.of], title, is_alone=step.of in self.plan.steps)
            place = Place(self._relation_numbers[step.of], self._relation_numbers[step.of])
            index = len(argument.structure) - 1
            row.inference = Inference(argument, index, rules, data or None, place=place)
            drawn = [self._statement(name) for name in step.premises]
            self._say_rows(row, row.inference, drawn, [*before, *between], above)
            self.inferences[step.of] = row.inference
            above.setdefault(target, index + 1)
            before = [target]

    def _row(self, argument: Argument, statement: Statement, role: Role) -> Member:
        """A row with the words of a statement that can only stand in rows, or else with its title alone."""
        member = statement.canonical
        if member is None or member.argument is not None or not self._is_at_home(statement, member):
            member = Member(statement.title, is_reference=True, section=argument.section)
            statement.members.append(member)
        member.role, member.argument, member.is_top_level = role, argument, False
        argument.structure.append(member)
        return member

    def _is_at_home(self, statement: Statement, member: Member) -> bool:
        """Whether a statement is worded in a row: where it can only be mentioned once, or must not stand alone."""
        return not statement.is_titled or member.role is Role.IN_RELATION or statement.title in self._opposite_titles

    def _say_rows(
        self,
        row: Member,
        inference: Inference,
        drawn: list[Statement],
        usual: list[Statement],
        above: Mapping[Statement, int],
    ) -> None:
        """See to it that a conclusion is drawn from the right rows."""

        def is_right() -> bool:
            uses = used_rows(row)
            numbers = [item for item in uses if is_row(item, inference.index)] if isinstance(uses, list) else []
            found = [self.debate.statements[inference.argument.structure[item - 1].title] for item in numbers]
            return (found or usual) == drawn

        if is_right():
            return
        data = self.debate.statements[row.title].data
        said = {key: data[key] for key in _ROWS if key in data} if isinstance(data, dict) else {}
        if said and row.data is None:
            row.data = said
            if is_right():
                return
            row.data = None
        inference.data = {**(inference.data or {}), "uses": [above[statement] for statement in drawn]}
