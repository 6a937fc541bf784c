"""AIF, the Argument Interchange Format: JSON of AIFdb, xAIF of OVA3, and the files of OVA2."""

from argmap.core.model import ArgumentMap
from argmap.formats.aif.files import read
from argmap.formats.aif.writing import write_aif
from argmap.formats.aif.writing import write_xaif as _write_xaif
from argmap.formats.base import Keeping
from argmap.formats.foreign.sourcing import kept_sourcing

read_aif = read_xaif = read_ova2 = read


def write_xaif(argument_map: ArgumentMap) -> Keeping:
    """Return the map as OVA3 saves it, with a place for each node."""
    made = _write_xaif(argument_map)
    return Keeping(made, kept_sourcing(argument_map, made.text, read))


__all__ = ["read_aif", "read_ova2", "read_xaif", "write_aif", "write_xaif"]
