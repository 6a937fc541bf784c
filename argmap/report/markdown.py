"""A report as Markdown, with its figures as SVG files beside it."""

from argmap.core.diagnostics import Diagnostic
from argmap.markup import MARKUPS
from argmap.report.base import Figure, Word
from argmap.report.drawn import as_file
from argmap.report.output import Made, Order, Product, usual_template
from argmap.report.templating import fill

_MARKUP = MARKUPS["markdown"]
_STRONG = ("strong", "stands", "falls", "undecided")


def write(order: Order) -> Made:
    """Write a report as Markdown."""
    names = {item.key: f"{order.stem}-{item.number}.svg" for item in order.contents.figures}

    def file(figure: Figure) -> str:
        return names[figure.key].replace(" ", "%20")

    template = order.template or usual_template("report.md")
    made = fill(template, {"report": order.contents}, _MARKUP.text, _say, {"file": file})
    if isinstance(made, Diagnostic):
        return (made,)
    beside = {names[item.key]: as_file(item, "svg") for item in order.contents.figures if file(item) in made}
    return Product(_tidy(made).encode("utf-8", "replace"), beside)


def _say(word: Word) -> str:
    text = _MARKUP.text(word.text)
    if not text:
        return " " if word.text else ""
    if word.style in _STRONG:
        text = _MARKUP.strong(text)
    elif word.style in {"emphasis", "label"}:
        text = _MARKUP.emphasis(text)
    if word.link:
        text = _MARKUP.link(text, word.link)
    elif word.anchor:
        text = f"[{text}](#{word.anchor})"
    before = " " if word.text[:1] == " " else ""
    return f"{before}{text}{' ' if word.text[-1:] == ' ' else ''}"


def _tidy(text: str) -> str:
    """Lines without spaces at their ends, and never two empty ones in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        bare = line.rstrip()
        if bare or (lines and lines[-1]):
            lines.append(bare)
    return "\n".join(lines).rstrip("\n") + "\n"
