"""The catalogue of schemes, and the many spellings of their names."""

import re
import subprocess
import sys

import pytest

from argmap.core.schemes import CATALOGUE, SCHEMES, Scheme, near_scheme, scheme_named

every_scheme = pytest.mark.parametrize("scheme", CATALOGUE.values(), ids=lambda scheme: scheme.name)


def sentences(scheme: Scheme) -> list[str]:
    return [scheme.about, *(premise.text for premise in scheme.premises), scheme.conclusion]


def test_there_are_the_sixty_of_the_compendium_and_some_more():
    assert len(SCHEMES) == len(set(SCHEMES)) == 70
    families = [scheme.family for scheme in CATALOGUE.values()]
    assert [*dict.fromkeys(families)] == [
        one for one, before in zip(families, ["", *families], strict=False) if one != before
    ]


@every_scheme
def test_what_is_said_of_a_scheme_is_in_one_form(scheme):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", scheme.name)
    assert re.fullmatch(r"[A-Z][a-z-]+( [a-z-]+)+", scheme.title)
    for text in sentences(scheme):
        assert re.fullmatch(r"[A-Z].*[^.]\.", text), text
        assert len(text) <= 125, text
    roles = [premise.role for premise in scheme.premises]
    assert len(set(roles)) == len(roles) >= 1
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", role) for role in roles)
    assert not {"step", "conclusion"} & set(roles)


@every_scheme
def test_every_scheme_asks_two_to_five_questions(scheme):
    texts = [question.text for question in scheme.questions]
    assert 2 <= len(texts) <= 5
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert text.endswith("?"), text
        assert text[0].isupper() and len(text) < 100, text
    places = {"step", "conclusion", *(premise.role for premise in scheme.premises)}
    assert {question.doubts for question in scheme.questions} <= places


def test_no_name_means_two_schemes():
    names = [name for scheme in CATALOGUE.values() for name in (scheme.name, *scheme.aliases)]
    assert len(set(names)) == len(names)
    for scheme in CATALOGUE.values():
        for alias in scheme.aliases:
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*\d?", alias)
            assert scheme_named(alias) == scheme.name, alias


@pytest.mark.parametrize("name", SCHEMES)
def test_every_name_is_understood_in_many_spellings(name):
    words = name.replace("-", " ")
    camel = "".join(word.capitalize() for word in name.split("-"))
    for spelling in (
        name,
        name.upper(),
        f"  {words} ",
        words.title(),
        name.replace("-", "_"),
        f"{words}s" if not words.endswith("s") else words,
        f"argument from {words}",
        f"the argument from the {words}",
        f"Argumentation from {words.capitalize()}",
        f"{words} argumentation scheme",
        CATALOGUE[name].title,
        camel,
        camel.lower(),
        f"{camel}_Inference",
        f"ArgumentFrom{camel}",
        f"ArgumentFrom{camel}".lower(),
    ):
        assert scheme_named(spelling) == name, spelling


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Appeal to authority", "expert-opinion"),
        ("Argument from an Established Rule", "rule"),
        ("sunk cost", "sunk-costs"),
        ("Slippery Slope Argument", "slippery-slope"),
        ("signs", "sign"),
        ("Rules", "rule"),
        ("VALUE", "values"),
        ("analogies", "analogy"),
        ("Arbitrary Verbal Classification", "arbitrariness-of-a-verbal-classification"),
        ("Vagueness Of Verbal Classification", "vagueness-of-a-verbal-classification"),
        ("Practical Resoning from Analogy", "practical-reasoning-from-analogy"),
        ("The Group and its Members", "group-and-its-members"),
        ("Argument from (positive) consequences", "positive-consequences"),
        ("Pragmatic argument from alternatives", "pragmatic-alternatives"),
        ("Epistemic argument from ignorance", "epistemic-ignorance"),
        ("Argument for constitutive-rule claims", "constitutive-rule-claims"),
        ("Circumstantial Argument Against the Person", "circumstantial-ad-hominem"),
        ("CausalSlipperySlope", "slippery-slope"),
        ("Alternatives (Cognitive Schemes)", "alternatives"),
        ("DirectAdHominem", "generic-ad-hominem"),
        ("From-opposition", "oppositions"),
        ("ethotic2", "ethotic"),
        ("practical_reasoning1", "value-based-practical-reasoning"),
        ("credible_source", "position-to-know"),
        ("Inference to the Best Explanation", "abductive"),
        ("EffectToCause_Inference", "effect-to-cause"),
    ],
)
def test_names_that_other_tools_and_people_use(text, name):
    assert scheme_named(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "argument from",
        "the",
        "Inference",
        "Scheme",
        "Default Inference",
        "Default Conflict",
        "RA",
        "CA",
        "Modus Ponens",
        "Dilemma",
        "support",
        "wishful thinking",
        "Commitment_Conflict",
        "Irrational Fear Appeal",
        "SignFromOtherEvents",
        "From-parts-and-whole",
        "From-genus-and-species",
        "Deductive_Inference",
        "1",
        "expert opinion " * 20,
    ],
)
def test_what_names_no_scheme(text):
    assert scheme_named(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("expert-opinon", "expert-opinion"),
        ("Argument from Expert Opinon", "expert-opinion"),
        ("autority", "expert-opinion"),
        ("Slipery slope", "slippery-slope"),
        ("zzzzzz", None),
        ("", None),
    ],
)
def test_the_scheme_that_was_meant(text, name):
    assert near_scheme(text) == name


def test_the_catalogue_brings_nothing_heavy():
    script = "import sys, argmap.core.schemes; print([m for m in ('yaml', 'pydantic', 'click') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
