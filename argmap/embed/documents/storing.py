"""Documents read from the disk and written to it: in their own encoding, and never over a change made meanwhile."""

import os
from collections.abc import Iterator
from pathlib import Path

from argmap import pipeline
from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.errors import ArgmapError
from argmap.core.files import read_bytes, undecodable
from argmap.core.source import Span
from argmap.core.writing import in_encoding_of, make_folder, write_whole
from argmap.embed.documents.base import Host
from argmap.embed.documents.keeping import Document, Kept
from argmap.embed.paths import shown
from argmap.embed.signature import is_signed
from argmap.formats.trees.tree import MAX_CHARACTERS
from argmap.project.presence import is_there


def read(name: str, host: Host) -> Document | Diagnostic:
    """Read a document.

    Args:
        name: Its file, or `-` for standard input, whose paths lead from the current folder.
        host: What kind of document it is.

    Returns:
        The document, or an `unreadable-file` if its bytes are not those of a text or there are too many.

    Raises:
        ArgmapError: `cannot-read`.
    """
    source = pipeline.read(name)
    fault = undecodable(source)
    if fault:
        return fault
    whole = name == "-" or in_encoding_of(name, source.text) == read_bytes(name, 4 * MAX_CHARACTERS + 5)
    if not whole or len(source.text) > MAX_CHARACTERS:
        return finding(
            "unreadable-file", "the document is too large, or is no text in UTF-8 or UTF-16", Span(source, 0, 0)
        )
    folder = Path.cwd() if name == "-" else Path(os.path.abspath(name)).parent  # noqa: PTH100 - links stay links
    return Document(source, host, folder)


def write(kept: Kept, copy: Path | None = None) -> Iterator[str]:
    """Write what is stale of a document: its figures, then the document itself.

    Args:
        kept: What should be there.
        copy: Where the rendered copy goes, or None if the document is kept in place.

    Yields:
        The name of each file, when it is written.

    Raises:
        ArgmapError: `cannot-write`; `changed-meanwhile` if the document is not the one that was read any more.
    """
    source = kept.document.source
    is_changed = kept.text != source.text
    if source.path and is_changed and pipeline.read(source.path).text != source.text:
        message = f"{source.name} was changed while its figures were made"
        raise ArgmapError("changed-meanwhile", message, "nothing of it is written: run argmap embed again")
    for figure in kept.figures:
        if figure.is_fresh or _holds(figure.path, figure.data):  # two blocks may share a file
            continue
        if is_there(figure.path) and not is_signed(figure.path):
            raise ArgmapError("cannot-write", f"cannot write {shown(figure.path)}: somebody else has written it")
        make_folder(str(figure.path.parent))
        write_whole(str(figure.path), figure.data)
        yield shown(figure.path)
    if copy:
        data = in_encoding_of(source.path, kept.text) if source.path else kept.text.encode()
        make_folder(str(copy.parent))
        if not _holds(copy, data):
            write_whole(str(copy), data)
            yield shown(copy)
    elif source.path and is_changed:
        write_whole(source.path, in_encoding_of(source.path, kept.text))
        yield source.name


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file has this content."""
    return is_there(path) and read_bytes(str(path), len(data) + 1) == data
