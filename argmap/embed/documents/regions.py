"""Regions: two markers with the text between them."""

from collections.abc import Sequence
from dataclasses import replace

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import Span
from argmap.embed.documents.base import FIGURE, Block
from argmap.embed.documents.marker import END


def closed_regions(found: Sequence[Block]) -> tuple[list[Block], list[Diagnostic]]:
    """Put the two markers of each region together.

    Args:
        found: All blocks of a document in order, each marker for itself.

    Returns:
        The blocks, each region as one from its first marker to its `end`, and an `unclosed-block` for each marker
        whose partner is missing. A region holds no other block: before one, it is taken for unclosed, so that no
        figure is lost when the region is filled.
    """
    whole: list[Block] = []
    faults: list[Diagnostic] = []
    opened: Block | None = None
    for block in found:
        is_end = block.is_marker and block.kind == END
        if is_end and opened:
            source, start, _ = opened.span
            whole.append(replace(opened, span=Span(source, start, block.span.end)))
            opened = None
            continue
        if opened:
            faults.append(_unclosed(opened))
            opened = None
        if is_end:
            advice = "write the marker that opens the region, such as `argmap outline file=NAME`"
            faults.append(finding("unclosed-block", "no region is open here", block.span, help=advice))
        elif block.is_marker and block.kind != FIGURE:
            opened = block
        else:
            whole.append(block)
    if opened:
        faults.append(_unclosed(opened))
    return whole, faults


def _unclosed(block: Block) -> Diagnostic:
    message = f"the region `{block.kind}` is not closed"
    return finding("unclosed-block", message, block.span, help="write the marker `argmap end` where its text ends")
