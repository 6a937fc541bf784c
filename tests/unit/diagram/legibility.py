"""What a picture must be so that it can be read: checks over a scene, each a list of what is wrong."""

from itertools import combinations
from math import hypot

from argmap.core.model import ArgumentMap
from argmap.diagram.measure import text_width
from argmap.diagram.scene import MARK_RADIUS, Card, Edge, Scene, TextLine
from argmap.diagram.typography import ROLES
from argmap.diagram.verdict import BADGE, badge, gauge, therefore

Box = tuple[float, float, float, float]


def box(item) -> Box:
    return (item.x, item.y, item.x + item.width, item.y + item.height)


def overlap(one: Box, two: Box, slack: float = 0.0) -> bool:
    return one[0] < two[2] - slack and two[0] < one[2] - slack and one[1] < two[3] - slack and two[1] < one[3] - slack


def near_pairs(boxes: list[Box]):
    """Pairs of boxes whose spans across overlap: a sweep, so that large pictures can be checked too."""
    order = sorted(range(len(boxes)), key=lambda place: boxes[place][0])
    open_boxes: list[int] = []
    for place in order:
        open_boxes = [other for other in open_boxes if boxes[other][2] > boxes[place][0]]
        yield from ((other, place) for other in open_boxes)
        open_boxes.append(place)


def texts_outside(scene: Scene) -> list[str]:
    found = []
    for owner in (*scene.cards, *scene.areas):
        lines = owner.lines if isinstance(owner, Card) else owner.label
        left, top, right, bottom = box(owner)
        for line in lines:
            size = ROLES[line.role].size
            if line.x < left or line.x + line.width > right or line.y - size * 0.8 < top or line.y + 2 > bottom:
                found.append(f"{owner.id}: {line.text!r} leaves its box")
    for line in (*scene.heading, *(entry.text for entry in scene.legend)):
        if not 0 <= line.x <= line.x + line.width <= scene.box[0] + scene.box[2]:
            found.append(f"{line.text!r} leaves the picture")
    return found + [f"{line.text!r} is not as wide as said" for line in all_lines(scene) if not measured(line)]


def measured(line: TextLine) -> bool:
    style = ROLES[line.role]
    return abs(text_width(line.text, style.face, style.size) - line.width) < 0.01


def all_lines(scene: Scene) -> list[TextLine]:
    lines = [line for card in scene.cards for line in card.lines]
    lines += [line for area in scene.areas for line in area.label]
    return [*lines, *scene.heading, *(entry.text for entry in scene.legend)]


def overlapping_lines(scene: Scene) -> list[str]:
    found = []
    for card in scene.cards:
        for one, two in zip(card.lines, card.lines[1:], strict=False):
            beside = one.x + one.width < two.x or two.x + two.width < one.x
            if abs(two.y - one.y) < ROLES[two.role].size and not beside:
                found.append(f"{card.id}: {one.text!r} and {two.text!r} touch")
    return found


def overlapping_cards(scene: Scene) -> list[str]:
    boxes = [box(card) for card in scene.cards]
    return [
        f"{scene.cards[one].id} and {scene.cards[two].id} overlap"
        for one, two in near_pairs(boxes)
        if overlap(boxes[one], boxes[two])
    ]


def points(edge: Edge, steps: int = 24):
    path = edge.path
    for start in range(0, len(path) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = path[start : start + 4]
        for step in range(steps + 1):
            t = step / steps
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            yield a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy


def hidden_edges(scene: Scene) -> list[str]:
    found = []
    for edge in scene.edges:
        spots = list(points(edge))
        whole = (
            min(x for x, _ in spots), min(y for _, y in spots), max(x for x, _ in spots), max(y for _, y in spots)
        )  # fmt: skip
        for card in scene.cards:
            left, top, right, bottom = box(card)
            if overlap((left, top, right, bottom), whole, 1.0) and any(
                left + 1 < x < right - 1 and top + 1 < y < bottom - 1 for x, y in spots
            ):
                found.append(f"{edge.id} ({edge.start} to {edge.end}) runs under {card.id}")
    return found


def crowded_marks(scene: Scene) -> list[str]:
    found = []
    marks = [(edge.id, *edge.mark) for edge in scene.edges if edge.mark]
    boxes = [(x - MARK_RADIUS, y - MARK_RADIUS, x + MARK_RADIUS, y + MARK_RADIUS) for _, x, y in marks]
    for one, two in near_pairs(boxes):
        if hypot(marks[one][1] - marks[two][1], marks[one][2] - marks[two][2]) < 2 * MARK_RADIUS:
            found.append(f"the signs of {marks[one][0]} and {marks[two][0]} overlap")
    for name, x, y in marks:
        for card in scene.cards:
            left, top, right, bottom = box(card)
            away = hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom))
            if away < MARK_RADIUS:
                found.append(f"the sign of {name} lies on {card.id}")
        for dot in scene.junctions:
            if hypot(dot.x - x, dot.y - y) < MARK_RADIUS + dot.radius:
                found.append(f"the sign of {name} lies on the junction of {dot.id}")
    return found


