"""The tokens of Argdown texts."""

import pytest

from argmap.formats.argdown.text.lexer import comments, tokenize
from argmap.formats.argdown.text.tokens import Kind


def told(text):
    """Kinds and texts: `text:word`, in one for a run of words. Relations and items have their depth."""
    words = []
    for token in tokenize(text).tokens[:-1]:
        if token.kind is Kind.TEXT and words and words[-1].startswith("text:"):
            words[-1] += token.text
            continue
        name = token.kind.name.lower().replace("_", "-")
        shown = "" if token.kind in (Kind.NEWLINE, Kind.EMPTY_LINE) else f":{token.text}"
        words.append(name + shown + (f"@{token.depth}" if token.depth else ""))
    return words


def remarks(text):
    """Names of the remarks, and the text at each."""
    return [(item.name, text[item.start : item.end]) for item in tokenize(text).remarks]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("[A]: b", ["definition:[A]:", "text:b"]),
        ("[A]", ["reference:[A]"]),
        ("<A>: b", ["definition:<A>:", "text:b"]),
        ("<A>", ["reference:<A>"]),
        ("[A] and [B]: c", ["definition:[A] and [B]:", "text:c"]),
        ("[-a]", ["text:[-a]"]),
        ("[]", ["text:[]"]),
        ("see @[A] or @<B>.", ["text:see ", "mention:@[A] ", "text:or ", "mention:@<B>", "text:."]),
        ("[a](b) c", ["link:[a](b) ", "text:c"]),
        ("a #tag #(two words)b", ["text:a ", "tag:#tag ", "tag:#(two words)", "text:b"]),
        ("# A", ["heading:# ", "text:A"]),
        ("#A", ["tag:#A"]),
        (r"a\*  b", ["text:a", "escaped:\\*  ", "text:b"]),
        ("a .~. b .x. c", ["text:a ", "shortcode:.~. ", "text:b ", "shortcode:.x. ", "text:c"]),
        ("**a *b* c** d", ["open:**", "text:a ", "open:*", "text:b", "close:* ", "text:c", "close:** ", "text:d"]),
        ("2 * 3 _ 4", ["text:2 * 3 _ 4"]),
        ("===\na: 1\n===\n\nb", ["front-matter:===\na: 1\n===", "empty-line", "text:b"]),
        ("* a\n1. b", ["item:*@1", "text:a", "newline", "item:1.@1", "text:b"]),
        ("*a", ["open:*", "text:a"]),
        ("(1) a", ["number:(1)", "text:a"]),
        ("a (1) b", ["text:a (1) b"]),
        ("a,   b", ["text:a, b"]),
    ],
)
def test_each_token_is_found(text, tokens):
    assert told(text) == tokens


@pytest.mark.parametrize("sign", ["+", "-", "<+", "<-", "+>", "->", "><", "_>", "<_", "_"])
def test_relations_stand_at_the_start_of_a_line(sign):
    assert told(f"a\n  {sign} b") == ["text:a", "newline", f"relation:{sign}@1", "text:b"]
    assert not any(word.startswith("relation") for word in told(f"a {sign} b"))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a {x: 1}", "{x: 1}"),
        ("a {x: {y: 1}}", "{x: {y: 1}}"),
        ("a {x: '}'} ", "{x: '}'}"),
        ("a {\n  x: {y: 1}\n}", "{\n  x: {y: 1}\n}"),
        ("a {x: 1}\n\nb {y: 1}", "{x: 1}"),
        ("a {x: 1}. Then {y: 2}", "{x: 1}"),
        ("a {x, y}, z", None),
        ("a {", None),
    ],
)
def test_data_ends_where_its_braces_end(text, data):
    found = [item.text for item in tokenize(text).tokens if item.kind is Kind.DATA]
    assert found[:1] == ([data] if data else [])


def test_depth_counts_the_indentations_that_are_open():
    text = "a\n  + b\n      + c\n  + d\n    + e\n\nf\n + g\n* h\n  + i"
    depths = [item.depth for item in tokenize(text).tokens if item.kind in (Kind.RELATION, Kind.ITEM)]
    assert depths == [1, 2, 1, 2, 1, 1, 2]


