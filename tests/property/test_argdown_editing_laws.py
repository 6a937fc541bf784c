"""Laws of editing Argdown: an edited text says what the operation defines, and other lines are as they were."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.core.diagnostics import apply_edits
from argmap.core.ids import slug
from argmap.core.model import Claim, ClaimKind, Group, Question, Relation, RelationKind, Source, Speaker
from argmap.core.source import SourceFile
from argmap.editing import EDITORS, RefusedError
from argmap.editing.argdown.facts import difference
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
from argmap.formats.argdown import read, write
from argmap.formats.argdown.text.lexer import tokenize
from tests.maps import maps
from tests.operations import applied

TITLES = ["Tram", "Too dear", "Many riders", "Speed", "Noise", "Home"]
WORDS = [
    "It is so.",
    "They say that it is not.",
    "A tram is quiet (1), mostly.",
    "Nobody\nrides it.",
    "Yes #pro",
    "No #con #pro",
]
NEW = ["new", "Something new", "Tram", "too-dear", "[Other words]", "a]b"]


# Texts


@st.composite
def plain_texts(draw):
    """A text as people write it: nested relations, structures, headings, comments, of any layout."""
    step = draw(st.sampled_from(["  ", "    ", "\t"]))
    worded = set()

    def element(title, *, can_be_argument=True):
        if title in worded or draw(st.integers(0, 3)) == 0:
            return f"[{title}]"
        worded.add(title)
        words = draw(st.sampled_from(WORDS))
        kind = draw(st.integers(0, 3)) if can_be_argument else 3
        if kind == 0:
            return f"<Arg {title}>: {words}"
        data = draw(st.sampled_from(["", "", " {x: 1}", " {x: [1, 2], y: a b}"]))
        return f"[{title}]: {words}{data}" if kind > 1 else f"{words.replace('It', title)}{data}"

    def nested(level, lines):
        for _ in range(draw(st.integers(0, 3 - level))):
            sign = draw(st.sampled_from(["+", "-", "+>", "->", "<-", "><"]))
            made = element(draw(st.sampled_from(TITLES)), can_be_argument=sign != "><")
            behind = draw(st.sampled_from(["", "", "  // a note"]))
            if draw(st.integers(0, 5)) == 0:
                lines.append(f"{step * level}// a remark")
            lines.append(f"{step * level}{sign} {made}{behind}".replace("\n", "\n" + step * level))
            nested(level + 1, lines)

    blocks = []
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.integers(0, 9))
        if kind == 0:
            level = draw(st.integers(1, 3))
            blocks.append(f"{'#' * level} {draw(st.sampled_from(['Money', 'People', 'Time']))}")
            continue
        lines = [
            f"// about it\n{element('Tram')}"
            if draw(st.integers(0, 4)) == 0
            else element(draw(st.sampled_from(TITLES)))
        ]
        if kind < 3:
            title = draw(st.sampled_from([*TITLES, None]))
            lines = [f"<Arg {title}>\n"] if title else []
            rows = draw(st.integers(1, 3))
            for number in range(1, rows + 1):
                lines.append(f"({number}) {element(draw(st.sampled_from(TITLES)), can_be_argument=False)}")
            lines.append(draw(st.sampled_from(["-----", "--\nExpert opinion\n--", "-- Some rule --"])))
            if draw(st.booleans()):
                lines.append(f"{step}<_ {element(draw(st.sampled_from(TITLES)))}")
            lines.append(f"({rows + 1}) {element(draw(st.sampled_from(TITLES)), can_be_argument=False)}")
        nested(1, lines)
        blocks.append("\n".join(lines))
    front = draw(st.sampled_from(["", "", "===\ntitle: A debate # so\n===\n\n"]))
    text = front + "\n\n".join(blocks) + draw(st.sampled_from(["", "\n", "\n\n// the end\n"]))
    return text.replace("\n", "\r\n") if draw(st.integers(0, 3)) == 0 else text


def own_texts():
    """Texts with fields of argmap's own."""
    simple = st.sampled_from(["It is so.", "No.", "A tram", "Why not?", "Two words"])
    return maps(6, simple).map(lambda given: write(given).text)


def read_map(text):
    found = read(SourceFile("debate.argdown", text)).map
    assert found is not None
    return found


# Operations


def some(things, *others):
    return st.sampled_from([*things, *things, *things, "nobody", *others])


def several(things):
    return st.lists(some(things), min_size=1, max_size=2, unique=True).map(tuple)


def renames(known):
    names = [*known.claim, *known.group, *known.speaker, *known.source, *known.question]
    names += [it.title for it in known.claims if it.title]
    return st.builds(Rename, some(names), st.sampled_from(NEW))


