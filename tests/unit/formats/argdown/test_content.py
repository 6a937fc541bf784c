"""Texts with bold and italic, links, tags and mentions."""

import pytest

from argmap.formats.argdown.text.content import Wording, read_content
from argmap.formats.argdown.text.shortcodes import BUILT_IN
from argmap.formats.argdown.text.syntax import Mention, Place, Range, RangeKind


@pytest.mark.parametrize(
    ("markup", "text", "plain"),
    [
        ("a b", "a b", "a b"),
        ("a  b,  c ", "a  b, c ", "a b, c"),
        ("**a** _b_.", "a b.", "a b."),
        ("**a *b* c**", "a b c", "a b c"),
        (r"\*a\* \\", r"*a* " + "\\", r"*a* " + "\\"),
        ("a .->. b :x: c", "a → b :x: c", "a → b :x: c"),
        ("see [this](http://a.b) now", "see this now", "see this now"),
        ("a #b c #(d e) #f", "a #b c #(d e) #f", "a b c"),
        ("#(a b), c", "#(a b), c", "a b, c"),
        ("not @[A b], but @<C>.", "not @[A b], but @<C>.", "not A b, but C."),
        ("a // b", "a ", "a"),
        ("a/* b */c", "ac", "ac"),
        ("x_y", "x_y", "x_y"),
        ("*a _b* c", "*a _b* c", "*a _b* c"),
        ("see [1] here", "see [1] here", "see [1] here"),
        ("[A]: b", "[A]: b", "[A]: b"),
        ("+ a", "+ a", "+ a"),
        ("a\nb", "a b", "a b"),
        ("", "", ""),
    ],
)
def test_signs_of_markup_are_taken_away(markup, text, plain):
    content = read_content(markup)
    assert (content.text, content.plain) == (text, plain)


@pytest.mark.parametrize("markup", ["a b", "a #tag", "x_y", "2 * 3", "a e.g. b", "[1] a"])
def test_there_is_no_markup_if_the_text_says_it_all(markup):
    assert read_content(markup).markup is None


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("**a**", "**a**"),
        (r"\[a]", r"\[a]"),
        ("a #b c", "a #b c"),
        ("@[A] is /* not */ so", "@[A] is so"),
        ("*a* and x_y", r"*a* and x\_y"),
        ("*a* in [b] now", r"*a* in \[b] now"),
    ],
)
def test_markup_is_kept_as_it_was_typed(markup, kept):
    content = read_content(markup)
    assert content.markup == kept
    assert read_content(kept).plain == content.plain


def test_ranges_say_what_is_marked_up():
    content = read_content("a **b _c_ d** [e](f) #g @[H]")
    assert content.text == "a b c d e #g @[H]"
    assert content.ranges == (
        Range(RangeKind.BOLD, 2, 6),
        Range(RangeKind.ITALIC, 4, 4),
        Range(RangeKind.LINK, 8, 8, "f"),
        Range(RangeKind.TAG, 10, 12, "g"),
        Range(RangeKind.STATEMENT_MENTION, 13, 16, "H"),
    )


def test_tags_and_mentions_are_collected():
    content = read_content("a #b #(c d) #b @<E f> @[G]")
    assert content.tags == ("b", "c d")
    assert content.mentions == (Mention(True, "E f", Place(17, 20)), Mention(False, "G", Place(24, 25)))


def test_settings_take_tags_away_and_add_shortcodes():
    wording = Wording(remove_tags=True, shortcodes={**BUILT_IN, ":tram:": "🚋"})
    content = read_content("a #b :tram: c #d", wording)
    assert (content.text, content.plain, content.tags) == ("a 🚋 c ", "a 🚋 c", ("b", "d"))


def test_the_place_is_that_of_the_words():
    assert read_content("  a b  ").place == Place(2, 5)
    assert read_content("").place == Place(0, 0)
