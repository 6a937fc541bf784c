"""The abstract frameworks of ICCMA as maps: `p af`, apx and tgf. Arguments are claims, attacks are relations."""

from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats.base import Reading, Written


def read_af(source: SourceFile) -> Reading:
    """Read a framework of ICCMA since 2023; never raises for what is in the text."""
    from argmap.formats.iccma.numbered import read

    return read(source)


def read_apx(source: SourceFile) -> Reading:
    """Read a framework of ASPARTIX; never raises for what is in the text."""
    from argmap.formats.iccma.facts import read

    return read(source)


def read_tgf(source: SourceFile) -> Reading:
    """Read a framework in the trivial graph format; never raises for what is in the text."""
    from argmap.formats.iccma.lines import read

    return read(source)


def write_af(argument_map: ArgumentMap) -> Written:
    """Return the claims and the attacks between them as a framework of ICCMA since 2023."""
    from argmap.formats.iccma.numbered import write

    return write(argument_map)


def write_apx(argument_map: ArgumentMap) -> Written:
    """Return the claims and the attacks between them as facts of ASPARTIX."""
    from argmap.formats.iccma.facts import write

    return write(argument_map)


def write_tgf(argument_map: ArgumentMap) -> Written:
    """Return the claims and the attacks between them in the trivial graph format."""
    from argmap.formats.iccma.lines import write

    return write(argument_map)
