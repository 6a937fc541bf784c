"""What a picture says, apart from where it says it: the part of an SVG that argmap controls."""

import re
from xml.etree import ElementTree

_PREFIX = re.compile(r"\bam[0-9a-f]{8}-")
_FONT = re.compile(r"@font-face\s*\{[^}]*\}")


def content(svg: str) -> list[tuple[str, ...]]:
    """List the parts of a picture in their order: texts, kinds, stances, edges, colours; no places and no fonts.

    So two pictures of the same map are equal though another Graphviz laid them out, or another font release measured
    them. Lines of a paragraph are joined, for where a line breaks follows from the font.
    """
    found: list[tuple[str, ...]] = []
    for node in ElementTree.fromstring(_PREFIX.sub("", svg)).iter():
        name = node.tag.split("}")[-1]
        kind = node.get("class", "")
        words = " ".join((node.text or "").split())
        if name == "style":
            found += [("style", rule.strip()) for rule in _FONT.sub("", words).split("}") if rule.strip()]
        elif name == "text" and found and found[-1][:2] == ("text", kind):
            found[-1] = ("text", kind, f"{found[-1][2]} {words}")
        elif words or kind or name == "a":
            found.append((name, kind, words, node.get("href", "")) if name == "a" else (name, kind, words))
    return found
