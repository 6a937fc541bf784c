"""The texts that regions are filled with: what they say, and that nothing in a map acts as markup."""

from html.parser import HTMLParser

import pytest

from argmap import api
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.embed.texts import TEXTS
from argmap.markup import MARKUPS
from argmap.markup.base import Item, Markup
from argmap.semantics.evaluate import evaluate
from tests.documents import ROOT
from tests.maps import map_of

ARTICLE = api.load(ROOT / "arguments/european-troops-ukraine.argmap.yaml").map

PLAIN = Markup(
    name="plain",
    text=lambda plain: plain,
    strong=lambda words: f"<{words}>",
    emphasis=lambda words: f"/{words}/",
    link=lambda words, target: f"{words} @ {target}",
    bullets=lambda items: "".join(f"{'  ' * item.level}- {item.text}\n" for item in items),
    table=lambda head, rows: "".join(f"{' | '.join(row)}\n" for row in [head, *rows]),
)
"""A markup that shows where words are strong (<>) and emphasised (//)."""

TRAM = map_of("""
argmap: 1
title: Tram
sources:
  study: {title: "Where people go.", author: Town council, date: 2024-05-02, link: https://example.org/study}
  paper: {title: Town paper}
speakers:
  mayor: {name: The mayor}
  rival: {name: The opposition}
questions:
  build: {text: Should the town build a tram?, title: A tram?, cites: paper}
  when: When?
claims:
  tram: {text: The town should build a tram., title: Build it, answers: build, by: [mayor, rival], cites: study#p2}
  faster:
    text: A tram is faster
    title: Faster
    by: mayor
    cites: [study#p3, study#p4, study#p5, paper]
    supports: {to: tram, scheme: cause-to-effect}
  money: {text: Is there money?, attacks: {to: tram, with: [costs], id: dear}}
  costs: {text: Trams cost money., implicit: true}
  loan: {text: The town can borrow., title: A loan, attacks: dear}
  bank: {text: A bank would lend., supports: loan}
  few: {text: Few ride., attacks: money}
  bus: {text: Keep the bus., answers: build, conflicts: tram}
""")

LABELLING = Labelling(
    "grounded semantics",
    labels={"tram": Label.UNDECIDED, "faster": Label.IN, "money": Label.OUT, "costs": Label.IN, "dear": Label.OUT,
            "loan": Label.IN, "faster -> tram": Label.OUT},
)  # fmt: skip


def written(name: str, given: ArgumentMap, labelling: Labelling | None = None) -> str:
    return TEXTS[name].write(given, labelling, PLAIN)


def test_an_outline_tells_every_claim_under_what_it_answers():
    assert (
        written("outline", TRAM)
        == """\
- <A tram?> Should the town build a tram? (Town paper)
  - <Build it.> The town should build a tram (The mayor, The opposition; Where people go, p2).
    - /for:/ <Faster.> A tram is faster (The mayor; Where people go, p3, p4, p5; Town paper).
    - /against:/ Is there money? /and/ Trams cost money (implicit).
      - /against “Is there money?”:/ Few ride.
      - /against the step:/ <A loan.> The town can borrow.
        - /for:/ A bank would lend.
    - /against:/ <Keep the bus> (see below).
  - Keep the bus.
    - /against:/ <Build it> (see above).
- When?
  - /no position yet/
"""
    )


def test_an_outline_tells_what_an_evaluation_says():
    told = written("outline", TRAM, LABELLING)
    assert "(The mayor, The opposition; Where people go, p2; /undecided/).\n" in told
    assert "- /for, without effect:/ <Faster.> A tram is faster (The mayor; Where people go, p3, p4, p5; " in told
    assert "Is there money? (/falls/) /and/ Trams cost money (implicit; /stands/).\n" in told


def test_strengths_are_told_as_numbers():
    told = written("outline", TRAM, Labelling("strength by DF-QuAD", strengths={"few": 0.5}))
    assert "Few ride (/strength 0.50/).\n" in told


def test_a_single_position_has_one_table_and_no_line_above_it():
    one = map_of("""
argmap: 1
claims:
  tram: Build it.
  faster: {text: It is faster., supports: tram}
  because: {text: It has its own lane., supports: faster}
  money: {text: It costs too much., attacks: tram}
  noise: {text: It is loud., attacks: {to: tram, with: [at-night], id: loud}}
  at-night: It runs at night.
""")
    assert (
        written("pro-con", one)
        == """\
For | Against
It is faster. | It costs too much.
 | It is loud /and/ It runs at night.
"""
    )


def test_several_positions_have_a_line_above_each_table():
    assert (
        written("pro-con", TRAM, LABELLING)
        == """\
/Should the town build a tram?/

<Build it> — /undecided/

For | Against
<Faster.> A tram is faster (The mayor; Where people go, p3, p4, p5; Town paper; /stands/). /(without effect)/ \
| Is there money? (/falls/) /and/ Trams cost money (implicit; /stands/).
 | Keep the bus.

<Keep the bus>

For | Against
 | <Build it.> The town should build a tram (The mayor, The opposition; Where people go, p2; /undecided/).
"""
    )


