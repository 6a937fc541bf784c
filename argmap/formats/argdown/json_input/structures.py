"""The premise-conclusion structures of Argdown's JSON."""

from collections.abc import Callable
from typing import NamedTuple

from argmap.formats.argdown.debate.model import Argument, Inference, Member, Role
from argmap.formats.argdown.json_input.places import place_of
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object, Values

Inferences = dict[tuple[str, int], Inference]
"""Inferences by the argument and the number of the conclusion, as relations name them."""


class Structures(NamedTuple):
    """Reads structures.

    Attributes:
        row: Finds the member of a statement that a row is, by the title of the argument and the fields of the row.
        inferences: What is read goes in here.
    """

    values: Values
    row: Callable[[str, Object, Path], Member]
    inferences: Inferences

    def read(self, argument: Argument, fields: Object, path: Path) -> bool:
        """Give an argument the structure in its fields. Return False if that lacks a conclusion and is left out."""
        rows = list(self.values.objects(fields, "pcs", path))
        if not rows:
            return True
        last, last_path = rows[-1]
        if len(rows) == 1 or last.get("role") == Role.PREMISE.value:
            message = f"the structure of `{argument.title}` does not end with a conclusion"
            self.values.wrong(last_path, message, "structure-without-conclusion")
            return False
        for index, (inner, inner_path) in enumerate(rows):
            member = self.row(argument.title, inner, inner_path)
            member.argument = argument
            member.role = self._role(index, len(rows), inner, inner_path)
            if member.role is not Role.PREMISE:
                member.inference = self._inference(argument, index, inner, inner_path)
            argument.structure.append(member)
        return True

    def _role(self, index: int, count: int, fields: Object, path: Path) -> Role:
        if index == count - 1:
            return Role.CONCLUSION
        stated = fields.get("role")
        if stated not in (Role.STEP.value, Role.CONCLUSION.value) and (stated or "inference" not in fields):
            return Role.PREMISE
        if index:
            return Role.STEP
        self.values.wrong(path, "the first row of a structure is a premise")
        return Role.PREMISE

    def _inference(self, argument: Argument, index: int, fields: Object, path: Path) -> Inference:
        values, stated = self.values, self.values.table(fields, "inference", path)
        inner = (*path, "inference")
        rules = tuple(values.texts(stated, "inferenceRules", inner))
        made = Inference(argument, index, rules, values.data(stated, inner), place=place_of(stated))
        self.inferences[argument.title, index] = made
        # The steps of an argument that was taken apart (`explodeArguments`) still go by their old names.
        number = values.number(stated, "conclusionIndex", inner)
        named = values.text(stated, "argumentTitle", inner) or argument.title
        self.inferences.setdefault((named, index if number is None else number), made)
        return made
