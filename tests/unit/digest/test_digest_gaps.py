"""What a digest says of speakers, of what is missing, and of sources."""

from argmap import api
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap
from argmap.core.schemes import CATALOGUE
from argmap.digest import digest_of
from argmap.digest.gaps import shared_questions
from tests.documents import ROOT
from tests.maps import map_of

ARTICLE = digest_of(api.load(ROOT / "arguments/european-troops-ukraine.argmap.yaml").map)


def test_the_disagreements_of_the_article():
    told = [
        (item.claim.id, [one.id for one in item.by], [claim.id for claim in item.against],
         [one.id for one in item.by_others], item.step and item.step.id)
        for item in ARTICLE.disagreements
    ]  # fmt: skip
    assert sorted(told) == [
        ("deploy", ["macron"], ["keep-out"], ["putins-government"], None),
        ("europes-duty", ["macron"], ["overstretched", "able-to-deliver"], ["critics"], None),
        ("force-and-arms", ["zelenskyy"], ["wrong-approach"], ["trump"], None),
        ("winning", ["putins-government"], ["concessions"], ["ukrainian-officials"], "winner-refuses"),
    ]


SPEAKERS = "speakers: {x: {name: X}, y: {name: Y}, z: {name: Z}}"


def test_nobody_disagrees_with_a_side_that_they_are_on_themselves():
    digest = digest_of(
        map_of(f"""
argmap: 1
{SPEAKERS}
claims:
  a: {{text: A., by: [x, y]}}
  b: {{text: B., by: [y, z], attacks: a}}
  c: {{text: C., attacks: a}}
  d: {{text: D., by: z, attacks: a}}
""")
    )
    assert [[claim.id for claim in item.against] for item in digest.disagreements] == [["d"]]


def test_whoever_draws_an_attack_makes_it():
    digest = digest_of(
        map_of(f"""
argmap: 1
{SPEAKERS}
claims:
  a: {{text: A., by: x}}
  b: {{text: B., by: x, attacks: {{to: a, by: z}}}}
""")
    )
    (found,) = digest.disagreements
    assert ([one.id for one in found.by], [one.id for one in found.by_others]) == (["x"], ["z"])


def test_claims_that_are_built_on_and_rest_on_nothing_are_unsupported():
    digest = digest_of(
        map_of("""
argmap: 1
sources: {s: {title: S, paragraphs: 9}}
claims:
  top: Nobody builds on this.
  rival: {text: A rival., conflicts: top}
  cited: {text: Cited., cites: s#p1, supports: top}
  held-up: {text: Held up., supports: top}
  assumed: {text: Assumed., assumed: true, supports: held-up}
  unstated: {text: Unstated., implicit: true, supports: top}
  attacker: {text: Attacker., attacks: top}
  sum: {text: Sums up., kind: argument, supports: top}
""")
    )
    assert [claim.id for claim in digest.unsupported] == ["unstated", "attacker"]


def test_the_unsupported_claims_of_the_article_are_its_implicit_ones():
    assert len(ARTICLE.unsupported) == 7
    assert all(claim.implicit for claim in ARTICLE.unsupported)


def test_a_step_that_is_undercut_counts_as_questioned():
    digest = digest_of(
        map_of("""
argmap: 1
claims:
  top: Top.
  one: {text: One., supports: {to: top, scheme: Argument from Expert Opinion, id: asked}}
  two: {text: Two., supports: {to: top, scheme: sign, id: denied}}
  three: {text: Three., attacks: denied}
  four: {text: Four., supports: {to: top, scheme: a pattern of my own}}
""")
    )
    assert {(item.relation.id, item.scheme) for item in digest.critical_questions} == {("asked", "expert-opinion")}
    asked = CATALOGUE["expert-opinion"].questions
    assert [(item.text, item.doubts) for item in digest.critical_questions] == [(one.text, one.doubts) for one in asked]


def test_steps_that_leave_the_same_open_are_told_together():
    digest = digest_of(
        map_of("""
argmap: 1
claims:
  top: Top.
  one: {text: One., supports: {to: top, scheme: sign, id: first}}
  two: {text: Two., supports: {to: top, scheme: analogy, id: second}}
  three: {text: Three., supports: {to: top, scheme: sign, id: third}}
  four: {text: Four., supports: [one, {to: top, scheme: signs, id: fourth}]}
""")
    )
    both = tuple(question.text for question in CATALOGUE["sign"].questions)
    told = [
        (item.scheme, len(item.texts), [step.id for step in item.steps])
        for item in shared_questions(digest.critical_questions)
    ]
    assert told == [("sign", 1, ["first"]), ("sign", 2, ["third", "fourth"]), ("analogy", 3, ["second"])]
    assert shared_questions(digest.critical_questions)[1].texts == both


def test_places_stand_in_natural_order_with_what_cites_them():
    digest = digest_of(
        map_of("""
argmap: 1
sources:
  s: {title: S}
  unused: {title: Unused}
questions: {q: {text: What?, cites: s#p10}}
claims:
  top: {text: Top., answers: q, cites: ["s#s10.p1", "s#s2.p3", s#p10, s#p9, s]}
  named: {text: Named., cites: {source: s, section: Costs, paragraph: 2}, supports: {to: top, id: step, cites: s#p9}}
""")
    )
    (reference,) = digest.references
    assert reference.source.id == "s"
    assert reference.cited == (
        ("", ("top",)),
        ("p9", ("top", "step")),
        ("p10", ("q", "top")),
        ("s2.p3", ("top",)),
        ("s10.p1", ("top",)),
        ("Costs, p2", ("named",)),
    )


def test_an_evaluation_of_something_else_counts_as_none():
    labelling = Labelling("grounded semantics", labels={"elsewhere": Label.IN})
    assert digest_of(ArgumentMap(), labelling).labelling is None
    assert digest_of(map_of("argmap: 1\nclaims: {a: A.}"), labelling).labelling is None


def test_an_empty_map_has_an_empty_digest():
    digest = digest_of(ArgumentMap())
    assert digest.summary == "Argument map, still empty."
    rest = (digest.sections, digest.disagreements, digest.unsupported, digest.critical_questions, digest.references)
    assert rest == ((), (), (), (), ())
