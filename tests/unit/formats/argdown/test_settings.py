"""The settings in the front matter."""

import pytest

from argmap.core.source import SourceFile
from argmap.formats.argdown.settings.colour_schemes import COLOUR_SCHEMES, DEFAULT_SCHEME
from argmap.formats.argdown.settings.forms import FORMS, colour
from argmap.formats.argdown.settings.reports import reports
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.braces import read_front_matter
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.argdown.text.syntax import Place


def reported(yaml: str) -> list[tuple[str, str, str | None]]:
    """What is said of a front matter: the text at the place, the message and the help."""
    text = f"===\n{yaml}\n===\n"
    script = Manuscript(text, (Piece(0, SourceFile("debate.argdown", text), 0),))
    front, found = read_front_matter(script, Place(0, len(text)))
    assert found == []
    said = reports(front, script)
    assert {item.name for item in said} <= {"unsupported-setting"}
    return [(item.primary.text if item.primary else "", item.message, item.help) for item in said]


def test_without_front_matter_everything_has_the_default_of_argdown() -> None:
    settings = Settings.of({})
    assert settings == Settings()
    assert settings.transforms_relations
    assert settings.selection.excludes_disconnected
    assert (settings.selection.statement_mode, settings.group.depth) == ("with-title", 2)
    assert (settings.selection.selected_tags, settings.group.sections, settings.colours.scheme) == (None, None, None)


def test_every_setting_finds_its_field() -> None:
    settings = Settings.of(
        {
            "model": {
                "mode": "strict",
                "removeTagsFromText": True,
                "shortcodes": {":yes:": {"unicode": "✓"}},
                "transformArgumentRelations": False,
                "explodeArguments": True,
            },
            "selection": {
                "excludeDisconnected": False,
                "statementSelectionMode": "all",
                "includeStatements": ["a"],
                "excludeStatements": ["b"],
                "excludeArguments": ["c"],
                "selectedSections": ["d"],
                "selectElementsWithoutSection": True,
                "selectedTags": ["e"],
                "selectElementsWithoutTag": True,
                "ignoreIsInMap": True,
            },
            "group": {
                "groupDepth": 3,
                "regroup": [{"title": "f"}],
                "sections": {"g": {"isGroup": True}},
                "ignoreIsGroup": True,
                "ignoreIsClosed": True,
            },
            "map": {"statementLabelMode": "title", "argumentLabelMode": "text", "addTags": False},
            "color": {
                "colorScheme": ["#abc", "#123456"],
                "groupColorScheme": ["#dadada"],
                "tagColors": {"h": 1},
                "statementColors": {"i": 2},
                "argumentColors": {"j": 3},
                "groupColors": {"k": 4},
                "relationColors": {"attack": 5},
                "colorizeByTag": False,
                "colorizeGroupsByTag": True,
                "ignoreColorData": True,
            },
            "dot": {"graphVizSettings": {"rankdir": "TB"}},
        }
    )
    assert (settings.is_strict, settings.removes_tags, settings.shortcodes) == (True, True, {":yes:": "✓"})
    assert (settings.transforms_relations, settings.explodes_arguments, settings.direction) == (False, True, "up")
    selection = settings.selection
    assert (selection.excludes_disconnected, selection.statement_mode) == (False, "all")
    assert (selection.included_statements, selection.excluded_statements) == (("a",), ("b",))
    assert (selection.excluded_arguments, selection.selected_sections) == (("c",), ("d",))
    assert (selection.selects_without_section, selection.selected_tags) == (True, ("e",))
    assert (selection.selects_without_tag, selection.ignores_is_in_map) == (True, True)
    group = settings.group
    assert (group.depth, group.regroup, group.sections) == (3, ({"title": "f"},), {"g": {"isGroup": True}})
    assert (group.ignores_is_group, group.ignores_is_closed) == (True, True)
    assert (settings.map.statement_labels, settings.map.argument_labels) == ("title", "text")
    assert not settings.map.adds_tags
    colours = settings.colours
    assert colours.scheme == ("#aabbcc", "#123456")
    assert colours.group_scheme == ("#dadada",)
    assert (colours.tag_colours, colours.statement_colours) == ({"h": 1}, {"i": 2})
    assert (colours.argument_colours, colours.group_colours) == ({"j": 3}, {"k": 4})
    assert (colours.relation_colours, colours.ignores_data) == ({"attack": 5}, True)
    assert (colours.is_coloured_by_tag, colours.is_grouped_by_tag) == (False, True)


