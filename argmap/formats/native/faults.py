"""What pydantic finds wrong with a document, said in the words of its writer and with its place."""

import re
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel

from argmap.core.diagnostics import Diagnostic, Edit, Fix, finding
from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile, Span
from argmap.formats.native import document as forms
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

Path: TypeAlias = tuple[str | int, ...]

ID_SECTIONS = ("sources", "speakers", "questions", "claims", "groups")

_FORMS: dict[str, type[BaseModel]] = {
    "sources": forms.SourceForm,
    "speakers": forms.SpeakerForm,
    "questions": forms.QuestionForm,
    "claims": forms.ClaimForm,
    "relations": forms.RelationForm,
    "groups": forms.GroupForm,
    "cites": forms.CitationForm,
    "supports": forms.TargetForm,
    "attacks": forms.TargetForm,
    "conflicts": forms.ConflictForm,
    "display": forms.DisplayForm,
    "relation_colours": forms.RelationColoursForm,
}

_SYNONYMS = {
    "support": "supports",
    "attack": "attacks",
    "opposes": "attacks",
    "undercuts": "attacks",
    "contradicts": "conflicts",
    "speaker": "by",
    "author": "by",
    "holder": "by",
    "cite": "cites",
    "citation": "cites",
    "source": "cites",
    "question": "answers",
    "answer": "answers",
    "label": "title",
    "statement": "text",
    "url": "link",
    "href": "link",
    "from": "premises",
    "premise": "premises",
    "type": "kind",
    "version": "argmap",
    "assumption": "assumed",
    "score": "weight",
    "base-score": "score",
    "base_score": "score",
    "name": "title",
    "color": "colour",
    "tag_colors": "tag_colours",
    "relation_colors": "relation_colours",
    "restatement": "restatements",
    "collapsed": "closed",
}


_OF_RELATIONS = frozenset(field.alias or name for name, field in forms.TargetForm.model_fields.items())
"""Fields of a relation in a claim; where they are out of place, the nearest other field is not what was meant."""


class Problem(NamedTuple):
    """One error of pydantic's: its kind, the path to the value, the value, and what else is known."""

    kind: str
    path: Path
    value: Any
    context: dict[str, Any]


def walk(tree: Table, path: Path) -> tuple[Scalar | None, Node]:
    """The node at the end of a path, with its key, or the last one on the way that exists."""
    key: Scalar | None = None
    node: Node = tree
    for step in path:
        if isinstance(node, Table) and isinstance(step, int):
            continue  # one value stands for a list of one
        if isinstance(node, Table):
            pair = next((pair for pair in node.pairs if pair[0].value == step), None)
            if pair is None:
                break
            key, node = pair
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return key, node


_LOST_COLOUR = re.compile(r"[ \t]*#\w")
"""What follows an empty value if there is a colour without quotes: YAML takes it for a comment."""


def described(source: SourceFile, tree: Table, problem: Problem) -> Diagnostic | None:
    """Return the finding for one error, or None for a colour that is only not given."""
    key, node = walk(tree, problem.path)
    place = _span(source, node)
    if problem.kind == "extra_forbidden":
        return _unknown_field(source, key, node, problem)
    if problem.kind == "missing":
        return _missing_field(source, tree, problem)
    if problem.kind == "citation_place":
        return finding(
            "wrong-type",
            f"`{problem.context['place']}` is not a place in a source",
            place,
            help="write a paragraph as `study#p3`, a section as `study#s2`, both as `study#s2.p3`",
        )
    if problem.kind == "colour" and problem.value is None and not _LOST_COLOUR.match(source.text, place.end):
        return None
    field = next((str(step) for step in reversed(problem.path) if isinstance(step, str)), "the file")
    return finding("wrong-type", f"`{field}` {_expected(problem)}", place, help=_alternative(problem))


def _span(source: SourceFile, node: Node) -> Span:
    """The node's place; of a long list or mapping only its first line."""
    end = source.text.find("\n", node.start, node.end)
    return Span(source, node.start, end if end >= 0 and not isinstance(node, Scalar) else node.end)