def crowded_heads(scene: Scene, least: float = 6.0) -> list[str]:
    """Heads that touch; on a junction, which is a dot, they come from all sides and may stand closer."""
    dots = {junction.id for junction in scene.junctions}
    tips = [(edge.id, edge.end, edge.path[-1]) for edge in scene.edges if edge.head != "none"]
    tips += [(edge.id, edge.start, edge.path[0]) for edge in scene.edges if edge.tail != "none"]
    boxes = [(x - least / 2, y - least / 2, x + least / 2, y + least / 2) for _, _, (x, y) in tips]
    found = []
    for one, two in near_pairs(boxes):
        (name, end, (ax, ay)), (other, other_end, (bx, by)) = tips[one], tips[two]
        enough = 1.5 if end == other_end and end in dots else least
        if name != other and hypot(ax - bx, ay - by) < enough:
            found.append(f"the heads of {name} and {other} overlap")
    return found


def wrong_areas(scene: Scene, map: ArgumentMap) -> list[str]:
    found = []
    for area in scene.areas:
        inside, grown = {area.id}, True
        while grown:
            more = {group.id for group in map.groups if group.parent in inside} - inside
            inside |= more
            grown = bool(more)
        members = {member for group in map.groups if group.id in inside for member in group.members}
        for card in scene.cards:
            if card.id not in members and overlap(box(area), box(card)):
                found.append(f"{card.id} stands in {area.id}")
    for one, two in combinations(scene.areas, 2):
        if one.depth == two.depth and overlap(box(one), box(two), 0.1):
            found.append(f"{one.id} and {two.id} overlap")
    return found


def verdict_faults(scene: Scene) -> list[str]:
    """Signs, badges and bars that touch a text or leave their card, and bars of several lengths."""
    found = []
    bars = {card.id: bar for card in scene.cards if (bar := gauge(card))}
    for card in scene.cards:
        spot = badge(card)
        marks = [(spot[0] - BADGE / 2, spot[1] - BADGE / 2, spot[0] + BADGE / 2, spot[1] + BADGE / 2)] if spot else []
        if sign := therefore(card):
            marks.append((sign[0] - 4.5, sign[1] - 4, sign[0] + 4.5, sign[1] + 4))
        if card.id in bars and card.kind != "reference":
            marks.append(box(bars[card.id]))
        for mark in marks:
            left, top, right, bottom = box(card)
            if not (left < mark[0] and top < mark[1] and mark[2] < right and mark[3] < bottom):
                found.append(f"the mark of {card.id} leaves its card")
            for line in card.lines:
                size = ROLES[line.role].size
                if overlap(mark, (line.x, line.y - size * 0.75, line.x + line.width, line.y + size * 0.22)):
                    found.append(f"the mark of {card.id} lies on {line.text!r}")
    if len({bar.width for bar in bars.values()}) > 1:
        found.append("the bars of strengths differ in length")
    return found


def covered_names(scene: Scene) -> list[str]:
    """Names of groups that lie on a card."""
    found = []
    for area in scene.areas:
        for line in area.label:
            place = (line.x, line.y - ROLES[line.role].size * 0.75, line.x + line.width, line.y + 2)
            found += [f"the name of {area.id} lies on {card.id}" for card in scene.cards if overlap(place, box(card))]
    return found


def outside(scene: Scene) -> list[str]:
    whole = (scene.box[0], scene.box[1], scene.box[0] + scene.box[2], scene.box[1] + scene.box[3])
    found = [
        f"{item.id} leaves the picture"
        for item in (*scene.cards, *scene.areas)
        if not (whole[0] <= item.x and whole[1] <= item.y and box(item)[2] <= whole[2] and box(item)[3] <= whole[3])
    ]
    for edge in scene.edges:
        if not all(whole[0] <= x <= whole[2] and whole[1] <= y <= whole[3] for x, y in points(edge, 8)):
            found.append(f"{edge.id} leaves the picture")
    return found


def all_faults(scene: Scene, map: ArgumentMap) -> list[str]:
    """Everything that is wrong with a picture."""
    found = texts_outside(scene) + overlapping_lines(scene) + overlapping_cards(scene) + hidden_edges(scene)
    found += (
        crowded_marks(scene) + crowded_heads(scene) + wrong_areas(scene, map) + covered_names(scene) + outside(scene)
    )
    return found + verdict_faults(scene)
