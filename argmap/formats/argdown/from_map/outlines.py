"""Groups of a map as sections."""

from typing import Any

from argmap.core.model import ArgumentMap, Group
from argmap.formats.argdown.debate.model import Section
from argmap.formats.argdown.debate.sections import said_of
from argmap.formats.argdown.export.map_groups import first_group_level, is_group
from argmap.formats.argdown.from_map.forms import Forms, tags_within, typed_heading
from argmap.formats.argdown.from_map.group_levels import levels, parents
from argmap.formats.argdown.from_map.typed import Typist
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.to_map.colours import group_colour
from argmap.formats.argdown.to_map.plain_map import usual_level


class Outlines:
    """The sections that the groups of a map become.

    Args:
        given: The map.
        forms: Says the parts of the map.
        settings: The front matter.

    Attributes:
        outermost: The outermost sections.
        of_group: Sections by the ids of groups.
        home: Sections by the ids of the claims that stand in them.
        is_told: Whether headings alone tell which groups there are, and what is in them.
    """

    def __init__(self, given: ArgumentMap, forms: Forms, settings: Settings) -> None:
        self.given = given
        self.forms = forms
        self.settings = settings
        self.outermost: list[Section] = []
        self.of_group: dict[str, Section] = {}
        self.home: dict[str, Section] = {}
        self._typist = Typist(settings)
        around = parents(given)
        for group in given.groups:
            self.of_group[group.id] = Section("", "", 0)
        for name, section in self.of_group.items():
            section.parent = self.of_group.get(around[name] or "")
            (section.parent.children if section.parent else self.outermost).append(section)
        self._level = levels(given)
        self.is_told = list(self._level) == list(self.of_group)
        members = self._members()
        for number, name in enumerate(self._level, 1):
            group = given.group[name]
            facts: dict[str, Any] = {} if group.members == members[name] else {"members": list(group.members)}
            if group.parent != around[name]:
                facts["parent"] = group.parent
            self.is_told = self.is_told and not facts
            self._fill(self.of_group[name], group, f"s{number}", facts)
        self._draw()

    def _members(self) -> dict[str, tuple[str, ...]]:
        """What the reader will find in each section: each claim is in one, in the order of the map."""
        for group in self.given.groups:
            for name in group.members:
                if name in self.given.claim:
                    self.home.setdefault(name, self.of_group[group.id])
        found: dict[Section, list[str]] = {section: [] for section in self.of_group.values()}
        for claim in self.given.claims:
            if claim.id in self.home:
                found[self.home[claim.id]].append(claim.id)
        return {name: tuple(found[section]) for name, section in self.of_group.items()}

    def _fill(self, section: Section, group: Group, id: str, facts: dict[str, Any]) -> None:
        section.id, section.level = id, self._level[group.id]
        if section.level != usual_level(section.parent):
            facts = {**facts, "level": section.level}
        words, tags = self.forms.heading(group)
        section.title, section.tags = words, tags
        if not self.settings.group.regroup:  # the tags of such groups stand in no title
            typed = typed_heading(group, words, self._typist)
            section.title, section.ranges = self._typist.heading(words, tags_within(group, tags), typed)
        section.data = self.forms.group(group, **facts)

    def _draw(self) -> None:
        """Say which sections are groups and which are closed, and their colours, where nobody says so already."""
        regrouped = bool(self.settings.group.regroup)
        first_level = first_group_level(self.outermost, self.settings.group.depth)
        for group in self.given.groups:
            section = self.of_group[group.id]
            section.is_group, section.is_closed = (None, None) if regrouped else said_of(section, self.settings.group)
            said: dict[str, Any] = {}
            if regrouped or is_group(section, first_level) is group.hidden:
                section.is_group = said["isGroup"] = not group.hidden
            if bool(section.is_closed) is not group.closed:
                section.is_closed = said["isClosed"] = group.closed
            if group_colour(section, usual_level(section.parent) - 1, self.settings.colours) != group.colour:
                said["color"] = group.colour
            if said and not regrouped:
                section.data = {**(section.data or {}), **said}
