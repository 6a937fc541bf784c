"""Map to a Mermaid flowchart."""

import html
import re

import pytest

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Display, Group, Question, Relation, RelationKind
from argmap.diagram.colours import area_tint, card_tint, line_ink
from argmap.diagram.themes import LIGHT
from argmap.formats import FORMATS
from argmap.formats.mermaid import write

TRAM = ArgumentMap(
    title='A "tram": yes?',
    questions=(Question("end", "Should the town build a tram?"),),
    claims=(
        Claim("tram", "The town should build a tram line.", "Build it", answers=("end",)),
        Claim("a", "It is fast."),
        Claim("b", "Many ride.", implicit=True),
        Claim("u", "They work from home."),
        Claim("bus", "Buses are better."),
        Claim("cost", "It is dear."),
    ),
    relations=(
        Relation("step", RelationKind.SUPPORT, ("a", "b"), "tram"),
        Relation("cut", RelationKind.ATTACK, ("u",), "step"),
        Relation("rivals", RelationKind.CONFLICT, ("bus",), "tram", tags=("x",)),
        Relation("war", RelationKind.CONFLICT, ("cost",), "tram"),
        Relation("peace", RelationKind.ATTACK, ("a",), "war"),
    ),
    groups=(Group("money", "Money & means", ("a", "b")), Group("inner", "Inner", ("b",), parent="money")),
)


def decoded(label: str) -> str:
    """What Mermaid shows: its entity codes and then those of HTML resolved."""
    return html.unescape(re.sub(r"#(\d+);", r"&#\1;", label))


def test_flowchart_in_full() -> None:
    lines = write(TRAM).splitlines()
    assert lines[:-14] == [
        "---",
        'title: "A \\"tram\\": yes?"',
        "---",
        "flowchart BT",
        '  q_end{{"Should the town build a tram?"}}',
        '  c_tram["<b>Build it</b><br>The town should build a tram line."]',
        '  c_u["They work from home."]',
        '  c_bus["Buses are better."]',
        '  c_cost["It is dear."]',
        '  j_step((" "))',
        '  j_war((" "))',
        '  subgraph g_money["Money #38; means"]',
        '    c_a["It is fast."]',
        '    subgraph g_inner["Inner"]',
        '      c_b["Many ride."]',
        "    end",
        "  end",
        "  c_a --- j_step",
        "  c_b --- j_step",
        '  j_step -->|"+"| c_tram',
        '  c_u -.->|"−"| j_step',
        '  c_bus <-->|"↔"| c_tram',
        "  j_war --> c_cost",
        '  j_war -->|"↔"| c_tram',
        '  c_a -.->|"−"| j_war',
        "  c_tram -.-> q_end",
    ]
    assert "  class c_tram,c_bus,c_cost thesis" in lines
    assert "  linkStyle 0,1,2 stroke:#" in "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    ['"quoted" <script>x</script>', "end", "1. first", "2) second", "- item", "# head", "a#lt;b",
     "`code` **bold** _it_",
     "%%{init: {}}%% %% note", "[x](y) {z} |p|", "&amp;", "日本 🚋", "a --> b", "~~~"],
)  # fmt: skip
def test_texts_are_taken_literally(text: str) -> None:
    source = write(ArgumentMap(claims=(Claim("x", text),), groups=(Group("o", text, ("x",)),)))
    for name in ("c_x", "g_o"):
        label = re.search(rf'{name}\["([^"]*)"\]', source)
        assert label is not None
        assert decoded(label.group(1)) == text
        assert not re.search(r"[<>&`*_%{}|\[\]]|^(\d*[.)]|[-+])|#(?!\d+;)", label.group(1))


def test_control_characters_and_lines_are_no_line_breaks() -> None:
    source = write(ArgumentMap(title="a\nb", claims=(Claim("x", "one\n\ntwo\x1b\ud800"),)))
    assert '  c_x["one two�"]' in source.splitlines()
    assert source.splitlines()[1] == 'title: "a b"'


def test_same_map_same_text() -> None:
    assert write(TRAM) == write(TRAM)
    assert FORMATS["mermaid"].write is not None
    assert FORMATS["mermaid"].write(TRAM) == write(TRAM)
    assert write(ArgumentMap()) == "flowchart BT\n"


