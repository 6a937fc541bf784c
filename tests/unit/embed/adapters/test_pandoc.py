"""The filter for Pandoc, run by the real pandoc."""

import base64
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pypandoc
import pypdf
import pytest
from PIL import Image

from tests.documents import ROOT

SCRIPT = Path(sys.executable).parent / "argmap-pandoc"
MAP = """argmap: 1
title: The tram
claims:
  tram:
    title: Build the tram
    text: The city should build the tram.
  cost:
    text: It costs more than the city has.
    attacks: tram
"""
ALT = "Argument map “The tram”: 2 claims, with the thesis “Build the tram”; 1 attack."
BLOCK = '``` {.argmap #fig-tram file=tram.argmap.yaml caption="The tram & its cost"}\n```\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "tram.argmap.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def run(folder, document, *options, name="report.md", given=None, **environment):
    (folder / name).write_text(document, encoding="utf-8")
    inputs = [name] if given is None else given
    return subprocess.run(
        [pypandoc.get_pandoc_path(), "--filter", str(SCRIPT), *options, *inputs],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def made(folder, document, *options, **more):
    done = run(folder, document, *options, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout


def failed(folder, document, *options, **more):
    done = run(folder, document, *options, **more)
    assert done.returncode == 83, done.stdout  # what pandoc answers when a filter stops it
    assert not done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr


def filtered(tree, target="html", **environment):
    return subprocess.run(
        [str(SCRIPT), target],
        input=tree if isinstance(tree, bytes) else json.dumps(tree).encode(),
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def inside(address):
    head, _, data = address.partition(";base64,")
    return head, base64.b64decode(data)


def parts(path):
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


class TestFormats:
    def test_html_has_the_svg_in_it(self, folder):
        text = made(folder, BLOCK, "-t", "html")
        address = re.search(r'src="([^"]+)"', text)[1]
        assert inside(address)[0] == "data:image/svg+xml"
        assert b"costs more than the" in inside(address)[1]
        assert f'alt="{ALT}"' in " ".join(text.split())
        assert '<figure id="fig-tram">' in text
        assert "<figcaption>The tram &amp; its cost</figcaption>" in text
        assert not (folder / "argmap-figures").exists()

    def test_html_takes_its_media_apart_if_asked_to(self, folder):
        text = made(folder, BLOCK, "-t", "html", "--extract-media", "media")
        address = re.search(r'src="([^"]+)"', text)[1]
        assert (folder / address).read_bytes().startswith(b"<svg")

    def test_html_embeds_its_resources_if_asked_to(self, folder):
        text = made(folder, BLOCK, "-t", "html", "-s", "--embed-resources")
        assert "data:image/svg+xml" in text or "<svg" in text
        assert 'src="argmap' not in text

    def test_slides(self, folder):
        text = made(folder, BLOCK, "-t", "revealjs")
        assert "data:image/svg+xml;base64," in text
        assert "max-height: 500px" in text
        assert ALT in " ".join(text.split())

    def test_latex_names_a_pdf_with_letters(self, folder):
        text = made(folder, BLOCK, "-t", "latex")
        address = re.search(r"\{(argmap-figures/[^}]+\.pdf)\}", text)[1]
        assert "costs more than" in pypdf.PdfReader(folder / address).pages[0].extract_text()
        assert r"\caption{The tram \& its cost}\label{fig-tram}" in text
        assert "alt={Argument map" in text

    def test_docx_has_the_svg_and_a_png_for_programs_without(self, folder):
        made(folder, f"{BLOCK}\n{BLOCK.replace('#fig-tram', '#fig-other')}", "-o", "out.docx")
        found = parts(folder / "out.docx")
        text = found["word/document.xml"].decode()
        tags = re.findall(r"<Relationship [^>]*media/[^>]*>", found["word/_rels/document.xml.rels"].decode())
        links = {re.search(r'Id="(\w+)"', tag)[1]: re.search(r'Target="(media/[^"]+)"', tag)[1] for tag in tags}
        pairs = re.findall(r'<a:blip r:embed="(\w+)">.*?<asvg:svgBlip [^>]*r:embed="(\w+)"', text)
        assert len(pairs) == 2
        for pixels, svg in pairs:
            assert found[f"word/{links[svg]}"].startswith(b"<svg")
            picture = Image.open(io.BytesIO(found[f"word/{links[pixels]}"]))
            assert picture.width >= 700
        assert text.count(f'descr="{ALT}"') == 2
        assert len([name for name in found if name.startswith("word/media/")]) == 4

    def test_docx_keeps_our_png_where_a_converter_is(self, folder):
        converter = folder / "bin" / "rsvg-convert"
        converter.parent.mkdir()
        converter.write_text("#!/bin/sh\ncat > /dev/null\nprintf none\n")
        converter.chmod(0o755)
        path = f"{converter.parent}{os.pathsep}{os.environ['PATH']}"
        done = run(folder, BLOCK, "-o", "out.docx", PATH=path)
        assert (done.returncode, done.stderr) == (0, "")
        media = [data[:4] for name, data in parts(folder / "out.docx").items() if name.startswith("word/media/")]
        assert sorted(media) == [b"<svg", b"\x89PNG"]

    def test_docx_of_another_pandoc_has_a_png_alone(self, folder):
        tree = made(folder, BLOCK.replace("{.argmap", "{.later"), "-t", "json").replace('"later"', '"argmap"')
        done = subprocess.run(
            [str(SCRIPT), "docx"],
            input=tree.encode(),
            cwd=folder,
            env={**os.environ, "PANDOC_VERSION": "4.0"},
            capture_output=True,
            timeout=60,
            check=True,
        )
        (address,) = re.findall(rb'argmap-figures/[^"]+', done.stdout)
        assert re.fullmatch(rb"argmap-figures/fig-tram-\w+\.png", address)

    def test_odt_has_a_png_and_its_alternative(self, folder):
        made(folder, BLOCK, "-o", "out.odt")
        found = parts(folder / "out.odt")
        assert [name for name in found if name.startswith("Pictures/")] == ["Pictures/0.png"]
        assert f"<svg:desc>{ALT}</svg:desc>" in found["content.xml"].decode()

    def test_epub_has_the_svg(self, folder):
        made(folder, f"# One\n\n{BLOCK}", "-o", "out.epub", "-M", "title=Report")
        found = parts(folder / "out.epub")
        assert [name for name in found if name.endswith(".svg")] == ["EPUB/media/file0.svg"]
        chapter = next(data.decode() for name, data in found.items() if "ch001" in name)
        assert ALT in " ".join(chapter.split())

    def test_plain_text_has_the_words(self, folder):
        text = made(folder, BLOCK, "-t", "plain")
        assert "The tram & its cost" in text
        assert "Thesis: Build the tram. The city should build the tram.\n  attacked by: It costs more" in text
        assert "file=" not in text

    @pytest.mark.parametrize("target", ["man", "ansi"])
    def test_terminals_have_the_words(self, folder, target):
        assert "It costs more than the city has." in made(folder, BLOCK, "-t", target)

    @pytest.mark.parametrize("target", ["gfm", "rst", "typst", "context", "docbook", "asciidoc"])
    def test_other_markups_name_a_file(self, folder, target):
        text = made(folder, BLOCK, "-t", target)
        ending = "pdf" if target == "context" else "svg"
        address = re.search(rf"argmap-figures/[\w-]+\.{ending}", text)[0]
        assert (folder / address).is_file()

    def test_presentations_have_a_png(self, folder):
        made(folder, BLOCK, "-o", "out.pptx")
        found = parts(folder / "out.pptx")
        assert [name for name in found if name.startswith("ppt/media/")] == ["ppt/media/image1.png"]
        assert not [name for name, data in found.items() if b"data:image" in data]

    @pytest.mark.parametrize("target", ["html", "latex", "docx", "odt", "plain"])
    def test_the_same_input_gives_the_same_bytes(self, folder, target):
        tree = made(folder, BLOCK.replace("{.argmap", "{.later"), "-t", "json").replace('"later"', '"argmap"').encode()
        first, second = (
            subprocess.run([str(SCRIPT), target], input=tree, cwd=folder, capture_output=True, timeout=60, check=True)
            for _ in range(2)
        )
        assert first.stdout == second.stdout
        assert b"CodeBlock" not in first.stdout

    def test_a_tall_figure_is_not_higher_than_a_page(self, folder):
        claims = "".join(f"  c{n}:\n    text: Claim {n}.\n    supports: c{n - 1}\n" for n in range(1, 20))
        (folder / "long.argmap.yaml").write_text(
            f"argmap: 1\nclaims:\n  c0:\n    text: Top.\n{claims}", encoding="utf-8"
        )
        made(folder, "``` {.argmap file=long.argmap.yaml direction=down width=100%}\n```\n", "-o", "out.docx")
        height = int(
            re.search(r'<wp:extent cx="\d+" cy="(\d+)"', parts(folder / "out.docx")["word/document.xml"].decode())[1]
        )
        assert height / 914_400 <= 8.1


class TestBlocks:
    def test_a_map_in_the_document(self, folder):
        text = made(folder, f"```argmap\n{MAP}```\n", "-t", "html")
        assert f'alt="{ALT}"' in " ".join(text.split())
        assert "<figure" not in text

    def test_a_map_in_argdown(self, folder):
        text = made(folder, "```argmap\n[Tram]: Build it.\n  - Too dear.\n```\n", "-t", "plain")
        assert "attacked by: Too dear" in text

    def test_options_as_quarto_has_them(self, folder):
        block = (
            '``` {.argmap}\n#| file: tram.argmap.yaml\n#| label: fig-t\n#| fig-cap: "Cost: too high"\n'
            "#| fig-alt: 'Two claims'\n#| fig-align: center\n#| out-width: 50%\n```\n"
        )
        text = made(folder, block, "-t", "html")
        assert '<figure id="fig-t"' in text
        assert "<figcaption>Cost: too high</figcaption>" in text
        assert 'alt="Two claims"' in text
        assert "width:50" in text
        assert "text-align: center" in text

    def test_a_cell_as_commonmark_reads_it(self, folder):
        text = made(folder, "```{argmap}\n#| file: tram.argmap.yaml\n```\n", "-f", "gfm", "-t", "plain")
        assert "It costs more" in text

    def test_other_classes_stay(self, folder):
        text = made(folder, BLOCK.replace("{.argmap", "{.argmap .wide"), "-t", "html")
        assert '<figure id="fig-tram" class="wide">' in text

    def test_captions_and_alternatives_are_words(self, folder):
        block = '``` {.argmap file=tram.argmap.yaml caption="*a* <b> $x$ \\\\input{y}" alt="</script> & `c`"}\n```\n'
        text = made(folder, block, "-t", "html")
        assert "*a* &lt;b&gt; $x$ \\input{y}" in text
        assert 'alt="&lt;/script&gt; &amp; `c`"' in text
        assert r"\textbackslash input\{y\}" in made(folder, block, "-t", "latex")
        made(folder, block, "-o", "out.odt")
        assert "<svg:desc>&lt;/script&gt; &amp; `c`</svg:desc>" in parts(folder / "out.odt")["content.xml"].decode()

    def test_blocks_in_lists_and_quotations(self, folder):
        text = "- item\n\n" + "".join(f"  {line}\n" for line in BLOCK.splitlines()) + "\n"
        text += "".join(f"> {line}\n" for line in BLOCK.replace("fig-tram", "fig-2").splitlines())
        assert made(folder, text, "-t", "html").count("<figure") == 2

    def test_metadata_gives_defaults(self, folder):
        front = "---\nargmap:\n  format: png\n  legend: false\n  width: 50%\n---\n\n"
        text = made(folder, front + BLOCK, "-t", "html")
        assert "data:image/png" in text
        assert "width:50" in text
        assert ".pdf}" in made(folder, front.replace("png", "svg") + BLOCK, "-t", "latex")  # svg is none of LaTeX's

    def test_other_elements_pass_untouched(self, folder):
        document = "# Über\n\n| a | b |\n|---|---|\n| 1 | `argmap` |\n\n```python\nargmap\n```\n\n$x^2$ [@doe]\n"
        (folder / "plain.md").write_text(document, encoding="utf-8")
        bare = subprocess.run([pypandoc.get_pandoc_path(), "-t", "json", "plain.md"], cwd=folder, capture_output=True,
                              check=True, timeout=60)  # fmt: skip
        assert json.loads(made(folder, document, "-t", "json")) == json.loads(bare.stdout)

    def test_elements_of_a_later_pandoc_pass(self):
        later = {"t": "Hologram", "c": {"deep": [1, 2.5, None, "ü"]}, "x": True}
        tree = {
            "pandoc-api-version": [1, 99],
            "meta": {"argmap": {"t": "MetaMap", "c": {}}},
            "blocks": [later],
            "new": 1,
        }
        done = filtered(tree)
        assert json.loads(done.stdout) == tree

    def test_a_document_without_maps_is_not_even_read(self):
        assert filtered(b"not JSON").stdout == b"not JSON"

    def test_deep_nesting(self):
        block = {"t": "CodeBlock", "c": [["", ["argmap"], []], MAP]}
        for _ in range(2_000):
            block = {"t": "BlockQuote", "c": [block]}
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(20_000)
        try:
            tree = json.dumps({"pandoc-api-version": [1, 23], "meta": {}, "blocks": [block]}).encode()
        finally:
            sys.setrecursionlimit(limit)
        done = filtered(tree)
        assert done.returncode == 0, done.stderr
        assert b"data:image/svg" in done.stdout

    def test_nesting_beyond_all_bounds_is_told(self):
        tree = b'{"pandoc-api-version":[1,23],"argmap":' + b"[" * 500_000
        done = filtered(tree)
        assert done.returncode == 3
        assert b"nested too deeply" in done.stderr

    def test_a_tree_without_figures_has_a_paragraph(self):
        block = {"t": "CodeBlock", "c": [["fig-a", ["argmap"], [["caption", "The tram"]]], MAP]}
        done = filtered({"pandoc-api-version": [1, 22], "meta": {}, "blocks": [block]})
        (shown,) = json.loads(done.stdout)["blocks"]
        assert shown["t"] == "Para"
        attr, caption, (_, title) = shown["c"][0]["c"]
        assert attr[0] == "fig-a"
        assert ["alt", ALT] in attr[2]
        assert caption == [{"t": "Str", "c": "The"}, {"t": "Space"}, {"t": "Str", "c": "tram"}]
        assert title == "fig:"


class TestMarkers:
    """What `argmap embed` keeps in a document is drawn anew in the format of the output."""

    MARKER = '<!-- argmap file=tram.argmap.yaml figure=old.svg caption="The cost" -->\n'

    @pytest.mark.parametrize("reader", ["markdown", "gfm", "commonmark_x"])
    @pytest.mark.parametrize(
        "image",
        [
            "![Stale words](old.svg)\n",
            "![Stale words](old.svg)\\\n*The cost*\n",
            '<a id="fig-t"></a>![Stale words](old.svg)\\\n*The cost*\n',
            '<p align="center"><img src="old.svg" alt="Stale words" width="50%"><br><em>The cost</em></p>\n',
            "\n![Stale words](old.svg)\n",
            "",
        ],
    )
    def test_the_figure_takes_the_place_of_the_image(self, folder, reader, image):
        text = made(folder, f"Before.\n\n{self.MARKER}{image}\nAfter.\n", "-f", reader, "-t", "html")
        words = " ".join(text.split())
        assert ALT in words
        assert "data:image/svg+xml" in words
        assert "<figcaption>The cost</figcaption>" in words
        assert words.count("The cost") == 1
        assert "old.svg" not in words
        assert "Stale" not in words
        assert words.startswith("<p>Before.</p>")
        assert words.endswith("<p>After.</p>")

    def test_in_word_and_latex_it_has_their_format(self, folder):
        document = f"{self.MARKER}![Stale](old.svg)\n"
        made(folder, document, "-o", "out.docx")
        assert sorted(Path(name).suffix for name in parts(folder / "out.docx") if "media/" in name) == [".png", ".svg"]
        assert re.search(r"argmap-figures/tram-\w+\.pdf", made(folder, document, "-t", "latex"))

    def test_the_map_in_a_comment(self, folder):
        text = MAP.replace("It costs", "It --\\> costs")
        marker = f"<!-- argmap figure=old.svg\n{text}-->\n![x](old.svg)\n"
        assert "It --> costs" in made(folder, marker, "-t", "plain")

    def test_a_new_marker_takes_the_words_of_the_image(self, folder):
        text = made(folder, "<!-- argmap file=tram.argmap.yaml -->\n![My words](any.svg)\n", "-t", "html")
        assert 'alt="My words"' in text
        assert "any.svg" not in text

    def test_an_image_in_a_line(self, folder):
        text = made(folder, f"- See {self.MARKER.strip()} ![Stale](old.svg) here.\n", "-t", "html")
        assert re.search(r"See\s+<img\s+src=\"data:image/svg", text)
        assert "here." in text
        assert "old.svg" not in text

    def test_words_beside_the_image_stay(self, folder):
        text = made(folder, f"{self.MARKER}![Stale](old.svg) and words\n", "-t", "html")
        assert "and words" in text
        assert "old.svg" not in text

    def test_another_image_stays(self, folder):
        text = made(folder, f"{self.MARKER}\n![Photo](photo.jpg)\n", "-t", "html")
        assert "photo.jpg" in text
        assert ALT in " ".join(text.split())

    @pytest.mark.parametrize("target", ["markdown", "gfm"])
    def test_markdown_keeps_its_markers(self, folder, target):
        text = made(folder, f"{self.MARKER}\n![Words](old.svg)\n", "-t", target)
        assert self.MARKER.strip() in text
        assert "old.svg" in text

    def test_other_comments_stay(self, folder):
        document = "<!-- argmap outline file=no.yaml -->\n\n- x\n\n<!-- argmap end -->\n\n<!-- a note -->\n"
        text = made(folder, document, "-t", "html")
        assert text.count("<!--") == 3


class TestFailures:
    def test_a_missing_file(self, folder):
        told = failed(folder, "One\n\n" + BLOCK.replace("tram.argmap", "trma.argmap"), "-t", "html")
        assert "report.md:3:" in told
        assert "missing-map" in told
        assert "did you mean `tram.argmap.yaml`?" in told

    def test_a_path_outside(self, folder):
        told = failed(folder, "One\n\n" + BLOCK.replace("tram.argmap", "../tram.argmap"), "-t", "html")
        assert "report.md:3:" in told
        assert "path-outside-project" in told

    def test_an_unknown_attribute(self, folder):
        told = failed(folder, "One\n\n" + BLOCK.replace("caption=", "captoin="), "-t", "html")
        assert re.search(r"report\.md:3:\d+: error\[AM601\] unknown-attribute", told)
        assert "did you mean `caption`?" in told

    def test_a_broken_map_in_the_document(self, folder):
        broken = MAP.replace("attacks: tram", "attacks: trma")
        told = failed(folder, f"One\n\n```argmap\n{broken}```\n", "-t", "html")
        assert re.search(r"report\.md:12:14: error\[AM101\]", told)

    def test_lines_of_another_system(self, folder):
        broken = MAP.replace("attacks: tram", "attacks: trma")
        document = f"One\n\n```argmap\n{broken}```\n".replace("\n", "\r\n")
        (folder / "report.md").write_bytes(document.encode())
        done = run(folder, "", "-t", "html", name="other.md", given=["report.md"])
        assert "report.md:12:14: error[AM101]" in done.stderr

    def test_of_two_blocks_that_are_alike_the_second(self, folder):
        bad = "```argmap\n#| file: no.yaml\n```\n"
        told = failed(folder, f"{bad}\n{bad}", "-t", "html")
        assert "report.md:2:" in told
        assert "report.md:6:" in told

    def test_a_broken_map_in_a_file(self, folder):
        (folder / "tram.argmap.yaml").write_text(MAP.replace("attacks: tram", "attacks: trma"), encoding="utf-8")
        told = failed(folder, f"One\n\n{BLOCK}", "-t", "html")
        assert "report.md:3:" in told
        assert "tram.argmap.yaml:9:14: error[AM101]" in told

    def test_a_broken_map_in_a_marker(self, folder):
        broken = MAP.replace("attacks: tram", "attacks: trma")
        told = failed(folder, f"One\n\n<!-- argmap figure=a.svg\n{broken}-->\n![x](a.svg)\n", "-t", "html")
        assert "report.md:12:14: error[AM101]" in told

    def test_a_marker_with_an_unknown_attribute(self, folder):
        told = failed(folder, "One\n\n<!-- argmap fiel=x figure=a.svg -->\n![x](a.svg)\n", "-t", "html")
        assert "report.md:3:13: error[AM601]" in told

    def test_everything_wrong_is_told_at_once(self, folder):
        document = "\n".join((BLOCK.replace("tram.argmap", "no"), BLOCK.replace("caption", "cation")))
        told = failed(folder, document, "-t", "html")
        assert "report.md:1:" in told
        assert "report.md:4:" in told

    def test_a_document_that_is_not_known(self, folder):
        document = BLOCK + "\n" + BLOCK.replace("caption=", "captoin=")
        (folder / "report.md").write_text(document, encoding="utf-8")
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), "--filter", str(SCRIPT), "-t", "html"],
            cwd=folder,
            input=document,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert done.returncode == 83
        assert "<block 2 of class argmap>:" in done.stderr

    def test_quarto_tells_which_document_it_is(self, folder):
        (folder / "report.qmd").write_text("One\n\n" + BLOCK.replace("caption=", "captoin="), encoding="utf-8")
        told = failed(folder, BLOCK.replace("caption=", "captoin="), "-t", "html", name="other.md",
                      QUARTO_DOCUMENT_PATH=str(folder), QUARTO_DOCUMENT_FILE="report.qmd")  # fmt: skip
        assert "report.qmd:3:" in told

    def test_files_are_found_from_the_document(self, folder):
        (folder / "text").mkdir()
        (folder / "text" / "own.argmap.yaml").write_text(MAP, encoding="utf-8")
        document = BLOCK.replace("tram.argmap", "own.argmap")
        assert ALT in " ".join(made(folder, document, "-t", "html", name="text/report.md").split())

    def test_of_several_documents_the_right_one(self, folder):
        (folder / "one.md").write_text(BLOCK, encoding="utf-8")
        bad = "Two\n\n" + BLOCK.replace("caption=", "captoin=")
        told = failed(folder, bad, "-t", "html", name="two.md", given=["one.md", "two.md"])
        assert "two.md:3:" in told
        assert "one.md:" not in told

    @pytest.mark.parametrize(
        "fence",
        [
            "```argmap file=tram.argmap.yaml\n```\n",
            "```{argmap}\n#| file: tram.argmap.yaml\n```\n",
            "``` {.argmap file=tram.argmap.yaml legend}\n```\n",
        ],
    )
    def test_a_fence_that_pandoc_takes_for_words(self, folder, fence):
        told = failed(folder, f"One\n\n{fence}", "-t", "html")
        assert "report.md:3:1: error[AM602]" in told
        assert "{.argmap file=" in told

    def test_a_fence_whose_braces_a_reader_does_not_know(self, folder):
        assert "cannot be read by pandoc" in failed(folder, BLOCK, "-f", "gfm", "-t", "html")

    def test_words_about_a_fence_are_no_fence(self, folder):
        assert "<code>argmap file=x</code>" in made(folder, "`argmap file=x`\n", "-t", "html")

    def test_a_format_that_the_output_does_not_show(self, folder):
        told = failed(folder, BLOCK.replace("caption=", "format=pdf caption="), "-t", "html")
        assert "does not show `pdf`" in told
        assert "take svg or png" in told

    @pytest.mark.parametrize("name", ["file", "figure", "output", "program"])
    def test_metadata_that_is_not_for_all_maps(self, folder, name):
        told = failed(folder, f"---\nargmap:\n  {name}: /bin/sh\n---\n\n{BLOCK}", "-t", "html")
        assert "report.md:3:3: error[AM601]" in told

    def test_metadata_without_names(self, folder):
        assert "has names with values" in failed(folder, f"---\nargmap: dark\n---\n\n{BLOCK}", "-t", "html")

    def test_metadata_with_a_wrong_value(self, folder):
        assert "cannot be `drak`" in failed(folder, f"---\nargmap:\n  theme: drak\n---\n\n{BLOCK}", "-t", "html")

    def test_a_resource_path_that_leaves_the_figures_out(self, folder):
        told = failed(folder, BLOCK, "-o", "out.docx", "--resource-path=media")
        assert "write --resource-path=." in told
        made(folder, BLOCK, "-o", "out.docx", f"--resource-path=media{os.pathsep}.")

    def test_an_old_pandoc(self):
        done = filtered({"pandoc-api-version": [1, 17], "meta": {}, "blocks": ["argmap"]})
        assert done.returncode == 3
        assert b"pandoc is too old" in done.stderr

    @pytest.mark.parametrize("data", [b"argmap", b'["argmap"]', b'{"argmap": 1}', b'[{"unMeta": {"argmap": 1}}, []]'])
    def test_no_document(self, data):
        done = filtered(data)
        assert done.returncode == 3
        assert b"not a document of pandoc" in done.stderr

    def test_called_by_hand(self):
        done = subprocess.run([str(SCRIPT)], capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 2
        assert "pandoc --filter argmap-pandoc" in done.stderr
        assert (
            "argmap-pandoc 0"
            in subprocess.run([str(SCRIPT), "--version"], capture_output=True, text=True, timeout=60, check=True).stdout
        )

    def test_a_folder_that_cannot_be_written(self, folder):
        (folder / "argmap-figures").write_text("a file", encoding="utf-8")
        assert "argmap-figures" in failed(folder, BLOCK, "-t", "latex")


@pytest.mark.parametrize("target", ["html", "docx", "odt", "epub", "latex", "plain"])
def test_the_example_is_built(target, tmp_path):
    example = tmp_path / "pandoc"
    example.mkdir()
    for path in (ROOT / "examples/reports/pandoc").iterdir():
        (example / path.name).write_bytes(path.read_bytes())
    document = (example / "report.md").read_text(encoding="utf-8")
    made(example, document, "-s", "-t", target, "-o", "out")
    if target in ("docx", "odt", "epub"):
        pictures = [name for name in parts(example / "out") if re.search(r"\.(png|svg)$", name)]
        assert len(pictures) == {"docx": 6, "odt": 3, "epub": 3}[target]
    else:
        text = (example / "out").read_text(encoding="utf-8")
        shown = {"html": "data:image/svg", "latex": "{argmap-figures/", "plain": "attacked by: "}[target]
        assert text.count(shown) >= 3
