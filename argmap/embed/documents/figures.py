"""Figures of a document: their formats, what they are called, and where they lie."""

import re
from pathlib import Path
from urllib.parse import unquote

from argmap.core.diagnostics import Diagnostic, finding
from argmap.embed.attributes import Attributes
from argmap.embed.base import Request
from argmap.project.discovery import stem_of

FORMATS = ("svg", "png", "pdf")
_LONGEST = 80
_CHOICES = ("question", "group", "tag", "speaker", "focus", "evaluate")


def format_of(request: Request, usual: str) -> str | Diagnostic:
    """The format of a figure: the one that is asked for, else that of its file, else the usual one.

    Returns:
        An `invalid-attribute` if the file has another ending, or one that no format has.
    """
    asked = request.attributes
    if asked.figure is None:
        return asked.format or usual
    ending = asked.figure.rpartition(".")[2].lower()
    place = request.span("figure")
    if ending not in FORMATS or not asked.figure.isprintable():
        message = f"`figure` cannot be `{asked.figure}`"
        return finding("invalid-attribute", message, place, help="it is a path that ends in .svg, .png or .pdf")
    if asked.format and asked.format != ending:
        message = f"the figure is to be a {asked.format}, and its file is called `{asked.figure}`"
        return finding("invalid-attribute", message, place, help="change its ending, or leave `format` out")
    return ending


def stem_for(asked: Attributes, document: str) -> str:
    """What the file of a figure is called, without its ending: by its name, or by the map and what is shown of it.

    Args:
        asked: What the document says of it.
        document: The file name of the document.
    """
    if asked.name:
        return _plain(asked.name)
    if asked.file is None:
        return _plain(Path(document).stem)
    chosen = (getattr(asked, name) for name in _CHOICES)
    words = [word for value in chosen if value for word in ([value] if isinstance(value, str) else value)]
    return _plain("-".join([stem_of(Path(asked.file).name), *words]))


def _plain(text: str) -> str:
    return re.sub(r"(?:[^\w.-]|-)+", "-", text).strip("-.")[:_LONGEST] or "figure"


def path_in(folder: str, name: str) -> str:
    """The path of a file in a folder, both as a document names them, with slashes."""
    return f"{folder.rstrip('/')}/{name}" if folder and folder != "." else name


def is_named_in(text: str, name: str) -> bool:
    """Whether a text holds the name of a file, also as addresses and markups have it."""
    plain = re.sub(r"\\([^A-Za-z0-9\s])", r"\1", text)
    bounded = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    return any(bounded.search(version) for version in (text, plain, unquote(plain)))
