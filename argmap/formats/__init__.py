"""Text to map and back: the roll of the formats. A new format is one file here and one line below."""

from argmap.core.registry import Registry, later
from argmap.formats.base import Format, Loss, Memory, Reading, Written

__all__ = ["FORMATS", "Format", "Loss", "Memory", "Reading", "Written", "format_of"]

FORMATS: Registry[Format] = Registry(
    "format",
    [
        Format(
            "yaml",
            "argmap's own format",
            (".argmap.yaml", ".argmap.yml"),
            read=later("argmap.formats.native", "read_yaml"),
            write=later("argmap.formats.native.writing", "write"),
            reread=later("argmap.formats.native.rereading", "reread_yaml"),
            has_fixes=True,
        ),
        Format(
            "json",
            "the same as JSON, with relations in one list",
            (".argmap.json", ".json"),
            read=later("argmap.formats.native", "read_json"),
            write=later("argmap.formats.json", "write"),
            has_fixes=True,
        ),
        Format(
            "argdown",
            "Argdown",
            (".argdown", ".ad"),
            read=later("argmap.formats.argdown", "read"),
            write=later("argmap.formats.argdown", "write"),
            comments=later("argmap.formats.argdown", "comments"),
        ),
        Format(
            "argdown-json",
            "Argdown's JSON export",
            (".argdown.json",),
            read=later("argmap.formats.argdown", "read_json"),
            write=later("argmap.formats.argdown", "write_json"),
        ),
        Format("dot", "Graphviz", (".dot", ".gv"), write=later("argmap.formats.dot", "write"), shows_labels=True),
        Format(
            "mermaid",
            "Mermaid flowchart",
            (".mmd", ".mermaid"),
            write=later("argmap.formats.mermaid", "write"),
            shows_labels=True,
        ),
    ],
    name=lambda item: item.name,
)


def format_of(name: str) -> Format | None:
    """The format that a file name's ending stands for, the longest ending first; None if none is known.

    A bare `.yaml` or `.yml` is read as argmap's own format as well.
    """
    lower = name.lower()
    by_suffix = {suffix: item for item in FORMATS.values() for suffix in item.suffixes}
    by_suffix |= {".yaml": FORMATS["yaml"], ".yml": FORMATS["yaml"]}
    ends = [suffix for suffix in by_suffix if lower.endswith(suffix)]
    return by_suffix[max(ends, key=len)] if ends else None
