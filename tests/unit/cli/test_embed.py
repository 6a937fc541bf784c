"""`argmap embed`: documents rendered in place, checked, copied, cleaned, watched; and what is refused."""

import codecs
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from argmap.embed.signature import is_signed
from tests.unit.cli.conftest import BROKEN

FENCE = "# Report\n\n```argmap file=tram.argmap.yaml\n```\n\nMore.\n"
OWN = "```argmap\nargmap: 1\nclaims:\n  a: {text: One.}\n```\n"


@pytest.fixture
def report(put):
    put("tram.argmap.yaml")
    return put("report.md", FENCE)


def figures(folder):
    return sorted(path.name for path in folder.rglob("*") if path.suffix in (".svg", ".png", ".pdf"))


def test_a_fence_becomes_a_marker_with_an_image(run, here, report):
    result = run("embed", "report.md")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "wrote tram.svg\nwrote report.md\n")
    lines = report.read_text(encoding="utf-8").split("\n")
    assert lines[2] == "<!-- argmap file=tram.argmap.yaml figure=tram.svg -->"
    assert lines[3].startswith("![Argument map")
    assert lines[3].endswith("](tram.svg)")
    assert [lines[0], *lines[4:]] == ["# Report", "", "More.", ""]
    assert is_signed(here / "tram.svg")
    assert b"<desc" in (here / "tram.svg").read_bytes()


def test_a_second_run_touches_nothing(run, here, report):
    run("embed", "report.md")
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in here.iterdir()}
    result = run("embed", "report.md")
    assert (result.exit_code, result.stderr) == (0, "1 document, 1 figure: all fresh\n")
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in here.iterdir()} == before


@pytest.mark.parametrize(
    "text",
    [
        FENCE.replace("\n", "\r\n"),
        FENCE.rstrip("\n").removesuffix("\n\nMore."),
        "\ufeff" + FENCE + "  \t \n\n\n\ttabs\t \nno last line end",
        "a  \r\nb\n\n" + FENCE,
        "> " + FENCE.replace("\n", "\n> ") + "\n\f\x1c\u2028odd\x85\n",
    ],
)
def test_the_rest_is_kept_byte_for_byte(run, here, put, text):
    put("tram.argmap.yaml")
    path = put("report.md", text)
    assert run("embed", "report.md").exit_code == 0
    once = path.read_bytes().decode()
    start, end = once.index("<!-- argmap"), once.index("(tram.svg)") + len("(tram.svg)")
    fence = text.index("```")
    assert once[:start] == text[:fence]
    assert once[end:] == text[text.index("```", fence + 3) + 3 :]
    assert run("embed", "report.md").exit_code == 0
    assert path.read_bytes().decode() == once


def test_utf16_stays_utf16(run, put):
    put("tram.argmap.yaml")
    path = put("report.md", "")
    path.write_bytes(codecs.BOM_UTF16_LE + f"Ü\r\n\r\n{FENCE}".encode("utf-16-le"))
    assert run("embed", "report.md").exit_code == 0
    assert path.read_bytes().startswith(codecs.BOM_UTF16_LE + "Ü\r\n\r\n# Report".encode("utf-16-le"))


def test_a_document_in_another_encoding_is_left_alone(run, put):
    path = put("report.md", "")
    path.write_bytes(b"\xe4\n\n" + FENCE.encode())
    result = run("embed", "report.md")
    assert result.exit_code == 1
    assert "report.md:1:1: error[AM002] unreadable-file" in result.stdout
    assert path.read_bytes() == b"\xe4\n\n" + FENCE.encode()


def test_a_changed_map_makes_the_figure_stale(run, here, report, put):
    run("embed", "report.md")
    text, picture = report.read_bytes(), (here / "tram.svg").read_bytes()
    put("tram.argmap.yaml", (here / "tram.argmap.yaml").read_text(encoding="utf-8").replace("halves", "shortens"))
    result = run("embed", "report.md", "--check")
    assert result.exit_code == 1
    assert "report.md:3:1: error[AM609] stale-figure: tram.svg is not as the map has it now" in result.stdout
    assert result.stderr == "1 document is stale\n"
    assert (report.read_bytes(), (here / "tram.svg").read_bytes()) == (text, picture)
    assert run("embed", "report.md").stderr == "wrote tram.svg\n"
    assert (here / "tram.svg").read_bytes() != picture
    assert run("embed", "report.md", "--check").exit_code == 0


