"""Text to map and back: the roll of the formats. A new format is one file here and one line below."""

from argmap.core.registry import Registry, later
from argmap.formats.base import Format, Keeping, Loss, Memory, Reading, Written

__all__ = ["FORMATS", "Format", "Keeping", "Loss", "Memory", "Reading", "Written", "format_of"]

_DRAWN = frozenset(
    """
    texts titles kinds supports linked undercuts deep-undercuts conflicts questions implicit groups nested-groups
    colours folding title display
    """.split()  # noqa: SIM905
)
"""What the formats of drawing programs show."""

_TOLD = frozenset(
    """
    texts titles supports linked undercuts deep-undercuts conflicts questions speakers sources citations implicit
    restatements title description
    """.split()  # noqa: SIM905
)
"""What outlines in words tell."""

FORMATS: Registry[Format] = Registry(
    "format",
    [
        Format(
            "yaml",
            "argmap's own format",
            (".argmap.yaml", ".argmap.yml"),
            read=later("argmap.formats.native", "read_yaml"),
            write=later("argmap.formats.native.writing", "write"),
            looks_like=later("argmap.formats.native.signs", "looks_like_yaml"),
            reread=later("argmap.formats.native.rereading", "reread_yaml"),
            has_fixes=True,
        ),
        Format(
            "json",
            "the same as JSON, with relations in one list",
            (".argmap.json", ".json"),
            read=later("argmap.formats.native", "read_json"),
            write=later("argmap.formats.json", "write"),
            looks_like=later("argmap.formats.native.signs", "looks_like_json"),
            has_fixes=True,
        ),
        Format(
            "argdown",
            "Argdown",
            (".argdown", ".ad"),
            read=later("argmap.formats.argdown", "read"),
            write=later("argmap.formats.argdown", "write"),
            looks_like=later("argmap.formats.argdown.signs", "looks_like_argdown"),
            comments=later("argmap.formats.argdown", "comments"),
        ),
        Format(
            "argdown-json",
            "Argdown's JSON export",
            (".argdown.json",),
            read=later("argmap.formats.argdown", "read_json"),
            write=later("argmap.formats.argdown", "write_json"),
            looks_like=later("argmap.formats.argdown.signs", "looks_like_export"),
        ),
        Format(
            "aif",
            "AIF, as AIFdb has it",
            (".aif.json",),
            read=later("argmap.formats.aif", "read_aif"),
            write=later("argmap.formats.aif", "write_aif"),
            looks_like=later("argmap.formats.aif.signs", "looks_like_aif"),
            carries=frozenset(
                """
                texts supports linked undercuts deep-undercuts conflicts relation-ids schemes speakers restatements
                """.split()  # noqa: SIM905
            ),
            carried=("aif",),
            is_foreign=True,
        ),
        Format(
            "xaif",
            "xAIF, the files of OVA3",
            (".xaif.json",),
            read=later("argmap.formats.aif", "read_xaif"),
            write=later("argmap.formats.aif", "write_xaif"),
            looks_like=later("argmap.formats.aif.signs", "looks_like_xaif"),
            carries=frozenset(
                """
                texts supports linked undercuts deep-undercuts conflicts relation-ids schemes speakers restatements
                """.split()  # noqa: SIM905
            ),
            carried=("aif", "xaif"),
            is_foreign=True,
        ),
        Format(
            "ova2",
            "the files of OVA2",
            (".ova.json",),
            read=later("argmap.formats.aif", "read_ova2"),
            looks_like=later("argmap.formats.aif.signs", "looks_like_ova2"),
            carried=("aif", "ova2"),
            is_foreign=True,
        ),
        Format(
            "sadface",
            "SADFace",
            (".sadface.json",),
            read=later("argmap.formats.sadface", "read"),
            write=later("argmap.formats.sadface", "write"),
            looks_like=later("argmap.formats.sadface.signs", "looks_like"),
            carries=frozenset(
                """
                texts supports linked undercuts deep-undercuts conflicts relation-ids schemes title description
                """.split()  # noqa: SIM905
            ),
            carried=("sadface",),
            is_foreign=True,
        ),
        Format(
            "carneades",
            "Carneades 4",
            (".carneades.yaml", ".carneades.yml"),
            read=later("argmap.formats.carneades", "read"),
            looks_like=later("argmap.formats.carneades.signs", "looks_like"),
            carried=("carneades",),
            is_foreign=True,
        ),
        Format(
            "sanson",
            "dsanson's argmap",
            (".sanson.yaml", ".sanson.yml"),
            read=later("argmap.formats.sanson", "read"),
            looks_like=later("argmap.formats.sanson.signs", "looks_like"),
            carried=("sanson",),
            is_foreign=True,
        ),
        Format(
            "kialo",
            "Kialo's text export",
            (".kialo.txt",),
            read=later("argmap.formats.kialo", "read"),
            write=later("argmap.formats.kialo", "write"),
            looks_like=later("argmap.formats.kialo.signs", "looks_like"),
            carries=frozenset({"texts", "supports", "questions", "links", "title"}),
            carried=("kialo",),
            is_foreign=True,
        ),
        Format(
            "mindmup",
            "MindMup",
            (".mup",),
            read=later("argmap.formats.mindmup", "read"),
            looks_like=later("argmap.formats.mindmup.signs", "looks_like"),
            carried=("mindmup",),
            is_foreign=True,
        ),
        Format(
            "rationale",
            "Rationale",
            (".rtnl",),
            read=later("argmap.formats.rationale", "read"),
            looks_like=later("argmap.formats.rationale.signs", "looks_like"),
            carried=("rationale",),
            is_foreign=True,
        ),
        Format(
            "microtexts",
            "arg-microtexts XML",
            (".arggraph.xml", ".xml"),
            read=later("argmap.formats.microtexts", "read"),
            looks_like=later("argmap.formats.microtexts.signs", "looks_like"),
            carried=("microtexts",),
            is_foreign=True,
        ),
        Format(
            "brat",
            "BRAT stand-off annotations",
            (".ann",),
            read=later("argmap.formats.brat", "read"),
            looks_like=later("argmap.formats.brat.signs", "looks_like"),
            carried=("brat",),
            is_foreign=True,
        ),
        Format(
            "af",
            "frameworks of ICCMA since 2023",
            (".af", ".i23"),
            read=later("argmap.formats.iccma", "read_af"),
            write=later("argmap.formats.iccma", "write_af"),
            looks_like=later("argmap.formats.iccma.signs", "looks_like_af"),
            carries=(),
            carried=("af",),
            is_foreign=True,
        ),
        Format(
            "apx",
            "frameworks of ASPARTIX",
            (".apx",),
            read=later("argmap.formats.iccma", "read_apx"),
            write=later("argmap.formats.iccma", "write_apx"),
            looks_like=later("argmap.formats.iccma.signs", "looks_like_apx"),
            carries=(),
            carried=("apx",),
            is_foreign=True,
        ),
        Format(
            "tgf",
            "frameworks in the trivial graph format",
            (".tgf",),
            read=later("argmap.formats.iccma", "read_tgf"),
            write=later("argmap.formats.iccma", "write_tgf"),
            looks_like=later("argmap.formats.iccma.signs", "looks_like_tgf"),
            carries=frozenset({"texts"}),
            carried=("tgf",),
            is_foreign=True,
        ),
        Format(
            "csv",
            "a table of claims",
            (".csv", ".tsv"),
            read=later("argmap.formats.spreadsheet", "read"),
            write=later("argmap.formats.spreadsheet", "write"),
            looks_like=later("argmap.formats.spreadsheet.signs", "looks_like"),
            carries=frozenset(
                """
                texts titles kinds supports linked undercuts deep-undercuts conflicts relation-ids arguments schemes
                weights relation-remarks questions speakers speaker-details sources citations implicit scores assumed
                restatements tags notes links groups nested-groups colours folding title description language
                """.split()  # noqa: SIM905
            ),
            carried=("csv",),
            is_foreign=True,
        ),
        Format(
            "graphml",
            "GraphML, for yEd and draw.io",
            (".graphml",),
            read=later("argmap.formats.graphml", "read"),
            write=later("argmap.formats.graphml", "write"),
            looks_like=later("argmap.formats.graphml.signs", "looks_like"),
            carried=("graphml",),
            is_foreign=True,
        ),
        Format(
            "dot",
            "Graphviz",
            (".dot", ".gv"),
            write=later("argmap.formats.dot", "write"),
            carries=_DRAWN,
            shows_labels=True,
        ),
        Format(
            "mermaid",
            "Mermaid flowchart",
            (".mmd", ".mermaid"),
            write=later("argmap.formats.mermaid", "write"),
            carries=_DRAWN,
            shows_labels=True,
        ),
        Format("d2", "D2", (".d2",), write=later("argmap.formats.d2", "write"), carries=_DRAWN, shows_labels=True),
        Format(
            "markdown", "a Markdown outline", (".md",), write=later("argmap.formats.outline", "write"), carries=_TOLD
        ),
        Format("text", "plain text", (".txt",), write=later("argmap.formats.plain", "write"), carries=_TOLD),
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
