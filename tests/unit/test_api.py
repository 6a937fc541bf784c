"""argmap from Python: what a script or a notebook sees."""

import io

import pytest
from PIL import Image

import argmap

TRAM = """\
argmap: 1
title: Tram?
claims:
  tram: {text: The town should build a tram., title: Tram}
  fast: {text: It is fast., supports: tram, by: mayor, tags: [speed]}
  dear: {text: It costs too much., attacks: tram}
speakers: {mayor: The mayor}
"""


def test_every_public_name_is_there():
    assert [name for name in argmap.__all__ if getattr(argmap, name, None) is None] == []
    assert set(dir(argmap)) == set(argmap.__all__)
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = argmap.nothing_of_ours


def test_load_check_and_draw_a_file(tmp_path):
    path = tmp_path / "tram.argmap.yaml"
    path.write_text(TRAM)
    loaded = argmap.load(path)
    assert loaded.diagnostics == ()
    assert [claim.id for claim in loaded.map.claims] == ["tram", "fast", "dear"]
    assert argmap.check(loaded) == []
    argmap.save(loaded, tmp_path / "tram.png", scale=1)
    with Image.open(tmp_path / "tram.png") as picture:
        assert picture.format == "PNG"
    argmap.save(loaded, tmp_path / "tram.dot")
    assert (tmp_path / "tram.dot").read_text().startswith("digraph")


def test_options_choose_what_is_drawn_and_how():
    loaded = argmap.loads(TRAM)
    whole = argmap.render(loaded).decode()
    part = argmap.render(loaded.map, focus="fast", depth=0, theme="dark", heading="").decode()
    assert "It costs too much" in whole
    assert "It costs too much" not in part
    assert "It is fast" in part
    wide = Image.open(io.BytesIO(argmap.render(loaded, "png", pixel_width=300)))
    assert wide.width == 300


def test_a_wrong_option_is_refused_with_a_suggestion():
    with pytest.raises(TypeError, match="did you mean 'theme'"):
        argmap.render(argmap.loads(TRAM), themes="dark")
    with pytest.raises(argmap.ArgmapError) as caught:
        argmap.render(argmap.loads(TRAM), "pgn")
    assert caught.value.hint == "did you mean `png`?"


def test_a_notebook_shows_the_picture_or_the_errors():
    bundle = argmap.loads(TRAM)._repr_mimebundle_()
    assert bundle["image/svg+xml"].startswith("<svg")
    assert "Tram" in bundle["text/plain"]
    broken = argmap.loads(TRAM.replace("supports: tram", "supports: tarm"))._repr_mimebundle_()
    assert list(broken) == ["text/plain"]
    assert "did you mean `tram`?" in broken["text/plain"]


def test_what_cannot_be_read_cannot_be_drawn():
    with pytest.raises(ValueError, match="not valid YAML"):
        argmap.render(argmap.loads("argmap: ["))


def test_show_and_convert():
    loaded = argmap.loads(TRAM)
    assert "It is fast." in argmap.show(loaded, width=60)
    for name in ("yaml", "json", "argdown"):
        assert argmap.loads(argmap.convert(loaded, name), name).map == loaded.map
    with pytest.raises(argmap.ArgmapError, match="no format `yam`"):
        argmap.convert(loaded, "yam")
