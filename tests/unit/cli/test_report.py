"""`argmap report`: what is written where, what is refused, and what is said of a user's template."""

import re

import pytest
from pypdf import PdfReader

from tests.documents import ROOT
from tests.unit.cli.conftest import BROKEN, SOUND

ARTICLE = str(ROOT / "arguments/european-troops-ukraine.argmap.yaml")
OUTPUTS = ("md", "html", "pdf")


def text_of(path) -> str:
    """The words of a report, whatever it is written as."""
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", OUTPUTS)
def test_a_report_says_what_the_map_says(run, put, here, ending):
    put("tram.argmap.yaml")
    result = run("report", "tram.argmap.yaml", "-o", f"out.{ending}")
    assert (result.exit_code, result.stdout) == (0, "")
    beside = "wrote out-1.svg\n" if ending == "md" else ""
    assert result.stderr == f"{beside}wrote out.{ending}\n"
    text = text_of(here / f"out.{ending}")
    for words in ("Should a town build a tram?", "Reasons for it", "Faster trips", "Objections to it", "Too expensive"):
        assert words in text
    assert "What stands" not in text


@pytest.mark.parametrize("ending", OUTPUTS)
def test_an_evaluation_is_told(run, put, here, ending):
    put("tram.argmap.yaml")
    assert run("report", "tram.argmap.yaml", "-o", f"out.{ending}", "--evaluate", "grounded").exit_code == 0
    text = text_of(here / f"out.{ending}")
    assert "What stands, and why" in text
    assert "falls" in text
    assert "It is attacked by “Too expensive”, which nothing answers." in text


def test_strengths_are_told(run, put, here):
    put("tram.argmap.yaml")
    result = run("report", "tram.argmap.yaml", "-o", "out.md", "--evaluate", "df-quad")
    assert result.exit_code == 0
    assert "no claim has a base score" in result.stderr
    assert "**strength 0.50**" in (here / "out.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", OUTPUTS)
def test_words_alone(run, put, here, ending):
    put("tram.argmap.yaml")
    assert run("report", "tram.argmap.yaml", "-o", f"out.{ending}", "--no-figures").exit_code == 0
    assert "Figure 1" not in text_of(here / f"out.{ending}")
    assert {path.name for path in here.iterdir()} == {"tram.argmap.yaml", f"out.{ending}"}


def test_standard_output_is_markdown_without_figures(run, put):
    put("tram.argmap.yaml")
    result = run("report", "tram.argmap.yaml", "-o", "-")
    assert result.stdout.startswith("# Should a town build a tram?\n")
    assert "![" not in result.stdout
    assert "no figures" in result.stderr
    assert run("report", "-", "-o", "-", "--no-figures", input=SOUND).stdout == result.stdout


def test_a_title_of_ones_own(run, put):
    put("tram.argmap.yaml")
    result = run("report", "tram.argmap.yaml", "-o", "-", "--title", "*Trams*")
    assert result.stdout.startswith("# \\*Trams\\*\n")


def test_a_part_of_the_map(run):
    result = run("report", ARTICLE, "-o", "-", "--question", "consent", "--evaluate", "grounded")
    assert "Would Moscow consent?" in result.stdout
    assert "What secures a ceasefire?" not in result.stdout
    assert "**undecided**" in result.stdout


def test_a_map_in_argdown(run, put, here):
    put("tram.argdown", "# Tram\n\n[Tram]: Build it.\n  + <Faster>: It is faster.\n    - <Not>: Not by much.\n")
    assert run("report", "tram.argdown", "-o", "out.md").exit_code == 0
    text = (here / "out.md").read_text(encoding="utf-8")
    assert "1. **Faster.** It is faster.\n    - *Objection:* Not by much.\n" in text


@pytest.mark.parametrize("ending", OUTPUTS)
def test_a_map_without_claims(run, put, here, ending):
    put("empty.argmap.yaml", "argmap: 1\ntitle: Nothing yet\n")
    assert run("report", "empty.argmap.yaml", "-o", f"out.{ending}", "--evaluate", "grounded").exit_code == 0
    text = text_of(here / f"out.{ending}")
    assert "Nothing yet" in text
    assert "Figure" not in text.replace("figure", "")


