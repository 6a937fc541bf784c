"""The settings in the front matter that argmap follows, with their defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.argdown.settings.forms import DIRECTION, FORMS, Form

_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class SelectionSettings:
    """What the map shows.

    Attributes:
        excludes_disconnected: Whether what is connected to nothing is left out.
        statement_mode: Which statements are shown: `all`, `top-level`, `with-title`, `with-relations`,
            `not-used-in-argument` or `with-more-than-one-relation`.
        included_statements, excluded_statements, excluded_arguments: Titles.
        selected_sections: Titles of the only sections to show, or None for all.
        selects_without_section: Whether they are joined by what stands in no section.
        selected_tags, selects_without_tag: The same for tags.
        ignores_is_in_map: Whether `isInMap` in the data of a statement or argument counts for nothing.
    """

    excludes_disconnected: bool = True
    statement_mode: str = "with-title"
    included_statements: tuple[str, ...] = ()
    excluded_statements: tuple[str, ...] = ()
    excluded_arguments: tuple[str, ...] = ()
    selected_sections: tuple[str, ...] | None = None
    selects_without_section: bool = False
    selected_tags: tuple[str, ...] | None = None
    selects_without_tag: bool = False
    ignores_is_in_map: bool = False


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """Which sections are groups of the map.

    Attributes:
        depth: How many of the lowest levels of sections are groups.
        regroup: Groups to be used instead of the sections, as typed: mappings with `title`, `statements`, `arguments`,
            `children`, `tags`, `isClosed`.
        sections: What is said of sections by their titles (`isGroup`, `isClosed`); those not in it are no groups unless
            their own data say so. None if nothing is said.
        ignores_is_group, ignores_is_closed: Whether the data of headings count for nothing.
    """

    depth: int = 2
    regroup: tuple[Mapping[str, Any], ...] = ()
    sections: Mapping[str, Any] | None = None
    ignores_is_group: bool = False
    ignores_is_closed: bool = False


@dataclass(frozen=True, slots=True)
class MapSettings:
    """What the cards of the map say: `hide-untitled`, `title`, `text` or `none`; and whether its nodes have tags."""

    statement_labels: str = "hide-untitled"
    argument_labels: str = "hide-untitled"
    adds_tags: bool = True


@dataclass(frozen=True, slots=True)
class ColourSettings:
    """Colours that the author asks for.

    Attributes:
        scheme: Colours as `#rrggbb` that numbers stand for, from 0; None if the front matter names none.
        group_scheme: The same for groups.
        tag_colours, statement_colours, argument_colours, group_colours, relation_colours: By tag, title or type of
            relation, as typed: a colour, a number, or a mapping with `color` and `priority`, or something wrong.
        is_coloured_by_tag, is_grouped_by_tag: Whether tags colour statements and arguments, and groups.
        ignores_data: Whether `color` in data counts for nothing.
    """

    scheme: tuple[str, ...] | None = None
    group_scheme: tuple[str, ...] | None = None
    tag_colours: Mapping[str, Any] = field(default_factory=dict)
    statement_colours: Mapping[str, Any] = field(default_factory=dict)
    argument_colours: Mapping[str, Any] = field(default_factory=dict)
    group_colours: Mapping[str, Any] = field(default_factory=dict)
    relation_colours: Mapping[str, Any] = field(default_factory=dict)
    is_coloured_by_tag: bool = True
    is_grouped_by_tag: bool = False
    ignores_data: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings that argmap follows, with the defaults of Argdown's own tools.

    Attributes:
        is_strict: Whether support between statements means entailment, and attack that they are contraries.
        removes_tags: Whether tags are left out of texts.
        shortcodes: Further shortcodes, with what they stand for.
        transforms_relations: Whether relations of reconstructed arguments become relations of their conclusions.
        explodes_arguments: Whether each step of an argument becomes an argument of its own.
        direction: Where the reasons lie, seen from the thesis: `down`, `up`, `left`, `right`; None for no wish.
    """

    is_strict: bool = False
    removes_tags: bool = False
    shortcodes: Mapping[str, str] = field(default_factory=dict)
    transforms_relations: bool = True
    explodes_arguments: bool = False
    selection: SelectionSettings = SelectionSettings()
    group: GroupSettings = GroupSettings()
    map: MapSettings = MapSettings()
    colours: ColourSettings = ColourSettings()
    direction: str | None = None

    @classmethod
    def of(cls, front_matter: Mapping[str, Any]) -> "Settings":
        """Read a front matter. Settings that are missing or wrong have their default."""
        model = _values(front_matter, "model")
        return cls(
            model["mode"] == "strict",
            model["removeTagsFromText"],
            model["shortcodes"],
            model["transformArgumentRelations"],
            model["explodeArguments"],
            SelectionSettings(*_values(front_matter, "selection").values()),
            GroupSettings(*_values(front_matter, "group").values()),
            MapSettings(*_values(front_matter, "map").values()),
            ColourSettings(*_values(front_matter, "color").values()),
            _value(DIRECTION, _mapping(_mapping(front_matter, "dot"), "graphVizSettings").get("rankdir")),
        )


def _mapping(of: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = of.get(name)
    return value if isinstance(value, dict) else _NOTHING


def _values(front_matter: Mapping[str, Any], section: str) -> dict[str, Any]:
    typed = _mapping(front_matter, section)
    return {name: _value(form, typed.get(name)) for name, form in FORMS[section].items()}


def _value(form: Form, typed: object) -> Any:
    read = form.read(typed)
    return form.default if read is None else read