def test_labels_are_marks_and_classes() -> None:
    labels = {"tram": Label.UNDECIDED, "a": Label.IN, "b": Label.OUT, "step": Label.OUT, "cut": Label.IN}
    lines = write(TRAM, Labelling("grounded semantics", labels)).splitlines()
    assert decoded(lines[1]).endswith('(grounded semantics: \\u2713 stands, \\u2717 falls, \\u25d0 undecided)"')
    assert '  c_tram["◐ <b>Build it</b><br>The town should build a tram line."]' in lines
    assert '      c_b["✗ Many ride."]' in lines
    assert [line for line in lines if line.startswith("  class ")][-3:] == [
        "  class c_a stands",
        "  class c_b falls",
        "  class c_tram undecided",
    ]
    dashes = [line.partition("stroke-dasharray:")[2] for line in lines if line.startswith("  classDef ")]
    assert len({dash for dash in dashes if dash}) == 3, "implicit, falling and undecided claims have different borders"
    looks = {place: line for line in lines if "linkStyle" in line for place in line.split()[1].split(",")}
    assert "stroke-width:1px" in looks["0"] and "stroke-width:3px" in looks["3"]
    assert "stroke-width" not in looks["4"] and "stroke-width" not in looks["8"]


def test_strengths_stand_under_the_text() -> None:
    lines = write(TRAM, Labelling("strength by DF-QuAD", strengths={"a": 0.256, "cut": 1.0})).splitlines()
    assert '    c_a["It is fast.<br>strength 0.26"]' in lines
    assert any(line.startswith("  linkStyle 3 ") and line.endswith("stroke-width:4.0px") for line in lines)


def test_a_labelling_of_something_else_changes_nothing() -> None:
    assert write(TRAM, Labelling("x", {"nowhere": Label.IN})) == write(TRAM)
    assert FORMATS["mermaid"].shows_labels and not FORMATS["json"].shows_labels


ASKING = ArgumentMap(
    claims=(
        Claim("a", "A.", "Title"),
        Claim("B", "", "Reason", kind=ClaimKind.ARGUMENT, tags=("t",)),
        Claim("p", "P.", hidden=True),
        Claim("x", "X.", colour="#ffff00"),
        Claim("m", "M."),
        Claim("n", "N."),
    ),
    relations=(
        Relation("in", RelationKind.SUPPORT, ("p",), "B"),
        Relation("out", RelationKind.SUPPORT, ("B",), "a"),
        Relation("doubt", RelationKind.ATTACK, ("x",), "p"),
        Relation("cut", RelationKind.ATTACK, ("m",), "out"),
    ),
    groups=(
        Group("shut", "Shut", ("m", "n"), closed=True, colour="#00aa00"),
        Group("seen", "Seen", ("x",), colour="#0000aa"),
    ),
    display=Display("right", "title", {"t": "#aa0000"}, {"support": "#aa00aa", "undercut": "#ffff00"}),
)


def test_what_the_map_asks_for() -> None:
    lines = write(ASKING).splitlines()
    tints = {
        name: card_tint(colour, LIGHT) for name, colour in (("B", "#aa0000"), ("x", "#ffff00"), ("shut", "#00aa00"))
    }
    seen = area_tint("#0000aa", LIGHT)
    assert [line for line in lines if not line.startswith(("  class", "  classDef"))] == [
        "flowchart RL",
        '  c_a["Title"]',
        '  c_B["Reason"]',
        '  c_shut[["Shut"]]',
        '  j_out((" "))',
        '  subgraph g_seen["Seen"]',
        '    c_x["X."]',
        "  end",
        "  c_B --- j_out",
        '  j_out -->|"+"| c_a',
        '  c_x -.->|"−"| c_B',
        '  c_shut -.->|"−"| j_out',
        *(f"  style c_{name} fill:{tint.ground},stroke:{tint.border}" for name, tint in sorted(tints.items())[:1]),
        f"  style c_x fill:{tints['x'].ground},stroke:{tints['x'].border}",
        f"  style c_shut fill:{tints['shut'].ground},stroke:{tints['shut'].border}",
        f"  style g_seen fill:{seen.ground},stroke:{seen.border}",
        "  linkStyle 0,1 stroke:#aa00aa",
        f"  linkStyle 2 stroke:{LIGHT.attack}",
        f"  linkStyle 3 stroke:{line_ink('#ffff00', LIGHT)}",
    ]
    assert "  class c_B argument" in lines and "  class c_shut group" in lines


def test_a_group_without_a_title() -> None:
    lines = write(ArgumentMap(claims=(Claim("a", "A."),), groups=(Group("g", "", ("a",)),))).splitlines()
    assert '  subgraph g_g[" "]' in lines, "Mermaid takes no empty label"


def test_what_has_no_words_shows_its_id() -> None:
    assert '  c_b["b"]' in write(ArgumentMap(claims=(Claim("b", "", kind=ClaimKind.ARGUMENT),))).splitlines()