@pytest.mark.parametrize("wrong", [None, 7, "x", True, [], [1], {"y": "z"}, 1.5, float("inf"), [{}, 2]])
def test_wrong_values_fall_back_to_the_default(wrong: object) -> None:
    usual = Settings()
    assert Settings.of(dict.fromkeys(("model", "selection", "map", "dot"), wrong)) == usual
    read = Settings.of({section: dict.fromkeys(fields, wrong) for section, fields in FORMS.items()})
    assert read.selection.statement_mode == usual.selection.statement_mode
    assert read.map.statement_labels == usual.map.statement_labels
    assert read.colours.scheme is None
    assert isinstance(read.group.depth, int)


@pytest.mark.parametrize(("rankdir", "direction"), [("BT", "down"), ("TB", "up"), ("LR", "left"), ("RL", "right")])
def test_direction_says_where_the_reasons_lie(rankdir: str, direction: str) -> None:
    assert Settings.of({"dot": {"graphVizSettings": {"rankdir": rankdir}}}).direction == direction
    assert reported(f"dot: {{graphVizSettings: {{rankdir: {rankdir}}}}}") == []


def test_colours_come_in_their_long_form() -> None:
    assert (colour("#abc"), colour("#A1B2C3")) == ("#aabbcc", "#A1B2C3")
    assert [colour(item) for item in ("red", "#abcd", "abc", 7, None)] == [None] * 5
    assert all(colour(item) == item for scheme in COLOUR_SCHEMES.values() for item in scheme)
    assert len(DEFAULT_SCHEME) == 8


def test_settings_that_are_followed_and_keys_of_the_author_are_not_spoken_of() -> None:
    yaml = (
        "title: Trams\nauthor: N. N.\nsources: {study: {title: A study}}\n"
        "model: {mode: strict}\nselection:\n  selectedTags: [cost]\n"
        "color:\n  tagColors:\n    cost: '#f00'\n    benefit: {color: 3, priority: 1}\ngroup:\n"
    )
    assert reported(yaml) == []


def test_settings_for_other_tools_are_spoken_of_once() -> None:
    yaml = "html: {lang: de, cssFile: x}\ndot: {edge: {penWidth: 2}, graphVizSettings: {ratio: auto}}\nimages: {}"
    assert [place for place, _, _ in reported(yaml)] == ["html", "edge", "ratio", "images"]
    assert reported("color: {statementFontColor: '#000'}")[0][1] == (
        "argmap keeps `color.statementFontColor` but makes no use of it"
    )


def test_a_misspelt_setting_is_told_apart_from_an_unknown_one() -> None:
    place, message, advice = reported("selection:\n  excludeDisconected: false")[0]
    assert (place, message) == ("excludeDisconected", "there is no setting `selection.excludeDisconected`")
    assert advice == "did you mean `excludeDisconnected`?"
    assert reported("map: {colourOfTheSky: blue}")[0][2] is None


def test_a_misspelt_section_is_noticed_by_its_settings() -> None:
    assert reported("colour: {tagColors: {cost: 1}}")[0][2] == "did you mean `color`?"
    assert reported("colour: {sky: blue}") == []


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("selection: {statementSelectionMode: everything}", "everything"),
        ("selection: {selectedTags: [cost, 2020]}", "[cost, 2020]"),
        ("selection: [all]", "[all]"),
        ("group: {groupDepth: deep}", "deep"),
        ("group: {regroup: {title: x}}", "{title: x}"),
        ("color: {tagColors: {cost: red}}", "red"),
        ("color: {colorScheme: rainbow}", "rainbow"),
        ("dot: {graphVizSettings: {rankdir: UP}}", "UP"),
        ("model: {shortcodes: {':yes:': sure}}", "sure"),
    ],
)
def test_a_wrong_value_is_pointed_at(yaml: str, place: str) -> None:
    (found,) = reported(yaml)
    assert found[0] == place
    assert found[1].endswith("is not what it should be and counts for nothing")
    assert found[2] is not None
    assert found[2].startswith("write ")


def test_a_misspelt_value_is_told_apart_from_a_wrong_one() -> None:
    assert reported("selection: {statementSelectionMode: with-titles}")[0][2] == "did you mean `with-title`?"
    assert reported("color: {colorScheme: colorbrewer-set4}")[0][2] == "did you mean `colorbrewer-set`?"
    assert Settings.of({"color": {"colorScheme": "colorbrewer-set"}}).colours.scheme


def test_a_front_matter_that_is_no_mapping_has_no_settings() -> None:
    script = Manuscript("===\n===\n", (Piece(0, SourceFile("x", "===\n===\n"), 0),))
    front, _ = read_front_matter(script, Place(0, 8))
    assert reports(front, script) == []
