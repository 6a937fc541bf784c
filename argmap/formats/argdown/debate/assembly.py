"""Putting a document together: what has one title becomes one statement or argument, structures find their argument."""

from dataclasses import dataclass, field

from argmap.core.diagnostics import Diagnostic, Label, finding
from argmap.formats.argdown.debate.merging import Merger
from argmap.formats.argdown.debate.model import Argument, Debate, End, Inference, Member, Role, Statement
from argmap.formats.argdown.debate.relations import Relations
from argmap.formats.argdown.debate.sections import Outline
from argmap.formats.argdown.debate.steps import is_row, rows_in, used_rows
from argmap.formats.argdown.settings.settings import GroupSettings
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import (
    Block,
    Braces,
    Content,
    Element,
    Heading,
    Items,
    Line,
    Mention,
    Nested,
    Row,
    Structure,
    Symbol,
)


@dataclass(slots=True)
class _Open:
    """An element whose nested relations are being gone through."""

    element: Element
    member: Member
    end: Statement | Argument
    above: End | None
    sign: Nested | None
    next: int = 0


@dataclass(slots=True)
class Assembly:
    """A document on its way to a debate, block by block.

    Attributes:
        script: The text, for the places of findings.
        debate: What has been put together; its relations are still in `relations`.
        mentions: What is mentioned in texts and headings.
        found: What is wrong.
    """

    script: Manuscript
    outline: Outline
    debate: Debate = field(default_factory=Debate)
    relations: Relations = field(default_factory=Relations)
    mentions: list[Mention] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    _merger: Merger = field(default_factory=Merger)
    _tags: dict[int, dict[str, None]] = field(default_factory=dict)
    _untitled: int = 0
    _inference: Inference | None = None

    @classmethod
    def start(cls, script: Manuscript, settings: GroupSettings) -> "Assembly":
        """Begin with nothing."""
        return cls(script, Outline(settings))

    def add(self, blocks: list[Block]) -> None:
        """Take in the blocks of a document."""
        before: Argument | None = None
        for block in blocks:
            described: Argument | None = None
            match block:
                case Heading():
                    self.outline.add(block)
                    self._words(block.content, block.content.tags)
                case Element():
                    end = self._element(block, Role.TOP_LEVEL).end
                    described = end if isinstance(end, Argument) else None
                case Items():
                    for item in block.elements:
                        self._element(item, None)
                case Structure():
                    self._structure(block, before)
            before = described
        owners: list[Statement | Argument] = [*self.debate.statements.values(), *self.debate.arguments.values()]
        for owner in owners:
            if owner.section is None and owner.members:
                owner.section = owner.members[0].section
            owner.tags = tuple(self._tags.get(id(owner), ()))

    def _words(self, content: Content | None, tags: tuple[str, ...]) -> None:
        if tags:
            self.debate.tags.update(dict.fromkeys(tags))
        if content and content.mentions:
            self.mentions.extend(content.mentions)

    # Elements and what is nested under them. An element is complete after all that is nested under it: the order in
    # which occurrences are complete decides which wording counts, as in Argdown's own tools.

    def _element(
        self, element: Element, role: Role | None, above: End | None = None, sign: Nested | None = None
    ) -> _Open:
        outermost = self._open(element, role, above, sign)
        stack = [outermost]
        while stack:
            top = stack[-1]
            if top.next < len(top.element.relations):
                nested = top.element.relations[top.next]
                top.next += 1
                stack.append(self._open(nested.element, Role.IN_RELATION, top.end, nested))
            else:
                self._close(stack.pop())
        return outermost

    def _open(self, element: Element, role: Role | None, above: End | None, sign: Nested | None) -> _Open:
        title = element.title or self._new_title()
        content = element.content
        tags = content.tags if content else ()
        if element.tags:
            tags = tuple(dict.fromkeys((*tags, *element.tags)))
        self._words(content, tags)
        member = Member(
            title,
            Role.DESCRIPTION if element.is_argument else role,
            content.text if content else None,
            content.plain if content else "",
            content.markup if content else None,
            content.ranges if content else (),
            tags,
            element.is_reference,
            role is Role.TOP_LEVEL,
            element.braces.value if element.braces else None,
            self.outline.current,
            place=element.place,
            title_place=element.title_place,
            text_place=content.place if content else None,
            node=element.braces.node if element.braces else None,
        )
        end = self._argument(title, element.title) if element.is_argument else self._statement(title, element.title)
        return _Open(element, member, end, above, sign)

    def _close(self, done: _Open) -> None:
        member, end = done.member, done.end
        end.members.append(member)
        if member.tags:
            self._tags.setdefault(id(end), {}).update(dict.fromkeys(member.tags))
        is_in_group: object = ...
        if isinstance(member.data, dict):
            end.data = self._merger.merge(end.data, member.data)
            is_in_group = member.data.get("isInGroup", ...)
        if is_in_group is True or (is_in_group is ... and not member.is_reference and end.section is None):
            end.section = member.section
        if done.above and done.sign:
            above: End = done.above
            if done.sign.symbol is Symbol.UNDERCUT_BY and isinstance(above, Statement) and self._inference:
                # Argdown's tools take any undercut of a statement as one of the last inference in the text above it.
                above = self._inference
            self.relations.add(done.sign.symbol, above, end, done.sign.place)

    def _new_title(self) -> str:
        self._untitled += 1
        return f"Untitled {self._untitled}"

    def _statement(self, title: str, typed: str | None) -> Statement:
        known = self.debate.statements.get(title)
        if known is None:
            known = self.debate.statements[title] = Statement(title, is_titled=bool(typed))
        return known

    def _argument(self, title: str, typed: str | None) -> Argument:
        known = self.debate.arguments.get(title)
        if known is None:
            known = self.debate.arguments[title] = Argument(title, is_titled=bool(typed))
        return known

    # Premise-conclusion structures.

    def _structure(self, structure: Structure, described: Argument | None) -> None:
        if described and described.structure:
            self.found.append(self._second(structure, described))
            described = None
        argument = described or self._argument(self._new_title(), None)
        argument.place = structure.place
        if self.outline.current:
            argument.section = self.outline.current
        line: Line | None = None
        conclusions: list[tuple[Member, tuple[Braces | None, Braces | None]]] = []
        for part in structure.parts:
            if isinstance(part, Line):
                line = part
                self._line(part, argument)
                continue
            member = self._row(part, argument)
            if line:
                member.role, member.inference = Role.STEP, self._inference
                conclusions.append((member, (line.braces, part.element.braces)))
            line = None
        if argument.structure and argument.structure[-1].inference:
            argument.structure[-1].role = Role.CONCLUSION
        for member, braces in conclusions:
            self._check_rows(member, braces, len(argument.structure))

    def _row(self, row: Row, argument: Argument) -> Member:
        member = self._element(row.element, None).member
        member.role, member.argument = Role.PREMISE, argument
        argument.structure.append(member)
        return member

    def _line(self, line: Line, argument: Argument) -> None:
        data, node = (line.braces.value, line.braces.node) if line.braces else (None, None)
        index = len(argument.structure)
        self._inference = Inference(argument, index, line.rules, data, place=line.place, node=node)
        for nested in line.relations:
            self._element(nested.element, Role.IN_RELATION, self._inference, nested)

    def _check_rows(self, conclusion: Member, braces: tuple[Braces | None, Braces | None], rows: int) -> None:
        wrong = [item for item in used_rows(conclusion) or () if not is_row(item, rows)]
        place = next((item.place for item in braces if item and rows_in(item.value) is not None), None)
        if wrong and place:
            message = f"there is no row `{wrong[0]}` that the conclusion could be drawn from"
            advice = f"the rows of this structure are numbered from 1 to {rows}"
            self.found.append(finding("invalid-data", message, self.script.span(place), help=advice))

    def _second(self, structure: Structure, argument: Argument) -> Diagnostic:
        first = [Label(self.script.span(argument.place), "this is the first")] if argument.place else []
        return finding(
            "second-structure",
            f"the argument `<{argument.title}>` has a premise-conclusion structure already",
            self.script.span(structure.place),
            secondary=first,
            help="give the second one an argument of its own: a line `<Title>` above it",
        )
