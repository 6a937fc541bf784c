"""The letters that a page uses, as fonts inside it."""

from base64 import b64encode

from argmap.diagram.fonts import FAMILY, Face, metrics
from argmap.renderers.svg_font import subset


def font_faces(text: str) -> str:
    """Return a `@font-face` rule for each face of the bundled font, with just the letters of a text, and kerning."""
    rules = []
    for face in Face:
        letters = "".join(sorted(letter for letter in set(text) if ord(letter) in metrics(face).advances))
        data = b64encode(subset(face, letters, kerning=True)).decode("ascii")
        slant = "italic" if face is Face.ITALIC else "normal"
        rules.append(
            f'@font-face{{font-family:"{FAMILY}";font-weight:{face.weight};font-style:{slant};font-display:block;'
            f"src:url(data:font/ttf;base64,{data})}}"
        )
    return "\n".join(rules)
