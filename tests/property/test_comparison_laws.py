"""Laws of comparing two maps, for maps of any shape."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.core.comparison import Changes, Comparison, Mark, Part, RelationChanges, Turn
from argmap.core.model import ArgumentMap, Claim, Group, Relation, RelationKind, relation_name
from argmap.review.compare import compare
from argmap.review.merged import merged
from argmap.review.wording import pieces
from tests.maps import NASTY_TEXTS, maps, rich_maps

ANY = maps(8) | rich_maps(6) | maps(4, NASTY_TEXTS)
TEXTS = st.text(alphabet="abc .,ü語é'-\n", max_size=40) | st.lists(
    st.sampled_from(["the", "tram", "is", "not", "fast,", "and", "cheap.", "8.5", "日本", "(or)"]), max_size=20
).map(" ".join)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[ArgumentMap, ArgumentMap]:
    """Two maps that share much: parts of one map, some of it renamed, or two of their own."""
    one = draw(ANY)
    if draw(st.booleans()):
        return one, draw(ANY)
    return draw(variants(one)), draw(variants(one))


@st.composite
def variants(draw: st.DrawFn, given: ArgumentMap) -> ArgumentMap:
    """A map with parts left out, renamed, turned and linked."""
    claims = [item for item in given.claims if draw(st.integers(0, 4))]
    relations = [item for item in given.relations if draw(st.integers(0, 3))]
    found = replace(given, claims=tuple(claims), relations=tuple(relations))
    for item in claims:
        if not draw(st.integers(0, 3)):
            found = renamed(found, item.id, draw(st.sampled_from([f"{item.id}-x", f"{item.id}-y"])))
    turned = [
        replace(item, kind=draw(st.sampled_from([RelationKind.SUPPORT, RelationKind.ATTACK])))
        if item.target in found.claim and item.kind is not RelationKind.CONFLICT and not draw(st.integers(0, 3))
        else item
        for item in found.relations
    ]
    return replace(found, relations=tuple(turned))


def renamed(given: ArgumentMap, old: str, new: str) -> ArgumentMap:
    """The map in which a claim has another id, everywhere."""
    call = lambda name: new if name == old else name  # noqa: E731
    names: dict[str, str] = {}
    for item in given.relations:
        premises = tuple(map(call, item.premises))
        is_plain = item.id == relation_name(item.premises, item.target)
        names[item.id] = relation_name(premises, names.get(item.target, call(item.target))) if is_plain else item.id
    return replace(
        given,
        claims=tuple(replace(item, id=call(item.id)) for item in given.claims),
        relations=tuple(
            replace(
                item,
                id=names[item.id],
                premises=tuple(map(call, item.premises)),
                target=names.get(item.target, call(item.target)),
                argument=call(item.argument) if item.argument else None,
            )
            for item in given.relations
        ),
        groups=tuple(replace(item, members=tuple(map(call, item.members))) for item in given.groups),
    )


def turned_round(found: Comparison) -> dict[str, object]:
    """A comparison as from new to old, without the order of things."""
    return told(found, 1)


def told(found: Comparison, side: int = 0) -> dict[str, object]:
    """A comparison as plain data without the order of things; from new to old if the side is 1."""
    kinds = ("claims", "relations", "questions", "speakers", "sources", "groups")
    return {"map": [field(item, side) for item in found.map]} | {
        kind: changes(getattr(found, kind), side) for kind in kinds
    }


def changes(found: Changes | RelationChanges, side: int) -> dict[str, object]:
    known = {"added": found.added, "removed": found.removed}
    order = ("removed", "added") if side else ("added", "removed")
    return {
        "added": sorted(item.id for item in known[order[0]]),
        "removed": sorted(item.id for item in known[order[1]]),
        "changed": sorted(repr(change(item, side)) for item in found.changed),
    }


def change(item, side: int) -> object:
    ends = [sorted(part.id for part in end) if isinstance(end, tuple) else end.id for end in (item.old, item.new)]
    turns = sorted(BACK.get(turn, turn) if side else turn for turn in getattr(item, "turns", ()))
    return ends[:: -1 if side else 1], turns, sorted(map(repr, (field(part, side) for part in item.alterations)))


BACK = {Turn.LINKED: Turn.UNLINKED, Turn.UNLINKED: Turn.LINKED}
OTHER = {Part.ADDED: Part.REMOVED, Part.REMOVED: Part.ADDED}


def field(item, side: int) -> object:
    parts = [(OTHER.get(part, part) if side else part, words) for part, words in item.pieces]
    values = (item.new, item.old) if side else (item.old, item.new)
    return item.field, *values, sorted(parts)


@given(ANY)
def test_nothing_changed_from_a_map_to_itself(given):
    assert not compare(given, given)
    assert compare(given, replace(given)) == Comparison()


@given(pairs())
def test_from_new_to_old_it_is_the_same_turned_round(pair):
    old, new = pair
    assert told(compare(new, old)) == turned_round(compare(old, new))


@given(pairs())
def test_every_claim_is_told_of_once_at_most(pair):
    old, new = pair
    found = compare(old, new).claims
    before = [item.id for item in found.removed] + [item.old.id for item in found.changed]
    after = [item.id for item in found.added] + [item.new.id for item in found.changed]
    assert len(before) == len(set(before))
    assert len(after) == len(set(after))
    assert set(before) <= set(old.claim)
    assert set(after) <= set(new.claim)
    assert len(old.claims) - len(found.removed) == len(new.claims) - len(found.added)


@given(pairs())
def test_every_relation_is_told_of_once_at_most(pair):
    old, new = pair
    found = compare(old, new).relations
    before = [item.id for item in found.removed] + [part.id for item in found.changed for part in item.old]
    after = [item.id for item in found.added] + [part.id for item in found.changed for part in item.new]
    assert len(before) == len(set(before))
    assert len(after) == len(set(after))
    assert all(len(item.old) == 1 or len(item.new) == 1 for item in found.changed)


@given(pairs())
def test_the_merged_map_holds_both(pair):
    old, new = pair
    found = compare(old, new)
    both, marks = merged(old, new, found)
    assert [item for item in both.claims if item.id in new.claim] == list(new.claims)
    gone = [item for item in both.claims if item.id not in new.claim]
    assert sorted(item.text for item in gone) == sorted(item.text for item in found.claims.removed)
    assert len(both.claims) == len(new.claims) + len(found.claims.removed)
    ids = [item.id for kind in (both.claims, both.relations, both.questions, both.groups) for item in kind]
    before = [item.id for kind in (new.claims, new.relations, new.questions, new.groups) for item in kind]
    assert len(ids) - len(set(ids)) == len(before) - len(set(before))
    known = {*both.claim, *both.relation, *both.question}
    assert set(marks) <= known
    assert {name for name, mark in marks.items() if mark.mark is Mark.REMOVED} == {
        name for name in known if name not in {*new.claim, *new.relation, *new.question}
    }
    for item in both.relations:
        if item.id not in new.relation:  # nothing hangs in the air that did not before
            mine = {*item.premises, item.target}
            assert mine <= known or any(
                not {*part.premises, part.target} <= {*old.claim, *old.relation} for part in old.relations
            )


@given(TEXTS, TEXTS)
def test_pieces_give_both_wordings(old, new):
    found = pieces(old, new)
    for text, part in ((old, Part.REMOVED), (new, Part.ADDED)):
        kept = "".join(words for which, words in found if which in (Part.KEPT, part))
        assert "".join(kept.split()) == "".join(text.split())
    assert all(words.strip() for _, words in found)
    assert all(one.part is not other.part for one, other in pairwise(found))
    back = [(OTHER.get(part, part), words) for part, words in pieces(new, old)]
    assert sorted(back) == sorted(found)


# -- One operation, and nothing else is told ---------------------------------------------------------------------------


def only(found: Comparison, kind: str) -> object:
    """What became of one kind of thing, all others being as they were."""
    rest = replace(found, **{kind: () if kind == "map" else getattr(Comparison(), kind)})
    assert not rest, rest
    return getattr(found, kind)


@given(maps(), st.data())
def test_an_added_claim_and_a_removed_one(given, data):
    fresh = Claim("fresh", data.draw(TEXTS.filter(str.strip)), by=tuple(item.id for item in given.speakers))
    place = data.draw(st.integers(0, len(given.claims)))
    wider = replace(given, claims=(*given.claims[:place], fresh, *given.claims[place:]))
    assert only(compare(given, wider), "claims") == Changes(added=(fresh,))
    assert only(compare(wider, given), "claims") == Changes(removed=(fresh,))


@settings(max_examples=40)
@given(rich_maps(), st.data())
def test_a_renamed_claim(given, data):
    assume(given.claims and all(item.named or item.target in given.claim for item in given.relations))
    chosen = data.draw(st.sampled_from(given.claims))
    assume(chosen.text.strip() or (chosen.title or "").strip())
    found = only(compare(given, renamed(given, chosen.id, "fresh")), "claims")
    assert [(item.old.id, item.new.id, [part.field for part in item.alterations]) for item in found.changed] == [
        (chosen.id, "fresh", ["id"])
    ]
    assert not found.added
    assert not found.removed


@given(maps(), st.data())
def test_a_field_of_a_claim(given, data):
    assume(given.claims)
    place = data.draw(st.integers(0, len(given.claims) - 1))
    chosen = given.claims[place]
    field, value = data.draw(
        st.sampled_from(
            [("text", "Wholly other words"), ("title", "Other"), ("note", "New remark"), ("score", 0.125),
             ("implicit", not chosen.implicit), ("tags", ("tag-of-its-own",)), ("by", ("somebody",))]
        )
    )  # fmt: skip
    changed = replace(chosen, **{field: value})
    found = only(
        compare(given, replace(given, claims=(*given.claims[:place], changed, *given.claims[place + 1 :]))), "claims"
    )
    [item] = found.changed
    [part] = item.alterations
    assert (part.field, part.old, part.new) == (field, getattr(chosen, field), value)
    assert bool(part.pieces) == (field in {"text", "note"})


def with_relation(given: ArgumentMap, old: Relation, *new: Relation) -> ArgumentMap:
    place = given.relations.index(old)
    return replace(given, relations=(*given.relations[:place], *new, *given.relations[place + 1 :]))


@given(maps(), st.data())
def test_a_turned_and_a_removed_relation(given, data):
    aimed_at = {item.target for item in given.relations}
    plain = [
        item for item in given.relations
        if item.kind is RelationKind.SUPPORT and item.id not in aimed_at
    ]  # fmt: skip
    assume(plain)
    chosen = data.draw(st.sampled_from(plain))
    alike = [item for item in given.relations if item.target == chosen.target and item is not chosen]
    assume(all(not set(item.premises) & set(chosen.premises) for item in alike))
    attack = replace(chosen, kind=RelationKind.ATTACK)
    [item] = only(compare(given, with_relation(given, chosen, attack)), "relations").changed
    assert (item.old, item.new, item.turns) == ((chosen,), (attack,), (Turn.TURNED,))
    without = with_relation(given, chosen)
    assert only(compare(given, without), "relations") == RelationChanges(removed=(chosen,))
    assert only(compare(without, given), "relations") == RelationChanges(added=(chosen,))


@given(maps(), st.data())
def test_premises_that_were_linked(given, data):
    assume(len(given.claims) > 2)
    first, second, target = data.draw(st.permutations([item.id for item in given.claims]))[:3]
    given = replace(given, relations=())
    one, other = (
        Relation(relation_name((name,), target), RelationKind.SUPPORT, (name,), target) for name in (first, second)
    )
    both = Relation(relation_name((first, second), target), RelationKind.SUPPORT, (first, second), target)
    apart, linked = replace(given, relations=(one, other)), replace(given, relations=(both,))
    [item] = only(compare(apart, linked), "relations").changed
    assert (item.old, item.new, item.turns) == ((one, other), (both,), (Turn.LINKED,))
    [item] = only(compare(linked, apart), "relations").changed
    assert (item.old, item.new, item.turns) == ((both,), (one, other), (Turn.UNLINKED,))
    [item] = only(compare(replace(given, relations=(one,)), linked), "relations").changed
    assert item.turns == (Turn.LINKED,)


@given(maps(), st.data())
def test_a_claim_that_moved(given, data):
    assume(given.claims)
    chosen = data.draw(st.sampled_from(given.claims)).id
    groups = tuple(
        replace(item, members=tuple(name for name in item.members if name != chosen)) for item in given.groups
    )
    before = replace(given, groups=(*groups, Group("here", "Here", (chosen,)), Group("there", "There")))
    after = replace(given, groups=(*groups, Group("here", "Here"), Group("there", "There", (chosen,))))
    [item] = only(compare(before, after), "claims").changed
    assert [(part.field, part.old, part.new) for part in item.alterations] == [("groups", ("here",), ("there",))]


@given(maps(), st.randoms())
def test_the_order_of_things_is_no_change(given, chance):
    def shuffled(items):
        found = list(items)
        chance.shuffle(found)
        return tuple(found)

    other = replace(
        given,
        claims=shuffled(replace(item, by=item.by[::-1], tags=item.tags[::-1]) for item in given.claims),
        relations=shuffled(given.relations),
        groups=shuffled(replace(item, members=shuffled(item.members)) for item in given.groups),
        questions=shuffled(given.questions),
    )
    assert not compare(given, other)