@st.composite
def additions(draw, known):
    kind = draw(st.sampled_from(["claim", "claim", "claim", "relation", "relation", "group", "other"]))
    if kind == "group":
        members = tuple(draw(st.lists(some(known.claim), max_size=2, unique=True)))
        return Add(Group("new", "New", members, draw(st.none() | some(known.group))))
    if kind == "other":
        return Add(
            draw(st.sampled_from([Speaker("new", "New", "role"), Source("new", "New"), Question("new", "New?")]))
        )
    if kind == "relation":
        assume(known.claims)
        premises = tuple(draw(st.lists(st.sampled_from([*known.claim]), min_size=1, max_size=2, unique=True)))
        return Add(draw(relations(known, premises)))
    given = tuple(draw(relations(known, ("new",))) for _ in range(draw(st.integers(0, 2)))) if known.claims else ()
    group, after = draw(st.none() | some(known.group)), draw(st.none() | some(known.claim))
    title, tags = draw(st.sampled_from([None, "New", "Another title"])), draw(st.sampled_from([(), ("pro", "a b")]))
    data = draw(st.sampled_from([{}, {"k": [1, "x"]}]))
    shape = draw(st.sampled_from(ClaimKind))
    return Add(Claim("new", "Something (1) [new]: - #1 * 2.", title, shape, tags=tags, data=data), given, group, after)


@st.composite
def relations(draw, known, premises):
    kind = draw(st.sampled_from(RelationKind))
    premises = premises[:1] if kind is RelationKind.CONFLICT else premises
    target = draw(st.sampled_from([*known.claim, *(known.relation if kind is RelationKind.ATTACK else ())]))
    scheme = draw(st.sampled_from([None, None, "expert-opinion"]))
    return Relation("?", kind, premises, target, scheme=None if kind is RelationKind.CONFLICT else scheme)


@st.composite
def changes(draw, known):
    fields = {
        "claim": {
            "text": st.sampled_from(["Other words.", "- 3 #x [y]: {z} // no"]),
            "title": st.sampled_from(["Other title", "Tram"]),
            "tags": st.sampled_from([None, ("a", "b c"), Items(("z",), ("pro",))]),
            "data.x": st.sampled_from(["3", "a: b", ("a", "2"), None]),
            "note": st.sampled_from(["a: note", None]),
            "score": st.sampled_from(["0.5", None]),
            "by": some(known.speaker) | st.none(),
        },
        "relation": {
            "kind": st.sampled_from([it.value for it in RelationKind]),
            "target": some(known.claim),
            "scheme": st.sampled_from(["analogy", None]),
            "data.x": st.just("3"),
        },
        "group": {
            "title": st.just("Other"),
            "tags": st.sampled_from([None, ("a", "b c")]),
            "data.x": st.just("3"),
            "parent": st.none() | some(known.group),
        },
        "speaker": {"name": st.just("N"), "role": st.sampled_from(["R", None])},
        "source": {"title": st.just("T"), "author": st.just("A")},
        "question": {"text": st.just("T"), "note": st.sampled_from(["n", None])},
    }
    kind = draw(st.sampled_from(["claim", "claim", "relation", *fields]))
    names = draw(st.lists(st.sampled_from([*fields[kind]]), min_size=1, max_size=2, unique=True))
    return SetFields(draw(some(getattr(known, kind))), {name: draw(fields[kind][name]) for name in names})


def links(known):
    return st.builds(Link, some(known.relation), several([*known.relation, *known.relation, *known.claim]))


def unlinks(known):
    linked = [it.id for it in known.relations if len(it.premises) > 1]
    return st.builds(Unlink, some([*linked, *linked, *known.relation]), st.just(()))


def merges(known):
    return st.builds(Merge, some(known.claim), some(known.claim), st.none())


def splits(known):
    title = st.sampled_from([None, "New"])
    return st.builds(
        Split, some(known.claim), st.just("First part."), st.just("Second part."), st.just("new"), title, st.booleans()
    )


def moves(known):
    return st.builds(Move, several([*known.claim, *known.group]), st.none() | some(known.group))


def removals(known):
    names = [*known.claim, *known.claim, *known.relation, *known.group, *known.speaker, *known.question, *known.source]
    return st.builds(Remove, several(names), st.sampled_from([True, True, False]))


def extracts(known):
    return st.builds(Extract, several([*known.claim, *known.claim, *known.group]))


OPERATIONS = {
    "add": additions,
    "set": changes,
    "rename": renames,
    "remove": removals,
    "move": moves,
    "merge": merges,
    "split": splits,
    "link": links,
    "unlink": unlinks,
    "extract": extracts,
}


