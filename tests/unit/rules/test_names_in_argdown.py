"""How findings call things in Argdown, where nothing has an id."""

from argmap.core.diagnostics import Label, finding
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Group, Relation, RelationKind
from argmap.core.source import SourceFile, Span
from argmap.rules.names_in_argdown import in_argdown

SOURCE = SourceFile("m.argdown", "[tram]: Build it.")
MAP = ArgumentMap(
    claims=(
        Claim("cost", "It costs much.", "Cost"),
        Claim("cost-2", "", "Cost", ClaimKind.ARGUMENT),
        Claim("it-is-a-long-story", "It is a long story about " + "trams " * 20),
        Claim("tram", "Build it.", spans={"id": Span(SOURCE, 1, 5), "text": Span(SOURCE, 8, 17)}),
        Claim("so", "so", spans={"id": Span(SOURCE, 8, 10), "text": Span(SOURCE, 8, 10)}),
        Claim("argument", "", kind=ClaimKind.ARGUMENT),
    ),
    relations=(
        Relation("cost + so -> tram", RelationKind.SUPPORT, ("cost", "so"), "tram"),
        Relation("r", RelationKind.ATTACK, ("cost",), "cost + so -> tram", named=True),
        Relation("tram -> r", RelationKind.ATTACK, ("tram",), "r"),
    ),
    groups=(Group("money", "Money"),),
)


def called(name: str) -> str:
    (item,) = in_argdown([finding("long-title", f"`{name}` is meant")], MAP)
    return item.message.removesuffix(" is meant")


def test_titles_in_their_brackets():
    assert called("cost") == "`[Cost]`"
    assert called("cost-2") == "`<Cost>`"
    assert called("tram") == "`[tram]`"


def test_words_of_what_has_no_title():
    assert called("it-is-a-long-story") == "“It is a long story about trams trams trams trams trams tram…”"
    assert called("so") == "“so”"
    assert called("argument") == "this argument"


def test_groups_and_steps():
    assert called("money") == "“Money”"
    assert called("r") == "`<r>`"
    assert called("cost + so -> tram") == "the step from `[Cost]` + “so” to `[tram]`"
    assert called("tram -> r") == "the step from `[tram]` to another step"


def test_other_words_stay():
    assert called("isInMap") == "`isInMap`"


def test_every_part_of_a_finding():
    item = finding(
        "long-title",
        "x",
        secondary=[Label(Span(SOURCE, 0, 1), "`cost` here")],
        notes=["`cost` and `money`"],
        help="see `tram`",
    )
    (found,) = in_argdown([item], MAP)
    assert found.secondary[0].message == "`[Cost]` here"
    assert found.notes == ("`[Cost]` and “Money”",)
    assert found.help == "see `[tram]`"
