"""The statements and arguments of Argdown's JSON, with their members and premise-conclusion structures."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import TypeVar

from argmap.formats.argdown.debate.model import Argument, Debate, Member, Role, Statement
from argmap.formats.argdown.json_input.places import place_of
from argmap.formats.argdown.json_input.ranges import ranges_of
from argmap.formats.argdown.json_input.sections import Sections
from argmap.formats.argdown.json_input.structures import Inferences, Structures
from argmap.formats.argdown.json_input.wording import worded
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object, Values

_UNTITLED = re.compile(r"Untitled [0-9]+")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")
_ROLES = {role.value: role for role in Role}
_OF_ROWS = (Role.PREMISE, Role.STEP, Role.CONCLUSION)
_OF_STATEMENTS = (*_OF_ROWS, Role.TOP_LEVEL, Role.IN_RELATION, None)


Owner = TypeVar("Owner", Statement, Argument)


class Members:
    """Reads statements and arguments into a debate.

    Attributes:
        inferences: All inferences, as relations name them.
    """

    def __init__(self, values: Values, root: Object, sections: Sections, debate: Debate) -> None:
        self.values = values
        self.sections = sections
        self.debate = debate
        self.inferences: Inferences = {}
        self._rows: defaultdict[tuple[str, str], deque[tuple[Member, Path]]] = defaultdict(deque)
        for title, fields, path in self._titled(root, "statements"):
            self._statement(title, fields, path)
        argument_fields = list(self._titled(root, "arguments"))
        for title, fields, path in argument_fields:
            self._argument(title, fields, path)
        structures = Structures(values, self._row, self.inferences)
        broken = {
            title
            for title, fields, path in argument_fields
            if not structures.read(debate.arguments[title], fields, path)
        }
        self._give_up_rows(broken)
        debate.statements, debate.arguments = _as_written(debate.statements), _as_written(debate.arguments)

    def _titled(self, root: Object, key: str) -> Iterator[tuple[str, Object, Path]]:
        for title, fields in self.values.table(root, key, ()).items():
            path = (key, title)
            if not isinstance(fields, dict):
                self.values.wrong(path, f"what stands in `{key}` must be objects")
            elif not title:
                self.values.wrong(path, "the title is empty")
            else:
                stated = self.values.text(fields, "title", path)
                if stated is not None and stated != title:
                    self.values.wrong((*path, "title"), f"it stands under `{title}`, which counts as its title")
                yield title, fields, path

    def _statement(self, title: str, fields: Object, path: Path) -> None:
        statement = Statement(title)
        self.debate.statements[title] = statement
        for inner, inner_path in self.values.objects(fields, "members", path):
            member = self._member(title, inner, inner_path)
            statement.members.append(member)
            if member.role in _OF_ROWS:
                argument = self.values.text(inner, "argumentTitle", inner_path) or ""
                self._rows[argument, title].append((member, inner_path))
            elif member.role not in _OF_STATEMENTS:
                self.values.wrong((*inner_path, "role"), "a statement describes no argument")
                member.role = Role.TOP_LEVEL
        statement.is_titled = not _UNTITLED.fullmatch(title) or any(item.is_reference for item in statement.members)
        self._complete(statement, fields, path)

    def _argument(self, title: str, fields: Object, path: Path) -> None:
        argument = Argument(title)
        self.debate.arguments[title] = argument
        for inner, inner_path in self.values.objects(fields, "members", path):
            member = self._member(title, inner, inner_path, Role.DESCRIPTION)
            if member.role is not Role.DESCRIPTION:
                self.values.wrong((*inner_path, "role"), "a member of an argument describes it")
                member.role = Role.DESCRIPTION
            argument.members.append(member)
        argument.is_titled = not _UNTITLED.fullmatch(title) or bool(argument.members)
        argument.place = place_of(fields)
        self._complete(argument, fields, path)

    def _member(self, title: str, fields: Object, path: Path, role: Role | None = None) -> Member:
        """Read a member; `role` is the one that it has if it does not say."""
        values = self.values
        text = values.text(fields, "text", path)
        is_reference = bool(values.flag(fields, "isReference", path)) or text is None
        member = Member(title, self._role(fields, path) or role, is_reference=is_reference)
        if fields.get("tags"):
            member.tags = tuple(dict.fromkeys(values.texts(fields, "tags", path)))
        if text is not None and not is_reference:
            member.text = text
            member.ranges = ranges_of(values, fields, text, path)
            member.plain, member.markup = worded(text, member.ranges, member.tags)
        member.is_top_level = bool(values.flag(fields, "isTopLevel", path))
        member.data = values.data(fields, path)
        member.section = self.sections.by_id.get(values.text(fields, "section", path) or "")
        member.place = place_of(fields)
        return member

    def _role(self, fields: Object, path: Path) -> Role | None:
        name = self.values.text(fields, "role", path)
        if name is not None and name not in _ROLES:
            self.values.wrong((*path, "role"), f"there is no role `{name}`")
        return _ROLES.get(name or "")

    def _complete(self, owner: Statement | Argument, fields: Object, path: Path) -> None:
        """Read what members give to what they are members of. Tools that leave it out leave it to the members."""
        values, members = self.values, owner.members
        if fields.get("tags") is None:
            owner.tags = tuple(dict.fromkeys(tag for member in members for tag in member.tags))
        else:
            owner.tags = tuple(dict.fromkeys(values.texts(fields, "tags", path)))
        owner.data = values.data(fields, path)
        if "data" not in fields:
            for member in members:
                if isinstance(member.data, dict):
                    owner.data = {**(owner.data or {}), **member.data}
        if "section" not in fields:
            owner.section = members[0].section if members else None
            return
        section = values.text(fields, "section", path)
        if section is not None:
            owner.section = self.sections.by_id.get(section)
            if not owner.section:
                values.wrong((*path, "section"), f"there is no section with the id `{section}`", "unknown-group")

    def _row(self, argument: str, fields: Object, path: Path) -> Member:
        """The member of a statement that a row of a structure is; one is added if there is none."""
        title = self.values.text(fields, "title", path) or self._free_title()
        known = self._rows.get((argument, title))
        if known:
            return known.popleft()[0]
        member = self._member(title, fields, path, Role.PREMISE)
        statement = self.debate.statements.get(title)
        if not statement:
            is_titled = not _UNTITLED.fullmatch(title)
            statement = Statement(title, is_titled, tags=member.tags, data=member.data, section=member.section)
            self.debate.statements[title] = statement
        statement.members.append(member)
        return member

    def _free_title(self) -> str:
        number = len(self.debate.statements) + len(self.debate.arguments) + 1
        while f"Untitled {number}" in self.debate.statements:
            number += 1
        return f"Untitled {number}"

    def _give_up_rows(self, broken: set[str]) -> None:
        """Members that call themselves rows of a structure, and are in none, just stand there."""
        for (argument, title), rows in self._rows.items():
            for member, path in rows:
                member.role = Role.TOP_LEVEL
                if argument in broken:
                    continue
                where = f"the argument `{argument}`" if argument in self.debate.arguments else "any argument"
                self.values.wrong(path, f"`{title}` is not in the `pcs` of {where}", "unknown-reference")


def _as_written(items: dict[str, Owner]) -> dict[str, Owner]:
    """The items in the order of the text. In JavaScript, keys that are numbers come before all others."""
    if not any(_NUMBER.fullmatch(title) for title in items):
        return items
    first = {title: _first_place(item) for title, item in items.items()}
    starts = {title: start for title, start in first.items() if start is not None}
    if len(starts) < len(items):
        return items
    return {title: items[title] for title in sorted(items, key=starts.__getitem__)}


def _first_place(item: Statement | Argument) -> int | None:
    places = [member.place.start for member in item.members if member.place]
    if isinstance(item, Argument) and item.place:
        places.append(item.place.start)
    return min(places, default=None)
