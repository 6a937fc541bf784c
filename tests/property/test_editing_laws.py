"""Laws of editing YAML: an edited file says what the operation defines, and what it did not touch is as it was."""

import re
from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.core.diagnostics import apply_edits
from argmap.core.model import Claim, Group, Question, Relation, RelationKind, Source, Speaker
from argmap.editing import EDITORS, RefusedError
from argmap.editing.operations import (
    Add,
    Extract,
    Items,
    Link,
    Merge,
    Move,
    Remove,
    Rename,
    SetFields,
    Split,
    Unlink,
)
from argmap.formats.native import read_yaml
from argmap.formats.trees.tree import Table
from argmap.formats.trees.yaml_tree import yaml_tree
from tests.layouts import layouts
from tests.maps import TEXTS, maps, rich_maps
from tests.operations import applied, same

NEW = ["new", "n.2", "x_1", "ключ", "null", "1.5", "a", "g0", "r1", "q1", "p1"]
"""Ids for what is new; some of them are taken now and then."""


def some(things):
    """One of the things, or a name that nothing has."""
    return st.sampled_from([*things, *things, *things, "nobody"])


def several(things, least=1):
    return st.lists(some(things), min_size=least, max_size=3, unique=True).map(tuple)


@st.composite
def renames(draw, given):
    names = [*given.claim, *given.relation, *given.question, *given.group, *given.speaker, *given.source]
    return Rename(
        draw(some(names)), draw(st.sampled_from(NEW)), draw(st.sampled_from([None, None, "speaker", "source"]))
    )


@st.composite
def links(draw, given):
    ends = Counter((it.kind, it.target) for it in given.relations)
    several_have = [it.id for it in given.relations if ends[it.kind, it.target] > 1]
    relation = draw(some([*several_have, *several_have, *given.relation]))
    like = given.relation.get(relation)
    fitting = [
        it.id for it in given.relations if like and it is not like and (it.kind, it.target) == (like.kind, like.target)
    ]
    return Link(relation, draw(several([*fitting, *fitting, *given.claim, *given.relation])))


@st.composite
def unlinks(draw, given):
    linked = [it.id for it in given.relations if len(it.premises) > 1]
    relation = draw(some([*linked, *linked, *given.relation]))
    premises = given.relation[relation].premises if relation in given.relation else ()
    return Unlink(relation, draw(st.just(()) | several([*premises[1:], *premises[1:], *premises])))


@st.composite
def merges(draw, given):
    against = {frozenset((*it.premises, it.target)) for it in given.relations if it.kind is not RelationKind.SUPPORT}
    kept = draw(some(given.claim))
    fitting = [it for it in given.claim if it != kept and frozenset((it, kept)) not in against]
    gone = draw(some([*fitting, *fitting, *given.claim]))
    return Merge(kept, gone, draw(st.sampled_from([None, kept, gone])))


@st.composite
def splits(draw, given):
    title = draw(st.none() | TEXTS)
    return Split(
        draw(some(given.claim)), draw(TEXTS), draw(TEXTS), draw(st.sampled_from(NEW)), title, draw(st.booleans())
    )


@st.composite
def moves(draw, given):
    return Move(draw(several([*given.claim, *given.question, *given.group])), draw(st.none() | some(given.group)))


@st.composite
def removals(draw, given):
    names = [*given.claim, *given.relation, *given.question, *given.group, *given.speaker, *given.source]
    return Remove(draw(several(names)), draw(st.booleans()))


@st.composite
def extracts(draw, given):
    return Extract(draw(several([*given.claim, *given.claim, *given.question, *given.group])))


@st.composite
def additions(draw, given):
    name, text = draw(st.sampled_from(NEW)), draw(TEXTS)
    cites = ()
    by = tuple(draw(st.lists(st.sampled_from([*given.speaker]), max_size=2, unique=True))) if given.speakers else ()
    what = draw(st.sampled_from(["claim", "claim", "relation", "relation", "question", "group", "speaker", "source"]))
    if what == "relation":
        assume(given.claims)
        return Add(draw(_relation(given, tuple(draw(several_of(given.claim))))))
    if what == "speaker":
        return Add(Speaker(name, text))
    if what == "source":
        return Add(Source(name, text))
    if what == "group":
        return Add(
            Group(
                name,
                text,
                tuple(draw(st.lists(st.sampled_from([*given.claim]), max_size=2, unique=True))) if given.claims else (),
            )
        )
    things = given.claim if what == "claim" else given.question
    after = draw(st.none() | some(things))
    group = draw(st.none() | some(given.group))
    if what == "question":
        return Add(Question(name, text), group=group, after=after)
    relations = tuple(draw(_relation(given, (name,))) for _ in range(draw(st.integers(0, 2)))) if given.claims else ()
    return Add(Claim(name, text, draw(st.none() | TEXTS), by=by, cites=cites), relations, group, after)