def test_check_tells_what_is_missing_or_stale(run, here, report, put):
    assert "report.md:3:1: error[AM610] missing-figure" in run("embed", "report.md", "--check").stdout
    assert figures(here) == []
    run("embed", "report.md")
    (here / "tram.svg").unlink()
    assert "missing-figure: there is no file tram.svg" in run("embed", "--check", "report.md").stdout
    run("embed", "report.md")
    report.write_text(report.read_text(encoding="utf-8").replace("figure=", "name=new figure="), encoding="utf-8")
    assert "AM609] stale-figure: the document shows" in run("embed", "--check", "report.md").stdout
    put("text.md", "<!-- argmap outline file=tram.argmap.yaml -->\n\nold\n\n<!-- argmap end -->\n")
    assert "text.md:1:1: error[AM611] stale-text" in run("embed", "--check", "text.md").stdout


@pytest.mark.parametrize("format", ["json", "github", "sarif"])
def test_check_speaks_to_machines(run, report, format):
    result = run("embed", "--check", "--format", format, "report.md")
    assert result.exit_code == 1
    assert "report.md" in result.stdout
    if format != "github":
        json.loads(result.stdout)
        run("embed", "-q", "report.md")
        json.loads(run("embed", "--check", "--format", format, "report.md").stdout)


def test_regions_are_filled(run, put):
    put("tram.argmap.yaml")
    kinds = ["outline", "pro-con", "sources", "open-questions"]
    text = "".join(
        f"{kind}:\n\n<!-- argmap {kind} file=tram.argmap.yaml -->\nold\n<!-- argmap end -->\n\n" for kind in kinds
    )
    path = put("report.md", text)
    assert run("embed", "report.md").exit_code == 0
    once = path.read_text(encoding="utf-8")
    assert "Build the tram" in once
    assert "\nold\n" not in once
    assert run("embed", "report.md").stderr == "1 document, 0 figures: all fresh\n"
    assert path.read_text(encoding="utf-8") == once


def test_an_unknown_region_is_told(run, put):
    put("report.md", "<!-- argmap outlin file=x -->\n<!-- argmap end -->\n")
    result = run("embed", "report.md")
    assert result.exit_code == 1
    assert "unknown-block: argmap makes no text `outlin`" in result.stdout
    assert "did you mean `outline`?" in result.stdout


def test_names_of_figures(run, here, put):
    put("tram.argmap.yaml")
    put(
        "report.md",
        OWN
        + "\n```argmap file=tram.argmap.yaml focus=cost depth=1\n```\n"
        + "\n```argmap file=tram.argmap.yaml tag=time format=png\n```\n"
        + "\n```{.argmap #fig:a file=tram.argmap.yaml}\n```\n"
        + "\n```argmap file=tram.argmap.yaml figure=own/x.pdf\n```\n"
        + "\n```argmap file=tram.argmap.yaml\n```\n" * 2
        + "\n"
        + OWN,
    )
    assert run("embed", "report.md", "--figures", "pics").exit_code == 0
    assert figures(here) == sorted(
        [
            "report-1.svg",
            "tram-cost.svg",
            "tram-time.png",
            "fig-a.svg",
            "x.pdf",
            "tram.svg",
            "tram-2.svg",
            "report-2.svg",
        ]
    )
    assert (here / "own/x.pdf").exists()
    assert (here / "pics/tram.svg").exists()


def test_two_documents_take_two_names(run, here, put):
    put("tram.argmap.yaml")
    put("a.md", FENCE)
    put("b.md", FENCE)
    assert run("embed", "a.md").exit_code == 0
    assert run("embed", "b.md").exit_code == 0
    assert figures(here) == ["tram-2.svg", "tram.svg"]
    put("b.md", FENCE)
    assert run("embed", "b.md").stderr == "wrote b.md\n"
    assert figures(here) == ["tram-2.svg", "tram.svg"]


