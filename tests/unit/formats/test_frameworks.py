"""Abstract frameworks as maps, beside what `argmap solve` reads of the same files."""

import pytest

from argmap.core.source import SourceFile
from argmap.formats.iccma import framework
from argmap.frameworks import FORMATS as FRAMEWORKS
from argmap.pipeline import load, write
from tests.interchange import reading
from tests.maps import map_of

SAME = {
    "af": "p af 4\n1 2\n2 1\n3 4\n",
    "apx": "arg(a). arg(b).\narg(c).arg(d).\natt(a,b).\natt(b,a).att(c,d).\n",
    "tgf": "a\nb\nc\nd\n#\na b\nb a\nc d\n",
}


@pytest.mark.parametrize("name", SAME)
def test_maps_have_the_arguments_and_attacks_of_the_framework(name):
    argument_map, found = reading(SAME[name], name)
    solved = FRAMEWORKS["i23" if name == "af" else name].read(SourceFile("x", SAME[name])).instance
    names = [claim.id for claim in argument_map.claims]
    assert found == ()
    assert len(names) == solved.framework.size
    attacks = [(names.index(item.premises[0]), names.index(item.target)) for item in argument_map.relations]
    assert sorted(attacks) == sorted(solved.framework.attacks())


@pytest.mark.parametrize("name", SAME)
def test_they_are_known_by_their_content(name):
    assert load(SourceFile("x", SAME[name])).format == name


@pytest.mark.parametrize(
    "text",
    ["# Heading\n\nSome words.\n", "- a\n- b\n#\n", "Some words\n#\nand many more\n", "arg\n", "p cnf 3 2\n"],
)
def test_other_texts_are_no_frameworks(text):
    assert load(SourceFile("x", text)).format not in SAME


def test_only_attacks_of_a_claim_on_a_claim_are_written():
    argument_map = map_of(
        """
argmap: 1
claims:
  a: {text: A., attacks: b}
  b: {text: B., supports: [a, c]}
  c: {text: C., conflicts: d}
  d: {text: D., attacks: [a -> b, {to: a, with: [c]}]}
"""
    )
    text, losses = write(argument_map, "tgf")
    assert text == "a A.\nb B.\nc C.\nd D.\n#\na b\nc d\nd c\n"
    assert {loss.what for loss in losses} == {"supports", "linked premises", "undercuts", "symmetric conflicts"}


def test_names_that_apx_cannot_spell_stand_in_quotes():
    text = write(map_of("argmap: 1\nclaims: {x-1: {text: X., attacks: Мост}, Мост: M.}\n"), "apx").text
    assert text == 'arg("x-1").\narg("Мост").\natt("x-1","Мост").\n'


def test_what_is_too_large_for_a_map_is_refused(monkeypatch):
    monkeypatch.setattr(framework, "MOST", 5)
    loaded = load(SourceFile("x", SAME["tgf"]), "tgf")
    assert loaded.map is None
    assert [item.name for item in loaded.diagnostics] == ["too-large"]