def several_of(things):
    return st.lists(st.sampled_from([*things]), min_size=1, max_size=2, unique=True)


@st.composite
def _relation(draw, given, premises):
    kind = draw(st.sampled_from(RelationKind))
    premises = premises[:1] if kind is RelationKind.CONFLICT else premises
    targets = [*given.claim, *given.relation] if kind is RelationKind.ATTACK else [*given.claim]
    target, named = draw(st.sampled_from(targets)), draw(st.booleans())
    name = draw(st.sampled_from(NEW)) if named else f"{' + '.join(premises)} -> {target}"
    return Relation(name, kind, premises, target, named, note=draw(st.none() | TEXTS))


@st.composite
def settings_of_fields(draw, given):
    pools = {
        "claim": {
            "text": TEXTS, "title": st.none() | TEXTS, "note": st.none() | TEXTS, "link": st.none() | TEXTS,
            "score": st.sampled_from([None, "0.5", "1.0"]), "implicit": st.sampled_from(["true", "false"]),
            "assumed": st.sampled_from(["true", "false", None]), "tags": _lists(TEXTS),
            "by": _lists(some(given.speaker)), "answers": _lists(some(given.question)), "restatements": _lists(TEXTS),
        },
        "relation": {
            "scheme": st.none() | st.just("analogy"), "note": st.none() | TEXTS,
            "weight": st.sampled_from([None, "0.5"]), "tags": _lists(TEXTS),
            "by": _lists(some(given.speaker)), "kind": st.sampled_from(["support", "attack"]),
            "target": some(given.claim),
        },
        "question": {"text": TEXTS, "title": st.none() | TEXTS, "note": st.none() | TEXTS, "tags": _lists(TEXTS)},
        "group": {"note": st.none() | TEXTS, "title": TEXTS, "tags": _lists(TEXTS), "members": TEXTS},
        "speaker": {"name": TEXTS, "role": st.none() | TEXTS, "text": TEXTS},
        "source": {"title": TEXTS, "author": st.none() | TEXTS, "paragraphs": st.sampled_from(["3", None])},
    }  # fmt: skip
    kind = draw(st.sampled_from([*pools, "claim", "relation"]))
    pool = pools[kind]
    fields = draw(st.lists(st.sampled_from([*pool]), min_size=1, max_size=2, unique=True))
    return SetFields(draw(some(getattr(given, kind))), {field: draw(pool[field]) for field in fields})


def _lists(items):
    one = st.lists(items, max_size=2, unique=True).map(tuple)
    return st.none() | items | one | st.builds(Items, one, one)


OPERATIONS = {
    "rename": renames,
    "link": links,
    "unlink": unlinks,
    "merge": merges,
    "split": splits,
    "move": moves,
    "remove": removals,
    "extract": extracts,
    "add": additions,
    "set": settings_of_fields,
}


@pytest.mark.parametrize("name", OPERATIONS)
@settings(max_examples=50)
@given(data=st.data())
def test_an_edited_file_says_what_the_operation_defines(name, data):
    source = data.draw(layouts(data.draw(maps() | rich_maps())))
    obeys_the_laws(source, data.draw(OPERATIONS[name](read_yaml(source).map)))


def obeys_the_laws(source, operation):
    """Carry an operation out, compare with the oracle, and look at all that should be as it was."""
    before = read_yaml(source).map
    wanted = applied(operation, before)
    try:
        edits = EDITORS["yaml"].edit(before, operation).edits
    except RefusedError as refused:
        assert wanted is None, refused.message
        return
    assert wanted is not None, "this should have been refused"
    edited = apply_edits(source, edits)  # fails if they overlap
    after = read_yaml(edited)
    assert after.diagnostics == ()
    assert same(after.map, wanted)
    named = [operation.id] if isinstance(operation, SetFields) else []
    untouched_lines_stay(source, edits, before, after.map, named)
    line_ends_stay(source.text, edited.text)
    if isinstance(operation, Rename | Split | Add):
        assert comments(edited.text) == comments(source.text)


def comments(text):
    return Counter(re.findall(r"# note \d+", text))