def test_a_position_of_which_nothing_is_said_has_a_sentence():
    assert written("pro-con", ArgumentMap(claims=(Claim("a", "A."),))) == "Nothing is said for or against it.\n"


def test_sources_are_listed_with_the_places_that_are_cited():
    assert (
        written("sources", TRAM)
        == """\
- Town council: /Where people go./ @ https://example.org/study, 2024-05-02. Cited at p2–p5.
- /Town paper/. Cited as a whole.
"""
    )


def test_places_in_sections_and_the_whole_of_a_source():
    given = map_of("""
argmap: 1
sources: {s: {title: Who pays?}}
claims:
  a: {text: A., cites: [s, s#p1, s#p2, "s#s1.p3", "s#s1.p4", "s#s1.p5", s#p9]}
""")
    assert written("sources", given) == "- /Who pays?/ Cited as a whole and at p1, p2, p9 and s1.p3–s1.p5.\n"


def test_open_questions_name_what_is_missing():
    assert (
        written("open-questions", TRAM, LABELLING)
        == """\
- <Questions without a position>
  - When?
- <Claims that others build on, with neither support nor source>
  - Is there money?
  - Trams cost money (implicit).
  - A bank would lend.
  - Few ride.
- <Undecided claims (grounded semantics)>
  - <Build it.> The town should build a tram (The mayor, The opposition; Where people go, p2).
- <Critical questions>
  - /Cause to effect:/ How strong is the link between cause and effect? What evidence is there for the link? \
Could something else get in the way of the effect?
    - From “Faster” to “Build it”
"""
    )


def test_the_step_of_an_undercut_is_told_by_its_ends():
    given = map_of("""
argmap: 1
claims:
  top: Top.
  con: {text: Con., attacks: top}
  under: {text: Under., attacks: {to: con -> top, scheme: sign, id: denial}}
""")
    assert "    - From “Under.” against the step from “Con.” against “Top.”\n" in written("open-questions", given)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("outline", "The map has no claims yet.\n"),
        ("pro-con", "The map has no positions yet.\n"),
        ("sources", "The map cites no sources.\n"),
        ("open-questions", "No open questions were found in the map.\n"),
    ],
)
def test_a_map_with_nothing_to_tell_gives_a_sentence(name, expected):
    assert written(name, ArgumentMap()) == expected


def test_very_deep_lines_say_their_level():
    claims = tuple(Claim(f"c{place}", f"Claim {place}.") for place in range(3_000))
    relations = tuple(
        Relation(f"r{place}", RelationKind.SUPPORT, (f"c{place}",), f"c{place - 1}") for place in range(1, 3_000)
    )
    lines = written("outline", ArgumentMap(claims=claims, relations=relations)).splitlines()
    assert lines[12] == f"{'  ' * 12}- /for:/ Claim 12."
    assert lines[-1] == f"{'  ' * 12}- /level 2999, for:/ Claim 2999."


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("name", TEXTS)
def test_the_article_is_told_whole_in_every_markup(name, markup):
    told = TEXTS[name].write(ARTICLE, evaluate(ARTICLE, "grounded").labelling, MARKUPS[markup])
    assert told.endswith("\n")
    assert "\n\n\n" not in told
    if name == "outline":
        for claim in ARTICLE.claims:
            assert told.count(MARKUPS[markup].text(claim.text.removesuffix("."))) == 1, claim.id


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_stay_on_their_line_and_are_no_tags(name):
    bad = '<script>alert("x")</script>\n\n- item\n--> | & `code` \x00'
    given = ArgumentMap(
        title=bad,
        claims=(Claim("a", bad, bad, answers=("q",)), Claim("b", bad, by=("nobody\n",), implicit=True)),
        relations=(Relation("r", RelationKind.SUPPORT, ("b",), "a", scheme="sign"),),
        questions=(Question("q", bad), Question("r", bad)),
    )
    reader = _Tags()
    reader.feed(TEXTS[name].write(given, None, MARKUPS["html"]))
    assert reader.tags <= {"ul", "li", "em", "strong", "table", "thead", "tbody", "tr", "th", "td", "p"}
    items: list[Item] = []
    keeping = Markup("keeping", PLAIN.text, PLAIN.strong, PLAIN.emphasis, PLAIN.link, _keep_in(items), PLAIN.table)
    told = TEXTS[name].write(given, None, keeping)
    for line in (*(item.text for item in items), *told.splitlines()):
        assert line.isprintable()


def _keep_in(items: list[Item]):
    def bullets(given):
        items.extend(given)
        return ""

    return bullets
