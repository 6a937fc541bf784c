"""Premise-conclusion structures as relations: premises to the argument, and the argument to the conclusion."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.core.model import Relation, RelationKind, Spans
from argmap.core.schemes import SCHEMES, scheme_named
from argmap.formats.argdown.debate.model import Argument, Debate, Inference, Member, Role, Section
from argmap.formats.argdown.debate.steps import is_row, used_rows
from argmap.formats.argdown.to_map.carried import from_file
from argmap.formats.argdown.to_map.drafts import Draft
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.argdown.to_map.spans import Either
from argmap.formats.argdown.to_map.steps_in_order import Step, placed

SpansOf = Callable[[Inference, list[Member]], Spans]


def rule_name(scheme: str) -> str:
    """The rule of inference by which a scheme is called: `Expert opinion` for `expert-opinion`."""
    return scheme.replace("-", " ").capitalize()


def scheme_of(rules: tuple[str, ...]) -> tuple[str | None, dict[str, Any]]:
    """The scheme that rules of inference name, and what must be carried along to have the same rules again."""
    scheme = scheme_named(rules[0]) if len(rules) == 1 else None
    if scheme is None:
        return None, {"rules": list(rules)} if rules else {}
    return scheme, {} if rules[0] == rule_name(scheme) else {"rules": list(rules)}


def rules_for(scheme: str | None, given: object) -> tuple[str, ...] | None:
    """The rules of inference that a scheme was named by, or is to be named by; None if no rule can name it.

    Args:
        scheme: The scheme.
        given: The rules that were carried along, if any were.
    """
    rules = tuple(given) if isinstance(given, list) and all(isinstance(item, str) for item in given) else ()
    if rules and scheme_of(rules)[0] == scheme:
        return rules
    if scheme is None:
        return ()
    return (rule_name(scheme),) if scheme in SCHEMES else None


@dataclass(frozen=True, slots=True, eq=False)
class Structures:
    """Makes the relations of structures.

    Attributes:
        debate: The debate.
        ids: Ids of claims.
        groups: Ids of groups.
        fields_of: What the braces of an inference say in fields of relations, or None if they hold only data.
        spans_of: Places of a step, by its inference and its rows, the conclusion last.
        names: Ids of their own that relations have, by the inference.
        tells_sections: Whether it is carried along in which section a structure without an argument stands.
        of_inference: What an undercut of an inference leads to, as far as relations have been made.
    """

    debate: Debate
    ids: Mapping[Entry, str]
    groups: Mapping[Section, str]
    fields_of: Callable[[Inference], Relation | None]
    spans_of: SpansOf
    names: Mapping[Inference, str] = field(default_factory=dict)
    tells_sections: bool = True
    of_inference: dict[Inference, Draft] = field(default_factory=dict)

    def drafts(self, argument: Argument) -> list[Draft]:
        """The relations of the structure of an argument."""
        steps = list(self._steps(argument))
        if not steps:
            return []
        node = self.ids.get(argument)
        if node is None:
            self._mark_bare(argument, steps)
            return [draft for draft, _ in steps]
        last, conclusion = steps[-1][0], argument.structure[-1]
        inference = conclusion.inference or Inference(argument, len(argument.structure) - 1)
        spans = self.spans_of(inference, [conclusion])
        main = Draft(last.kind, (node,), last.target, last.place, argument=node, spans=spans)
        last.target = node
        self._mark([draft for draft, _ in steps], [rows for _, rows in steps])
        self.of_inference[inference] = main
        return [*(draft for draft, _ in steps), main]

    def premises(self, argument: Argument, index: int) -> list[Member]:
        """The rows that the conclusion in a row is drawn from."""
        structure = argument.structure
        uses = used_rows(structure[index])
        chosen = [structure[row - 1] for row in uses if is_row(row, index)] if isinstance(uses, list) else []
        if chosen:
            return chosen
        first = index - 1
        while first > 0 and structure[first].role is Role.PREMISE:
            first -= 1
        return structure[max(first, 0) : index]

    def id_of(self, row: Member) -> str:
        """The id of the claim in a row."""
        return self.ids[self.debate.statements[row.title]]

    def _steps(self, argument: Argument) -> Iterator[tuple[Draft, tuple[str, ...]]]:
        """A relation for each conclusion, with the rows between the conclusion before and this one."""
        before = -1
        for index, row in enumerate(argument.structure):
            if not index or row.role is Role.PREMISE:
                continue
            inference = row.inference or Inference(argument, index)
            premises = self.premises(argument, index)
            draft = Draft(
                RelationKind.SUPPORT,
                tuple(map(self.id_of, premises)),
                self.id_of(row),
                inference.place or argument.place,
                argument=self.ids.get(argument),
                spans=self.spans_of(inference, [*premises, row]),
            )
            self.describe(draft, inference)
            self.of_inference[inference] = draft
            yield draft, tuple(map(self.id_of, argument.structure[before + 1 : index]))
            before = index

    def describe(self, draft: Draft, inference: Inference) -> None:
        """Give a relation what stands in the line of an inference."""
        draft.scheme, draft.extras = scheme_of(inference.rules)
        draft.name = self.names.get(inference)
        fields = self.fields_of(inference)
        if fields is None:
            draft.data = from_file(inference.data)
            return
        draft.scheme = fields.scheme or draft.scheme
        draft.weight, draft.by, draft.cites = fields.weight, fields.by, fields.cites
        draft.tags, draft.note, draft.data = fields.tags, fields.note, fields.data
        draft.argument = fields.argument or draft.argument
        draft.spans = Either(draft.spans, fields.spans)

    def _mark(self, drafts: list[Draft], rows: list[tuple[str, ...]]) -> None:
        """Note what cannot be told from the premises alone."""
        steps = [Step(draft, draft.premises, str(draft.target)) for draft in drafts]
        if [(item.step.of, item.rows) for item in placed(steps, steps[-1])] == list(zip(drafts, rows, strict=True)):
            return
        for number, draft in enumerate(drafts):
            draft.extras["rows"] = list(rows[number])
            draft.after = drafts[number - 1] if number else None

    def _mark_bare(self, argument: Argument, steps: list[tuple[Draft, tuple[str, ...]]]) -> None:
        """Note what tells a structure without an argument from relations that just stand there."""
        before: Draft | None = None
        for draft, rows in steps:
            expected = (str(before.target), *rows) if before else rows
            if draft.premises != expected or (before is None and len(rows) == 1):
                draft.extras["rows"] = list(rows)
            draft.after = before
            before = draft
        section = argument.section
        conclusion = self.debate.statements[argument.structure[-1].title]
        if self.tells_sections and section is not conclusion.section:
            steps[-1][0].extras["section"] = self.groups[section] if section else None
