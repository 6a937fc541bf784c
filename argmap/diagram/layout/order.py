"""The order along a layer, made exact: whatever an engine says, nothing overlaps afterwards."""

from collections.abc import Sequence
from itertools import pairwise

from argmap.diagram.layout.base import Layers, Shape


def settle(layers: Layers, middles: Sequence[float]) -> list[float]:
    """Move nodes apart where an engine's rounding left them too near; the order and all else stay."""
    rows: dict[int, list[int]] = {}
    for node, layer in enumerate(layers.layer):
        rows.setdefault(layer, []).append(node)
    found = list(middles)
    for row in rows.values():
        row.sort(key=lambda node: (middles[node], node))
        found_end = float("-inf")
        for node in row:
            half = layers.across[node] / 2
            found[node] = max(found[node], found_end + half)
            found_end = found[node] + half + 4
    least = min((found[node] - layers.across[node] / 2 for node in range(len(found))), default=0.0)
    return [round(value - least, 2) for value in found]


def crossings(layers: Layers, middles: Sequence[float]) -> int:
    """Count how often segments cross, by merging (Barth, Juenger & Mutzel 2002, without their tree)."""
    by_layer: dict[int, list[tuple[float, float]]] = {}
    for upper, lower, _ in layers.segments:
        by_layer.setdefault(layers.layer[upper], []).append((middles[upper], middles[lower]))
    return sum(_inversions([end for _, end in sorted(pairs)])[0] for pairs in by_layer.values())


def _inversions(values: list[float]) -> tuple[int, list[float]]:
    if len(values) < 2:
        return 0, values
    half = len(values) // 2
    left_count, left = _inversions(values[:half])
    right_count, right = _inversions(values[half:])
    merged: list[float] = []
    count, at = left_count + right_count, 0
    for value in right:
        while at < len(left) and left[at] <= value:
            merged.append(left[at])
            at += 1
        count += len(left) - at
        merged.append(value)
    return count, merged + left[at:]


def in_file_order(layers: Layers, middles: list[float]) -> list[float]:
    """Turn the whole over if its mirror image has more in file order: what comes first stands first.

    The first layer, with the questions and theses, is asked first; the others where it is even.
    """
    rows: dict[int, list[int]] = {}
    for node, layer in enumerate(layers.layer):
        if layers.shape[node] is Shape.BOX:
            rows.setdefault(layer, []).append(node)
    leaning = [_leaning(row, middles) for _, row in sorted(rows.items())]
    wrong = (leaning[0] if leaning else 0) or sum(leaning)
    return [-value for value in middles] if wrong > 0 else middles


def _leaning(row: list[int], middles: Sequence[float]) -> int:
    """How many more pairs of a row stand against file order than with it."""
    against = _inversions([float(node) for node in sorted(row, key=lambda node: (middles[node], node))])[0]
    return 2 * against - len(row) * (len(row) - 1) // 2


def flaws(layers: Layers, middles: Sequence[float]) -> int:
    """Count what must not be: neighbours that overlap, and areas with something foreign in them.

    `dot` leaves such flaws now and then where it is asked both for a fixed order and for clusters.
    """
    rows: dict[int, list[int]] = {}
    for node, layer in enumerate(layers.layer):
        rows.setdefault(layer, []).append(node)
    found = 0
    for row in rows.values():
        row.sort(key=lambda node: middles[node])
        for one, two in pairwise(row):
            found += middles[two] - middles[one] < (layers.across[one] + layers.across[two]) / 2
    return found + sum(broken_areas(layers, middles))


def broken_areas(layers: Layers, middles: Sequence[float]) -> list[bool]:
    """Say for each area whether something stands in it, or overlaps it, that does not belong there."""
    spans = _area_spans(layers, middles)
    inside = [_around(area, layers.areas) for area in range(len(layers.areas))]
    broken = [False] * len(spans)
    for area, span in enumerate(spans):
        if span is None:
            continue
        left, right, first, last = span
        for node, layer in enumerate(layers.layer):
            if first <= layer <= last and (layers.area[node] < 0 or area not in inside[layers.area[node]]):
                half = layers.across[node] / 2
                broken[area] |= middles[node] + half > left and middles[node] - half < right
        for other, beside in enumerate(spans):
            if beside and area not in inside[other] and other not in inside[area]:
                apart = beside[2] > last or beside[3] < first or beside[0] >= right or beside[1] <= left
                broken[area] |= not apart
    return broken


def _area_spans(layers: Layers, middles: Sequence[float]) -> list[tuple[float, float, int, int] | None]:
    """For each area: where it begins and ends across, and its first and last layer; bends in it do not count."""
    spans: list[tuple[float, float, int, int] | None] = [None] * len(layers.areas)
    for node, area in enumerate(layers.area):
        if layers.shape[node] is Shape.BEND:
            continue
        half, layer = layers.across[node] / 2, layers.layer[node]
        for place, around in enumerate(_around(area, layers.areas)):
            pad = half + layers.area_gap * (place + 1) - 0.5
            span = spans[around] or (middles[node] - pad, middles[node] + pad, layer, layer)
            spans[around] = (
                min(span[0], middles[node] - pad),
                max(span[1], middles[node] + pad),
                min(span[2], layer),
                max(span[3], layer),
            )
    return spans


def _around(area: int, parents: Sequence[int]) -> list[int]:
    found = []
    while area >= 0:
        found.append(area)
        area = parents[area]
    return found