def test_an_indentation_between_two_levels_is_odd():
    assert remarks("a\n  + b\n      + c\n    + d") == [("odd-indentation", "    +")]
    assert remarks("a\n    + b\n  + c") == [("odd-indentation", "  +")]
    assert remarks("a\n\t+ b\n  + c\n  + d") == [("odd-indentation", "  ")]
    assert remarks("a\n\t+ b\n\t\t+ c") == []


def test_the_line_of_an_inference_has_tokens_of_its_own():
    assert told("(1) a\n-- b, *c* {x: 1} --\n(2) d")[3:-2] == [
        "line:--", "text:b", "comma:,", "text:*c* ", "data:{x: 1}", "line-end:--", "newline",
    ]  # fmt: skip
    assert told("(1) a\n-----\n")[3:] == ["line:--", "line-end:---", "newline"]


def test_a_line_that_is_not_closed_does_not_swallow_the_rows_below_it():
    assert told("(1) a\n--\n(2) b")[3:] == ["line:--", "newline", "number:(2)", "text:b"]
    assert told("(1) a\n--\n(2) b\n(3) c\n--\n(4) d")[3:6] == ["line:--", "newline", "number:(2)"]
    assert told("(1) a\n-- b\n\nc")[3:] == ["line:--", "text:b", "empty-line", "text:c"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a /* b */ c", ["/* b */"]),
        ("a // b\nc", ["// b"]),
        ("<!-- a\n\nb -->\n\nc", ["<!-- a\n\nb -->"]),
        ("a // b", ["// b"]),
        ("a//b", []),
        ("{a: // b\n}", []),
        ("// a\n// b\r\nc", ["// a", "// b"]),
    ],
)
def test_comments_are_found(text, found):
    assert [text[start:end] for start, end in comments(text)] == found


def test_comments_leave_the_lines_around_them_as_they_are():
    assert told("[A]\n  // b\n  + c") == ["reference:[A]", "newline", "relation:+@1", "text:c"]
    assert told("a\n\n/* b */\n\n[C]") == ["text:a", "empty-line", "reference:[C]"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a /* b", [("syntax-error", "/*")]),
        ("a/*b", []),
        ("<!-- b\n", [("syntax-error", "<!--")]),
        ("[a b", [("syntax-error", "[")]),
        ("<a b", [("syntax-error", "<")]),
        ("x <b", []),
        ("< 5", []),
        ("a {x: 1", [("syntax-error", "{")]),
        ("a {x", []),
        ("===\na: 1\n", [("syntax-error", "===")]),
        ("a // b", [("unportable-syntax", "// b")]),
        ("http://a.b\n", [("unportable-syntax", "//a.b")]),
        ("a (=== b ===", [("unportable-syntax", "===")]),
        ("[a\nb](c)", [("unportable-syntax", "[")]),
        ("a \\\nb", [("unportable-syntax", "\\")]),
        ("a {x: 1}. {y: 1}", [("unportable-syntax", "{x: 1}")]),
        ("a\n\n/* b */  \n  \n[C]", [("unportable-syntax", "  \n  \n")]),
    ],
)
def test_what_is_odd_is_remarked_on(text, found):
    assert remarks(text) == found


def test_windows_line_ends_move_places_alone():
    text = "[A]: b\n  + c {\n  d: 1\n}\n\n(1) e\n"
    windows = text.replace("\n", "\r\n")
    plain, moved = tokenize(text).tokens, tokenize(windows).tokens
    assert [item[3:] for item in plain] == [item[3:] for item in moved]
    for item in moved:
        assert windows[item.start : item.end].replace("\r\n", "\n") == item.text
    assert [item.name for item in tokenize(windows).remarks] == ["unportable-syntax"]


def test_a_text_from_the_middle_of_a_line_has_no_structure():
    kinds = {
        item.kind for text in ("+ a", "# a", "(1) a", "* a", "-- a") for item in tokenize(text, within=True).tokens
    }
    assert kinds == {Kind.TEXT, Kind.END}
