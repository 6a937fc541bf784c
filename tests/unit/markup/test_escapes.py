"""Plain text stays plain in each markup: seen by the real parser where the suite has one."""

from html.parser import HTMLParser

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from markdown_it import MarkdownIt

from argmap.markup import MARKUPS
from argmap.markup.plain import one_line

QUIET = {"report_level": 5, "halt_level": 5, "file_insertion_enabled": False, "raw_enabled": False}

TEXTS = [
    "# a heading",
    "1. a number",
    "a) a letter",
    "(iv) a Roman number",
    "- a dash",
    "+ a plus",
    "• a bullet",
    "-- a dash of two",
    "---",
    "====",
    "\\\\\\\\",
    "***",
    "> quoted",
    ">>> code",
    ":field: value",
    ": defined",
    "--option value",
    "| a line | of cells |",
    "||",
    "a *strong* **word** and `code` and ``more``",
    "snake_case_ and word__ and _`target`",
    "|substitution| and |other|_",
    ":role:`text` and `text`:role:",
    "[1]_ and [#note]_ and [cite]_",
    "see https://example.org/a?b=1 and www.example.org and a@example.org",
    "mailto:a@example.org",
    "[label](https://example.org) ![image](x.png) [ref][1] [^1]",
    "<b>bold</b> &amp; <script>alert(1)</script> <!-- no --> <https://example.org>",
    "costs $5 or $6 at @home ~~gone~~ x^2^ H~2~O",
    "words {.class #id} {{ variable }} {% tag %}",
    "wait!",
    "a sentence that ends with::",
    "a sentence that ends with a backslash \\",
    ".. image:: x.png",
    ".. _target: https://example.org",
    "__ https://example.org",
    "Table: not a caption",
    "NOTE: not a box",
    "``` fence",
    "~~~ fence",
    "::: part",
    "!!! note",
    "=== underlined",
    "+++",
    "“quoted” — 論点 حجة 🙂",
    "10:30 and 5: five",
    "C. Einstein",
    "[all of it]",
]


def github():
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def spread(text):
    """A text where words may stand: alone, behind words, before words, and as a line of a paragraph."""
    return [f"{text}", f"before {text}", f"{text} after"]


@pytest.mark.parametrize("plain", TEXTS)
def test_markdown_says_the_same_and_nothing_else(plain):
    parser = github()
    words = MARKUPS["markdown"].text(plain)
    for source, said in zip(spread(words), spread(plain), strict=True):
        tokens = parser.parse(source)
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], source
        children = tokens[1].children
        assert {child.type for child in children} <= {"text", "text_special"}, source
        assert "".join(child.content for child in children) == said


@pytest.mark.parametrize("plain", TEXTS)
def test_words_of_markdown_stay_in_a_cell_an_item_and_a_link(plain):
    markup = MARKUPS["markdown"]
    words = markup.text(plain)
    table = github().parse(markup.table(["head", words], [[words, "end"]]))
    cells = [token for token in table if token.type == "inline"]
    assert ["".join(child.content for child in cell.children) for cell in cells] == ["head", plain, plain, "end"]
    link = github().parse(f"{words} {markup.link(words, 'https://example.org')} {markup.strong(words)}")
    assert [child.type for child in link[1].children if child.type.startswith(("link", "image"))] == [
        "link_open",
        "link_close",
    ]


def test_a_mark_of_exclamation_before_a_link_makes_no_image():
    markup = MARKUPS["markdown"]
    tokens = MarkdownIt().parse(markup.text("Look!") + markup.link("here", "https://example.org"))
    assert "image" not in {child.type for child in tokens[1].children}


def doctree(source):
    return publish_doctree(source, settings_overrides={**QUIET, "smart_quotes": False})


@pytest.mark.parametrize("plain", TEXTS)
def test_restructuredtext_says_the_same_and_nothing_else(plain):
    words = MARKUPS["restructuredtext"].text(plain)
    for source, said in zip(spread(words), spread(plain), strict=True):
        tree = doctree(f"First.\n\n{source}\n\nLast.\n")
        assert [type(node) for node in tree.children] == [nodes.paragraph] * 3, source
        middle = tree.children[1]
        assert [type(node) for node in middle.children] == [nodes.Text], source
        assert middle.astext() == said


