"""What a picture format is: a finished drawing becomes the bytes of a file."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing, with what the formats want to know of it.

    Attributes:
        svg: The drawing as SVG; its root has `width` and `height`, or a `viewBox`.
        title: What it shows, in a few words; may be empty.
        description: The text alternative: what it shows, in full.
        language: Language of its texts as a BCP 47 tag, or None.
        scale: Pixels of a PNG for each unit of the SVG.
        width: Width of a PNG in pixels; goes before `scale`.
    """

    svg: str
    title: str = ""
    description: str = ""
    language: str | None = None
    scale: float = 2.0
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture format on the roll.

    Attributes:
        name: What `--format` calls it.
        title: What a list of formats says of it.
        suffixes: File name endings, the usual one first, each with its dot.
        is_binary: False if the bytes are UTF-8 text.
        encode: Drawing to the bytes of a file; the same drawing always gives the same bytes.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    is_binary: bool
    encode: Callable[[Drawing], bytes]
