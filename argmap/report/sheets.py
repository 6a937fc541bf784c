"""How a part of a map comes to stand on a page of a report so that it can be read there."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap import pipeline
from argmap.diagram.compose import Style
from argmap.diagram.fit import Page, smallest_text
from argmap.diagram.scene import Scene

if TYPE_CHECKING:
    from argmap.core.labelling import Labelling
    from argmap.core.model import ArgumentMap
    from argmap.diagram.cards import Labels

COMFORTABLE = 7.9
"""The size of the smallest printed text, in points, at which no further way to draw a figure is tried."""
LEGIBLE = 7.5
"""The smallest size of printed text, in points, that a figure may have."""
MOST_TITLES = 28
MOST_TEXTS = 14
"""More cards than this, with titles alone or with texts, can never be read at a page: nobody tries to draw them."""
_MARGIN = 24.0
_CUT = 20.0
"""What is cut off the margins that a scene has around its drawing."""
_WIDER = 28.0
"""By how much a scene may be wider for that: a little less than is cut off one that is scaled down."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The room that a page has for a figure, in points: upright, and turned on its side."""

    upright: tuple[float, float]
    turned: tuple[float, float]


PAPERS = {"a4": Paper((453.0, 585.0), (690.0, 400.0)), "letter": Paper((470.0, 535.0), (645.0, 420.0))}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawn part of a map.

    Attributes:
        scene: The picture as it stands on the page.
        turned: Whether the page is turned on its side.
        smallest: Size of its smallest text, in points.
    """

    scene: Scene
    turned: bool
    smallest: float


@dataclass(frozen=True, slots=True)
class Drafter:
    """Draws parts of maps for one kind of paper, with what an evaluation says.

    Attributes:
        paper: The room for a figure.
        labelling: What an evaluation says, or None.
    """

    paper: Paper
    labelling: "Labelling | None"

    def sheet(self, part: "ArgumentMap", *, only_titles: bool = False) -> Sheet | None:
        """Draw a part of a map on a page; None if it cannot be read there.

        The first way that can be read with ease is taken, else the one that is read best: upright before turned, with
        the texts of the claims before titles alone (the report tells the texts), with a legend before without.
        """
        cards = len(part.claims) + len(part.questions)
        if cards > MOST_TITLES:
            return None
        only_titles = only_titles or cards > MOST_TEXTS
        best: Sheet | None = None
        for turned in (False, True):
            for labels in ("title",) if only_titles else (None, "title"):
                for legend in (True, False):
                    made = self._drawn(part, labels, turned=turned, legend=legend)
                    if made.smallest >= COMFORTABLE:
                        return made
                    best = made if best is None or made.smallest > best.smallest else best
        return best if best and best.smallest >= LEGIBLE else None

    def _drawn(self, part: "ArgumentMap", labels: "Labels | None", *, turned: bool, legend: bool) -> Sheet:
        room = self.paper.turned if turned else self.paper.upright
        style = Style(fit=Page(room[0] + _WIDER, room[1] + _WIDER), labels=labels, heading="", legend=legend)
        scene = pipeline.draw(part, style=style, labelling=self.labelling).scene
        return Sheet(_cropped(scene, room), turned, smallest_text(scene))


def _cropped(scene: Scene, room: tuple[float, float]) -> Scene:
    """The scene without the empty paper around it, in the size that it has on the page."""
    scale = scene.scale
    left, top, width, height = scene.box
    natural = (width + 2 * left, height + 2 * top)  # a page larger than the drawing begins left of it and above
    box = (_CUT, _CUT, round(natural[0] - 2 * _CUT, 2), round(natural[1] - 2 * _CUT, 2))
    scale = min(scale, room[0] / box[2], room[1] / box[3])
    return replace(scene, width=round(box[2] * scale, 2), height=round(box[3] * scale, 2), box=box)
