"""Where a block of pandoc's tree stands in a file: the tree does not say, so the documents are found and searched."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from argmap.core.source import SourceFile, Span

_LARGEST = 20_000_000
"""Bytes: a larger file is no document that somebody wrote."""
_NOT_READ = (
    "-o", "--output", "-F", "--filter", "-L", "--lua-filter", "--template", "-d", "--defaults", "-c", "--css",
    "-H", "--include-in-header", "-B", "--include-before-body", "-A", "--include-after-body", "--metadata-file",
    "--bibliography", "--csl", "--reference-doc", "--epub-metadata", "--epub-cover-image", "--epub-embed-font",
    "--citation-abbreviations", "--syntax-definition", "--abbreviations", "--log",
)  # fmt: skip
"""Options of pandoc whose value is a file, but no document that it reads."""
_MARGIN = " \t\r>|*-"
"""What may stand before a line of a block in a list or a quotation."""
_SECONDS = 5


class Origin:
    """The documents that a tree was read from.

    Args:
        documents: Their texts, in the order in which pandoc reads them.
        folder: Where relative paths start if it is not known in which document a block stands.
    """

    def __init__(self, documents: Sequence[SourceFile], folder: Path) -> None:
        self.documents = documents
        self.folder = folder
        self._rows = [document.text.split("\n") for document in documents]
        self._openings = [
            [number for number, row in enumerate(rows) if re.search(r"\bargmap\b", row)] for rows in self._rows
        ]

    def folder_of(self, place: Span) -> Path:
        """The folder of the document that a place is in; if that is unknown, of the only document, else the usual."""
        known = place.source if place.source.path else self.documents[0] if len(self.documents) == 1 else None
        return Path(known.path or "").absolute().parent if known else self.folder

    def find(self, lines: Sequence[str], hints: Sequence[str], name: str) -> Span:
        """Find a block: its opening line has the word `argmap`, and its text follows; each place is found once.

        Args:
            lines: The text of the block.
            hints: What its opening line says too.
            name: What to call the block if it is not found.

        Returns:
            From its opening line to the last line of its text, in the document; or in the block written anew.
        """
        wanted = [line.strip(_MARGIN) for line in lines]
        for document, rows, openings in zip(self.documents, self._rows, self._openings, strict=True):
            for row in openings:
                start = _start_of(wanted, rows, row) if _said(rows[row], hints) else None
                if start is not None:
                    openings.remove(row)
                    return _span(document, row, max(row, start + len(wanted) - 1))
        written = "\n".join((" ".join(["``` argmap", *hints]), *lines, "```\n"))
        return Span(SourceFile(name, written), 0, len(written) - 5)


def _said(text: str, hints: Sequence[str]) -> bool:
    return all(hint in text for hint in hints)


def _start_of(wanted: Sequence[str], rows: Sequence[str], opening: int) -> int | None:
    """The row in which the text of a block begins: right behind its opening, or behind options of the markup."""
    for start in range(opening + 1, min(opening + 12, len(rows) + 1)):
        found = [row.strip(_MARGIN) for row in rows[start : start + len(wanted)]]
        if found == wanted:
            return start
        if start < len(rows) and rows[start].strip() and not rows[start].strip().startswith((":", "---", "```", "|")):
            return None
    return None


def _span(document: SourceFile, first: int, last: int) -> Span:
    starts = document.line_starts
    end = starts[last + 1] - 1 if last + 1 < len(starts) else len(document.text)
    return Span(document, starts[first], max(end, starts[first]))


def origin(arguments: Sequence[str]) -> Origin:
    """The documents of this run: those that the environment of Quarto names, or the arguments of pandoc."""
    paths = list(dict.fromkeys((*_of_quarto(), *_inputs(arguments))))
    found = [document for document in map(_read, paths) if document]
    return Origin(found, Path.cwd())


def _of_quarto() -> Iterator[str]:
    folder, name = os.environ.get("QUARTO_DOCUMENT_PATH"), os.environ.get("QUARTO_DOCUMENT_FILE")
    if folder and name:
        yield os.path.relpath(Path(folder) / name)


def _inputs(arguments: Sequence[str]) -> Iterator[str]:
    """Arguments that are documents; should another file be among them, no block is found in it."""
    for before, argument in zip(["", *arguments], arguments, strict=False):
        if not argument.startswith("-") and before not in _NOT_READ and Path(argument).is_file():
            yield argument


def command_line() -> list[str]:
    """The arguments of the process that called this one, pandoc; empty where the system does not tell."""
    parent = os.getppid()
    try:
        return Path(f"/proc/{parent}/cmdline").read_bytes().decode("utf-8", "surrogateescape").split("\0")[1:-1]
    except OSError:
        pass
    if sys.platform == "win32":
        return []
    try:
        told = subprocess.run(
            ["/bin/ps", "-o", "args=", "-p", str(parent)], capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return told.stdout.decode("utf-8", "surrogateescape").split()[1:]


def _read(path: str) -> SourceFile | None:
    from argmap.core.errors import ArgmapError
    from argmap.pipeline import read

    try:
        if Path(path).stat().st_size > _LARGEST:
            return None
        document = read(path)
    except (OSError, ValueError, ArgmapError):
        return None
    return replace(document, path=str(Path(path).absolute())) if "\0" not in document.text else None