def test_two_figures_for_one_file(run, here, put):
    put("tram.argmap.yaml")
    path = put(
        "a.md",
        FENCE
        + "```argmap file=tram.argmap.yaml figure=x.svg\n```\n"
        + "\n```argmap theme=dark figure=x.svg\nargmap: 1\nclaims: {a: {text: A.}}\n```\n",
    )
    before = path.read_bytes()
    result = run("embed", "a.md")
    assert result.exit_code == 1
    assert "repeated-figure: x.svg is the file of another figure" in result.stdout
    assert "a.md:10" in result.stdout
    assert (path.read_bytes(), figures(here)) == (before, [])


def test_two_blocks_share_a_figure_that_is_the_same(run, here, put):
    put("tram.argmap.yaml")
    put("a.md", "```argmap file=tram.argmap.yaml figure=x.svg\n```\n\n" * 2)
    assert run("embed", "a.md").stderr == "wrote x.svg\nwrote a.md\n"
    assert run("embed", "a.md").stderr == "1 document, 2 figures: all fresh\n"


def test_a_link_to_a_document_stays_a_link(run, here, put, report):
    put("argmap.toml", "")
    (here / "linked").mkdir()
    (here / "linked/b.md").symlink_to(report)
    put("linked/tram.argmap.yaml")
    assert run("embed", "linked/b.md").exit_code == 0
    assert (here / "linked/b.md").is_symlink()
    assert "figure=tram.svg" in report.read_text(encoding="utf-8")
    assert (here / "linked/tram.svg").exists()


def test_a_figure_through_a_link_out_of_the_project(run, here, put):
    put("project/argmap.toml", "")
    put("project/tram.argmap.yaml")
    put("outside.svg", "<svg/>")
    (here / "project/x.svg").symlink_to(here / "outside.svg")
    put("project/a.md", "```argmap file=tram.argmap.yaml figure=x.svg\n```\n")
    assert "path-outside-project" in run("embed", "project/a.md").stdout
    assert (here / "outside.svg").read_text(encoding="utf-8") == "<svg/>"


def test_a_file_of_somebody_else_is_not_overwritten(run, here, put, report):
    put("x.svg", "<svg/>")
    put("report.md", "<!-- argmap file=tram.argmap.yaml figure=x.svg -->\n")
    result = run("embed", "report.md")
    assert result.exit_code == 1
    assert "report.md:1:35: error[AM615] foreign-figure: x.svg is there already" in result.stdout
    put("report.md", "<!-- argmap file=tram.argmap.yaml -->\n![Old](x.svg)\n")
    assert "foreign-figure" in run("embed", "report.md").stdout
    assert (here / "x.svg").read_text(encoding="utf-8") == "<svg/>"
    put("tram.svg", "<svg/>")
    put("report.md", FENCE)
    assert run("embed", "report.md").stderr == "wrote tram-2.svg\nwrote report.md\n"


def test_an_image_and_its_alternative_are_adopted(run, here, put, report):
    put("report.md", "<!-- argmap file=tram.argmap.yaml -->\n![The *tram* debate](maps/t.png)\n")
    assert run("embed", "report.md").exit_code == 0
    assert report.read_text(encoding="utf-8") == (
        '<!-- argmap file=tram.argmap.yaml figure=maps/t.png alt="The *tram* debate" -->\n'
        "![The \\*tram\\* debate](maps/t.png)\n"
    )
    assert (here / "maps/t.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("block", "finding"),
    [
        ("```argmap file=none.yaml\n```", "1:11: error[AM603] missing-map"),
        ("```argmap file=../../x.yaml\n```", "1:11: error[AM604] path-outside-project"),
        ("```argmap file=/etc/passwd\n```", "1:11: error[AM604] path-outside-project"),
        ("```argmap file=tram.argmap.yaml figure=../../x.svg\n```", "1:33: error[AM604] path-outside-project"),
        ("```argmap file=tram.argmap.yaml figure=link/x.svg\n```", "1:33: error[AM604] path-outside-project"),
        ("```argmap file=tram.argmap.yaml figure=x.gif\n```", "1:33: error[AM602] invalid-attribute"),
        ("```argmap file=tram.argmap.yaml figure=x.svg format=png\n```", "1:33: error[AM602] invalid-attribute"),
        ("```argmap file=tram.argmap.yaml focus=costs\n```", "1:33: error[AM602] invalid-attribute"),
        ("```argmap file=tram.argmap.yaml fil=x\n```", "1:33: error[AM601] unknown-attribute"),
        ("```argmap file=broken.argmap.yaml\n```", "1:11: error[AM607] broken-map"),
        ("```argmap\n```", "1:1: error[AM605] empty-block"),
        ("```argmap file=tram.argmap.yaml\nargmap: 1\n```", "1:1: error[AM606] ambiguous-block"),
        ("```argmap\nargmap: 1\nclaims: [\n```", "error[AM001] syntax-error"),
        ("```argmap file=tram.argmap.yaml", "1:1: error[AM612] unclosed-block"),
    ],
)
def test_a_document_with_an_error_is_left_alone_and_the_others_are_written(run, here, put, *, block, finding):
    put("docs/argmap.toml", "")
    put("docs/tram.argmap.yaml")
    put("docs/broken.argmap.yaml", BROKEN)
    (here / "docs/link").symlink_to(here)
    bad = put("docs/bad.md", f"{block}\n")
    put("docs/good.md", "```argmap file=tram.argmap.yaml figure=good.svg\n```\n\n")
    before = bad.read_bytes()
    result = run("embed", "docs")
    assert result.exit_code == 1
    assert "docs/bad.md:" in result.stdout
    assert finding in result.stdout
    assert bad.read_bytes() == before
    assert result.stderr == "wrote docs/good.svg\nwrote docs/good.md\n1 document with errors: left alone\n"
    assert run("embed", "--check", "docs/good.md").exit_code == 0


