"""What the map of a debate shows."""

from textwrap import dedent

import pytest

from argmap.core.source import SourceFile
from argmap.formats.argdown.debate.resolve import resolve
from argmap.formats.argdown.settings.selection import select
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.argdown.text.parser import parse


def shown(text: str, settings: str = "") -> tuple[str, str]:
    """The statements and the arguments that are shown, in one line each."""
    text = dedent(text).lstrip("\n")
    if settings:
        text = f"===\nselection: {{{settings}}}\n===\n\n{text}"
    script = Manuscript(text, (Piece(0, SourceFile("debate.argdown", text), 0),))
    document, found = parse(script)
    assert found == []
    debate, _ = resolve(document, script)
    selection = select(debate, Settings.of(debate.settings))
    return ", ".join(selection.statements), ", ".join(selection.arguments)


DEBATE = """
    # Costs

    [A]: Thesis.
      + <B>: Reason. #money
      - Untitled objection.

    [Alone]: Nothing to do with it. #money

    <Alone too>: Neither has this.

    # Structure

    <C>

    (1) [P]: One.
    (2) Two.
    ----
    (3) [A]

    [P]
      - <D>
    """


def test_by_default_what_has_a_title_or_a_relation_and_is_connected() -> None:
    assert shown(DEBATE) == ("A, Untitled 1, P", "B, C, D")


@pytest.mark.parametrize(
    ("settings", "statements", "arguments"),
    [
        ("excludeDisconnected: false", "A, Untitled 1, Alone, P", "B, Alone too, C, D"),
        ("statementSelectionMode: all", "A, Untitled 1, P, Untitled 2", "B, C, D"),
        ("statementSelectionMode: all, excludeDisconnected: false", "A, Untitled 1, Alone, P, Untitled 2",
         "B, Alone too, C, D"),
        ("statementSelectionMode: top-level", "A, Untitled 1, P", "B, C, D"),
        ("statementSelectionMode: with-relations", "A, Untitled 1, P", "B, C, D"),
        ("statementSelectionMode: not-used-in-argument", "Untitled 1", "C, D"),
        ("statementSelectionMode: with-more-than-one-relation", "Untitled 1", "C, D"),
        ("includeStatements: [Untitled 2]", "A, Untitled 1, P, Untitled 2", "B, C, D"),
        ("excludeStatements: [A]", "P", "C, D"),
        ("excludeArguments: [C]", "A, Untitled 1, P", "B, D"),
        ("selectedSections: [Costs]", "A, Untitled 1", "B"),
        ("selectedTags: [money]", "", ""),
        ("selectedTags: [money], excludeDisconnected: false", "Alone", "B"),
        ("selectedTags: [nothing], selectElementsWithoutTag: true", "A, Untitled 1, P", "C, D"),
    ],
)  # fmt: skip
def test_settings_change_what_is_shown(settings: str, statements: str, arguments: str) -> None:
    assert shown(DEBATE, settings) == (statements, arguments)


def test_what_stands_in_no_section() -> None:
    text = "[A]: x\n  + [B]: y\n\n# One\n\n[C]: z\n  + [D]: v\n"
    assert shown(text, "selectedSections: [Other]") == ("", "")
    assert shown(text, "selectedSections: [Other], selectElementsWithoutSection: true") == ("A, B", "")


def test_data_say_what_is_in_the_map() -> None:
    text = "[A]: x\n  + [B]: y {isInMap: false}\n  + [C]: z\n\n[D]: v {isInMap: true}\n\n<E> {isInMap: true}\n"
    assert shown(text) == ("A, C, D", "E")
    assert shown(text, "ignoreIsInMap: true") == ("A, B, C", "")
    assert shown("[A]: x\n  + [B]: y {isInMap: maybe}\n  - [C]\n") == ("A, C", "")


def test_arguments_are_connected_through_their_rows() -> None:
    text = """
        <A>

        (1) One.
        ----
        (2) Between.

        <B>

        (1) [Shared]: Two.
        ----
        (2) Three.

        <C>

        (1) Four.
        ----
        (2) [Shared]

        <D>

        (1) Five.
        ----
          <_ <E>
        (2) Six.
        """
    assert shown(text, "excludeStatements: [Shared]") == ("", "B, C, D, E")
    assert shown(text) == ("Shared", "B, C, D, E")


def test_a_relation_to_a_hidden_premise_connects() -> None:
    text = """
        <A>

        (1) [P]: One. {isInMap: false}
        ----
        (2) [C]: Two. {isInMap: false}

        [X]: Three.
          - [C]
          -> [P]

        [Y]: Four.
          >< [P]
        """
    assert shown(text) == ("X, Y", "A")
    assert shown(text, "excludeArguments: [A]") == ("", "")


def test_more_than_one_relation_counts_arguments() -> None:
    text = """
        <A>

        (1) [P]: One.
          - <X>
          - <Y>
        (2) [Q]: Two.
          - <Z>
        ----
        (3) [C]: Three.
          +> [Q2]: Four.

        <B>

        (1) [Q2]
        ----
        (2) Five.
        """
    assert shown(text, "statementSelectionMode: with-more-than-one-relation")[0] == "P"
