"""Attributes as text: what is read, where it stands, and what is written."""

import pytest

from argmap.core.source import SourceFile
from argmap.embed.attribute_text import parse, write
from argmap.embed.attributes import Attributes


def read(text):
    source = SourceFile("report.md", text)
    given, faults = parse(source, 0, len(text))
    return [(item.name, item.value) for item in given], [(item.name, item.primary.text) for item in faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("file=tram.argmap.yaml", [("file", "tram.argmap.yaml")]),
        ("file = maps/tram.argdown", [("file", "maps/tram.argdown")]),
        ('caption="The tram, at last"', [("caption", "The tram, at last")]),
        ("caption='The \"tram\"'", [("caption", 'The "tram"')]),
        (r'caption="a \"b\" \\ \c"', [("caption", r'a "b" \ c')]),
        ('title=""', [("title", "")]),
        ("title=", [("title", "")]),
        ("title=, width=3cm", [("title", ""), ("width", "3cm")]),
        ("legend", [("legend", "")]),
        ("{.argmap #fig:tram file=a.yaml}", [("name", "fig:tram"), ("file", "a.yaml")]),
        ("file=a.yaml,width=80%, depth=1", [("file", "a.yaml"), ("width", "80%"), ("depth", "1")]),
        ('alt="two\nlines"', [("alt", "two\nlines")]),
        ("file=мост.argdown", [("file", "мост.argdown")]),
        (r"file=a\b", [("file", r"a\b")]),
    ],
)
def test_what_is_read(text, expected):
    assert read(text) == (expected, [])


def test_only_the_stretch_is_read():
    source = SourceFile("report.md", "before=1 file=a.yaml after=2")
    (item,), faults = parse(source, 9, 20)
    assert (item.name, item.value, item.span.text) == ("file", "a.yaml", "file=a.yaml")
    assert not faults


@pytest.mark.parametrize(
    ("text", "kept", "fault"),
    [
        ("=80% width=1cm", [("width", "1cm")], "=80%"),
        ("width=80% ?! align=left", [("width", "80%"), ("align", "left")], "?!"),
        ("file=a.yaml 3d", [("file", "a.yaml")], "3d"),
        ("alt=it's", [("alt", "it")], "'s"),
    ],
)
def test_what_is_no_attribute_is_told(text, kept, fault):
    assert read(text) == (kept, [("invalid-attribute", fault)])


@pytest.mark.parametrize("text", ['caption="The tram', "caption='The tram", 'caption = "The tram \\"'])
def test_a_quotation_that_is_not_closed_is_one_fault(text):
    given, faults = read(f"file=a.yaml {text} file=b.yaml width=3")
    assert given == [("file", "a.yaml")]
    assert faults == [("invalid-attribute", f"{text} file=b.yaml width=3")]


def test_hostile_lengths_are_read_in_time():
    for text in ('a="' * 20_000, "a=' " * 20_000, "{" * 100_000, "a " * 50_000, "=" * 100_000, '"\\' * 50_000):
        assert parse(SourceFile("report.md", text), 0, len(text))


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        (Attributes(), ""),
        (Attributes(file="tram.argmap.yaml", width="80%"), "file=tram.argmap.yaml width=80%"),
        (Attributes(caption='The "tram"', depth=0, focus="a"), r'caption="The \"tram\"" focus=a depth=0'),
        (Attributes(title="", legend=False, hidden=True), 'legend=false title="" hidden=true'),
        (Attributes(tag=("a", "b"), alt="a\\b"), r'alt="a\\b" tag="a,b"'),
        (Attributes(alt="over --> and out --!> <!-- ]]>"), r'alt="over --\> and out --!\> <!-- ]]>"'),
        (Attributes(alt="a\nb"), 'alt="a b"'),
    ],
)
def test_what_is_written(attributes, text):
    assert write(attributes) == text


@pytest.mark.parametrize("end", ["-->", "--!>", "\n"])
def test_what_is_written_ends_no_comment(end):
    assert end not in write(Attributes(alt=f"a {end} b", file=f"a{end}b"))