def test_a_copy_without_markers(run, here, put):
    put("docs/tram.argmap.yaml")
    put("docs/a.md", FENCE + "\n<!-- argmap sources file=tram.argmap.yaml -->\n<!-- argmap end -->\n")
    put("argmap.toml", "")
    put("docs/sub/b.md", FENCE.replace("file=", "file=../") + OWN)
    put("docs/c.md", "No maps.\n")
    before = {path: path.read_bytes() for path in here.rglob("*.md")}
    result = run("embed", "docs", "-o", "out")
    assert result.exit_code == 0
    assert sorted(str(path.relative_to(here / "out")) for path in (here / "out").rglob("*.*")) == [
        "a.md", "c.md", "sub/b-1.svg", "sub/b.md", "sub/tram.svg", "tram.svg"]  # fmt: skip
    assert {path: path.read_bytes() for path in before} == before
    text = (here / "out/a.md").read_text(encoding="utf-8")
    assert "argmap" not in text.replace("Argument map", "").lower()
    assert "](tram.svg)" in text
    assert (here / "out/c.md").read_bytes() == b"No maps.\n"
    assert run("embed", "docs", "-o", "out").stderr == "3 documents, 3 figures: all fresh\n"
    assert run("embed", "docs/a.md", "-o", "docs").exit_code == 3
    put("docs/a.md", FENCE.replace("```argmap ", "```argmap figure=../../x.svg "))
    assert "path-outside-project" in run("embed", "docs/a.md", "-o", "out").stdout


def test_clean_removes_own_figures_that_nobody_mentions(run, here, put, report):
    put("other/notes.rst", "A picture: old-but-used.svg\n")
    run("embed", "report.md")
    own = (here / "tram.svg").read_bytes()
    for name in ("old.svg", "old-but-used.svg"):
        (here / name).write_bytes(own)
    put("foreign.svg", "<svg/>")
    put("argmap.toml", "")
    result = run("embed", "report.md", "--clean", "--check")
    assert (result.exit_code, "nobody uses old.svg" in result.stderr) == (1, True)
    assert len(figures(here)) == 4
    result = run("embed", "report.md", "--clean")
    assert (result.exit_code, result.stderr) == (0, "1 document, 1 figure: all fresh\nremoved old.svg\n")
    assert figures(here) == ["foreign.svg", "old-but-used.svg", "tram.svg"]


def test_nothing_is_cleaned_while_there_are_errors(run, here, put, report):
    run("embed", "report.md")
    put("report.md", "```argmap file=none\n```\n")
    assert "nothing is cleaned" in run("embed", "report.md", "--clean").stderr
    assert figures(here) == ["tram.svg"]


