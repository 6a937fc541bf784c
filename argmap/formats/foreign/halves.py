"""Half characters, which no file can hold and no parser takes."""

import re
from dataclasses import replace

from argmap.core.source import SourceFile

_HALF = re.compile("[\ud800-\udfff]")


def without_halves(source: SourceFile) -> SourceFile:
    """The same source with the replacement character in place of each half; the very same if there is none."""
    if source.text.isascii() or not _HALF.search(source.text):
        return source
    return replace(source, text=_HALF.sub("\ufffd", source.text))
