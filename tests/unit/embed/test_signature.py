"""The sign in figures: there, harmless, and found again."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from argmap import loads, render
from argmap.embed.signature import carries_sign, is_signed, signed

MAP = loads("argmap: 1\nclaims:\n  a: {text: One.}\n").map


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_a_signed_figure_is_known(format, tmp_path):
    data = render(MAP, format)
    own = signed(data, format)
    assert own != data
    assert carries_sign(own)
    assert not carries_sign(data)
    path = tmp_path / f"a.{format}"
    path.write_bytes(own)
    assert is_signed(path)
    path.write_bytes(data)
    assert not is_signed(path)


def test_the_picture_is_the_same():
    image = Image.open(io.BytesIO(signed(render(MAP, "png"), "png")))
    image.load()
    assert image.info["Software"] == "kept by argmap embed"
    assert image.tobytes() == Image.open(io.BytesIO(render(MAP, "png"))).tobytes()
    assert len(PdfReader(io.BytesIO(signed(render(MAP, "pdf"), "pdf")), strict=True).pages) == 1


def test_what_is_no_file_is_not_signed(tmp_path):
    assert not is_signed(tmp_path / "nothing.svg")
    assert not is_signed(tmp_path)
    assert not is_signed("a\0b")
    assert not carries_sign(b"kept by argmap embed" + bytes(300))
