"""`pipeline.edit`: operations one after another, over several files, and never into a broken map."""

import pytest

from argmap import pipeline
from argmap.core.model import Claim, Speaker
from argmap.core.source import SourceFile
from argmap.editing import RefusedError
from argmap.editing.operations import Add, Remove, Rename, SetFields

TRAM = """\
argmap: 1
claims:
  build: The town should build a tram line.
  faster: {text: A tram halves the trip., supports: build}
"""


def loaded(text=TRAM, name="tram.argmap.yaml", **others):
    return pipeline.load(SourceFile(name, text, **others))


def test_operations_follow_each_other():
    before = loaded()
    edited = pipeline.edit(
        before, [Rename("faster", "quick"), SetFields("quick", {"by": "mayor"}), Add(Speaker("mayor", "The mayor"))]
    )
    assert edited.texts == ((before.source, edited.loaded.source.text),)
    assert edited.loaded.map.claim["quick"].by == ("mayor",)
    assert before.source.text == TRAM


def test_what_is_wrong_only_in_between_is_no_matter():
    """The speaker is missing after the first operation, and there after the second."""
    edited = pipeline.edit(loaded(), [SetFields("build", {"by": "mayor"}), Add(Speaker("mayor", "The mayor"))])
    assert edited.loaded.map.speaker["mayor"].name == "The mayor"


def test_new_errors_are_refused_with_their_findings():
    with pytest.raises(RefusedError) as refused:
        pipeline.edit(loaded(), [SetFields("build", {"by": "mayor"})])
    assert [item.name for item in refused.value.findings] == ["unknown-speaker"]


def test_old_errors_are_no_obstacle():
    text = TRAM.replace("supports: build", "supports: bild")
    edited = pipeline.edit(loaded(text), [Add(Claim("home", "They stay at home."))])
    assert edited.loaded.map.claim["home"]


def test_what_comes_to_nothing_changes_no_file():
    edited = pipeline.edit(loaded(), [Rename("faster", "quick"), Rename("quick", "faster")])
    assert edited.texts == ()


@pytest.mark.parametrize("name", ["a.json", "a.argdown.json"])
def test_formats_that_cannot_be_edited(name):
    text = '{"argmap": 1, "claims": {"a": "A."}}' if name == "a.json" else '{"statements": {}, "arguments": {}}'
    with pytest.raises(RefusedError, match="cannot be edited"):
        pipeline.edit(loaded(text, name), [Remove(("a",))])


def test_a_text_that_is_no_map():
    with pytest.raises(RefusedError, match="cannot be read as a map"):
        pipeline.edit(loaded("argmap: 1\nclaims: ["), [Remove(("a",))])


def test_files_that_a_text_includes(tmp_path):
    (tmp_path / "part.argdown").write_text("[Faster]\n  - [Not much]: It saves a minute.\n", encoding="utf-8")
    main = tmp_path / "main.argdown"
    before = loaded("[Faster]: A tram halves the trip.\n\n@include(part.argdown)\n", str(main), path=str(main))
    edited = pipeline.edit(before, [Rename("Faster", "Quick"), Rename("Quick", "Shorter trips")])
    texts = {source.name: text for source, text in edited.texts}
    assert texts[str(main)].startswith("[Shorter trips]: A tram")
    assert texts[str(tmp_path / "part.argdown")].startswith("[Shorter trips]\n")
    assert (tmp_path / "part.argdown").read_text(encoding="utf-8").startswith("[Faster]\n")
