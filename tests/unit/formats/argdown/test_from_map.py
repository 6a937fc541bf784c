"""From the map back to Argdown's own model: what came from Argdown is the same debate again."""

from dataclasses import replace
from textwrap import dedent

import pytest

from argmap.core.model import ArgumentMap, Claim, Group, Relation, RelationKind
from argmap.core.source import SourceFile
from argmap.formats.argdown.debate.model import Argument, Inference, RelationType, Role, Statement
from argmap.formats.argdown.debate.resolve import resolve
from argmap.formats.argdown.export.map_groups import sections_of
from argmap.formats.argdown.from_map.from_map import debate_of, with_roles
from argmap.formats.argdown.text.includes import splice
from argmap.formats.argdown.text.parser import parse
from argmap.formats.argdown.to_map.entries import has_name
from argmap.formats.argdown.to_map.to_map import to_map
from argmap.formats.base import Loss


def debate_of_text(text):
    """The debate of an Argdown text."""
    script, _ = splice(SourceFile("debate.argdown", dedent(text).lstrip("\n")))
    document, _ = parse(script)
    return resolve(document, script)[0]


def map_of(text):
    """The map of an Argdown text."""
    return to_map(debate_of_text(text), None)[0]


def name_of(item, debate):
    """What to compare a statement or an argument by: its title, or its text if it has none."""
    if isinstance(item, Inference):
        return (name_of(item.argument, debate), item.index)
    if has_name(item):
        return f"<{item.title}>" if isinstance(item, Argument) else f"[{item.title}]"
    if isinstance(item, Statement):
        return words_of(item)
    return tuple(name_of(debate.statements[row.title], debate) for row in item.structure)


def words_of(item):
    return item.canonical.text.strip() if item.canonical else None


def told(debate):
    """A debate as plain data, without the wordings that do not count."""
    section = lambda item: item.section and item.section.title  # noqa: E731
    return {
        "statements": {
            name_of(item, debate): (words_of(item), item.tags, item.data or None, section(item))
            for item in debate.statements.values()
        },
        "arguments": {
            name_of(item, debate): (
                words_of(item),
                item.tags,
                item.data or None,
                section(item),
                told_rows(item, debate),
            )
            for item in debate.arguments.values()
        },
        "relations": {
            (item.type, name_of(item.source, debate), name_of(item.target, debate)) for item in debate.relations
        },
        "sections": [told_section(item) for item in sections_of(debate.sections)],
        "tags": set(debate.tags),
        "settings": debate.settings,
    }


def told_section(item):
    around = item.parent and item.parent.id
    return (item.id, item.title, item.level, around, item.tags, item.data or None, item.is_group, item.is_closed)


def told_rows(argument, debate):
    return [
        (name_of(debate.statements[row.title], debate), row.role)
        + ((row.inference.rules, row.inference.data or None) if row.inference else ())
        for row in argument.structure
    ]