def test_a_broken_map_is_refused(run, put, here):
    put("tram.argmap.yaml", BROKEN)
    result = run("report", "tram.argmap.yaml", "-o", "out.html")
    assert result.exit_code == 1
    assert "tram.argmap.yaml:13:" in result.stderr
    assert "mend them first" in result.stderr
    assert not (here / "out.html").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["-o", "out.txt"], 2, "end it with one of .md, .html, .pdf, .docx"),
        (["-o", "out/"], 2, "is a folder"),
        ([], 2, "Missing option"),
        (["-o", "tram.argmap.yaml.md", "--template", "gone.md"], 3, "cannot read `gone.md`"),
        (["-o", "out.md", "--support", "ignore"], 2, "name a semantics with --evaluate"),
        (["-o", "out.md", "--evaluate", "groundet"], 2, "grounded"),
        (["-o", "out.md", "--question", "bild"], 2, "build"),
        (["-o", "gone/out.md", "--no-figures"], 3, "its folder is not there"),
    ],
)
def test_what_is_refused(run, put, *, arguments, status, words):
    put("tram.argmap.yaml")
    result = run("report", "tram.argmap.yaml", *arguments)
    assert result.exit_code == status
    assert words in result.stderr


def test_neither_map_nor_template_is_overwritten(run, put, here):
    put("tram.md", SOUND)
    put("own.html", "{{ report.title }}")
    put("tram.argmap.yaml")
    first = run("report", "tram.md", "--from", "yaml", "-o", "tram.md")
    second = run("report", "tram.argmap.yaml", "-o", "own.html", "--template", "own.html")
    assert (first.exit_code, second.exit_code) == (3, 3)
    assert (here / "tram.md").read_text(encoding="utf-8") == SOUND


@pytest.mark.parametrize(("kind", "ending"), [("md", "md"), ("html", "html"), ("typ", "pdf")])
def test_the_printed_template_makes_the_usual_report(run, put, here, kind, ending):
    put("tram.argmap.yaml")
    put(f"own.{kind}", run("report", "--print-template", kind).stdout)
    assert run("report", "tram.argmap.yaml", "-o", f"a.{ending}").exit_code == 0
    own = run("report", "tram.argmap.yaml", "-o", f"b.{ending}", "--template", f"own.{kind}")
    assert own.exit_code == 0
    first, second = ((here / f"{name}.{ending}").read_bytes() for name in "ab")
    assert first.replace(b"(a-1.svg)", b"(b-1.svg)") == second


@pytest.mark.parametrize(
    ("template", "ending", "line", "words"),
    [
        ("fine\n{% for x in %}", "md", 2, "Expected an expression"),
        ("{{ report.title }}\n\n  {{ report.titel }}", "html", 3, "this part of the report has no attribute 'titel'"),
        ("{{ nobody }}", "md", 1, "'nobody' is undefined"),
        ("\n{{ ().__class__.__base__ }}", "md", 2, "unsafe"),
        ("{{ report.__class__ }}", "md", 1, "unsafe"),
        ("\n\n{{ 1 / 0 }}", "html", 3, "division by zero"),
        ("{{ report.title|words }}", "md", 1, "takes the words"),
        ("{% include 'tram.argmap.yaml' %}", "md", 1, "loader"),
        ("{% for n in range(10000000) %}x{% endfor %}", "md", 1, "Range too big"),
        ("= Fine\n#nobody()", "pdf", 2, "unknown variable"),
        ("= Fine\n\n#let x = (", "pdf", 3, "unclosed"),
        ("{{ report.nobody }}", "pdf", 1, "has no attribute"),
    ],
)
def test_a_faulty_template_is_a_finding_with_its_line(run, put, here, *, template, ending, line, words):
    put("tram.argmap.yaml")
    put("own.txt", template)
    result = run("report", "tram.argmap.yaml", "-o", f"out.{ending}", "--template", "own.txt")
    assert result.exit_code == 1
    assert re.match(rf"own\.txt:{line}:\d+: error\[AM905\]", result.stderr)
    assert words in result.stderr
    assert not (here / f"out.{ending}").exists()


def test_figures_that_a_template_leaves_out_are_not_written(run, put, here):
    put("tram.argmap.yaml")
    put("own.md", "{{ report.title }}")
    assert run("report", "tram.argmap.yaml", "-o", "out.md", "--template", "own.md").exit_code == 0
    assert {path.name for path in here.iterdir()} == {"tram.argmap.yaml", "own.md", "out.md"}


@pytest.mark.parametrize("ending", OUTPUTS)
def test_the_same_map_gives_the_same_bytes(process, put, here, ending):
    put("tram.argmap.yaml")
    made = []
    for seed in ("1", "2"):
        done = process("report", "tram.argmap.yaml", "-q", "-o", f"out.{ending}", env={"PYTHONHASHSEED": seed})
        assert (done.returncode, done.stderr) == (0, b"")
        made.append((here / f"out.{ending}").read_bytes())
    assert made[0] == made[1]


def test_the_page(run, put, here):
    put("tram.argmap.yaml")
    assert run("report", "tram.argmap.yaml", "-o", "out.pdf", "--page", "letter").exit_code == 0
    assert PdfReader(here / "out.pdf").pages[0].mediabox[2:] == [612, 792]
