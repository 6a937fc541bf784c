"""Sections: the tree of headings, and the groups that the front matter puts in its place."""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.formats.argdown.debate.model import Argument, Debate, Section, Statement
from argmap.formats.argdown.settings.settings import GroupSettings
from argmap.formats.argdown.text.syntax import Heading


class Outline:
    """Grows the tree of sections, heading by heading. `current` is the section that the text has come to."""

    def __init__(self, settings: GroupSettings) -> None:
        self.settings = settings
        self.outermost: list[Section] = []
        self.current: Section | None = None
        self.deepest = 0
        self._count = 0

    def add(self, heading: Heading) -> None:
        """Open the section of a heading; it lies in the nearest one above that has a lower level."""
        self._count += 1
        self.deepest = max(self.deepest, heading.level)
        parent = self.current
        while parent and parent.level >= heading.level:
            parent = parent.parent
        section = Section(
            f"s{self._count}",
            heading.content.text.strip(),
            heading.level,
            parent,
            tags=heading.content.tags,
            ranges=heading.content.ranges,
            data=heading.braces.value if heading.braces else None,
            place=heading.place,
            node=heading.braces.node if heading.braces else None,
        )
        section.is_group, section.is_closed = said_of(section, self.settings)
        (parent.children if parent else self.outermost).append(section)
        self.current = section


def said_of(section: Section, settings: GroupSettings) -> tuple[bool | None, bool | None]:
    """Whether it is a group and a closed one, by its own data and by the settings, which come first."""
    data = section.data if isinstance(section.data, dict) else {}
    is_group = None if settings.ignores_is_group else _flag(data.get("isGroup"))
    is_closed = None if settings.ignores_is_closed else _flag(data.get("isClosed"))
    if settings.sections is None:
        return is_group, is_closed
    said = settings.sections.get(section.title)
    if isinstance(said, dict):
        return _flag(said.get("isGroup")), _flag(said.get("isClosed"))
    return bool(is_group), is_closed


def regroup(debate: Debate, settings: GroupSettings, deepest: int) -> None:
    """Replace all sections by the groups of the setting `group.regroup`.

    Whether they are drawn as groups still goes by the levels of the headings, as in Argdown's own tools.

    Args:
        debate: What is changed.
        settings: The setting, and how many levels of sections are groups.
        deepest: The highest level of a heading, 0 if there is none.
    """
    owners: list[Statement | Argument] = [*debate.statements.values(), *debate.arguments.values()]
    for owner in owners:
        owner.section = None
    lowest = deepest - settings.depth + 1
    debate.sections = []
    count = 0
    stack: list[tuple[Mapping[str, Any], Section | None]] = [(config, None) for config in reversed(settings.regroup)]
    while stack:
        config, parent = stack.pop()
        count += 1
        level = parent.level + 1 if parent else 1
        section = Section(
            f"s{count}",
            str(config.get("title") or ""),
            level,
            parent,
            tags=tuple(item for item in _list(config.get("tags")) if isinstance(item, str)),
            is_group=level >= lowest,
            is_closed=_flag(config.get("isClosed")),
        )
        (parent.children if parent else debate.sections).append(section)
        for titles, known in (("statements", debate.statements), ("arguments", debate.arguments)):
            for title in _list(config.get(titles)):
                member = known.get(title) if isinstance(title, str) else None
                if isinstance(member, Statement | Argument):
                    member.section = section
        stack.extend((child, section) for child in reversed(_list(config.get("children"))) if isinstance(child, dict))


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
