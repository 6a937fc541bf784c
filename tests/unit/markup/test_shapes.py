"""Links, lists and tables in each markup."""

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from markdown_it import MarkdownIt

from argmap.markup import MARKUPS, Item
from argmap.markup.plain import address

ITEMS = [Item("a"), Item("b", 1), Item("c", 2), Item("d", 1), Item("e"), Item("f", 1)]


@pytest.mark.parametrize("name", MARKUPS)
@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "x.html", "", "https://", "http:x"]
)
def test_only_safe_addresses_become_links(name, target):
    assert MARKUPS[name].link("words", target) == "words"


@pytest.mark.parametrize("name", MARKUPS)
def test_an_address_cannot_leave_its_place(name):
    link = MARKUPS[name].link("words", 'https://example.org/a b)>]}"\\%`<i>')
    assert not set(' ">`)]}<') & set(link.partition("example.org")[2].partition("%3Ci%3E")[0])


def test_an_address_is_percent_encoded_and_otherwise_kept():
    assert address("https://example.org/a_b?c=1&d=%20#e") == "https://example.org/a_b?c=1&d=%20#e"
    assert address(" https://example.org/é 100% ") is None
    assert address("https://example.org/é100%") == "https://example.org/%C3%A9100%25"
    assert address("mailto:a@example.org") == "mailto:a@example.org"


@pytest.mark.parametrize("name", MARKUPS)
def test_nothing_stays_nothing(name):
    markup = MARKUPS[name]
    assert [markup.strong(""), markup.emphasis(""), markup.link("", "https://example.org"), markup.bullets([])] == [
        ""
    ] * 4
    assert markup.table([], []) == ""


def depth_in_markdown(text):
    found, level = [], 0
    for token in MarkdownIt().parse(text):
        level += (token.type == "bullet_list_open") - (token.type == "bullet_list_close")
        if token.type == "inline":
            found.append((token.content, level - 1))
    return found


def test_lists_are_nested():
    expected = [(item.text, item.level) for item in ITEMS]
    assert depth_in_markdown(MARKUPS["markdown"].bullets(ITEMS)) == expected
    tree = publish_doctree(
        MARKUPS["restructuredtext"].bullets(ITEMS), settings_overrides={"report_level": 1, "halt_level": 1}
    )
    found = []
    for node in tree.findall(nodes.paragraph):
        level, above = -1, node.parent
        while above is not None:
            level += isinstance(above, nodes.bullet_list)
            above = above.parent
        found.append((node.astext(), level))
    assert found == expected
    assert MARKUPS["asciidoc"].bullets(ITEMS) == "* a\n** b\n*** c\n** d\n* e\n** f\n"
    written = MARKUPS["html"].bullets(ITEMS)
    assert written.count("<ul>") == written.count("</ul>") == 4
    assert written.count("<li>") == written.count("</li>") == 6


def test_a_list_in_latex_is_never_too_deep():
    written = MARKUPS["latex"].bullets([Item(str(level), level) for level in range(30)])
    assert written.count(r"\begin{itemize}") == written.count(r"\end{itemize}") == 4
    assert r"\item\leftskip=1em\relax 4" in written
    assert r"\item\leftskip=8em\relax 29" in written


def test_the_shift_of_a_deep_item_ends_with_it():
    written = MARKUPS["latex"].bullets([*(Item(str(level), level) for level in range(5)), Item("back", 3)])
    assert r"\item\leftskip=0em\relax back" in written


def test_tables_are_filled_up():
    written = MARKUPS["markdown"].table(["a", "b"], [["c"]])
    assert written == "| a | b |\n| --- | --- |\n| c |  |\n"
    tree = publish_doctree(
        MARKUPS["restructuredtext"].table(["a", "b"], [["c"], ["d", "e"]]),
        settings_overrides={"report_level": 1, "halt_level": 1},
    )
    assert [cell.astext() for cell in tree.findall(nodes.entry)] == ["a", "b", "c", "", "d", "e"]
    assert len(list(tree.findall(nodes.thead))) == 1
    html = MARKUPS["html"].table(["a", "b"], [["c"]])
    assert '<th scope="col">a</th><th scope="col">b</th>' in html
    assert "<td>c</td><td></td>" in html
    latex = MARKUPS["latex"].table(["a", "b"], [["c"]])
    assert latex.startswith("\\begin{longtable}{p{\\dimexpr\\linewidth/2-2\\tabcolsep\\relax}p{")
    assert latex.count("\\tabularnewline") == 2
    assert MARKUPS["asciidoc"].table(["a", "b"], [["c"]]) == '[%header,cols="1,1"]\n|===\n|a\n|b\n\n|c\n|\n|===\n'


def test_restructuredtext_has_no_markup_in_markup():
    markup = MARKUPS["restructuredtext"]
    strong = markup.strong("words")
    assert markup.emphasis(strong) == strong
    assert markup.link(strong, "https://example.org") == "`words <https://example.org>`__"
    assert markup.strong(markup.text("a * b")) == r"**a \* b**"
