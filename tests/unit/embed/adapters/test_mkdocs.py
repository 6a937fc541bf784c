"""Maps in MkDocs, built by MkDocs itself."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import markdown
import pytest
from pymdownx.superfences import SuperFencesException

from argmap.core.source import SourceFile
from argmap.embed.adapters.mkdocs import fence, validator
from argmap.embed.adapters.mkdocs.fences import readable, scan
from tests.documents import ROOT

MAP = """argmap: 1
title: A tram
claims:
  tram: {text: The town should build a tram line.}
  cost: {text: It costs too much., attacks: tram, link: "https://example.org/"}
"""
PLUGIN = "plugins: [search, argmap]\n"
ALONE = """markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: argmap
          class: argmap
          format: !!python/name:argmap.embed.adapters.mkdocs.fence
          validator: !!python/name:argmap.embed.adapters.mkdocs.validator
"""


def site(folder, page, settings=PLUGIN, **files):
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(f"site_name: Test\ntheme: mkdocs\n{settings}", encoding="utf-8")
    (folder / "docs" / "index.md").write_text(page, encoding="utf-8")
    (folder / "docs" / "tram.argmap.yaml").write_text(MAP, encoding="utf-8")
    for name, text in files.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    return folder


def build(folder, *options):
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder,
        env=os.environ | {"PYTHONWARNINGS": "default"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def built(folder, *options):
    done = build(folder, *options)
    assert done.returncode == 0, done.stderr
    return (folder / "site" / "index.html").read_text(encoding="utf-8")


class _Figures(HTMLParser):
    """The figures of a page: attributes of the figure and its picture, the caption, and all words."""

    def __init__(self):
        super().__init__()
        self.found = []
        self._inside = self._caption = False

    def handle_starttag(self, tag, attrs):
        if tag == "figure":
            self.found.append({"figure": dict(attrs), "words": "", "caption": None, "ids": []})
            self._inside = True
        elif self._inside:
            if tag in {"svg", "img", "link"}:
                self.found[-1][tag] = dict(attrs)
            self.found[-1]["ids"] += [value for name, value in attrs if name == "id"]
            self._caption = tag == "figcaption"
            if self._caption:
                self.found[-1]["caption"] = ""

    def handle_endtag(self, tag):
        self._inside &= tag != "figure"
        self._caption &= tag != "figcaption"

    def handle_data(self, data):
        if self._inside:
            self.found[-1]["words"] += data
        if self._caption:
            self.found[-1]["caption"] += data


def figures(html):
    parser = _Figures()
    parser.feed(html)
    return parser.found


def test_a_file_becomes_a_figure_with_its_texts(tmp_path):
    attributes = "file=tram.argmap.yaml alt=\"A 'tram' & <more>\" caption='Two <claims>' name=fig width=50%"
    page = f"# Page\n\n```argmap {attributes}\n```\n"
    html = built(site(tmp_path, page), "--strict")
    (figure,) = figures(html)
    assert figure["figure"]["id"] == "fig"
    assert figure["caption"] == "Two <claims>"
    assert figure["svg"]["role"] == "graphics-document"
    assert figure["svg"]["aria-label"] == "A 'tram' & <more>"
    assert figure["svg"]["aria-describedby"] in figure["ids"]
    assert "width:50%" in figure["svg"]["style"]
    assert "The town should build a tram line." in figure["words"]
    assert 'href="https://example.org/"' in html


def test_the_usual_text_alternative_is_a_sentence_and_the_letters_are_not_indexed(tmp_path):
    folder = site(tmp_path, "# Page\n\n```argmap file=tram.argmap.yaml\n```\n")
    (figure,) = figures(built(folder, "--strict"))
    assert "tram" in figure["svg"]["aria-label"]
    assert figure["caption"] is None
    assert "font-face" in figure["link"]["href"]
    index = json.loads((folder / "site/search/search_index.json").read_text(encoding="utf-8"))
    words = " ".join(item["text"] for item in index["docs"])
    assert "It costs too much." in words
    assert "font-face" not in words


def test_fences_stand_in_lists_notes_and_quotations_and_not_in_examples(tmp_path):
    def inner(text):
        return f"```argmap\nargmap: 1\nclaims:\n  a: {{text: {text}}}\n```"

    page = "\n\n".join(
        [
            "* item",
            "\n".join(f"    {line}" for line in inner("In a list").split("\n")),
            "!!! note",
            "\n".join(f"    {line}" for line in inner("In a note").split("\n")),
            "\n".join(f"> {line}" for line in inner("In a quotation").split("\n")),
            f"````markdown\n{inner('An example')}\n````\n",
        ]
    )
    html = built(site(tmp_path, page, PLUGIN + "markdown_extensions: [admonition]\n"), "--strict")
    told = [figure["words"] for figure in figures(html)]
    assert [any(words in text for text in told) for words in ("In a list", "In a note", "In a quotation")] == [True] * 3
    assert len(told) == 3
    assert "An example" in html


def test_a_png_is_an_image_with_a_file(tmp_path):
    folder = site(
        tmp_path,
        "# Page",
        "plugins: [{argmap: {format: png}}]\n",
        **{"other.md": '```argmap file="tram.argmap.yaml" alt="Two claims" align="center"\n```\n'},
    )
    build(folder, "--strict")
    (figure,) = figures((folder / "site/other/index.html").read_text(encoding="utf-8"))
    assert figure["img"]["alt"] == "Two claims"
    assert (folder / "site/other" / figure["img"]["src"]).read_bytes().startswith(b"\x89PNG")
    assert "text-align:center" in figure["figure"]["style"]


def test_attributes_may_stand_in_braces(tmp_path):
    page = "```{.argmap #fig .wide file=tram.argmap.yaml legend=false}\n```\n"
    (figure,) = figures(built(site(tmp_path, page), "--strict"))
    assert figure["figure"]["id"] == "fig"
    assert figure["figure"]["class"] == "argmap wide"
    assert "attacks" not in re.sub(r"<desc.*?</desc>", "", figure["words"]).split("too much.")[-1]


def test_links_to_figures_are_seen_to_lead_somewhere(tmp_path):
    page = "[it](#fig)\n\n```argmap file=tram.argmap.yaml name=fig\n```\n"
    assert "no such anchor" not in build(site(tmp_path, page), "--strict").stderr


@pytest.mark.parametrize("extension", ["pymdownx.superfences", "pymdownx.extra"])
def test_other_fences_of_the_site_stay(tmp_path, extension):
    other = (
        "custom_fences: [{name: plain, class: kept, format: !!python/name:pymdownx.superfences.fence_div_format }]\n"
    )
    options = other if extension.endswith("superfences") else f"pymdownx.superfences: {{{other.strip()}}}\n"
    settings = f"{PLUGIN}markdown_extensions:\n  - {extension}:\n      {options}"
    html = built(site(tmp_path, "```argmap file=tram.argmap.yaml\n```\n\n```plain\nx\n```\n", settings), "--strict")
    assert len(figures(html)) == 1
    assert '<div class="kept">x</div>' in html


def test_the_fence_with_the_plugin_may_be_configured_by_hand(tmp_path):
    html = built(site(tmp_path, '```argmap file="tram.argmap.yaml"\n```\n', PLUGIN + ALONE), "--strict")
    assert len(figures(html)) == 1


def test_a_map_that_changes_changes_the_figure(tmp_path):
    folder = site(tmp_path, "```argmap file=tram.argmap.yaml\n```\n")
    assert "far too much" not in built(folder)
    (folder / "docs/tram.argmap.yaml").write_text(MAP.replace("too much", "far too much"), encoding="utf-8")
    assert "far too much" in built(folder)


BROKEN = "argmap: 1\nclaims:\n  a: {text: One., supports: b}\n"
FAULTS = {
    "missing": ("```argmap file=gone.argmap.yaml\n```", "docs/index.md:5:11: error[AM603] missing-map"),
    "outside": ("```argmap file=../../gone.yaml\n```", "docs/index.md:5:11: error[AM604] path-outside-project"),
    "attribute": (
        '```argmap file=tram.argmap.yaml colour="red"\n```',
        "docs/index.md:5:33: error[AM601] unknown-attribute",
    ),
    "value": ("```argmap file=tram.argmap.yaml theme=x\n```", "docs/index.md:5:33: error[AM602] invalid-attribute"),
    "focus": ("```argmap file=tram.argmap.yaml focus=x\n```", "docs/index.md:5:33: error[AM602] invalid-attribute"),
    "pdf": ("```argmap file=tram.argmap.yaml format=pdf\n```", "docs/index.md:5:33: error[AM602] invalid-attribute"),
    "empty": ("```argmap\n```", "docs/index.md:5:1: error[AM605] empty-block"),
    "broken map": ("```argmap file=broken.argmap.yaml\n```", "docs/index.md:5:11: error[AM607] broken-map"),
    "errors of it": ("```argmap file=broken.argmap.yaml\n```", "docs/broken.argmap.yaml:3:29: error[AM101]"),
    "in the page": (f"```argmap\n{BROKEN}```", "docs/index.md:8:29: error[AM101] unknown-reference"),
    "the same twice": (f"```argmap\n{BROKEN}```\n\n```argmap\n{BROKEN}```", "docs/index.md:14:29: error[AM101]"),
    "not closed": ("```argmap\nargmap: 1\n", "docs/index.md:5:1: error[AM612] unclosed-block"),
    "no fence": ('```argmap title="a\'\\"b" file=x\n```', "docs/index.md:5:1: error[AM608] figure-not-drawn"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_stops_the_build_with_file_and_line(tmp_path, name):
    block, told = FAULTS[name]
    page = f"---\ntitle: Page\n---\n\n{block}\n"
    folder = site(tmp_path, page, **{"broken.argmap.yaml": BROKEN})
    done = build(folder)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site/index.html").exists()


def test_all_faults_of_all_pages_are_told_in_one_build(tmp_path):
    missing = "```argmap file=gone.yaml\n```\n"
    done = build(site(tmp_path, missing + "\n" + missing, **{"other.md": missing}))
    assert [place in done.stderr for place in ("index.md:1:11", "index.md:4:11", "other.md:1:11")] == [True] * 3
    assert "3 figures could not be made" in done.stderr


def test_on_error_warn_puts_a_box_into_the_page(tmp_path):
    folder = site(tmp_path, "```argmap file=<b>.yaml\n```\n", "plugins: [{argmap: {on_error: warn}}]\n")
    html = built(folder)
    assert 'role="alert"' in html
    assert "docs/index.md:1:11: error[AM603] missing-map: cannot read `&lt;b&gt;.yaml`" in html
    assert build(folder, "--strict").returncode != 0


def test_the_fence_alone_draws_maps_of_the_page(tmp_path):
    page = f'# Page\n\n```argmap caption="Two claims"\n{MAP}```\n\n```argmap format="png"\n{MAP}```\n'
    first, second = figures(built(site(tmp_path, page, ALONE), "--strict"))
    assert first["caption"] == "Two claims"
    assert "It costs too much." in first["words"]
    assert second["img"]["src"].startswith("data:image/png;base64,")


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ('```argmap file="tram.argmap.yaml"\n```', "docs/index.md:3:11: error[AM603] missing-map"),
        (f"```argmap\n{BROKEN}```", "docs/index.md:6:29: error[AM101] unknown-reference"),
        (f"```argmap hue\n{MAP}```", "docs/index.md:3:11: error[AM601] unknown-attribute"),
    ],
)
def test_the_fence_alone_stops_the_build_with_file_and_line(tmp_path, block, told):
    done = build(site(tmp_path, f"# Page\n\n{block}\n", ALONE))
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert ("add `- argmap` to `plugins`" in done.stderr) is ("file=" in block)


def converted(text):
    custom = {"name": "argmap", "class": "argmap", "format": fence, "validator": validator}
    options = {"pymdownx.superfences": {"custom_fences": [custom]}}
    return markdown.markdown(text, extensions=["pymdownx.superfences"], extension_configs=options)


def test_the_fence_works_without_mkdocs():
    (figure,) = figures(converted(f"```argmap\n{MAP}```\n"))
    assert "It costs too much." in figure["words"]
    with pytest.raises(SuperFencesException, match="unknown-reference"):
        converted(f"```argmap\n{BROKEN}```\n")


NASTY = [
    "</figure><script>x()</script>",
    "-->",
    "]]>",
    "<b>",
    "&lt;",
    "\\input{x}",
    "{{ x }}",
    "\x02wzxhzdk:0\x03",
    "'>",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_in_a_text_acts_as_markup(nasty):
    claim = json.dumps({"text": nasty.replace("\x02", "").replace("\x03", "")})
    html = converted(f'```argmap caption="{nasty}" alt="{nasty}"\nargmap: 1\nclaims:\n  a: {claim}\n```\n')
    (figure,) = figures(html)
    shown = nasty.replace("\x02", "").replace("\x03", "")
    assert figure["caption"] == figure["svg"]["aria-label"] == shown
    assert shown in figure["words"]
    assert html.count("</figure>") == 1


def test_fences_are_found_as_superfences_finds_them():
    text = (
        "```argmap a=1\nx\n```\n~~~~ argmap\n```\n~~~~\n> ```argmap\n> y\n> ```\n````md\n```argmap\n```\n````\n"
        "```argmapper\n```\n```{.argmap #n}\n```\n```{.other .argmap}\n```\n    ```argmap\n    z\n  out\n"
    )
    found = scan(SourceFile("page.md", text))
    assert [(item.place.line, item.body.strip(), item.is_closed) for item in found] == [
        (1, "x", True),
        (4, "```", True),
        (7, "y", True),
        (16, "", True),
        (20, "z", False),
    ]


def test_headers_are_mended_only_where_superfences_needs_it():
    mended = readable("```argmap file=a.yaml width=80% legend=false\n```\n")
    assert mended == '```argmap file="a.yaml" width="80%" legend="false"\n```\n'
    for kept in ('```argmap file="a.yaml" legend\n```', "```{.argmap file=a.yaml}\n```", "```yaml a=b\n```"):
        assert readable(kept) == kept
    assert readable("```argmap a='say \"b\"' c=d\n```") == '```argmap a=\'say "b"\' c="d"\n```'


def test_the_example_is_built(tmp_path):
    settings = ROOT / "examples/reports/mkdocs/mkdocs.yml"
    done = build(tmp_path, "--strict", "--config-file", str(settings), "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    found = figures((tmp_path / "site/index.html").read_text(encoding="utf-8"))
    assert len(found) == 3
    assert all(item["caption"] and item["svg"]["aria-label"] for item in found)
