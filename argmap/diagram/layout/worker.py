"""The other side of `budget`: reads layers from standard input, writes places to standard output."""

import json
import sys

from argmap.diagram.layout import dot
from argmap.diagram.layout.base import Layers, Shape


def main() -> None:
    """Lay out what stands on standard input."""
    read = json.load(sys.stdin)
    layers = Layers(
        across=tuple(read["across"]),
        layer=tuple(read["layer"]),
        area=tuple(read["area"]),
        shape=tuple(Shape(value) for value in read["shape"]),
        segments=tuple((one, two, weight) for one, two, weight in read["segments"]),
        neighbours=tuple((one, two) for one, two in read["neighbours"]),
        areas=tuple(read["areas"]),
        gap=read["gap"],
        area_gap=read["area_gap"],
    )
    json.dump(dot.place(layers), sys.stdout)


if __name__ == "__main__":
    main()
