"""The canonical layout of Argdown: spaces and empty lines alone."""

import pytest

from argmap.core.source import SourceFile
from argmap.editing.layout.argdown import laid_out
from tests.documents import ROOT


def out(text: str) -> str:
    made = laid_out(SourceFile("map.argdown", text))
    assert laid_out(SourceFile("map.argdown", made)) == made
    return made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[A]: a\n    + [B]: b\n        - [C]: c\n    - [D]: d\n", "[A]: a\n  + [B]: b\n    - [C]: c\n  - [D]: d\n"),
        ("[A]: a\n\t+ [B]: b\n\t\t- [C]: c\n", "[A]: a\n  + [B]: b\n    - [C]: c\n"),
        ("[A]: a\n  +[B]: b\n  ->   <C>\n", "[A]: a\n  + [B]: b\n  -> <C>\n"),
        ("[A]: a\n     + <B>:\n       goes on\n       and on\n", "[A]: a\n  + <B>:\n    goes on\n    and on\n"),
        ("\n\n[A]: a   \n\n\n\n[B]: b\n\n\n", "[A]: a\n\n[B]: b\n"),
        ("<A>\n\n(1)  a\n(2) b\n----\n(3) c\n      -> [D]: d\n", "<A>\n\n(1) a\n(2) b\n----\n(3) c\n  -> [D]: d\n"),
        ("*   a\n*   b\n    * c\n", "* a\n* b\n  * c\n"),
        ("[A]: a", "[A]: a\n"),
        ("[A]: a {x: 1,\n    y:   2}\n\n\n", "[A]: a {x: 1,\n    y:   2}\n"),
        (
            "/*\n   kept   as\n\n\n  typed  \n*/\n\n\n[A]: a  // so\n",
            "/*\n   kept   as\n\n\n  typed  \n*/\n\n[A]: a  // so\n",
        ),
        ("===\ntitle:    x\n\n\n===\n\n[A]: a\n", "===\ntitle:    x\n\n\n===\n\n[A]: a\n"),
        ("[A]: a\r\n    + [B]: b\r\n", "[A]: a\r\n  + [B]: b\r\n"),
        ("[A]: a\n    '  + [B]: b  \n", "[A]: a\n    '  + [B]: b\n"),
    ],
)
def test_layout(before, after):
    assert out(before) == after


def test_includes_are_left_alone(tmp_path):
    (tmp_path / "part.argdown").write_text("[B]: b\n    + [C]: c\n", encoding="utf-8")
    path = str(tmp_path / "main.argdown")
    made = laid_out(SourceFile(path, "[A]: a\n    + [B]\n\n\n@include(part.argdown)\n", path))
    assert made == "[A]: a\n  + [B]\n\n@include(part.argdown)\n"


def test_the_texts_of_the_project_are_laid_out():
    for path in ROOT.glob("examples/**/*.argdown"):
        text = path.read_text(encoding="utf-8")
        assert laid_out(SourceFile(str(path), text, str(path))) == text, path
