"""Blocks in LaTeX: where they are found, where not, and how they are written."""

import pytest

from argmap.core.source import SourceFile
from argmap.embed import Attributes
from argmap.embed.documents.base import Placed
from argmap.embed.documents.latex import HOST


def scan(text):
    return HOST.scan(SourceFile("report.tex", text))


def only(text):
    found = scan(text)
    assert found.diagnostics == ()
    assert len(found.blocks) == 1
    return found.blocks[0]


def given(block):
    return {item.name: item.value for item in block.given}


def placed(**changes):
    usual = {"kind": "figure", "attributes": Attributes(), "body": None, "margin": "", "path": "x.pdf", "alt": "Alt"}
    return Placed(**{**usual, **changes})


@pytest.mark.parametrize(
    ("options", "attributes"),
    [
        ("file=a.yaml", {"file": "a.yaml"}),
        ("file={a b.yaml}, caption={A, b, and {\\&} c}", {"file": "a b.yaml", "caption": "A, b, and {&} c"}),
        ('caption="so, said he", legend', {"caption": "so, said he", "legend": ""}),
        ("width=80%", {"width": "80%"}),
        ("width=80\\%", {"width": "80%"}),
        ("width=0.35\\linewidth", {"width": "35%"}),
        ("width=\\textwidth", {"width": "100%"}),
        ("caption={50\\% of A \\& B\\_c~d\\textbackslash{}e {[}f{]}}", {"caption": "50% of A & B_c d\\e [f]"}),
        ("caption={\\emph{kept}}", {"caption": "\\emph{kept}"}),
        ("\n  file=a.yaml, % the map\n  name=fig:x,\n", {"file": "a.yaml", "name": "fig:x"}),
        ("", {}),
    ],
)
def test_options(options, attributes):
    assert given(only(f"\\begin{{argmap}}[{options}]\n\\end{{argmap}}\n")) == attributes


def test_places_of_options():
    block = only("\\begin{argmap}[file=a.yaml, caption={x, y}]\n\\end{argmap}\n")
    assert [item.span.text for item in block.given] == ["file=a.yaml", "caption={x, y}"]


def test_an_environment_with_a_map():
    block = only("Text\n  \\begin{argmap}[name=x]\n    argmap: 1\n      a: 50%\n  \\end{argmap} % done\nText\n")
    assert block.body == "argmap: 1\n  a: 50%\n"
    assert (block.body_line, block.margin) == (3, "  ")
    assert block.span.text.startswith("  \\begin")
    assert block.span.text.endswith("\\end{argmap} % done")


def test_on_one_line():
    assert given(only("\\begin{argmap}[file=a]\\end{argmap}\n")) == {"file": "a"}


def test_options_that_cannot_be_read_are_told():
    found = scan("\\begin{argmap}[=x, file=a]\n\\end{argmap}\n")
    assert [(item.name, item.primary.text.strip()) for item in found.diagnostics] == [("invalid-attribute", "=x")]


@pytest.mark.parametrize("name", ["verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment"])
def test_examples_are_left_alone(name):
    text = f"\\begin{{{name}}}\n\\begin{{argmap}}[file=no]\n% argmap file=no\n\\end{{{name}}}\n% argmap file=yes\n"
    assert given(only(text)) == {"file": "yes"}


@pytest.mark.parametrize(
    "text",
    [
        "% \\begin{argmap}[file=no]",
        "\\verb|\\begin{verbatim}|",
        "% \\begin{verbatim}",
        "\\lstinline!\\begin{lstlisting}!",
        "\\verb+%+ \\verb*|\\begin{comment}|",
        "% argmaps file=no",
        "50\\% argmap file=no",
        "text % argmap file=no",
    ],
)
def test_what_looks_alike_is_left_alone(text):
    assert given(only(f"{text}\n% argmap file=yes\n")) == {"file": "yes"}


