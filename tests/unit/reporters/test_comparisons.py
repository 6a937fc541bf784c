"""Comparisons told as text and Markdown: every kind of change has its words."""

from dataclasses import replace

import pytest

from argmap.reporters.comparisons import COMPARISON_FORMATS, Review
from argmap.reporters.comparisons.base import Bit, Role
from argmap.reporters.comparisons.joints import parted
from argmap.review.compare import compare
from tests.maps import map_of

OLD = map_of("""argmap: 1
title: Tram
language: en
speakers: {mayor: {name: The mayor}, press: {name: The press}}
sources: {study: {title: Study, paragraphs: 9}}
questions: {build: {text: Should there be a tram?}}
claims:
  tram: {text: There should be a tram., answers: build, by: mayor, cites: study#p3, score: 0.5, tags: [money]}
  fast: {text: It is fast., supports: tram, note: Quite so.}
  calm: {text: It is calm., supports: {to: tram, id: peace}}
groups:
  here: {title: Here, members: [fast]}
  there: {title: There, members: [calm]}
""")
NEW = map_of("""argmap: 1
title: The tram
language: en
speakers: {mayor: {name: The mayor, role: head of the town}, press: {name: The press}}
sources: {study: {title: Study, paragraphs: 12}, paper: {title: Paper}}
questions: {build: {text: Should there be a tram line?}, where: {text: Where?}}
claims:
  tram: {text: There should be a tram., answers: [build, where], by: press, cites: study#p4, score: 0.7, implicit: true}
  fast: {text: It is fast., supports: {to: tram, with: [calm], scheme: sign}, note: Not quite so., data: {seen: 1}}
  calm: {text: It is calm., supports: {to: fast, id: peace}}
groups:
  here: {title: Here and now, members: [calm, fast]}
""")
REVIEW = Review(OLD, NEW, compare(OLD, NEW), ("old", "new"))


def told(name: str, **settings: object) -> str:
    return COMPARISON_FORMATS[name].write(replace(REVIEW, **settings))


@pytest.mark.parametrize(
    "line",
    [
        "by: [-The mayor-], {+The press+}",
        "cites: [-study#p3-], {+study#p4+}",
        "answers: {+Where?+}",
        "score: 0.5 → 0.7",
        "implicit: no → yes",
        "tags: [-money-]",
        "note: [-Quite-] {+Not quite+} so.",
        "other data: {+seen+}",
        "moved: There → Here and now",
        "linked: {+It is calm.+}",
        "scheme: none → sign",
        "aimed elsewhere: before, at “There should be a tram.”",
        "text: Should there be a tram {+line+}?",
        "role: none → head of the town",
        "paragraphs: 9 → 12",
        "title: Here → Here and now",
        "~ title: Tram → The tram",
        "+ “Paper” (paper)",
        "− “There” (there)",
    ],
)
def test_each_change_has_its_words(line):
    assert line in [item.strip() for item in told("text").splitlines()]


def test_without_unicode_the_signs_are_ascii():
    text = told("text", unicode=False)
    assert text.isascii()
    assert "score: 0.5 -> 0.7" in text
    assert '- "There" (there)' in text


def test_lines_are_wrapped_with_their_indent():
    lines = told("text", width=40).splitlines()
    assert max(map(len, lines)) <= 40
    assert "    together support “There should be a" in lines


def test_markdown_counts_first_and_then_lists():
    lines = told("markdown").splitlines()
    assert lines[0] == "## What changed in the debate: The tram"
    assert lines[2].startswith("**3 claims changed; 2 relations changed; 1 question added, 1 changed;")
    assert "    - by: ~~The mayor~~, **The press**" in lines
    assert "    - score: ~~0.5~~ → **0.7**" in lines


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ([("fast", "plain"), (",", "added"), (" and", "plain")], "[fast] {fast,} and"),
        ([("a ", "plain"), ("b", "removed"), (" c", "added"), (".", "plain")], "a [b] {c}."),
        ([("(", "plain"), ("b", "removed"), ("c", "added"), (")", "plain")], "([b] {c})"),
        ([("日", "plain"), ("本", "removed"), ("語", "added"), ("文", "plain")], "日[本] {語}文"),
        ([("x", "plain"), ("(y)", "added"), ("z", "plain")], "[xz] {x(y)z}"),
        ([("it is", "plain"), (" so", "removed")], "it is [so]"),
    ],
)
def test_marks_stand_where_markdown_takes_them_for_marks(phrase, shown):
    signs = {Role.PLAIN: ("", ""), Role.REMOVED: ("[", "]"), Role.ADDED: ("{", "}")}
    found = ""
    for text, role in parted([Bit(text, Role(role)) for text, role in phrase]):
        start, end = signs[role]
        gap = " " if start and text[:1].isspace() else ""
        found += f"{gap}{start}{text.strip() if start else text}{end}"
    assert found == shown
