"""The outline of a document."""

from lsprotocol.types import SymbolKind

from argmap.lsp.features.symbols import symbols
from tests.unit.lsp.features.marked import TRAM, TRAM_IN_ARGDOWN, document, map_of, words_at


def tree(found, level=0):
    lines = []
    for item in found:
        lines.append(f"{'  ' * level}{item.name} ({item.detail})")
        lines += tree(item.children or [], level + 1)
    return lines


def test_questions_positions_and_reasons_one_below_the_other():
    assert tree(symbols(document(TRAM))) == [
        "Should the town build a tram line? (question)",
        "  Build the tram (position)",
        "    A tram halves the trip to the centre. (+ support, linked)",
        "    At least 8,000 people make that trip each day. (+ support, linked)",
        "    Half of them now work from home. (⊣ undercut)",
        "    It costs 🙂 too much. (− attack)",
        "Groups (None)",
        "  Money (money)",
        "Speakers (None)",
        "  The mayor (mayor)",
        "Sources (None)",
        "  Transport study (study)",
    ]


def test_a_range_is_an_entry_and_its_selection_the_name():
    found = document(TRAM)
    (question, *_) = symbols(found)
    (tram,) = question.children or []
    assert words_at(found, tram.selection_range) == "tram"
    words = words_at(found, tram.range)
    assert words.startswith("tram:\n") and words.endswith("tags: [plan]")


def test_comments_behind_an_entry_do_not_belong_to_it():
    found = document("argmap: 1\nclaims:\n  a:\n    text: x\n    by:\n      - b\n\n  # -- next --\n\n  c: y\n")
    first = symbols(found)[0]
    assert words_at(found, first.range) == "a:\n    text: x\n    by:\n      - b"


def test_claims_that_pictures_hide_are_there():
    text = "argmap: 1\nclaims:\n  a: x\n  b: {text: y, supports: a, hidden: true}\n  c: {text: z, supports: b}\n"
    text += "groups:\n  g: {members: [c], closed: true}\n"
    assert tree(symbols(document(text)))[:3] == ["x (thesis)", "  y (+ support)", "    z (+ support)"]


def test_circles_end():
    text = "argmap: 1\nclaims:\n  a: {text: x, supports: b}\n  b: {text: y, supports: a}\n"
    assert tree(symbols(document(text))) == ["x (claim)", "  y (+ support)"]


def test_long_chains_do_not_nest_without_end():
    claims = "".join(f"  c{number}: {{text: Claim {number}., supports: c{number - 1}}}\n" for number in range(1, 3000))
    found = symbols(document("argmap: 1\nclaims:\n  c0: Claim 0.\n" + claims))
    depth, total, level = 0, 0, found
    while level:
        depth, total = depth + 1, total + len(level)
        level = [child for item in level for child in item.children or []]
    assert total == 3000
    assert depth == 24


def test_argdown_has_the_same_tree():
    assert tree(symbols(document(TRAM_IN_ARGDOWN, "argdown"))) == [
        "Build the tram (thesis)",
        "  Too dear (− attack)",
        "  It saves time. (+ support)",
        "    A faster trip (+ support)",
        "      A tram halves the trip. (+ support, linked)",
        "      Many riders (+ support, linked)",
        "Groups (None)",
        "  Plans (plans)",
    ]


def test_arguments_look_unlike_statements():
    text = "[a]: b\n  + <c>: d\n  + [e]: f\n"
    (thesis,) = symbols(document(text, "argdown"))
    assert [item.kind for item in thesis.children or []] == [SymbolKind.Method, SymbolKind.Property]


def test_broken_text_keeps_its_outline_in_the_right_places():
    broken = TRAM.replace("  cost:", "  new: {text: x\n  cost:")
    found = document(broken, earlier=map_of(TRAM))
    assert tree(symbols(found)) == tree(symbols(document(TRAM)))
    (question, *_) = symbols(found)
    (tram,) = question.children or []
    cost = (tram.children or [])[-1]
    assert words_at(found, cost.selection_range) == "cost"


def test_nothing_in_a_text_that_was_never_a_map():
    assert symbols(document("[")) == []
