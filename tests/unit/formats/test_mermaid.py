"""Map to a Mermaid flowchart."""

import html
import re

import pytest

from argmap.core.model import ArgumentMap, Claim, Group, Question, Relation, RelationKind
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
