"""Labellings made by chance, for maps made by chance: with ids that are missing, and with ids that no map has."""

from hypothesis import strategies as st

from argmap.core.labelling import Label, Labelling

TITLES = ["grounded semantics", "preferred semantics (what all labellings agree on)", "<b>&\x00 " + "long " * 30]


@st.composite
def labellings(draw, map):
    """Labels or strengths for some of the claims and relations of a map."""
    ids = [item.id for item in (*map.claims, *map.relations)]
    chosen = [key for key in ids if draw(st.integers(0, 5))] + ["nowhere"]
    title = draw(st.sampled_from(TITLES))
    if draw(st.booleans()):
        return Labelling(title, labels={key: draw(st.sampled_from(Label)) for key in chosen})
    shares = st.sampled_from([0.0, 1.0]) | st.floats(0, 1)
    return Labelling(title, strengths={key: draw(shares) for key in chosen})
