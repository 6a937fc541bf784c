"""Measuring, cleaning and wrapping."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagram import fonts
from argmap.diagram.fonts import Face
from argmap.diagram.measure import clean, text_width
from argmap.diagram.wrap import wrap


@pytest.mark.parametrize("face", Face)
def test_widths_are_those_of_the_font(face):
    from fontTools.ttLib import TTFont

    with TTFont(fonts.path(face)) as font:
        glyphs, widths = font.getBestCmap(), font["hmtx"]
        for text in ("Wave", "fi", "Кириллица", "é"):
            expected = sum(widths[glyphs[ord(letter)]][0] for letter in text) * 12 / font["head"].unitsPerEm
            assert text_width(text, face, 12) == pytest.approx(expected)


def test_what_the_font_lacks_is_estimated_wide():
    assert text_width("漢", Face.REGULAR, 10) == 10
    assert text_width("🙂", Face.REGULAR, 10) == 13
    assert text_width("ع", Face.REGULAR, 10) == 6.5
    assert text_width("\u200b", Face.REGULAR, 10) == 0
    assert fonts.covers("Ärger и мир", Face.REGULAR)
    assert not fonts.covers("漢", Face.REGULAR)


def test_clean():
    assert clean("a\tb\nc\x00d\x1be") == "a b cde"
    assert clean("e\u0301") == "é"
    assert clean("a\ud800b\ufffe") == "a\ufffdb"
    assert clean("x\u202ey\u2066z") == "xyz"
    assert clean("نص 🙂 \u200d") == "نص 🙂 \u200d"


def test_lines_break_at_spaces_and_between_ideographs():
    assert wrap("one two three", Face.REGULAR, 10, 45) == ("one two", "three")
    assert wrap("一二三四五六", Face.REGULAR, 10, 30) == ("一二三", "四五六")
    assert wrap("一二三。四", Face.REGULAR, 10, 30) == ("一二", "三。四")
    assert wrap("  ", Face.REGULAR, 10, 30) == ()


def test_clusters_stay_whole():
    family = "👩‍👩‍👧"
    assert wrap(family * 3, Face.REGULAR, 10, 45) == (family, family, family)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=60), st.floats(20, 200), st.sampled_from(Face))
def test_nothing_is_dropped_and_nothing_too_wide(text, width, face):
    from wcwidth import iter_graphemes

    lines = wrap(text, face, 11.5, width)
    assert "".join(lines).replace(" ", "") == "".join(clean(text).split())
    for line in lines:
        assert text_width(line, face, 11.5) <= width + 0.001 or len(list(iter_graphemes(line))) == 1


def test_a_missing_font_is_an_environment_fault(monkeypatch):
    from argmap.core.errors import ArgmapError

    monkeypatch.setitem(__import__("sys").modules, "fontpkg_fira_sans", None)
    with pytest.raises(ArgmapError) as caught:
        fonts.path(Face.REGULAR)
    assert caught.value.slug == "missing-font"