DEBATES = {
    "signs": """
        [A]: x
          + [B]: y
            - <C>: z
          -> Untitled.
          >< [D]: u
          _> <C>
    """,
    "strict": """
        ===
        model: {mode: strict}
        ===

        [A]: x
          + [B]: y
          - [C]: z
          - <D>: u
            + <E>
    """,
    "markup": """
        [A]: Very *bold* and @[B], [so](http://x.org). #t #(two words)

        [B] #u

        [B]: 1 \\* 2

        [C]: #t
    """,
    "tags elsewhere": """
        [A] #b

        [A]: x #a

        <B>: y

        <B> #c
    """,
    "tags taken out": """
        ===
        model: {removeTagsFromText: true}
        ===

        [A]: x #a

        # H #h

        [B]: y #b z
          + [A]
    """,
    "data": """
        [A]: x {n: 1, argdown: {text: y}, isInMap: false}
          + [B]: y {color: red}

        [A] {m: [1, 2]}
    """,
    "structure": """
        <A>: g

        (1) P.
        (2) [Q]: q
        --
        Expert opinion
        --
        (3) S.
        (4) R.
        --
        Luck, Rule {x: 1}
        --
        (5) [C]: c
    """,
    "uses": """
        <A>

        (1) P.
        (2) Q.
        ----
        (3) S.
        (4) R.
        --
        {uses: [4, 1]}
        --
        (5) C.
    """,
    "uses of a conclusion": """
        <A>

        (1) P.
        (2) Q.
        ----
        (3) [C]: c {uses: [2]}

        (1) [C]
        (2) X.
        ----
        (3) Y. {from: [2]}
    """,
    "bare structures": """
        (1) P.
        (2) Q.
        ----
        (3) [S]: s
        (4) R.
        ----
        (5) C.

        (1) [S]
        (2) D.
        ----
        (3) E.

        (1) X.
        ----
        (2) Y.
    """,
    "circles": """
        <A>

        (1) [P]: p
        ----
        (2) [P]
        ----
        (3) [P]

        (1) [P]
        ----
        (2) [P]

        [P]
          + [P]
    """,
    "undercuts": """
        <A>

        (1) P.
        ----
          <_ [F]: x
        (2) S.
        (3) R.
        ----
          <_ [G]: y
        (4) C.

        <B>: b
          <_ <A>
          +> [G]

        [F]
          <_ <B>
    """,
    "bare undercut": """
        (1) P.
        (2) Q.
        ----
          <_ [U]: u
        (3) C.
    """,
    "sections": """
        [O]: o

        # One #t {isClosed: true}

        [A]: a
          + [O]

        ### *Deep*

        <B>

        (1) x
        ----
        (2) y

        # One

        [C]: c
    """,
    "bare structure in another section": """
        # One

        [A]: a

        # Two

        (1) [A]
        (2) [A]
        ----
        (3) [A]
    """,
    "groups by settings": """
        ===
        group: {sections: {H: {isGroup: true, isClosed: true}}}
        ===

        # H

        [A]: a
          + [B]: b

        ## G

        [C]: c
    """,
    "regrouped": """
        ===
        group: {regroup: [{title: New, statements: [A], tags: [t], children: [{title: In, arguments: [B]}]}]}
        ===

        # H

        [A]: a
          + <B>: b
    """,
    "two wordings": """
        [A]: one

        [A]: two {isCanonical: true}

        [A]: three

        <B>: one

        <B>: two
    """,
    "transformed not": """
        ===
        model: {transformArgumentRelations: false}
        ===

        <A>
          -> [T]: t
          <_ [U]: u

        <A>

        (1) P.
        ----
          <_ [V]: v
        (2) C.
    """,
    "exploded": """
        ===
        model: {explodeArguments: true}
        ===

        (1) P.
        ----
        (2) [Q]: q
        ----
        (3) [R]: r

        <A>

        (1) [Q]
        ----
        (2) S.
        ----
        (3) T.
    """,
    "shortcodes": "[A]: p .^. q :tram:\n  + [B]: x\n",
    "nothing": "",
    "only references": "[A]\n  + <B>\n",
}


@pytest.mark.parametrize("name", DEBATES)
def test_what_came_from_argdown_is_the_same_debate_again(name):
    debate = debate_of_text(DEBATES[name])
    argument_map, _ = to_map(debate, None)
    again, losses = debate_of(argument_map)
    assert losses == ()
    assert told(again) == told(debate)


@pytest.mark.parametrize("name", DEBATES)
def test_and_the_same_map(name):
    argument_map = map_of(DEBATES[name])
    again, _ = to_map(debate_of(argument_map)[0], None)
    assert sorted(again.relations, key=lambda item: item.id) == sorted(argument_map.relations, key=lambda item: item.id)
    assert replace(again, relations=()) == replace(argument_map, relations=())


MODES = ("all", "top-level", "with-title", "with-relations", "not-used-in-argument", "with-more-than-one-relation")


@pytest.mark.parametrize("mode", MODES)
def test_and_pictures_show_the_same(mode):
    text = f"""
        ===
        selection: {{statementSelectionMode: {mode}, excludeDisconnected: false}}
        ===

        [A]: a
          + [Nested]: n
          - Untitled and nested.

        Untitled.

        <R>

        (1) [Row]: r
        (2) Untitled row.
        ----
        (3) [A]
        """
    argument_map = map_of(text)
    debate, losses = debate_of(argument_map)
    assert losses == ()
    assert "isInMap" not in str([item.data for item in debate.statements.values()])
    assert to_map(debate, None)[0].claims == argument_map.claims


def test_members_are_left_to_the_writer():
    debate, _ = debate_of(map_of("# H\n\n[B]: b\n  + [A]: a\n\n(1) [A]\n(2) Untitled.\n----\n(3) [B]\n"))
    first, second, third = debate.statements.values()
    assert [(item.role, item.place.start) for item in (first.members[0], second.members[0])] == [(None, 0), (None, 2)]
    assert [item.role for item in first.members] == [None, Role.CONCLUSION]
    assert third.members == [debate.arguments["Untitled 2"].structure[1]], "it is worded in its row"
    assert first.members[0].section is debate.sections[0]


def test_the_json_export_has_a_role_for_each_member():
    debate = with_roles(debate_of(map_of("[A]: a\n  + [B]\n\n(1) P.\n----\n(2) [A]\n"))[0])
    roles = {title: [member.role for member in item.members] for title, item in debate.statements.items()}
    assert roles == {
        "A": [Role.TOP_LEVEL, Role.CONCLUSION],
        "B": [Role.IN_RELATION],
        "Untitled 1": [Role.PREMISE],
    }