def test_behind_the_end_of_the_document_nothing_counts():
    assert scan("\\end{document}\n\\begin{argmap}[file=no]\n").blocks == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n\\begin{argmap}\nargmap: 1\n", 2),
        ("\\begin{argmap}[file={a]\n\\end{argmap}\n", 1),
        ("\\begin{argmap}[file=a]\n\\end{argmap} and more\n", 2),
        ("% argmap outline file=a\ntext\n", 1),
        ("% argmap end\n", 1),
    ],
)
def test_what_is_not_closed_is_told(text, line):
    found = scan(text)
    assert found.blocks == ()
    assert [(item.name, item.primary.line) for item in found.diagnostics] == [("unclosed-block", line)]


def test_a_marker_takes_the_image_behind_it():
    text = "% argmap file=a.yaml\n\\includegraphics[width=0.5\\linewidth,\n  alt={A \\& {[}b{]}}]{my.map.pdf}\nText\n"
    block = only(text)
    assert block.picture == ("my.map.pdf", "A & [b]")
    assert given(block) == {"file": "a.yaml", "width": "50%"}
    assert block.span.text == text.removesuffix("\nText\n")


@pytest.mark.parametrize("behind", ["Text \\includegraphics{x}", "\\includegraphics{x} text", "\\includegraphics[a]"])
def test_another_image_is_not_taken(behind):
    assert only(f"% argmap file=a\n{behind}\n").picture is None


def test_a_figure_that_is_not_its_own_is_told():
    text = "% argmap file=a figure=x.pdf\n\\begin{figure}\n\\includegraphics{x.pdf}\n\\caption{Mine}\n\\end{figure}\n"
    found = scan(text)
    assert [item.name for item in found.diagnostics] == ["ambiguous-block"]
    inside = only(
        text.replace("% argmap file=a figure=x.pdf\n", "").replace("\\inc", "% argmap file=a figure=x.pdf\n\\inc")
    )
    assert inside.span.text == "% argmap file=a figure=x.pdf\n\\includegraphics{x.pdf}"


def test_a_region():
    block = only("% argmap sources file=a\nold\n% argmap end\n")
    assert (block.kind, block.span.text) == ("sources", "% argmap sources file=a\nold\n% argmap end")


def test_a_figure_is_written():
    attributes = Attributes(file="a.yaml", caption="50% of {it}", width="80%", align="left", name="fig:x")
    assert HOST.write(placed(attributes=attributes, alt="A & B", margin=" ")).splitlines() == [
        ' % argmap file=a.yaml name=fig:x caption="50% of {it}" width=80% align=left',
        " \\begin{figure}[htbp]",
        "   \\raggedright",
        "   \\includegraphics[width=0.8\\linewidth, alt={A \\& B}]{x.pdf}",
        "   \\caption{50\\% of \\{it\\}}",
        "   \\label{fig:x}",
        " \\end{figure}",
    ]


def test_an_image_alone_fits_the_page():
    size = "width=\\linewidth, height=0.85\\textheight, keepaspectratio"
    assert HOST.write(placed(with_marker=False)) == f"\\includegraphics[{size}, alt={{Alt}}]{{x.pdf}}"
    block = placed(with_marker=False, attributes=Attributes(width="400px", align="right"))
    assert HOST.write(block) == "{\\raggedleft \\includegraphics[width=300bp, alt={Alt}]{x.pdf}\\par}"


def test_a_map_stays_in_comments():
    block = placed(attributes=Attributes(figure="x.pdf"), body="argmap: 1\n\na: 5%\rargmap x=1\n", with_marker=True)
    assert HOST.write(block).splitlines()[:5] == [
        "% argmap figure=x.pdf",
        "% argmap: 1",
        "%",
        "% a: 5%",
        "% \\argmap x=1",
    ]


@pytest.mark.parametrize("path", ["a~b.pdf", "a%b.pdf", "a&b$c^d_e f.pdf", "a\\b{c}d.pdf", "x}\\input{y}.pdf"])
def test_a_path_is_only_a_path(path):
    written = HOST.write(placed(attributes=Attributes(figure=path), path=path))
    assert "\\input" not in written.splitlines()[1]
    assert only(written).picture.path == path
