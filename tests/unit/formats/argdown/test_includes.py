"""Files that a text includes."""

from pathlib import Path

import pytest

from argmap.core.source import SourceFile
from argmap.formats.argdown.text import includes
from argmap.formats.argdown.text.includes import splice
from argmap.formats.argdown.text.syntax import Place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for the main file, with a file beside it that is none of its business."""
    (tmp_path / "secret.argdown").write_text("secret")
    inside = tmp_path / "debate"
    inside.mkdir()
    return inside


def main(folder: Path, text: str) -> SourceFile:
    path = folder / "main.argdown"
    path.write_text(text, encoding="utf-8")
    return SourceFile(str(path), text, str(path))


def refused(folder: Path, text: str) -> tuple[str, str]:
    """The text at the place and the message of the one include that is refused; the text stays as it was typed."""
    script, (found,) = splice(main(folder, text))
    assert script.text == text
    assert found.name == "unreadable-include"
    assert found.primary
    return found.primary.text, found.message.partition(" is not included: ")[2]


def test_a_text_without_includes_is_itself() -> None:
    source = SourceFile("<stdin>", "[A]: b\r\n")
    script, found = splice(source)
    assert (script.text, script.source, found) == ("[A]: b\r\n", source, [])


def test_included_text_takes_the_place_of_the_sign(folder: Path) -> None:
    (folder / "parts").mkdir()
    (folder / "parts" / "one.argdown").write_text("One\n@include(two.argdown)\n")
    (folder / "parts" / "two.argdown").write_bytes(b"\xef\xbb\xbfTwo")
    script, found = splice(main(folder, "A\n@include( parts/one.argdown )\nB\n"))
    assert (script.text, found) == ("A\nOne\nTwo\n\nB\n", [])
    for word, name in (("A", "main"), ("One", "one"), ("Two", "two"), ("B", "main")):
        start = script.text.index(word)
        span = script.span(Place(start, start + len(word)))
        assert span.text == word
        assert span.source.name.endswith(f"{name}.argdown")
    assert script.span(Place(0, 12)).text == "A\n"


def test_the_main_file_comes_first_even_if_it_begins_with_an_include(folder: Path) -> None:
    (folder / "a.argdown").write_text("")
    source = main(folder, "@include(a.argdown)B")
    script, _ = splice(source)
    assert (script.text, script.source) == ("B", source)
    assert script.span(Place(0, 1)).start == 19


def test_comments_include_nothing(folder: Path) -> None:
    (folder / "a.argdown").write_text("A")
    text = "<!-- @include(a.argdown) --> /* @include(a.argdown) */\n// @include(a.argdown)\n"
    script, found = splice(main(folder, text))
    assert (script.text, found) == (text, [])
    script, _ = splice(main(folder, "<!-- never closed, http://a.b @include(a.argdown)"))
    assert script.text == "<!-- never closed, http://a.b A"


def test_outside_the_folder_nothing_is_read(folder: Path) -> None:
    outside = "it lies outside the folder of the main file"
    assert refused(folder, "@include(../secret.argdown)") == ("@include(../secret.argdown)", outside)
    assert refused(folder, "@include(/etc/hostname)")[1] == outside
    (folder / "link.argdown").symlink_to(folder.parent / "secret.argdown")
    assert refused(folder, "@include(link.argdown)")[1] == outside
    (folder / "sub").mkdir()
    (folder / "sub" / "a.argdown").write_text("@include(../../secret.argdown)")
    script, (found,) = splice(main(folder, "@include(sub/a.argdown)"))
    assert "secret\n" not in script.text
    assert found.primary
    assert found.primary.source.name.endswith("a.argdown")


def test_each_file_is_included_once(folder: Path) -> None:
    (folder / "a.argdown").write_text("A @include(b.argdown)")
    (folder / "b.argdown").write_text("B @include(a.argdown)")
    script, found = splice(main(folder, "@include(a.argdown) @include(./b.argdown) @include(main.argdown)"))
    assert script.text == "A B @include(a.argdown) @include(./b.argdown) @include(main.argdown)"
    assert [item.message.partition(": ")[2] for item in found] == ["it is already part of this text"] * 3


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere.argdown", "there is no such file"),
        (".", "it is not a file"),
        ("a\x00b", "this is no path"),
        ("n" * 5000, "File name too long"),
    ],
)
def test_what_is_no_file_is_refused(folder: Path, name: str, reason: str) -> None:
    assert refused(folder, f"@include({name})")[1] == reason


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / "a.argdown").write_bytes(b"fine\n\xff")
    assert refused(folder, "@include(a.argdown)")[1] == "in line 2 of it the byte 0xFF is not UTF-8"


def test_bounds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (folder / name).write_text("1234567890")
    monkeypatch.setattr(includes, "MAX_CHARACTERS", 60)
    assert "more than 60 characters" in refused(folder, "@include(a) and fifty more characters to fill the rest")[1]
    monkeypatch.setattr(includes, "MAX_FILES", 2)
    script, (found,) = splice(main(folder, "@include(a)@include(b)@include(c)"))
    assert script.text.endswith("@include(c)")
    assert found.message.endswith("a text can include 2 files")


def test_a_text_without_a_file_includes_nothing() -> None:
    _, (found,) = splice(SourceFile("<stdin>", "@include(a.argdown)"))
    assert found.message == "`a.argdown` is not included: a text that does not come from a file cannot include others"


def test_a_sign_without_a_path_is_just_text(folder: Path) -> None:
    text = "@include() @include(a\n) @include"
    assert splice(main(folder, text))[1] == []
