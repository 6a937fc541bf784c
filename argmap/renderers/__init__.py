"""A drawing becomes a file: the roll of the picture formats. A new one is one file here and one line below."""

from argmap.core.registry import Registry
from argmap.renderers.base import Drawing, Picture

__all__ = ["PICTURES", "Drawing", "Picture", "picture_of"]


def _svg(drawing: Drawing) -> bytes:
    return drawing.svg.encode()


def _png(drawing: Drawing) -> bytes:
    from argmap.renderers import png

    return png.render(drawing.svg, scale=drawing.scale, width=drawing.width)


def _pdf(drawing: Drawing) -> bytes:
    from argmap.renderers import pdf

    return pdf.render(drawing.svg, title=drawing.title, description=drawing.description, language=drawing.language)


PICTURES: Registry[Picture] = Registry(
    "picture format",
    [
        Picture("svg", "Scalable Vector Graphics", (".svg",), False, _svg),
        Picture("png", "Portable Network Graphics", (".png",), True, _png),
        Picture("pdf", "Portable Document Format, one cropped page", (".pdf",), True, _pdf),
    ],
    name=lambda item: item.name,
)


def picture_of(name: str) -> Picture | None:
    """The picture format that a file name's ending stands for, or None."""
    lower = name.lower()
    return next((item for item in PICTURES.values() if lower.endswith(item.suffixes)), None)
