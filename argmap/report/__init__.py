"""A written briefing from a map: its contents, and the roll of outputs. A new output is one file and one line below."""

from argmap.core.registry import Registry, later
from argmap.report.output import Made, Order, Output, Product, usual_template

__all__ = ["OUTPUTS", "Made", "Order", "Output", "Product", "output_of", "usual_template"]

OUTPUTS: Registry[Output] = Registry(
    "output of reports",
    (
        Output(
            "md", "Markdown, with the figures as SVG files beside it", (".md", ".markdown"), False, "report.md",
            later("argmap.report.markdown", "write"),
        ),
        Output(
            "html", "one web page that needs nothing else", (".html", ".htm"), False, "report.html",
            later("argmap.report.html", "write"),
        ),
        Output("pdf", "tagged PDF, set by typst", (".pdf",), True, "report.typ", later("argmap.report.pdf", "write")),
        Output("docx", "Word", (".docx",), True, None, later("argmap.report.docx.writer", "write")),
    ),
    name=lambda item: item.name,
)  # fmt: skip
"""Every output, the plainest first. The writer of each takes an `Order` and returns what was made of it."""


def output_of(name: str) -> Output | None:
    """The output that the ending of a file name stands for, or None."""
    return next((item for item in OUTPUTS.values() if name.casefold().endswith(item.suffixes)), None)
