"""Names of schemes, and what else they are called."""

import re

import pytest

from argmap.core.schemes import _ALIASES, SCHEMES, scheme_named


def test_names_are_in_one_form_and_once():
    assert len(SCHEMES) == len(set(SCHEMES)) >= 60
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in SCHEMES)
    assert set(_ALIASES.values()) <= set(SCHEMES)
    assert not set(_ALIASES) & set(SCHEMES)


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
        f"argument from {words}",
    ):
        assert scheme_named(spelling) == name
    assert scheme_named(camel) == name
    assert scheme_named(f"ArgumentFrom{camel}") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Appeal to authority", "expert-opinion"),
        ("Argument from an Established Rule", "rule"),
        ("sunk cost", "sunk-costs"),
        ("Slippery Slope Argument", "slippery-slope"),
        ("signs", "sign"),
        ("wishful thinking", None),
        ("", None),
        ("argument from", None),
        ("-", None),
    ],
)
def test_other_names(text, name):
    assert scheme_named(text) == name
