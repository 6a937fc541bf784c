"""The stages together: encodings, local texts, repeated fixes, letters that a picture cannot hold."""

import pytest

from argmap import pipeline
from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile
from argmap.project import Settings

MAP = "argmap: 1\nclaims:\n  a: Größe.\n  b: {text: B., attacks: a}\n"


def names(loaded):
    return [item.name for item in pipeline.check(loaded)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_its_usual_forms_is_read(tmp_path, encoding):
    path = tmp_path / "a.argmap.yaml"
    path.write_bytes(MAP.encode(encoding))
    assert pipeline.load(pipeline.read(str(path))).map.claim["a"].text == "Größe."


def test_other_encodings_are_a_finding_with_its_place(tmp_path):
    path = tmp_path / "a.argmap.yaml"
    path.write_bytes(MAP.encode("latin-1"))
    loaded = pipeline.load(pipeline.read(str(path)))
    assert loaded.map is None
    (found,) = loaded.diagnostics
    assert (found.name, found.primary.line, found.primary.column) == ("unreadable-file", 3, 8)
    assert "0xF6" in found.message


@pytest.mark.parametrize(("name", "reason"), [("none.yaml", "no such file"), (".", "folder"), ("a\0b", "null")])
def test_what_cannot_be_opened_is_a_fault_of_the_environment(tmp_path, monkeypatch, name, reason):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArgmapError, match=reason):
        pipeline.read(name)


def test_the_format_follows_from_the_name_or_the_text():
    as_json = '{"argmap": 1, "claims": {"a": "A."}}'
    for name in ("x.argmap.json", "x.json", "<stdin>"):
        assert pipeline.load(SourceFile(name, as_json)).map.claim["a"].text == "A."
    assert pipeline.load(SourceFile("x.txt", MAP)).map is not None
    with pytest.raises(ArgmapError, match="no format `ymal`"):
        pipeline.load(SourceFile("x", MAP), "ymal")
    with pytest.raises(ArgmapError, match="does not read"):
        pipeline.load(SourceFile("x", MAP), "dot")


def test_local_texts_are_read_only_inside_the_folder_of_the_map(tmp_path):
    folder = tmp_path / "maps"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("One.")
    (folder / "inside.txt").write_text("One.\n\nTwo.")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    path = folder / "a.argmap.yaml"
    path.write_text(
        "argmap: 1\nsources:\n"
        "  good: {title: G, text: inside.txt}\n"
        "  up: {title: U, text: ../secret.txt}\n"
        "  root: {title: R, text: /etc/hostname}\n"
        "  link: {title: L, text: link.txt}\n"
        '  nul: {title: N, text: "a\\0b"}\n'
    )
    found = pipeline.texts_of(pipeline.load(pipeline.read(str(path))).map)
    assert found["good"].text == "One.\n\nTwo."
    assert {name for name, text in found.items() if text is None} == {"up", "root", "link", "nul"}


def test_safe_fixes_are_applied_until_none_is_left():
    text = "argmap: 1\nclaims:\n  a: A.\n  b: {text: B., attacks: [a, a, a, a], tags: [x, x]}\n"
    fixed, number = pipeline.fix(pipeline.load(SourceFile("a.argmap.yaml", text)))
    assert "attacks: [a], tags: [x]" in fixed.text
    assert number == 4
    assert pipeline.check(pipeline.load(fixed)) == []


def test_settings_reach_the_rules():
    loaded = pipeline.load(SourceFile("a.argmap.yaml", MAP.replace("text: B.", "text: B., title: A rather long title")))
    assert names(loaded) == []
    assert [item.name for item in pipeline.check(loaded, Settings(title_length=10))] == ["long-title"]


def test_text_from_right_to_left_is_drawn_in_every_format():
    found = pipeline.load(SourceFile("a", "argmap: 1\nclaims:\n  a: {text: نعم, title: שלום}\n")).map
    assert "نعم" in pipeline.render(found, "svg").data.decode()
    assert pipeline.render(found, "png").data.startswith(b"\x89PNG")
    made = pipeline.render(found, "pdf")
    assert made.data.startswith(b"%PDF")
    assert "right to left" in made.notes[0]
