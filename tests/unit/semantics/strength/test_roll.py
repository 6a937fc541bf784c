"""The roll: names and titles that commands and reports can use."""

from argmap.semantics.strength import STRENGTH


def test_names_in_the_order_of_the_help():
    assert list(STRENGTH) == ["df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser"]


def test_each_says_what_it_is_good_for():
    for item in STRENGTH.values():
        assert item.title
        assert item.meaning.endswith(".")
    assert len({item.title for item in STRENGTH.values()}) == len(STRENGTH)


def test_a_name_nearby_is_suggested():
    assert STRENGTH.suggest("DF_QuAD") == "df-quad"
    assert STRENGTH.suggest("h-categorizer") == "h-categoriser"
