"""From the bytes of a file to a framework: decoding, and finding out the format."""

import codecs

from argmap.core.files import undecodable
from argmap.core.source import SourceFile
from argmap.frameworks import FORMATS
from argmap.frameworks.base import Faults, Format, Reading

MAX_BYTES = 1 << 30
"""A file that is longer is not read."""

_HELP = "a framework begins with `p af`, with `arg(`, or, as tgf, with the name of an argument"


def read(data: bytes, name: str, form: Format | None = None) -> tuple[Format, Reading]:
    """Read a framework.

    Args:
        data: The content of a file, in UTF-8.
        name: What messages call the file.
        form: Its format; by default, what its first line looks like.

    Returns:
        The format, and what was read. A finding says what is wrong and where; nothing is raised.
    """
    source = SourceFile(name, data[:MAX_BYTES].removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape"))
    form = form or next((item for item in FORMATS.values() if item.begins(source.text)), None)
    faults = Faults(source)
    if len(data) > MAX_BYTES:
        faults.add("too-large", f"the file has more than the {MAX_BYTES:,} bytes that argmap reads", 0, 0)
    elif stop := undecodable(source):
        faults.found.append(stop)
    if form is None and not faults.found:
        faults.add("syntax-error", "the file is empty", 0, 0, _HELP)
    if form is None or faults.found:
        return form or FORMATS["i23"], faults.reading()
    return form, form.read(source)
