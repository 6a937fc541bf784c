"""Laws of documents: what is written is read again, and a second run changes nothing."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.embed.attribute_text import write as attributes_as_text
from argmap.embed.attributes import Attributes, read_attributes
from argmap.embed.documents import HOSTS
from argmap.embed.documents.base import Placed
from argmap.embed.documents.marker import kept_from_closing, with_closings
from argmap.markup.plain import one_line
from tests.maps import NASTY_TEXTS

OURS = ("markdown", "quarto", "html")
LINES = st.lists(
    NASTY_TEXTS | st.sampled_from(["-->", "--!>", "--\\>", "", "  ", "```", "> a", "- b", "</script>"]), min_size=1
)
BODIES = LINES.map(lambda lines: "".join(f"{one_line(line)}\n" for line in lines)).filter(str.strip)
WORDS = NASTY_TEXTS.map(one_line)
PATHS = st.sampled_from(["a.svg", "figures/a b.png", "ü(1)#.svg", "../x_y*.svg"])
MARGINS = {"markdown": ["", "  ", "> ", "> > ", "   "], "quarto": ["", "> "], "html": ["", "  ", "\t"]}
DOCUMENT_LINES = st.lists(
    st.sampled_from(
        ["", "Words.", "- item", "  more", "> quoted", "```", "````", "~~~", "```argmap", "<!-- argmap -->", "-->",
         "<!--",
         "<!-- argmap outline -->", "<!-- argmap end -->", "![a](b.svg)", "    code", "argmap: 1", "---", "<div>", "\t",
         "<script type='text/argmap'>", "</script>", "`<!-- argmap x=1 -->`", "```{argmap}", "#| width: 5%",
         "> ```argmap",
         "- <!-- argmap", "<!-- argmap figure=b.svg caption=x -->", "*x*", "![a](b.svg)\\"]
    ),
    max_size=25,
)  # fmt: skip


@pytest.mark.parametrize("name", OURS)
@given(data=st.data())
def test_a_figure_is_read_as_it_was_written(name, data):
    caption = data.draw(st.none() | WORDS.filter(bool))
    asked = Attributes(
        figure=data.draw(PATHS),
        caption=caption,
        name=data.draw(st.none() | st.just("fig:a-1")),
        width=data.draw(st.sampled_from([None, "80%", "12cm"])),
        align=data.draw(st.sampled_from([None, "center"])),
    )
    body = data.draw(st.none() | BODIES)
    margin = data.draw(st.sampled_from(MARGINS[name]))
    placed = Placed("figure", asked, body, margin, True, str(asked.figure), data.draw(WORDS))
    text = HOSTS[name].write(placed)
    found = HOSTS[name].scan(SourceFile("d", f"Before.\n\n{text}\n\nAfter.\n"))
    assert found.diagnostics == ()
    (block,) = found.blocks
    assert block.span.text == text
    assert (block.kind, block.body, block.margin, block.is_marker) == ("figure", body, margin, True)
    assert block.picture == (asked.figure, placed.alt)
    attributes, faults = read_attributes(block.given)
    assert faults == []
    assert attributes_as_text(attributes) == attributes_as_text(asked)


@pytest.mark.parametrize("name", OURS)
@given(words=WORDS.filter(bool), kind=st.sampled_from(["outline", "pro-con"]), body=st.none() | BODIES)
def test_a_region_is_read_as_it_was_written(name, words, kind, body):
    host = HOSTS[name]
    asked = Attributes() if body else Attributes(file="x.yaml")
    placed = Placed(kind, asked, body, "", text=f"{host.markup.text(words)}\n")
    text = host.write(placed)
    found = host.scan(SourceFile("d", f"Before.\n\n{text}\n\nAfter.\n"))
    assert found.diagnostics == ()
    (block,) = found.blocks
    assert (block.kind, block.span.text, block.body) == (kind, text, body)


@pytest.mark.parametrize("name", OURS)
@given(lines=DOCUMENT_LINES, end=st.sampled_from(["\n", "\r\n", "\r"]))
def test_blocks_lie_in_order_and_in_the_document(name, lines, end):
    text = end.join(lines)
    found = HOSTS[name].scan(SourceFile("d", text))
    position = 0
    for block in found.blocks:
        assert position <= block.span.start < block.span.end <= len(text)
        position = block.span.end
    for item in found.diagnostics:
        assert item.primary is not None
        assert 0 <= item.primary.start <= item.primary.end <= len(text)


@pytest.mark.parametrize("name", OURS)
@settings(max_examples=25)
@given(lines=DOCUMENT_LINES, end=st.sampled_from(["\n", "\r\n"]))
def test_a_second_run_changes_nothing(name, lines, end):
    from argmap.embed import Engine
    from argmap.embed.documents.keeping import Document, Keeper, Target

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        text = end.join(line.replace("<!-- argmap -->", "<!-- argmap file=a.argmap.yaml -->") for line in lines)
        (place / "a.argmap.yaml").write_text("argmap: 1\nclaims: {a: {text: A.}}\n", encoding="utf-8")

        def keep(now):
            document = Document(SourceFile("d", now, str(place / "d")), HOSTS[name], place)
            return Keeper(Engine()).keep(document, Target())

        once = keep(text)
        if once.errors:
            assert once.text == text
        else:
            again = keep(once.text)
            assert (again.text, again.errors) == (once.text, [])


@given(text=st.lists(st.sampled_from(["--", ">", "!", "\\", "a"])).map("".join))
def test_nothing_closes_a_comment_and_all_comes_back(text):
    kept = kept_from_closing(text)
    assert "-->" not in kept
    assert "--!>" not in kept
    assert with_closings(kept) == text