@pytest.mark.parametrize("name", OPERATIONS)
@given(data=st.data())
def test_an_edited_text_says_what_the_operation_defines(name, data):
    text = data.draw(plain_texts() | plain_texts() | own_texts())
    before = read_map(text)
    operation = data.draw(OPERATIONS[name](before))
    try:
        edits = EDITORS["argdown"].edit(before, operation).edits
    except RefusedError:
        return
    source = before.origin
    edited = apply_edits(source, edits)  # fails if they overlap
    after = read_map(edited.text)
    wanted = meant(before, operation, after)
    assert wanted is not None, "this should have been refused"
    if isinstance(operation, Extract):
        wanted, after = without_marks(wanted), without_marks(after)
    assert difference(wanted, after) is None
    line_ends_stay(text, edited.text)
    if isinstance(operation, Add | Rename) or getattr(operation, "linked", True) is False:
        assert comments(edited.text) == comments(text)
    if isinstance(operation, Add) and isinstance(operation.entity, Claim | Relation):
        assert_lines_stay(text, edited.text)


def meant(before, operation, after):
    """What the operation defines, with what the text adds to it."""
    if isinstance(operation, Rename):
        return renamed(before, operation)
    wanted = applied(operation, before)
    if wanted is None:
        return None
    if isinstance(operation, Add) and isinstance(operation.entity, Group):
        return applied(Move(operation.entity.members, "new"), wanted)
    if isinstance(operation, Add | Split):
        return with_new(before, wanted, operation, after)
    return united(wanted, operation, after) if isinstance(operation, Merge) else wanted


def renamed(before, operation):
    """Ids are made from titles, unless the text gives them: then they are named by the operation."""
    new = operation.new.removeprefix("[").removesuffix("]")
    titles = {it.title: it.id for it in reversed(before.claims) if it.title}
    groups = {it.title: it.id for it in reversed(before.groups)}
    known = {*before.claim, *before.group, *before.relation, *before.question, *before.speaker, *before.source}
    old = operation.old if operation.old in known else titles.get(operation.old, groups.get(operation.old))
    is_own = "\nargmap:" in before.origin.text
    by_id = applied(Rename(old, new), before)
    if old != operation.old or old in before.claim or old in before.group:
        shown = None if is_own and new == slug(new) and not gives_id(before, old) else new
        by_title = replace(
            before,
            claims=tuple(replace(it, title=shown) if it.id == old else it for it in before.claims),
            groups=tuple(replace(it, title=operation.new) if it.id == old else it for it in before.groups),
        )
        return by_id if old == operation.old and gives_id(before, old) else by_title
    return by_id


def gives_id(known, id):
    """Whether the text itself gives something its id."""
    return bool(re.search(rf"\bid: ['\"]?{re.escape(id)}\b", known.origin.text))


def with_new(before, wanted, operation, after):
    """The new claim has the title that it was written with, and is in the group of the heading above it."""
    new = operation.new if isinstance(operation, Split) else operation.entity.id
    if new not in wanted.claim:
        return wanted
    text = wanted.claim[new].text
    found = [it for it in after.claims if it.text == " ".join(text.split()) and it.id not in before.claim]
    assert len(found) == 1
    assert wanted.claim[new].title in (None, found[0].title)
    inside = {it.id for it in after.groups if found[0].id in it.members}
    if isinstance(operation, Add) and operation.group is not None:
        assert operation.group in inside
    return replace(
        wanted,
        claims=tuple(replace(it, title=found[0].title) if it.id == new else it for it in wanted.claims),
        groups=tuple(
            replace(it, members=(*(n for n in it.members if n != new), *([new] if it.id in inside else [])))
            for it in wanted.groups
        ),
    )


def united(wanted, operation, after):
    """The wording that counts may be marked, and a claim stands under one heading only."""
    known = wanted.claim.get(operation.kept)
    found = next(it for it in after.claims if (it.kind, it.title) == (known.kind, known.title))
    data = {**known.data, **({"isCanonical": True} if "isCanonical" in found.data else {})}
    inside = {it.id for it in after.groups if found.id in it.members}
    return replace(
        wanted,
        claims=tuple(replace(it, data=data) if it is known else it for it in wanted.claims),
        groups=tuple(
            replace(it, members=(*(n for n in it.members if n != known.id), *([known.id] if it.id in inside else [])))
            for it in wanted.groups
        ),
    )


def without_marks(given):
    """A map without what keeps lonely claims in Argdown's own pictures."""
    claims = (replace(it, data={key: it.data[key] for key in it.data if key != "isInMap"}) for it in given.claims)
    return replace(given, claims=tuple(claims))


def comments(text):
    return Counter(text[start:end].rstrip() for start, end in tokenize(text).comments)


def line_ends_stay(before, after):
    if "\r\n" in before:
        assert not re.search(r"(?<!\r)\n", after)
    else:
        assert "\r\n" not in after
    if before.strip() and "\n" in before:
        assert before.endswith("\n") == after.endswith("\n") or not after.strip()


def assert_lines_stay(before, after):
    """Every line is there still, in its order."""
    lines = iter(after.splitlines())
    assert all(line in lines for line in before.splitlines() if line.strip())
