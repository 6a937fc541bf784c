"""Data as YAML: in braces behind a statement, and as front matter."""

import json
import re
from collections.abc import Mapping
from typing import Any

from argmap.formats.argdown.text.closings import Closings
from argmap.formats.native.yaml_text import Free, block, flow, scalar

_SHORT = 80
"""Characters that data in braces may take in one line."""

_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not allow in a text, or not everywhere."""

_TITLE_ENDS = ("]:", ">:")


def braces(data: Mapping[str, Any], indent: str = "") -> str:
    """Return data in braces: in one line if that is short, else in a line for each field.

    Args:
        data: The data.
        indent: What stands before the line in which the braces open.
    """
    line = flow(data, is_free=True)
    lines = "\n".join(["{", *block(Free(data), len(indent) + 2), indent + "}"])
    for form in (line, lines) if len(line) <= _SHORT else (lines, line):
        if _stands(form):
            return form
    return _strict(data)


def front_matter(settings: Mapping[str, Any]) -> str:
    """Return settings as front matter, with the lines around it."""
    fields = "\n".join(block(Free(settings)))
    return f"===\n{_strict(settings) if '===' in fields else fields}\n==="


def _stands(form: str) -> bool:
    """Whether argmap and Argdown's own tools take a text for data, all of it, and for nothing else."""
    first_line = form.partition("\n")[0]
    is_whole = Closings(form + "\n\n-").braces(0) == (len(form), len(form))
    return is_whole and not any(end in first_line for end in _TITLE_ENDS)


def _strict(value: Any) -> str:
    """Data in one line, each text in quotes; what could end the braces, the front matter or a title is escaped."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_strict(str(key))}: {_strict(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_strict, value)) + "]"
    if not isinstance(value, str):
        return scalar(value, in_flow=True)
    text = _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
    text = text.replace("{", r"\x7b").replace("}", r"\x7d").replace("==", r"=\x3d")
    return text.replace("]:", r"\x5d:").replace(">:", r"\x3e:")
