"""The roll: names and titles that commands and reports can use."""

from argmap.semantics.strength import STRENGTH


def test_names_in_the_order_of_the_help():
    assert list(STRENGTH) == ["df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser"]


def test_each_has_a_title_of_its_own():
    assert all(item.title for item in STRENGTH.values())
    assert len({item.title for item in STRENGTH.values()}) == len(STRENGTH)


def test_a_name_nearby_is_suggested():
    assert STRENGTH.suggest("DF_QuAD") == "df-quad"
    assert STRENGTH.suggest("h-categorizer") == "h-categoriser"