# Maps from Argdown that somebody has changed


def changed(argument_map, **fields):
    """The map with its first claim changed."""
    first, *others = argument_map.claims
    return replace(argument_map, claims=(replace(first, **fields), *others))


def test_markup_counts_only_as_long_as_the_text_is_the_same():
    debate, _ = debate_of(changed(map_of("[A]: Very *bold*. #t\n"), text="2 * *3*"))
    assert debate.statements["A"].canonical.plain == "2 * *3*"
    assert debate.statements["A"].canonical.markup == "2 * \\*3* #t"


def test_another_title_is_said_in_the_front_matter():
    argument_map = map_of("===\ntitle: Old\nauthor: me\n===\n\n[A]: a\n")
    assert debate_of(replace(argument_map, title="New"))[0].settings == {"title": "New", "author": "me"}
    assert debate_of(replace(argument_map, title=None))[0].settings == {"author": "me"}


def test_what_is_hidden_or_coloured_now_says_so():
    argument_map = changed(map_of("[A]: a\n  + <B>: b\n"), hidden=True, colour="#123456")
    debate, losses = debate_of(argument_map)
    assert losses == ()
    assert debate.statements["A"].data == {"color": "#123456", "isInMap": False}
    assert debate.statements["A"].canonical.data == debate.statements["A"].data


def test_what_settings_rule_out_is_a_loss():
    settings = "===\nselection: {ignoreIsInMap: true}\ncolor: {ignoreColorData: true}\n===\n\n"
    argument_map = changed(map_of(settings + "[A]: a\n  + <B>: b\n"), hidden=True, colour="#123456")
    assert debate_of(argument_map)[1] == (Loss("colours", ("a",)), Loss("what pictures leave out", ("a",)))


def test_groups_that_are_hidden_or_closed_now_say_so():
    argument_map = map_of("# H {n: 1}\n\n[A]: a\n  + [B]: b\n")
    group = replace(argument_map.groups[0], hidden=True, closed=True, colour="#123456")
    debate, _ = debate_of(replace(argument_map, groups=(group,)))
    assert debate.sections[0].data == {"n": 1, "isGroup": False, "isClosed": True, "color": "#123456"}
    assert (debate.sections[0].is_group, debate.sections[0].is_closed) == (False, True)


CHANGES = {
    "speaker": lambda it: changed(it, by=("p",)),
    "score": lambda it: changed(it, score=0.5),
    "id": lambda it: replace(it, claims=(*it.claims, Claim("x", "Another."))),
    "description": lambda it: replace(it, description="About it."),
    "data": lambda it: replace(it, data={**it.data, "more": 1}),
    "display": lambda it: replace(it, display=replace(it.display, direction="left")),
    "weight": lambda it: replace(it, relations=tuple(replace(item, weight=0.5) for item in it.relations)),
    "linked attack": lambda it: replace(it, relations=(Relation("a + b -> c", RelationKind.ATTACK, ("a", "b"), "c"),)),
    "lines": lambda it: changed(it, text="One.\nTwo."),
    "tag": lambda it: changed(it, tags=("a (b)",)),
    "group": lambda it: replace(it, groups=(Group("h", "H", ("c", "a")),)),
    "note of a group": lambda it: replace(it, groups=(Group("h", "H", note="n"),)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_argdown_has_no_word_for_is_said_with_fields_of_argmaps_own(change):
    argument_map = CHANGES[change](map_of("===\nauthor: me\n===\n\n[A]: a\n  + [B]: b\n  + [C]: c\n"))
    debate, losses = debate_of(argument_map)
    assert losses == ()
    assert debate.settings["argmap"]["version"] == 1
    assert debate.settings["author"] == "me"
    again, found = to_map(debate, None)
    assert found == []
    assert sorted(again.relations, key=lambda item: item.id) == sorted(argument_map.relations, key=lambda item: item.id)
    assert replace(again, relations=()) == replace(argument_map, relations=())


def test_relations_that_no_sign_states_keep_their_type_for_the_json_export():
    argument_map = map_of("[A]: a\n  >< [B]: b\n")
    relation = replace(argument_map.relations[0], data={"argdown": {"type": "contrary"}})
    debate, _ = debate_of(replace(argument_map, relations=(relation,)))
    assert debate.relations[0].type is RelationType.CONTRARY


def test_an_empty_map():
    debate, losses = debate_of(ArgumentMap(data={"argdown": {}}))
    assert (debate.statements, debate.arguments, debate.settings, losses) == ({}, {}, {}, ())