def _form_of(path: Path) -> type[BaseModel]:
    """The model of the mapping that the last step of a path is a field of."""
    names = [step for step in path[:-1] if isinstance(step, str)]
    if not names:
        return forms.Document
    if names[0] == "display":
        return _FORMS[names[-1]]
    if len(names) <= (1 if names[0] == "relations" else 2):
        return _FORMS.get(names[0], forms.Document)
    return _FORMS.get(names[-1], forms.Document)


def _unknown_field(source: SourceFile, key: Scalar | None, node: Node, problem: Problem) -> Diagnostic:
    word = str(problem.path[-1])
    known = [field.alias or name for name, field in _form_of(problem.path).model_fields.items()]
    meant = _meant_field(word, known)
    at = key or node
    place = Span(source, at.start, at.end)
    fix = None
    if meant and place.text == word:
        fix = Fix(f"Rename the field to `{meant}`", (Edit(place, meant),), safe=False)
    if meant:
        hint = f"did you mean `{meant}`?"
    elif word in _OF_RELATIONS and _form_of(problem.path) is forms.ClaimForm:
        hint = f"`{word}` is a field of a relation, in its long form: `supports: {{to: ..., {word}: ...}}`"
    elif " " in word and isinstance(node, Scalar) and node.is_null:
        hint = "inside `{ }`, a text with a comma needs quotes"
    else:
        hint = f"the fields are {', '.join(f'`{name}`' for name in known)}"
    where = "at the top of the file" if len(problem.path) == 1 else "here"
    return finding("unknown-field", f"there is no field `{word}` {where}", place, help=hint, fix=fix)


def _meant_field(word: str, known: list[str]) -> str | None:
    """The field that a word stands for, or is a slip for; none for one that has its place in a relation."""
    synonym = _SYNONYMS.get(word.casefold())
    if synonym in known:
        return synonym
    if word in _OF_RELATIONS:
        return None
    letters = sorted(word.casefold())
    return next((name for name in known if sorted(name) == letters), None) or did_you_mean(word, known)


def _missing_field(source: SourceFile, tree: Table, problem: Problem) -> Diagnostic:
    key, node = walk(tree, problem.path[:-1])
    is_entry = len(problem.path) == 3 and problem.path[0] in ID_SECTIONS
    place = Span(source, key.start, key.end) if is_entry and key else _span(source, node)
    owner = f" of `{problem.path[1]}`" if is_entry else ""
    return finding("missing-field", f"the field `{problem.path[-1]}`{owner} is missing", place)


_EXPECTED = {
    "string_type": "must be a text",
    "list_type": "must be a list",
    "dict_type": "must be a mapping",
    "colour": "must be a colour",
    "model_type": "must be a text or a mapping with fields",
    "model_attributes_type": "must be a text or a mapping with fields",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "finite_number": "must be a number",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing_size": "must be a smaller number",
    "greater_than_equal": "must be 1 or more",
    "too_short": "needs at least one claim",
    "string_too_short": "must not be empty",
}


def _expected(problem: Problem) -> str:
    if problem.kind in ("enum", "literal_error"):
        given = f", not `{problem.value}`" if isinstance(problem.value, str) else ""
        choices = str(problem.context["expected"]).replace("'", "`")
        return f"must be {choices}{given}"
    if problem.kind == "dict_type" and problem.path[-1] in ID_SECTIONS:
        return "must be a mapping of ids"
    if problem.path[0] == "display" and problem.kind in ("model_type", "model_attributes_type"):
        return "must be a mapping with fields"
    return _EXPECTED.get(problem.kind, "has a value of the wrong kind")


def _alternative(problem: Problem) -> str | None:
    if problem.kind == "colour":
        return 'write it as `#` and six digits from 0 to f, in quotes: `"#1f77b4"`'
    if problem.kind in ("enum", "literal_error") and isinstance(problem.value, str):
        choices = [word for word in str(problem.context["expected"]).split("'") if word.isalpha()]
        meant = did_you_mean(problem.value, [word for word in choices if word != "or"])
        return f"did you mean `{meant}`?" if meant else None
    return None
