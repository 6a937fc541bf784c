"""The filter for Pandoc and Quarto, `pandoc --filter argmap-pandoc`: a document goes in, and comes out with figures."""

import os
import sys

_USAGE = """argmap-pandoc draws the maps of a document while pandoc converts it:

  pandoc --filter argmap-pandoc report.md -o report.docx

It reads the document from standard input, as pandoc hands it over, and takes the name of the target format.
"""
_FAULT = 3
"""Exit status for trouble that is not in the document, as of the command line."""


def main() -> None:
    """Run the filter in this process: standard input to standard output, findings to standard error."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0].startswith("-"):
        asked = arguments[:1] in (["-h"], ["--help"], ["--version"])
        (sys.stdout if asked else sys.stderr).write(_USAGE if arguments[:1] != ["--version"] else _version())
        sys.exit(0 if asked else 2)
    data = sys.stdin.buffer.read()
    if b"argmap" in data:  # else there is nothing to do, and nothing to load
        data = _filtered(data, arguments[0])
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _version() -> str:
    from argmap import __version__

    return f"argmap-pandoc {__version__}\n"


def _filtered(data: bytes, target: str) -> bytes:
    from argmap.core.errors import ArgmapError
    from argmap.embed.adapters.pandoc.filter import Refused, filtered

    try:
        made = filtered(data, target)
    except Refused as refused:
        _tell(refused.report)
        sys.exit(1)
    except ArgmapError as error:
        _tell(f"error: {error.message}\n" + (f"hint: {error.hint}\n" if error.hint else ""))
        sys.exit(_FAULT)
    except BaseException as error:  # the panic of a library written in Rust is not an Exception
        if os.environ.get("ARGMAP_DEBUG"):
            raise
        _tell(f"internal error: {type(error).__name__}: {error}\nThis is a fault of argmap, please report it.\n")
        sys.exit(_FAULT)
    _tell(made.report)
    return made.data


def _tell(text: str) -> None:
    sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stderr.flush()
