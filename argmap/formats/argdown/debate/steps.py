"""Arguments with several steps, each step made an argument of its own (the setting `model.explodeArguments`)."""

from dataclasses import replace
from typing import Any

from argmap.formats.argdown.debate.model import Argument, Debate, Member, Role

_ROWS = ("uses", "from")


def used_rows(conclusion: Member) -> list[Any] | None:
    """The rows that a conclusion is drawn from, as the data of its inference or its own give them, from 1; or None."""
    said = rows_in(conclusion.inference.data) if conclusion.inference else None
    return rows_in(conclusion.data) if said is None else said


def rows_in(data: Any) -> list[Any] | None:
    """The rows that data give: a list under `uses`, or under the older `from`."""
    lists = (data.get(key) for key in _ROWS) if isinstance(data, dict) else ()
    return next((item for item in lists if isinstance(item, list)), None)


def explode(debate: Debate) -> None:
    """Replace each argument of several steps by one for each step; the last one takes over its relations."""
    gone: set[int] = set()
    added: list[Member] = []
    for argument in list(debate.arguments.values()):
        rows = argument.structure
        steps = [_step(rows, index) for index, row in enumerate(rows) if row.role is not Role.PREMISE]
        used = {id(row) for step in steps for row in step}
        gone |= used
        if len(steps) == 1:
            added += {id(row): row for row in steps[0]}.values()
        elif steps:
            parts = [_part(debate, argument, number, step) for number, step in enumerate(steps, 1)]
            for row in rows:
                if id(row) not in used:  # a row from which nothing is drawn is part of no argument any more
                    row.role, row.argument = None, None
            added += [row for part in parts for row in part.structure]
            del debate.arguments[argument.title]
            debate.arguments.update((part.title, part) for part in parts)
            _take_over(parts[-1], argument)
    # The rows come behind all other members of their statements, as in Argdown's own tools.
    for statement in debate.statements.values():
        statement.members = [item for item in statement.members if id(item) not in gone]
    for row in added:
        debate.statements[row.title].members.append(row)


def _step(rows: list[Member], index: int) -> list[Member]:
    """A conclusion, behind the rows that it is drawn from."""
    uses = used_rows(rows[index])
    if uses is not None:
        return [*(rows[row - 1] for row in uses if is_row(row, len(rows))), rows[index]]
    first = index - 1
    while first > 0 and rows[first].role is Role.PREMISE:
        first -= 1
    return rows[max(first, 0) : index + 1]


def _part(debate: Debate, argument: Argument, number: int, step: list[Member]) -> Argument:
    title = f"{argument.title} - {number}"
    while title in debate.arguments:
        title += "'"
    part = replace(argument, title=title, structure=[], relations=[])
    part.structure = [replace(row, role=Role.PREMISE, argument=part, inference=None) for row in step]
    old, last = step[-1], part.structure[-1]
    last.role, last.inference, last.data = Role.CONCLUSION, old.inference, _without_rows(old.data)
    if old.inference:
        old.inference.argument, old.inference.index = part, len(step) - 1
        old.inference.data = _without_rows(old.inference.data)
    return part


def _without_rows(data: Any) -> Any:
    """Leave out what speaks of rows: a part has just those that its conclusion is drawn from."""
    return {key: value for key, value in data.items() if key not in _ROWS} if isinstance(data, dict) else data


def is_row(value: object, rows: int) -> bool:
    """Whether a value is the number of a row, from 1."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= rows


def _take_over(part: Argument, argument: Argument) -> None:
    part.relations = argument.relations
    for relation in part.relations:
        if relation.source is argument:
            relation.source = part
        if relation.target is argument:
            relation.target = part