def test_standard_input(run, here, put):
    put("tram.argmap.yaml")
    result = run("embed", "-", "--host", "markdown", input=FENCE.replace("\n", "\r\n"))
    assert result.exit_code == 0
    assert b"figure=tram.svg -->\r\n![" in result.stdout_bytes
    assert result.stderr == "wrote tram.svg\n"
    again = run("embed", "-", "--host", "markdown", input=result.stdout_bytes)
    assert again.stdout_bytes == result.stdout_bytes
    broken = run("embed", "-", "--host", "markdown", input="```argmap file=x\n```\n")
    assert (broken.exit_code, broken.stdout) == (1, "")
    assert "<stdin>:1:11: error[AM603] missing-map" in broken.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["-"],
        ["-", "report.md", "--host", "markdown"],
        ["notes.txt"],
        ["report.md", "--host", "markdwon"],
        ["report.md", "--check", "--watch"],
        ["report.md", "--check", "-o", "x"],
        ["report.md", "--clean", "-o", "x"],
        ["report.md", "--figures", "/tmp"],
    ],
)
def test_wrong_usage(run, put, report, arguments):
    put("notes.txt", FENCE)
    result = run("embed", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_odd_endings_and_missing_files(run, here, put, report):
    put("notes.txt", FENCE)
    assert run("embed", "notes.txt", "--host", "markdown").exit_code == 0
    result = run("embed", "none.md", "notes.txt", "--host", "markdown")
    assert (result.exit_code, result.stderr.startswith("error: cannot read `none.md`")) == (3, True)
    (here / "empty").mkdir()
    assert run("embed", "empty").exit_code == 3


def test_documents_without_blocks_are_fine(run, put):
    put("a.md", "# Nothing\n")
    assert (run("embed", "a.md").stderr, run("embed", "a.md").exit_code) == ("0 documents, 0 figures: all fresh\n", 0)
    assert run("embed", "-q", "a.md").stderr == ""


def test_a_document_that_changes_meanwhile_is_not_overwritten(run, here, report, monkeypatch):
    from argmap.embed.documents import keeping

    keep = keeping.Keeper.keep

    def slow(self, document, target):
        kept = keep(self, document, target)
        report.write_text("typed meanwhile", encoding="utf-8")
        return kept

    monkeypatch.setattr(keeping.Keeper, "keep", slow)
    result = run("embed", "report.md")
    assert (result.exit_code, result.stderr.split("\n")[0]) == (
        3, "error: report.md was changed while its figures were made")  # fmt: skip
    assert report.read_text(encoding="utf-8") == "typed meanwhile"
    assert figures(here) == []


def test_the_shell_completes_documents_and_kinds(process, here, put):
    put("report.md", "")
    put("data.csv", "")
    put("docs/a.rst", "")

    def completed(words, incomplete_at):
        result = process(env={"_ARGMAP_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": incomplete_at})
        return result.stdout.decode().split()

    assert completed("argmap embed ", "2") == ["plain,docs/", "plain,report.md"]
    assert completed("argmap embed --host ma", "3") == ["plain,markdown"]


def test_a_fresh_document_loads_nothing_heavy(here, put, report, tmp_path_factory):
    cache = str(tmp_path_factory.mktemp("cache"))
    environment = os.environ | {"ARGMAP_CACHE": cache}
    script = (
        "import sys\nfrom argmap.cli.main import cli\n"
        "try:\n    cli.main(['embed', 'report.md'], prog_name='argmap')\nexcept SystemExit:\n    pass\n"
        "heavy = ('pydantic', 'yaml', 'pygraphviz', 'fontTools', 'typst', 'resvg_py', 'clingo', 'watchfiles')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    for expected in ("yaml", None):
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment, timeout=120
        )
        assert ("yaml" in done.stdout) is (expected is not None)
    assert done.stdout == "[]\n"


def test_watch_goes_on_until_it_is_interrupted(here, put, report):
    command = [sys.executable, "-m", "argmap", "embed", "report.md", "--watch"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=here) as running:
        lines = iter(running.stderr.readline, "")
        assert next(lines) == "watching; stop with Ctrl-C\n"
        assert next(lines) == "wrote tram.svg\n"
        assert next(lines) == "wrote report.md\n"
        time.sleep(1.5)  # until it waits; a change before that is seen as well, in the second round
        put("tram.argmap.yaml", (here / "tram.argmap.yaml").read_text(encoding="utf-8").replace("halves", "shortens"))
        assert next(lines) == "wrote tram.svg\n"
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 0
