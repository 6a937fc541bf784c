"""The glyphs that a picture uses, as a small font inside its SVG."""

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

from argmap.diagram.fonts import Face, metrics, path
from argmap.diagram.scene import TextLine
from argmap.diagram.typography import ROLES


def faces(lines: Iterable[TextLine], prefix: str) -> str:
    """Return a `@font-face` rule for each face that the lines use, with just the glyphs that occur."""
    letters: dict[Face, set[str]] = {}
    for line in lines:
        letters.setdefault(ROLES[line.role].face, set()).update(line.text)
    rules = []
    for face in Face:
        wanted = sorted(letter for letter in letters.get(face, ()) if ord(letter) in metrics(face).advances)
        if wanted:
            data = b64encode(subset(face, "".join(wanted))).decode("ascii")
            slant = "font-style:italic;" if face is Face.ITALIC else ""
            rules.append(
                f"@font-face{{font-family:{prefix}font;font-weight:{face.weight};{slant}"
                f"src:url(data:font/ttf;base64,{data})}}"
            )
    return "".join(rules)


@lru_cache(maxsize=64)
def subset(face: Face, letters: str, *, kerning: bool = False) -> bytes:
    """Return a font file with the glyphs of the given characters alone; the same bytes for the same characters.

    Pictures go without kerning, as their words are measured without it.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    features = ["kern"] if kerning else []
    options = Options(hinting=False, layout_features=features, name_IDs=[1, 2], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["GSUB", "GDEF", "DSIG", "gasp", "fpgm", "prep", "cvt ", *([] if kerning else ["GPOS"])]
    with TTFont(path(face), lazy=True, recalcTimestamp=False) as font:
        maker = Subsetter(options)
        maker.populate(unicodes=[ord(letter) for letter in letters])
        maker.subset(font)
        out = BytesIO()
        font.save(out)
    return out.getvalue()
