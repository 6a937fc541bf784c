"""Views: the part of a map that is shown."""

from dataclasses import replace

from argmap.core.model import ArgumentMap, Group
from argmap.diagram.shown import shown
from argmap.diagram.view import View, names, select, unknown
from tests.maps import map_of
from tests.sketches import sketch, told

DEBATE = map_of("""\
argmap: 1
sources: {study: A study, report: A report}
speakers: {mayor: The mayor, critic: A critic}
questions: {build: Should it be built?, pay: Who pays?}
claims:
  tram: {text: Build it., answers: build, by: mayor, tags: [plan]}
  bus: {text: Buy buses., answers: build, conflicts: tram}
  faster: {text: It is faster., cites: study#p1, tags: [time], supports: {to: tram, with: [riders], id: demand}}
  riders: {text: People ride it.}
  remote: {text: They stay at home., by: critic, attacks: demand, tags: [time]}
  survey: {text: A survey says so., supports: remote, cites: report#p2}
  state: {text: The state pays., answers: pay}
groups:
  all: {title: All, members: [build]}
  side: {title: Side, members: [faster, remote], parent: all}
  money: {title: Money, members: [state, pay]}
""")


def ids(view: View) -> list[str]:
    return [claim.id for claim in select(DEBATE, view).claims]


def test_no_filter_shows_all():
    assert select(DEBATE, View()) is DEBATE


def test_focus():
    assert ids(View(focus="tram", depth=0)) == ["tram"]
    assert ids(View(focus="tram", depth=1)) == ["tram", "bus", "faster", "riders", "remote"]
    assert ids(View(focus="survey", depth=1)) == ["remote", "survey"]
    assert ids(View(focus="survey", depth=9)) == ["tram", "bus", "faster", "riders", "remote", "survey"]


def test_tags_speakers_groups():
    assert ids(View(tags=("time", "plan"))) == ["tram", "faster", "remote"]
    assert ids(View(speakers=("critic",))) == ["remote"]
    assert ids(View(groups=("side",))) == ["faster", "remote"]
    assert ids(View(groups=("all",))) == ["faster", "remote"]
    assert ids(View(groups=("all",), tags=("plan",))) == []


def test_a_question_shows_what_leads_to_its_positions():
    assert ids(View(questions=("pay",))) == ["state"]
    assert ids(View(questions=("build",))) == ["tram", "bus", "faster", "riders", "remote", "survey"]


def test_everything_else_is_pruned():
    part = select(DEBATE, View(focus="remote", depth=1))
    assert [claim.id for claim in part.claims] == ["tram", "faster", "riders", "remote", "survey"]
    assert [item.id for item in part.relations] == ["demand", "remote -> demand", "survey -> remote"]
    assert [question.id for question in part.questions] == ["build"]
    assert [group.id for group in part.groups] == ["all", "side"]
    assert [speaker.id for speaker in part.speakers] == ["mayor", "critic"]
    assert [source.id for source in part.sources] == ["study", "report"]


def test_relations_need_all_their_ends():
    part = select(DEBATE, View(tags=("time", "plan")))
    assert part.relations == ()


def test_names_and_unknown_values():
    assert names(DEBATE)["tags"] == ("plan", "time")
    assert names(DEBATE)["groups"] == ("all", "side", "money")
    asked = View(focus="train", tags=("time", "tme"), speakers=("mayor",))
    assert unknown(DEBATE, asked) == (("focus", "train"), ("tags", "tme"))
    assert select(DEBATE, View(focus="train")).claims == ()
    assert select(ArgumentMap(), View(tags=("x",))).claims == ()


def test_hidden_claims_are_left_out_unless_they_are_asked_for():
    debate = sketch("A ~p ~c v w", "p + A @ A", "A + c @ A", "c + v", "w - p")
    assert told(select(debate, View())) == ["A + v", "w - A"]
    assert told(select(debate, View(hidden=True))) == ["p + A", "A + c", "c + v", "w - p"]
    assert told(shown(select(debate, View(hidden=True)))) == ["p + A", "A + c", "c + v", "w - p"]
    assert told(select(debate, View(focus="p"))) == ["p + A", "A + v", "w - p"]
    assert [claim.id for claim in select(debate, View(focus="p", depth=1)).claims] == ["A", "p", "w"]


def test_distance_is_counted_in_what_is_shown():
    debate = sketch("a ~h ~i v x", "a + h", "h + i", "i + v", "v + x")
    assert [claim.id for claim in select(debate, View(focus="a", depth=1)).claims] == ["a", "v"]


def test_filters_choose_among_what_is_shown():
    debate = sketch("A ~c v", "A + c @ A", "c - v")
    tagged = [replace(claim, tags=("t",)) for claim in debate.claims]
    assert told(select(replace(debate, claims=tuple(tagged)), View(tags=("t",)))) == ["A - v"]


def test_closed_groups_that_are_asked_for_are_open():
    groups = (Group("g", "G", ("a",), closed=True), Group("h", "H", ("b",), "g", closed=True), Group("i", "I", ("c",)))
    debate = sketch("a b c", "a + b", "c + b", groups=groups)
    cards = lambda view: [claim.id for claim in shown(select(debate, view)).claims]  # noqa: E731
    assert cards(View()) == ["g", "c"]
    assert cards(View(groups=("g",))) == ["a", "h"]
    assert cards(View(groups=("h",))) == ["b"]
    assert cards(View(focus="b", depth=1)) == ["a", "b", "c"]
    assert cards(View(hidden=True)) == ["g", "c"]
