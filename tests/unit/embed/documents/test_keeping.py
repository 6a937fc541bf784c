"""What a document should look like, worked out without writing anything."""

import pytest

from argmap.core.source import SourceFile
from argmap.embed import Engine
from argmap.embed.attributes import Attributes
from argmap.embed.documents import HOSTS
from argmap.embed.documents.addresses import is_local, to_address, to_path
from argmap.embed.documents.cleaning import is_mentioned, unused
from argmap.embed.documents.figures import is_named_in, stem_for
from argmap.embed.documents.keeping import Document, Keeper, Target
from argmap.embed.documents.lengths import in_page
from argmap.embed.documents.watching import folders_of, keep_watching, matters
from argmap.embed.signature import carries_sign, signed

MAP = "argmap: 1\nclaims:\n  a: {text: The town should build a tram line.}\n"
FENCE = f"```argmap\n{MAP}```\n"


def keep(text, folder, target=None, host="markdown"):
    document = Document(SourceFile("report.md", text, str(folder / "report.md")), HOSTS[host], folder)
    return Keeper(Engine()).keep(document, target or Target())


def test_nothing_is_written(tmp_path):
    kept = keep(FENCE, tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert kept.text.startswith("<!-- argmap figure=report-1.svg\nargmap: 1\n")
    (figure,) = kept.figures
    assert (figure.path, figure.is_fresh, figure.is_missing) == (tmp_path / "report-1.svg", False, True)
    assert carries_sign(figure.data)


@pytest.mark.parametrize("host", ["markdown", "quarto", "html"])
def test_a_page_that_is_worked_out_is_fresh(host, tmp_path):
    fence = FENCE if host != "html" else f"<script type='text/argmap'>\n{MAP}</script>"
    once = keep(fence, tmp_path, host=host).text
    again = keep(once, tmp_path, host=host)
    assert (again.text, again.errors) == (once, [])
    assert [item.name for item in again.stale] == ["missing-figure"]


@pytest.mark.parametrize("before", ["", "Words.\n", "# Title\n"])
@pytest.mark.parametrize("after", ["", "Words.\n", "---\n", "- a\n"])
def test_an_image_does_not_run_into_the_words_around_it(before, after, tmp_path):
    from markdown_it import MarkdownIt

    for target in (Target(), Target("", tmp_path, tmp_path)):
        kept = keep(f"{before}{FENCE}{after}", tmp_path, target)
        images = [token for token in MarkdownIt("commonmark").parse(kept.text) if "](report-1.svg)" in token.content]
        assert [token.content.count("\n") for token in images] == [0]
        assert images[0].content.startswith("![")


def test_errors_of_a_block_leave_the_others_out_as_well(tmp_path):
    kept = keep(f"{FENCE}\n```argmap fil=x\n```\n", tmp_path)
    assert [item.name for item in kept.errors] == ["unknown-attribute"]
    assert (kept.figures, kept.stale, kept.text.count("```")) == ([], [], 4)


def test_what_a_figure_is_called():
    def stem(**asked):
        return stem_for(Attributes(**asked), "notes.2024.md")

    assert stem() == "notes.2024"
    assert stem(file="../maps/tram.argmap.yaml") == "tram"
    assert stem(file="a.argdown", focus="<Cost>", evaluate="grounded") == "a-Cost-grounded"
    assert stem(file="a.argmap.yaml", group=("x", "y"), tag=("z",)) == "a-x-y-z"
    assert stem(name="fig:a") == "fig-a"
    assert stem(file="x.yaml", focus="/../" * 100) == "x"
    assert stem(name="::") == "figure"
    assert len(stem(file="x.yaml", focus="long" * 100)) == 80


@pytest.mark.parametrize("path", ["a.svg", "a b/c(1).svg", "ü/%20#?.svg", "C:x.svg", "a'\"<>&*_.svg"])
def test_addresses(path):
    assert to_path(to_address(path)) == path
    assert is_local(to_address(path))


def test_addresses_that_are_no_paths():
    assert not any(map(is_local, ["https://x.org/a.svg", "data:image/png;base64,A", "//x/a.svg", "", "#a", "a/"]))
    assert to_path("a.svg?raw=true#x") == "a.svg"


def test_widths_of_a_page():
    assert [in_page(width) for width in ("80%", "400px", "2.54cm", "0.001px", "10em")] == [
        "80%",
        "400",
        "96",
        "1",
        "160",
    ]


def test_names_in_texts():
    assert is_named_in("![x](figures/my%20map.svg)", "my map.svg")
    assert is_named_in(r"\includegraphics{my\_map.pdf}", "my_map.pdf")
    assert not is_named_in("old-tram.svg", "tram.svg")
    assert not is_named_in("tram.svgz", "tram.svg")


def test_figures_that_nobody_uses(tmp_path):
    own = signed(b"<svg></svg>\n", "svg")
    for name in ("used.svg", "old.svg", "sub/other.svg", ".hidden/x.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(own)
    (tmp_path / "foreign.svg").write_bytes(b"<svg></svg>")
    (tmp_path / "link.svg").symlink_to(tmp_path / "old.svg")
    (tmp_path / "sub/page.html").write_text("<img src=../used.svg>", encoding="utf-8")
    assert unused([tmp_path, tmp_path / "none"], tmp_path) == [tmp_path / "old.svg"]
    assert unused([tmp_path / "sub"], tmp_path) == [tmp_path / "sub/other.svg"]
    assert is_mentioned(tmp_path / "used.svg", tmp_path)
    assert not is_mentioned(tmp_path / "used.svg", tmp_path, but=str(tmp_path / "sub/page.html"))


def test_folders_that_are_watched(tmp_path):
    for name in ("docs/a.md", "docs/maps/a.argdown", "other/part.argdown"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "docs/maps/a.argdown").write_text(
        "@include(../../other/part.argdown)\n@include(a.argdown)", encoding="utf-8"
    )
    found = folders_of([tmp_path / "docs/a.md", tmp_path / "docs/maps/a.argdown", tmp_path / "none/x.yaml"])
    assert [folder.resolve() for folder in found] == [tmp_path / "docs", tmp_path / "other"]


def test_changes_that_matter():
    assert matters("a/tram.argmap.yaml")
    assert matters("report.md")
    assert not any(map(matters, ["a/tram.SVG", "x.pdf", ".argmap-0f.part", "a.md~"]))


def test_watching_ends_with_an_interruption(tmp_path):
    def work():
        raise KeyboardInterrupt

    assert keep_watching(work) is None
