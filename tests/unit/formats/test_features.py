"""What formats hold is declared in the words of one roll."""

import pytest

from argmap.formats import FORMATS
from argmap.formats.base import Format, Loss
from argmap.formats.features import FEATURES, losses_of
from tests.maps import map_of

FULL = map_of(
    """
argmap: 1
title: The tram
sources: {study: Transport study}
speakers: {mayor: {name: The mayor, role: Mayor}}
claims:
  tram: {text: Build it., title: Build, by: mayor, score: 0.5, data: {aif: {x: 1}, own: 2}}
  fast: {text: It is fast., cites: study#p1, supports: {to: tram, id: speed, with: [far], scheme: expert-opinion}}
  far: {text: Trips are long., implicit: true, data: {own: 3}}
  slow: {text: It is slow., attacks: speed}
  no: {text: It is not slow., attacks: slow -> speed}
groups: {pace: {title: Pace, members: [fast]}}
"""
)


def format_with(*carries, carried=()):
    return Format("x", "X", (".x",), write=lambda _: "", carries=frozenset(carries), carried=carried)


def test_losses_are_what_is_there_and_not_held():
    lost = losses_of(FULL, format_with("texts", "supports", "undercuts", carried=("aif",)))
    assert lost == (
        Loss("titles", ("tram",)),
        Loss("linked premises", ("speed",)),
        Loss("undercuts of undercuts", ("no -> slow -> speed",)),
        Loss("ids of relations", ("speed",)),
        Loss("schemes", ("speed",)),
        Loss("speakers of claims", ("tram",)),
        Loss("roles and links of speakers", ("mayor",)),
        Loss("sources", ("study",)),
        Loss("citations", ("fast",)),
        Loss("marks of implicit premises", ("far",)),
        Loss("scores", ("tram",)),
        Loss("groups", ("pace",)),
        Loss("the title of the map"),
        Loss("data called `own`", ("tram", "far")),
    )


def test_a_format_that_holds_all_loses_nothing():
    assert losses_of(FULL, FORMATS["yaml"]) == ()
    assert losses_of(FULL, format_with(*FEATURES, "data")) == ()


@pytest.mark.parametrize("name", [name for name, item in FORMATS.items() if item.write])
def test_formats_declare_features_that_there_are(name):
    assert set(FORMATS[name].carries or ()) <= {*FEATURES, "data"}


@pytest.mark.parametrize("name", list(FORMATS))
def test_what_is_read_can_be_recognised(name):
    item = FORMATS[name]
    assert (item.read is None) is (item.looks_like is None)
    assert item.read or item.write
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in item.suffixes)
