"""Maps in Sphinx, built by Sphinx itself."""

import os
import re
import subprocess
import sys
import zipfile

import pytest
from pypdf import PdfReader

from tests.documents import ROOT

MAP = """argmap: 1
title: A tram
claims:
  tram: {text: The town should build a tram line.}
  cost: {text: It costs too much., attacks: tram, link: "https://example.org/"}
"""
BODY = MAP.replace("\n", "\n   ")


def document(folder, text, settings="", **files):
    folder.mkdir(exist_ok=True)
    head = 'extensions = ["argmap.embed.adapters.sphinx"]\nproject = "Trams"\nauthor = copyright = version = "1"\n'
    (folder / "conf.py").write_text(head + settings, encoding="utf-8")
    (folder / "index.rst").write_text(f"Page\n====\n\n{text}\n", encoding="utf-8")
    (folder / "tram.argmap.yaml").write_text(MAP, encoding="utf-8")
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def sphinx(folder, builder, *options):
    return subprocess.run(
        [sys.executable, "-m", "sphinx", "-b", builder, "-d", "trees", *options, ".", f"out/{builder}"],
        cwd=folder,
        env=os.environ | {"PYTHONWARNINGS": "default"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def built(folder, builder, *options):
    done = sphinx(folder, builder, "-W", *options)
    assert done.returncode == 0, done.stderr
    return folder / "out" / builder


def page(folder, *options):
    return (built(folder, "html", *options) / "index.html").read_text(encoding="utf-8")


FIGURE = """.. argmap:: tram.argmap.yaml
   :name: fig
   :alt: A "tram" & <more>
   :caption: The case for *the tram*
   :width: 50%
   :align: right
   :figwidth: 80%
   :class: wide

See :ref:`the map <fig>`."""


def test_html_has_an_image_with_its_texts(tmp_path):
    folder = document(tmp_path / "doc", FIGURE)
    html = page(folder)
    assert '<figure class="wide align-right" id="fig" style="width: 80%">' in html
    assert 'alt="A &quot;tram&quot; &amp; &lt;more&gt;"' in html
    assert 'style="width: 50%;"' in html
    assert re.search(r"<figcaption>.*The case for <em>the tram</em>", html, re.DOTALL)
    assert '<a class="reference internal" href="#fig">' in html
    address = re.search(r'<img[^>]* src="(_images/fig-[0-9a-f]+\.svg)"', html)[1]
    svg = (folder / "out/html" / address).read_text(encoding="utf-8")
    assert "The town should build a tram line." in svg
    assert sorted(path.name for path in folder.iterdir()) == [
        "conf.py",
        "index.rst",
        "out",
        "tram.argmap.yaml",
        "trees",
    ]


def test_the_usual_text_alternative_is_a_sentence(tmp_path):
    html = page(document(tmp_path, ".. argmap:: tram.argmap.yaml"))
    assert "A tram" in re.search(r'<img alt="([^"]{20,})" src="_images/tram-', html)[1]


def test_pages_may_hold_the_svg_itself(tmp_path):
    html = page(document(tmp_path, FIGURE, 'argmap_html = "inline"\n'))
    assert 'aria-label="A &quot;tram&quot; &amp; &lt;more&gt;"' in html
    assert 'href="https://example.org/"' in html
    assert "It costs too much." in html
    assert "_images/" not in html


def test_a_map_may_stand_in_the_document(tmp_path):
    text = f".. note::\n\n   .. argmap::\n      :alt: Two claims\n\n      {BODY.replace(chr(10), chr(10) + '   ')}"
    assert '<img alt="Two claims" src="_images/map-' in page(document(tmp_path, text))


def test_latex_has_a_pdf_with_text_and_fonts(tmp_path):
    folder = built(document(tmp_path, FIGURE), "latex")
    name = re.search(r"\\sphinxincludegraphics\[width=0\.500\\linewidth\]\{\{(fig-\w+)\}\.pdf\}", tex(folder))[1]
    reader = PdfReader(folder / f"{name}.pdf")
    assert "The town should build a tram line." in reader.pages[0].extract_text().replace("\n", " ")
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    assert all("FontFile" in str(item.get_object()["/DescendantFonts"][0]["/FontDescriptor"]) for item in fonts)


def tex(folder):
    return (folder / "trams.tex").read_text(encoding="utf-8")


def test_text_and_man_get_all_that_the_picture_says(tmp_path):
    folder = document(tmp_path, FIGURE)
    text = (built(folder, "text") / "index.txt").read_text(encoding="utf-8")
    assert text.index("The case for *the tram*") < text.index('A "tram" & <more>') < text.index("Thesis: The town")
    assert "attacked by: It costs too much." in text
    assert "attacked by: It costs too much." in (built(folder, "man") / "trams.1").read_text(encoding="utf-8")


def test_a_book_has_the_picture(tmp_path):
    folder = built(document(tmp_path, FIGURE), "epub")
    with zipfile.ZipFile(next(folder.glob("*.epub"))) as book:
        (name,) = (item for item in book.namelist() if item.endswith(".svg"))
        assert "It costs too much." in book.read(name).decode()
        assert (
            f'href="{name.split("/", 1)[-1] if name.startswith("OEBPS/") else name}"'
            in book.read("content.opf").decode()
        )
        assert name in book.read("index.xhtml").decode()


def test_formats_are_those_that_the_builder_shows(tmp_path):
    folder = document(
        tmp_path, ".. argmap:: tram.argmap.yaml\n   :format: png\n\n.. argmap:: tram.argmap.yaml\n   :format: pdf"
    )
    html = page(folder)
    assert re.search(r'src="_images/tram-\w+\.png"', html)
    assert re.search(r'src="_images/tram-\w+\.svg"', html)
    latex = tex(built(folder, "latex"))
    assert [ending in latex for ending in ("}.png}", "}.pdf}", ".svg")] == [True, True, False]


def test_paths_start_at_the_document_or_at_the_sources(tmp_path):
    folder = document(tmp_path, ".. toctree::\n\n   sub/page")
    (folder / "sub").mkdir()
    text = "Sub\n===\n\n.. argmap:: ../tram.argmap.yaml\n\n.. argmap:: /tram.argmap.yaml\n   :legend: false\n"
    (folder / "sub/page.rst").write_text(text, encoding="utf-8")
    built(folder, "html", "-j", "2")
    assert len(list((folder / "out/html/_images").glob("tram-*.svg"))) == 2


def test_a_map_that_changes_changes_the_figure(tmp_path):
    folder = document(tmp_path, ".. argmap:: tram.argmap.yaml")
    first = page(folder)
    assert page(folder) == first
    (folder / "tram.argmap.yaml").write_text(MAP.replace("too much", "far too much"), encoding="utf-8")
    os.utime(folder / "tram.argmap.yaml", (2_000_000_000, 2_000_000_000))
    second = page(folder)
    svg = re.search(r'src="(_images/[^"]+)"', second)[1]
    assert "far too much" in (folder / "out/html" / svg).read_text(encoding="utf-8")
    assert svg not in first


def test_captions_are_translated(tmp_path):
    folder = built(document(tmp_path, FIGURE), "gettext")
    assert 'msgid "The case for *the tram*"' in (folder / "index.pot").read_text(encoding="utf-8")


BROKEN = "argmap: 1\nclaims:\n  a: {text: One., supports: b}\n"
FAULTS = {
    "missing": (".. argmap:: gone.yaml", "index.rst:4:13: WARNING: error[AM603] missing-map", "missing-map"),
    "outside": (
        ".. argmap:: ../gone.yaml",
        "index.rst:4:13: WARNING: error[AM604] path-outside",
        "path-outside-project",
    ),
    "attribute": (
        ".. argmap:: tram.argmap.yaml\n   :alt: x\n   :widht: 5%",
        "index.rst:6:4: WARNING: error[AM601] unknown-attribute: there is no attribute `widht` (did you mean `width`?)",
        "unknown-attribute",
    ),
    "value": (
        ".. argmap:: tram.argmap.yaml\n   :theme: x",
        "index.rst:5:4: WARNING: error[AM602]",
        "invalid-attribute",
    ),
    "own": (
        ".. argmap:: tram.argmap.yaml\n   :figwidth: x",
        "index.rst:5:4: WARNING: error[AM602]",
        "invalid-attribute",
    ),
    "focus": (
        ".. argmap:: tram.argmap.yaml\n   :focus: x",
        "index.rst:5:4: WARNING: error[AM602]",
        "invalid-attribute",
    ),
    "empty": (".. argmap::", "index.rst:4:1: WARNING: error[AM605] empty-block", "empty-block"),
    "both": (f".. argmap:: tram.argmap.yaml\n\n   {BODY}", "index.rst:4:1: WARNING: error[AM606]", "ambiguous-block"),
    "no blank line": (f".. argmap::\n   {BODY}", "leave a blank line before a map", "missing-map"),
    "broken map": (".. argmap:: broken.argmap.yaml", "index.rst:4:13: WARNING: error[AM607] broken-map", "broken-map"),
    "errors of it": (".. argmap:: broken.argmap.yaml", "broken.argmap.yaml:3:29: WARNING: error[AM101]", "broken-map"),
    "in the document": (
        ".. argmap::\n   :alt: x\n\n   " + BROKEN.replace("\n", "\n   "),
        "index.rst:9:29: WARNING: error[AM101] unknown-reference",
        "unknown-reference",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_fails_with_file_and_line_and_leaves_a_box(tmp_path, name):
    block, told, kind = FAULTS[name]
    folder = document(tmp_path / "doc", block, **{"broken.argmap.yaml": BROKEN})
    done = sphinx(folder, "html", "-W")
    assert done.returncode != 0
    assert told in done.stderr
    assert f"[argmap.{kind}]" in done.stderr
    assert "Traceback" not in done.stderr
    assert '<div class="admonition error">' in (folder / "out/html/index.html").read_text(encoding="utf-8")


def test_a_fault_is_told_by_each_build_until_it_is_mended(tmp_path):
    folder = document(tmp_path, ".. argmap:: gone.yaml")
    assert [sphinx(folder, "html", "-W").returncode for _ in range(2)] == [1, 1]
    (folder / "gone.yaml").write_text(MAP, encoding="utf-8")
    assert "<figure" in page(folder)


def test_warnings_can_be_suppressed_by_name(tmp_path):
    folder = document(tmp_path, ".. argmap:: gone.yaml", 'suppress_warnings = ["argmap.missing-map"]\n')
    assert "missing-map" in page(folder)


def test_the_root_can_be_set(tmp_path):
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/tram.yaml").write_text(MAP, encoding="utf-8")
    folder = document(tmp_path / "doc", ".. argmap:: ../maps/tram.yaml", 'argmap_root = ".."\n')
    assert "<figure" in page(folder)


def test_pictures_are_the_same_in_every_build(tmp_path):
    names = []
    for name in ("a", "b"):
        folder = document(tmp_path / name, FIGURE)
        names.append({path.name: path.read_bytes() for path in built(folder, "latex").glob("*.pdf")})
    assert names[0] == names[1] != {}


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
def test_the_example_is_built(tmp_path, builder):
    source = ROOT / "examples/reports/sphinx"
    command = [sys.executable, "-m", "sphinx", "-W", "-b", builder, str(source), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found = {
        "html": lambda: len(list((tmp_path / "out/_images").glob("*.svg"))),
        "latex": lambda: len(list((tmp_path / "out").glob("*.pdf"))),
        "text": lambda: (tmp_path / "out/index.txt").read_text(encoding="utf-8").count("attacked by: Slow tests") + 1,
    }
    assert found[builder]() == 3
