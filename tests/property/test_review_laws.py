"""Laws of telling a comparison: of any two maps, in harmless words, and word by word what was and what is."""

import json
from dataclasses import replace
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from wcwidth import wcswidth

from argmap.core.model import ArgumentMap, Claim
from argmap.markup.plain import one_line
from argmap.reporters.comparisons import COMPARISON_FORMATS, Review
from argmap.review.compare import compare
from argmap.review.verdicts import judged
from argmap.semantics.evaluate import evaluate
from tests.maps import NASTY_TEXTS
from tests.property.test_comparison_laws import pairs

SIGNS = st.lists(
    st.sampled_from([*"*_`|:<>[](){}#.-+=~^$!?@&;,'\"\\/%1ax語。 ", " fast", " slow", "www.", "http://x "]), max_size=14
).map("".join)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLOCKS = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "bullet_list_open",
          "bullet_list_close", "list_item_open", "list_item_close"}  # fmt: skip
WORDS = {"text", "text_special", "code_inline", "strong_open", "strong_close", "s_open", "s_close"}


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    old, new = draw(pairs())
    found = compare(old, new)
    semantics = draw(st.sampled_from([None, "grounded", "df-quad"]))
    if semantics:
        before, after = (evaluate(item, semantics).labelling for item in (old, new))
        if before and after:
            found = judged(old, new, found, before, after)
    return Review(old, new, found, ("old", "new"), draw(st.booleans()), draw(st.integers(20, 120)), draw(st.booleans()))


@given(reviews())
def test_text_keeps_to_its_width_and_leaves_the_terminal_alone(review):
    text = COMPARISON_FORMATS["text"].write(review)
    assert text.endswith("\n")
    for line in text.splitlines():
        assert ("\x1b" in line) <= review.colour
    plain = COMPARISON_FORMATS["text"].write(replace(review, colour=False))
    for line in plain.splitlines():
        assert not [sign for sign in line if category(sign) in {"Cc", "Cs"} or sign in "\u202a\u202e\u2066"]
        assert wcswidth(line) <= max(review.width, 40) + 1


@given(reviews())
def test_json_can_be_read_again_and_counts_the_same(review):
    told = json.loads(COMPARISON_FORMATS["json"].write(review))
    assert told["version"] == 1
    assert told["changed"] == bool(review.comparison)
    for kind in ("claims", "relations", "questions", "speakers", "sources", "groups"):
        found = getattr(review.comparison, kind)
        for part in ("added", "removed", "changed"):
            assert len(told[kind][part]) == len(getattr(found, part))
    assert (told["verdicts"] is None) == (review.comparison.verdicts is None)


@given(reviews())
def test_markdown_is_harmless(review):
    tokens = PARSER.parse(COMPARISON_FORMATS["markdown"].write(review))
    assert {token.type for token in tokens} <= BLOCKS
    assert {child.type for token in tokens for child in token.children or ()} <= WORDS
    items = sum(token.type == "list_item_open" for token in tokens)
    found = review.comparison
    least = len(found.map) + sum(
        len(part)
        for kind in (found.claims, found.relations, found.questions, found.speakers, found.sources, found.groups)
        for part in (kind.added, kind.removed, kind.changed)
    )
    assert items >= least


def told_wordings(old: str, new: str) -> tuple[str, str]:
    """The old and the new wording as a reader of the Markdown sees them."""
    maps = [ArgumentMap(claims=(Claim("a", text),)) for text in (old, new)]
    text = COMPARISON_FORMATS["markdown"].write(Review(*maps, compare(*maps)))
    inline = next(
        token for token in PARSER.parse(text) if token.type == "inline" and token.content.startswith("text: ")
    )
    found = {"s": "", "strong": ""}
    inside = None
    for child in inline.children:
        if child.type.endswith("_open"):
            assert inside is None
            inside = child.type.removesuffix("_open")
        elif child.type.endswith("_close"):
            inside = None
        else:
            for kind in found:
                found[kind] += child.content if inside in (None, kind) else ""
    return found["s"].removeprefix("text: "), found["strong"].removeprefix("text: ")


@given(SIGNS | NASTY_TEXTS, SIGNS | NASTY_TEXTS)
def test_markdown_tells_both_wordings(old, new):
    if old.split() == new.split() or not one_line(old) or not one_line(new):
        return
    before, after = told_wordings(old, new)
    assert bare(before) == bare(old)
    assert bare(after) == bare(new)


def bare(text: str) -> str:
    return "".join(one_line(text).split())
