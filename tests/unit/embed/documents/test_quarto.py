"""Quarto as a host: images with attributes."""

import re
import subprocess

import pypandoc
import pytest

from argmap.core.source import SourceFile
from argmap.embed.attributes import Attributes
from argmap.embed.documents import HOSTS, host_of
from argmap.embed.documents.base import Placed

HOST = HOSTS["quarto"]


def written(**asked):
    return HOST.write(Placed("figure", Attributes(figure="a.svg", **asked), None, "", True, "a.svg", 'Says "a\\b"'))


def test_its_files():
    assert host_of("Report.QMD") is HOST
    assert host_of("notes.Rmd") is HOST


def test_written():
    assert written().split("\n")[1] == '![](a.svg){fig-alt="Says &quot;a&#92;b&quot;"}'
    assert written(name="fig-a", caption="The *a*", width="50%", align="left").split("\n")[1] == (
        r'![The \*a\*](a.svg){#fig-a fig-alt="Says &quot;a&#92;b&quot;" fig-align="left" width="50%"}'
    )


@pytest.mark.parametrize("asked", [{}, {"caption": "C {d} e", "name": "fig-a", "width": "60%", "align": "center"}])
def test_read_again(asked):
    text = f"{written(**asked)}\n\nAfter.\n"
    (block,) = HOST.scan(SourceFile("a.qmd", text)).blocks
    assert block.picture == ("a.svg", 'Says "a\\b"')
    assert block.span.text == written(**asked)
    assert {item.name: item.value for item in block.given} == {"figure": "a.svg", **asked}


def test_an_image_of_the_author_is_adopted():
    text = '<!-- argmap file=x -->\n![Its caption](maps/x.png){#fig-x fig-alt="Words" width=50%}\n'
    (block,) = HOST.scan(SourceFile("a.qmd", text)).blocks
    assert block.picture == ("maps/x.png", "Words")
    assert block.given[-1][:2] == ("caption", "Its caption")


def test_pandoc_reads_caption_alternative_and_width():
    text = written(name="fig-a", caption="The *a*", width="50%")
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "html", "--wrap=none"]
    shown = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
    assert "The *a*</figcaption>" in shown
    assert 'id="fig-a"' in shown
    assert 'fig-alt="Says &quot;a\\b&quot;"' in shown
    assert re.search(r"width: ?50", shown)
