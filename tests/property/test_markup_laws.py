"""The law of escaping: parsed again, words say the plain text and nothing else, wherever they stand."""

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.markup import MARKUPS
from argmap.markup.plain import one_line
from tests.maps import NASTY_TEXTS

QUIET = {"report_level": 5, "halt_level": 5, "file_insertion_enabled": False, "raw_enabled": False}
MARKS = st.lists(
    st.sampled_from([*"*_`|:<>[](){}#.-+=~^$!?@&;,'\"\\/%1aix \u2022\u2014", "::", "http://x", ".. "]), max_size=9
)
TEXTS = (NASTY_TEXTS | MARKS.map("".join)).filter(one_line)


@given(TEXTS)
def test_markdown(plain):
    words, said = MARKUPS["markdown"].text(plain), one_line(plain)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for before, after in (("", ""), ("x ", ""), ("", " x"), ("x\n", "")):
        tokens = parser.parse(before + words + after)
        kinds = {child.type for token in tokens for child in token.children or ()}
        assert kinds <= {"text", "text_special", "softbreak"}
        assert [
            token.type for token in tokens if token.type not in ("paragraph_open", "paragraph_close", "inline")
        ] == []
        content = "".join(child.content or "\n" for token in tokens for child in token.children or ())
        assert content == (before + said + after).strip()


@given(TEXTS)
def test_restructuredtext(plain):
    words, said = MARKUPS["restructuredtext"].text(plain), one_line(plain)
    for before, after in (("", ""), ("x ", ""), ("", " x"), ("x\n", "")):
        tree = publish_doctree(f"{before}{words}{after}\n\nlast", settings_overrides=QUIET)
        kinds = {type(node) for node in tree.findall()}
        assert kinds <= {nodes.document, nodes.paragraph, nodes.Text}
        assert tree.children[0].astext() == (before + said + after).strip()


@given(TEXTS, TEXTS)
def test_cells_of_a_table_and_items_of_a_list_stay_apart(one, other):
    markup = MARKUPS["markdown"]
    tokens = (
        MarkdownIt("commonmark").enable("table").parse(markup.table(["a"], [[markup.text(one)], [markup.text(other)]]))
    )
    cells = ["".join(child.content for child in token.children) for token in tokens if token.type == "inline"]
    assert cells == ["a", one_line(one), one_line(other)]
    rest = MARKUPS["restructuredtext"]
    tree = publish_doctree(rest.table(["a"], [[rest.text(one)], [rest.text(other)]]), settings_overrides=QUIET)
    assert [cell.astext() for cell in tree.findall(nodes.entry)] == ["a", one_line(one), one_line(other)]


@pytest.mark.parametrize("name", MARKUPS)
@given(text=TEXTS)
def test_words_are_one_line_and_depend_on_nothing_else(name, text):
    words = MARKUPS[name].text(text)
    assert words == MARKUPS[name].text(one_line(text))
    assert words.splitlines() in ([], [words])
    assert words == words.strip()
