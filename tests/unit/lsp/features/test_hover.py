"""What is told of the thing under the pointer."""

import pytest
from lsprotocol.types import MarkupContent, MarkupKind

from argmap.lsp.features.hover import hover
from tests.unit.lsp.features.marked import TRAM, TRAM_IN_ARGDOWN, map_of, marked, with_cursor, words_at


def told(text, format="yaml", earlier=None, path=None, **given):
    found, position = marked(text, format, earlier, path)
    shown = hover(found, position, **given)
    if shown is None:
        return None
    assert isinstance(shown.contents, MarkupContent)
    return shown.contents.value


def test_a_claim_with_its_words_its_relations_and_the_tree_around_it():
    words = told(with_cursor(TRAM, "tram, with"))
    assert words is not None
    assert words.startswith("**Build the tram** `tram`\n\nThe town should build a tram line.\n\nheld by The mayor\n\n")
    assert "- `build` Should the town build a tram line?" in words
    assert "supported by `faster` A tram halves the trip to the centre. + `ridership`" in words
    assert "- ⊣ the step is undercut by `remote-work`" in words
    assert "− attacked by `cost` It costs 🙂 too much." in words
    assert "```text\n? Should the town build a tram line?" in words
    assert "└─ − It costs 🙂 too much." in words


def test_what_a_claim_bears_on():
    assert "- undercuts the step from `faster`" in (told(with_cursor(TRAM, "remote-work")) or "")
    assert "- supports `tram` Build the tram together with `ridership`" in (told(with_cursor(TRAM, "faster:")) or "")


def test_the_range_is_the_name():
    found, position = marked(with_cursor(TRAM, "demand}"))
    shown = hover(found, position)
    assert shown is not None and shown.range is not None
    assert words_at(found, shown.range) == "demand"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("demand}", "**support** `demand`\n\n`faster` A tram halves the trip to the centre. + `ridership`"),
        ("mayor\n", "**The mayor** `mayor`\n\nin office\n\nholds:\n\n- `tram` Build the tram"),
        ("build\n", "`build`\n\nShould the town build a tram line?\n\npositions:\n\n- `tram` Build the tram"),
        ("money:", "**Money** `money`\n\nmembers:\n\n- `cost` It costs 🙂 too much."),
        ("study:", "**[Transport study](<https://example.org/study>)** `study`\n\nTown council\n\n3 paragraphs"),
        ("p3", "**[Transport study](<https://example.org/study>)** `study`"),
        ("positive-con", "**positive-consequences**: Argument from positive consequences\n\nSomething should be done"),
        ("with: [r", "`with`\n\nFurther premises, linked"),
        ("answers", "`answers`\n\nQuestion or questions to which this is a position."),
        ("groups:", "`groups`\n\nParts of the map, by id."),
    ],
)
def test_what_is_told_of_names_and_fields(before, expected):
    assert (told(with_cursor(TRAM, before)) or "").startswith(expected)


@pytest.mark.parametrize("before", ["The town should", "1\n", "# the position", "🙂 too much", "  tram:"])
def test_nothing_is_told_of_prose(before):
    assert told(with_cursor(TRAM, before)) is None


@pytest.mark.parametrize("cited", ["study#⟨⟩p1", "⟨⟩study#p1", "[⟨⟩study#p1]", "{source: st⟨⟩udy, paragraph: 1}"])
def test_the_words_of_a_cited_paragraph(tmp_path, cited):
    (tmp_path / "study.txt").write_text("It *costs*\n40 million.\n\nIt takes years.\n")
    text = (
        f"argmap: 1\nsources:\n  study: {{title: Study, text: study.txt}}\nclaims:\n  a: {{text: x, cites: {cited}}}\n"
    )
    words = told(text, path=str(tmp_path / "map.argmap.yaml"))
    assert words is not None
    assert words.startswith("“It \\*costs\\* 40 million.”\n\n**Study** `study`")


def test_markdown_in_a_text_is_harmless():
    words = told("argmap: 1\nclaims:\n  ⟨⟩a: '*x* <b> [y](http://z) ``` # h'\n")
    assert words is not None
    head, _, tree = words.partition("````text\n")
    assert "\\*x\\*" in head and "<b>" not in head and "[y](" not in head
    assert tree.endswith("\n````")


def test_plain_text_where_the_editor_wants_that():
    found, position = marked(with_cursor(TRAM, "tram, with"))
    shown = hover(found, position, markdown=False)
    assert shown is not None
    assert isinstance(shown.contents, MarkupContent)
    assert shown.contents.kind == MarkupKind.PlainText
    assert not any(sign in shown.contents.value for sign in ("**", "`", "\\"))


def test_long_lists_are_cut():
    reasons = "".join(f"  c{number}: {{text: Claim {number}., supports: a}}\n" for number in range(200))
    words = told("argmap: 1\nclaims:\n  ⟨⟩a: x\n" + reasons)
    assert words is not None
    assert "- and 192 more" in words
    assert words.count("\n") < 80


def test_argdown_names_by_titles():
    words = told(with_cursor(TRAM_IN_ARGDOWN, "Build the tram]"), "argdown")
    assert words is not None
    assert "The town should build a tram line." in words
    assert "attacked by &#91;Too dear" in words
    assert "└─ − Too dear" in words


def test_broken_text_is_told_from_the_map_as_it_was():
    earlier = map_of(TRAM)
    broken = TRAM.replace("  ridership:", "  new: {text: x, attacks: cost, by: mayor\n  ridership:")
    assert (told(with_cursor(broken, "demand}"), earlier=earlier) or "").startswith("**support** `demand`")
    assert (told(with_cursor(broken, "cost, by"), earlier=earlier) or "").startswith("`cost`")
    assert (told(with_cursor(broken, "mayor\n  rid"), earlier=earlier) or "").startswith("**The mayor**")
    assert told(with_cursor(broken, "new:"), earlier=earlier) is None
    assert told(with_cursor(broken, "cost, by")) is None