def line_ends_stay(before, after):
    if "\r\n" in before:
        assert not re.search(r"(?<!\r)\n", after)
    else:
        assert "\r\n" not in after
    if before.count("\n") > 1 and not before.endswith("\n"):
        assert not after.endswith("\n")


def untouched_lines_stay(source, edits, before, after, named):
    """Every line that has to do with nothing that changed is as it was; lines without a word aside."""
    free = lines_of_changes(source, before, after, named)
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        first = source.position(start)[0]
        last = source.position(max(start, end - 1) if end > start else start)[0]
        if start == end and source.position(start)[1] == 1 and edit.text.endswith("\n"):
            continue  # new lines between others
        if start == end and start == len(source.text) and edit.text[:1] in "\r\n":
            continue
        for line in range(first, last + 1):
            text = source.line_text(line).strip()
            assert line in free or not text, (line, text, edit.text)


_ENTRIES = ("claims", "questions", "groups", "speakers", "sources")


def lines_of_changes(source, before, after, named):
    """The lines of what is another thing in the new map, or is named, with the comments directly above."""
    text = source.text
    if re.match(r"(\s|#[^\n]*|---)*\{", text):
        return {*range(1, text.count("\n") + 2)}  # one mapping in brackets
    lines = set()
    sections = set()
    owners = {claim.spans["id"].start: claim for claim in before.claims}
    old, new = _relations_by_owner(before), _relations_by_owner(after)
    for claim in before.claims:
        if old.get(claim.id, []) != new.get(claim.id, []):
            lines |= _extent(source, claim)
            sections.add("claims")
    for name in _ENTRIES:
        then = {it.id: it for it in getattr(after, name)}
        now = getattr(before, name)
        for item in now:
            if then.get(item.id) != item or item.id in named:
                lines |= _extent(source, item)
                sections.add(name)
        if {it.id for it in now} != {*then}:
            sections.add(name)
    if old.get(None, []) != new.get(None, []):
        sections.add("relations")
        for item in before.relations:
            if item.spans["premises.0"].start not in owners and item not in after.relations:
                lines |= _extent(source, item)
    for name in sections:
        lines |= _section(source, before, after, name)
    return lines


def _relations_by_owner(argument_map):
    """The relations that stand in each claim, and under None those that stand apart."""
    keys = {claim.spans["id"].start: claim.id for claim in argument_map.claims}
    found = {}
    for item in argument_map.relations:
        found.setdefault(keys.get(item.spans["premises.0"].start), []).append(item)
    return found


def _extent(source, thing):
    """The lines of a thing, with the comments directly above it."""
    start, end = thing.spans["relation"][1:] if "relation" in thing.spans else _entry(source, thing.spans["id"].start)
    first, last = source.position(start)[0], source.position(end)[0]
    while last > first and not re.sub(r"#.*", "", source.line_text(last)[: end - source.line_starts[last - 1]]).strip():
        last -= 1  # what follows is no part of it
        end = len(source.text)
    apart = thing.spans.get("relation") and source.text[:start].rstrip().endswith("-")
    while apart and not source.line_text(first).lstrip().startswith("-"):
        first -= 1  # the dash has a line of its own
    column = source.position(start)[1]
    while re.match(rf" {{{column},}}#", source.line_text(min(last + 1, len(source.line_starts)))):
        last += 1  # a comment that stands deeper belongs to what is above
    while first > 1 and source.line_text(first - 1).strip().startswith("#"):
        first -= 1
    return {*range(first, last + 1)}


def _entry(source, start):
    """From where to where an entry goes whose key begins there."""
    tree, _ = yaml_tree(source)
    pairs = [pair for _, section in tree.pairs if isinstance(section, Table) for pair in section.pairs]
    return next((start, value.end) for key, value in pairs if key.start == start)


def _section(source, before, after, name):
    """All lines of a section that goes or stands in brackets; the line of its key if it becomes empty."""
    if name not in before.spans:
        return set()
    span = before.spans[name]
    first = last = source.position(span.start)[0]
    if source.text[span.start] in "[{&" or name not in after.spans:
        last = source.position(max(span.start, span.end - 1))[0]
    elif after.spans[name].text[:1] not in "[{":
        return set()
    while not re.match(rf"""["']?{name}["']?:""", source.line_text(first)):
        first -= 1
    while first > 1 and source.line_text(first - 1).startswith("#"):
        first -= 1
    return {*range(first, last + 1)}
