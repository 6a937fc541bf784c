"""Laws of writing Argdown: texts, titles and whole debates are read back as they were."""

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    End,
    Inference,
    Member,
    Relation,
    RelationType,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.text.syntax import Place
from argmap.formats.argdown.to_map.entries import in_order
from argmap.formats.argdown.writing.escape import can_be_title, escaped, escaped_rule, in_one_line
from argmap.formats.argdown.writing.writing import write_debate
from tests.argdown_texts import debate_in

PIECES = [
    *"aZ1é😀 \\@#*_[],.:;</>(){}!?'\"|=+-~",
    "==",
    "//",
    "--",
    "**",
    "]:",
    ">:",
    "(1)",
    "1. ",
    ".v.",
    ":up:",
    "<!--",
]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join).map(in_one_line).filter(bool)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=4,
)
DATA = st.none() | st.dictionaries(st.sampled_from("abc") | WORDS, VALUES, min_size=1, max_size=3)


@given(WORDS)
def test_a_text_comes_back_from_wherever_it_stands(text):
    words = escaped(text)
    source = f"{words}\n  - [T]: {words} {{x: 1}}\n    + <A>: {words}\n\n# {words}\n\n(1) {words}\n-----\n(2) {words}\n"
    debate, found = debate_in(source)
    members = [item.members[0] for item in (*debate.statements.values(), *debate.arguments.values()) if item.members]
    assert (found, [member.plain for member in members]) == ([], [text] * 5)
    assert debate.sections[0].title == text


@given(st.text(max_size=20))
def test_any_text_comes_back_in_one_line(text):
    debate, found = debate_in(f"[T]: a {escaped(text)}\n")
    assert (found, debate.statements["T"].members[0].plain) == ([], in_one_line(f"a {in_one_line(text)}"))


@given(WORDS, WORDS)
def test_rules_come_back(one, two):
    debate, found = debate_in(f"(1) a\n--\n{escaped_rule(one)}, {escaped_rule(two)}\n--\n(2) b\n")
    assert (found, next(iter(debate.arguments.values())).structure[1].inference.rules) == ([], (one, two))


@st.composite
def debates(draw) -> Debate:
    """Debates with sections, statements and arguments all in some order, structures and relations of all kinds."""
    debate = Debate(settings=draw(st.just({}) | st.dictionaries(WORDS, VALUES, max_size=2)))
    sections: list[Section | None] = [None]
    for number in range(draw(st.integers(0, 3))):
        parent = draw(st.sampled_from(sections))
        level = parent.level + 1 if parent else 1
        section = Section(f"s{number}", f"{draw(WORDS)} {number}", level, parent, data=draw(DATA))
        (parent.children if parent else debate.sections).append(section)
        sections.append(section)
    items = [_item(draw, debate, number, sections) for number in range(draw(st.integers(1, 6)))]
    statements = [item for item in items if isinstance(item, Statement)]
    if statements:
        for item in [item for item in items if isinstance(item, Argument)]:
            if draw(st.booleans()):
                _structure(draw, item, debate)
        for number in range(draw(st.integers(0, 2))):
            bare = debate.arguments[f"Untitled {number}"] = Argument(f"Untitled {number}", is_titled=False)
            _structure(draw, bare, debate)
    for _ in range(draw(st.integers(0, 8))):
        _relation(draw, debate, items)
    return debate


def _item(draw, debate: Debate, number: int, sections: list[Section | None]) -> Statement | Argument:
    title, section, is_argument = f"{draw(WORDS)} {number}", draw(st.sampled_from(sections)), draw(st.booleans())
    assume(can_be_title(title, is_argument) and not title.startswith("Untitled "))
    place = Place(number, number)
    words = draw(WORDS)
    members = [Member(title, text=words, plain=words, data=draw(DATA), section=section, place=place)]
    if is_argument:
        item = debate.arguments[title] = Argument(title, members=members, section=section)
        return item
    found = debate.statements[title] = Statement(title, members=members, section=section)
    return found


def _structure(draw, argument: Argument, debate: Debate) -> None:
    titles = list(debate.statements)
    for _ in range(draw(st.integers(1, 2))):
        premises = draw(st.lists(st.sampled_from(titles), min_size=0 if argument.structure else 1, max_size=2))
        for title in premises:
            _row(argument, Member(title, Role.PREMISE, is_reference=True), debate)
        rules = tuple(draw(st.lists(WORDS, max_size=2)))
        inference = Inference(argument, len(argument.structure), rules, draw(DATA))
        step = Member(draw(st.sampled_from(titles)), Role.STEP, is_reference=True, inference=inference)
        _row(argument, step, debate)
    argument.structure[-1].role = Role.CONCLUSION


def _row(argument: Argument, row: Member, debate: Debate) -> None:
    row.argument, row.section = argument, argument.section
    argument.structure.append(row)
    debate.statements[row.title].members.append(row)


def _relation(draw, debate: Debate, items: list[Statement | Argument]) -> None:
    """Add a relation of a kind that is not read as another one between other ends."""
    inferences = [row.inference for item in debate.arguments.values() for row in item.structure if row.inference]
    source, target = draw(st.sampled_from(items)), draw(st.sampled_from([*items, *inferences]))
    if source is target or (isinstance(source, Argument) and source.structure):
        return
    kinds = [RelationType.SUPPORT, RelationType.ATTACK, RelationType.UNDERCUT]
    if isinstance(target, Inference):
        kinds = [RelationType.UNDERCUT]
    elif isinstance(target, Argument) and target.structure:
        kinds = [RelationType.SUPPORT]
    elif isinstance(source, Statement) and isinstance(target, Statement):
        kinds.append(RelationType.CONTRADICTORY)
    relation = Relation(draw(st.sampled_from(kinds)), source, target)
    others = {(item.type, *sorted((id(item.source), id(item.target)))) for item in debate.relations}
    if (relation.type, *sorted((id(source), id(target)))) not in others:
        debate.relations.append(relation)


def told(debate: Debate) -> dict[str, Any]:
    """What a debate says, without places and numbers."""
    return {
        "settings": dict(debate.settings),
        "sections": [_told_section(item) for item in debate.sections],
        "items": [_told_item(item) for item in in_order(debate) if item.members],
        "relations": sorted((item.type, _name(item.source), _name(item.target)) for item in debate.relations),
        "structures": sorted(map(repr, filter(None, map(_told_structure, debate.arguments.values())))),
    }


def _told_section(section: Section) -> tuple[Any, ...]:
    return section.title, section.level, section.data, [_told_section(item) for item in section.children]


def _told_item(item: Statement | Argument) -> tuple[Any, ...]:
    member = item.canonical
    return _name(item), member and member.plain, member and member.data, item.section and item.section.title


def _told_structure(argument: Argument) -> tuple[Any, ...] | None:
    rows = [
        (row.title, row.role, row.inference and (row.inference.rules, row.inference.data)) for row in argument.structure
    ]
    return (argument.title if argument.is_titled else None, rows) if rows else None


def _name(end: End) -> str:
    if isinstance(end, Inference):
        owner = end.argument
        rows = "" if owner.is_titled else [row.title for row in owner.structure]
        return f"{_name(owner) if owner.is_titled else ''}/{end.index}{rows}"
    return f"<{end.title}>" if isinstance(end, Argument) else end.title


@given(debates())
def test_debates_come_back(debate):
    again, found = debate_in(write_debate(debate))
    assert found == []
    assert told(again) == told(debate)