@pytest.mark.parametrize("plain", TEXTS)
def test_words_of_restructuredtext_stay_in_a_cell_an_item_and_strong_words(plain):
    markup = MARKUPS["restructuredtext"]
    words = markup.text(plain)
    tree = doctree(markup.table(["head"], [[words]]))
    assert [cell.astext() for cell in tree.findall(nodes.entry)] == ["head", plain]
    strong = doctree(f"It is {markup.strong(words)}.")
    assert [node.astext() for node in strong.findall(nodes.strong)] == [plain]
    link = doctree(f"It is {markup.link(words, 'https://example.org/a_')}.")
    assert [node.astext() for node in link.findall(nodes.reference)] == [plain]
    assert [node["refuri"] for node in link.findall(nodes.reference)] == ["https://example.org/a%5F"]


class Seen(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.words = [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("plain", TEXTS)
def test_html_says_the_same_and_nothing_else(plain):
    words = MARKUPS["html"].text(plain)
    seen = Seen(f"<p title='{words}'>{words}</p>")
    assert seen.tags == [("p", {"title": plain})]
    assert seen.words == plain


@pytest.mark.parametrize("name", MARKUPS)
@pytest.mark.parametrize("plain", TEXTS)
def test_a_text_is_one_line_in_every_markup(name, plain):
    text = MARKUPS[name].text
    assert text(f" {plain}\r\n") == text(plain)
    assert "\n" not in text(f"{plain}\n\n{plain}")
    assert text("") == ""


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("50% of A & B_c #1 {x} $5", r"50\% of A \& B\_c \#1 \{x\} \$5"),
        ("\\input{secret}", r"\textbackslash{}input\{secret\}"),
        ("a~b^c<d>e|f", r"a\textasciitilde{}b\textasciicircum{}c\textless{}d\textgreater{}e\textbar{}f"),
        ('"quoted" `so`', r"\symbol{34}quoted\symbol{34} \textasciigrave{}so\textasciigrave{}"),
        ("a -- b --- c, ,, '' <<", r"a -{}- b -{}-{}- c, ,{}, '{}' \textless{}\textless{}"),
        ("[a] *", "{[}a{]} *"),
        ("* first", "{}* first"),
        ("論点 é “x”", "論点 é “x”"),
    ],
)
def test_latex_has_no_commands_and_no_ligatures(plain, words):
    assert MARKUPS["latex"].text(plain) == words


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        (
            "*a* _b_ `c` #d# ^e^ ~f~ +g+",
            "&#42;a&#42; &#95;b&#95; &#96;c&#96; &#35;d&#35; &#94;e&#94; &#126;f&#126; &#43;g&#43;",
        ),
        ("{attribute} image::x[]", "&#123;attribute&#125; image&#58;&#58;x&#91;&#93;"),
        ("<<xref>> a|b", "&#60;&#60;xref&#62;&#62; a&#124;b"),
        ("NOTE: x", "NOTE&#58; x"),
        ("1. x", "1&#46; x"),
        (". x", "&#46; x"),
        ("term:: x", "term&#58;&#58; x"),
        ("term;; x", "term&#59;&#59; x"),
        ("*; x", "&#42;&#59; x"),
        ("((index)) (C) a... b--c", "&#40;(index)) &#40;C) a&#46;.. b-&#45;c"),
        ("https://example.org a@b.org", "https&#58;//example.org a&#64;b.org"),
        ("at 10:30; it's fine", "at 10:30; it's fine"),
    ],
)
def test_asciidoc_has_references_for_what_acts(plain, words):
    assert MARKUPS["asciidoc"].text(plain) == words


def test_gaps_and_control_characters_go():
    assert one_line(" a\x00b\t c\u2028d\x1b[0m\r\ne\ud800\uffff ") == "ab c d[0m e"
    assert one_line("a\xa0b") == "a\xa0b"
