"""The Markdown outline and plain text: all that is said, in reading order, and nothing that acts as markup."""

from markdown_it import MarkdownIt

from argmap.pipeline import write
from tests.maps import map_of

TRAM = map_of(
    """
argmap: 1
title: Should a town build a tram?
description: A small debate.
sources:
  study: {title: Transport study, author: Town council, date: 2024-05-02}
  paper: {title: The paper, link: "https://example.org/a"}
speakers: {mayor: The mayor}
questions: {build: {text: Should the town build a tram line?, title: Build it?}}
claims:
  tram: {text: The town should build a tram line., title: Build the tram, answers: build, by: mayor}
  faster:
    text: A tram halves the trip.
    cites: [study#p3, {source: paper, quote: half the time}]
    supports: {to: tram, with: [riders]}
  riders: {text: Many people make that trip., implicit: true, restatements: [The line is full.]}
  home: {text: Half of them work from home., attacks: faster + riders -> tram}
  no: {text: It should not., conflicts: tram, answers: build}
  alone: {text: "# <b>*not* a heading</b>", title: "1. [x](y)"}
"""
)

MARKDOWN = """\
# Should a town build a tram?

A small debate.

## Build it?

Should the town build a tram line?

- **Build the tram** The town should build a tram line. (The mayor)
    - *supported by:* A tram halves the trip. (Transport study, p3; The paper, “half the time”)
    - *together with:* Many people make that trip. (unstated) (also: The line is full.)
        - *the step is undercut by:* Half of them work from home.
    - *in conflict with:* **It should not.** (see there)
- It should not.
    - *in conflict with:* **Build the tram** (see there)
"""

TEXT = """\
Should a town build a tram?
===========================

A small debate.

Should the town build a tram line?
----------------------------------

- Build the tram. The town should build a tram line. [The mayor]
   - supported by: A tram halves the trip. [Transport study, p3; The paper,
     “half the time”]
"""


def test_markdown_tells_the_debate_in_order():
    text = write(TRAM, "markdown").text
    assert text.startswith(MARKDOWN)
    assert text.endswith("- Town council, Transport study, 2024-05-02\n- [The paper](<https://example.org/a>)\n")


def test_no_text_acts_as_markup():
    html = MarkdownIt("commonmark").render(write(TRAM, "markdown").text)
    assert "# &lt;b&gt;*not* a heading&lt;/b&gt;" in html
    assert "<strong>1. [x](y)</strong>" in html
    assert html.count("<h1>") == 1


def test_plain_text_is_wrapped():
    text = write(TRAM, "text").text
    assert text.startswith(TEXT)
    assert max(map(len, text.splitlines())) <= 78


def test_losses_are_what_outlines_leave_out():
    assert [loss.what for loss in write(TRAM, "markdown").losses] == []
    rich = map_of("argmap: 1\nclaims: {a: {text: A., score: 0.5, tags: [x]}}\n")
    assert [loss.what for loss in write(rich, "text").losses] == ["scores", "tags"]


def test_an_empty_map_is_an_empty_outline():
    assert write(map_of("argmap: 1\n"), "markdown").text == "# Argument map\n"
    assert write(map_of("argmap: 1\n"), "text").text == "\n"


def test_deep_chains_say_their_level():
    claims = "".join(f"  c{n}: {{text: Claim {n}., supports: c{n - 1}}}\n" for n in range(1, 40))
    deep = map_of(f"argmap: 1\nclaims:\n  c0: Claim 0.\n{claims}")
    assert "- (level 30) supported by: Claim 30." in " ".join(write(deep, "text").text.split())
    assert "Claim 39." in write(deep, "markdown").text
