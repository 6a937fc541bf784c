"""What suits each format that pandoc writes: which picture, and whether it goes into the document or beside it."""

import re
from typing import Literal, NamedTuple, TypeAlias

PICTURES = ("svg", "png", "pdf")
"""The formats of pictures."""
Way: TypeAlias = Literal["inside", "beside", "twofold", "words"]
"""How a figure gets into a document: as a `data:` address, as a file that the document names, as an SVG file with a PNG
for programs that do not show it, or as words."""


class Target(NamedTuple):
    """What a format takes.

    Attributes:
        formats: Formats of pictures that it shows, the one that suits it first.
        way: How they get in.
        is_page: Whether it has pages of its own, which a picture must not be larger than, and does not see to that.
        says_alt: Whether pandoc writes the text alternative of an image.
        style: Rules of CSS for an image whose size the author does not give.
    """

    formats: tuple[str, ...]
    way: Way
    is_page: bool = False
    says_alt: bool = True
    style: str = ""


_WEB = Target(("svg", "png"), "inside")
_SLIDES = Target(("svg", "png"), "inside", style="max-height: 500px")  # of the 700 of a slide, over a caption
_BOOK = Target(("svg", "png"), "inside")
_TEX = Target(("pdf", "png"), "beside")
_WORD = Target(("svg", "png"), "twofold", is_page=True)
_OFFICE = Target(("png", "svg"), "inside", is_page=True, says_alt=False)  # LibreOffice draws an SVG in other letters
_PIXELS = Target(("png",), "beside")
_TEXT = Target(("svg", "png"), "words")
_MARKUP = Target(("svg", "png", "pdf"), "beside")

_TARGETS = {
    **dict.fromkeys(("html", "html4", "html5", "chunkedhtml", "slidy", "slideous", "dzslides", "s5"), _WEB),
    **dict.fromkeys(("epub", "epub2", "epub3"), _BOOK),
    **dict.fromkeys(("latex", "beamer", "pdf", "context", "ms"), _TEX),
    **dict.fromkeys(("odt", "opendocument"), _OFFICE),
    **dict.fromkeys(("pptx", "rtf", "fb2", "icml"), _PIXELS),
    **dict.fromkeys(("plain", "ansi", "man"), _TEXT),
    "docx": _WORD,
    "revealjs": _SLIDES,
}
_WITH_COMMENTS = ("markdown", "gfm", "commonmark", "native", "json")
"""Beginnings of the formats that keep the marker comments of a document, and so its images."""


def target_of(name: str) -> Target:
    """What a format takes, by its name with or without extensions; of an unknown one, what most markups take."""
    return _TARGETS.get(re.split(r"[+-]", name, maxsplit=1)[0], _MARKUP)


def keeps_markers(name: str) -> bool:
    """Whether a document in the format still has its marker comments, so that `argmap embed` goes on keeping it."""
    return name.startswith(_WITH_COMMENTS)


def is_web(name: str) -> bool:
    """Whether the format is one of HTML, which has styles."""
    return target_of(name) in (_WEB, _SLIDES)
