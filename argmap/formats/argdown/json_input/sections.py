"""The sections of Argdown's JSON."""

from collections.abc import Iterable

from argmap.formats.argdown.debate.model import Section
from argmap.formats.argdown.export.map_groups import first_group_level
from argmap.formats.argdown.json_input.ranges import ranges_of
from argmap.formats.argdown.settings.settings import GroupSettings
from argmap.formats.trees.places import Path
from argmap.formats.trees.tree import MAX_DEPTH
from argmap.formats.trees.values import Object, RefusedValueError, Values


class Sections:
    """The sections of a file.

    Attributes:
        outermost: Those that lie in no other.
        by_id: All of them.

    Raises:
        RefusedValueError: They are nested too deeply.
    """

    def __init__(self, values: Values, root: Object) -> None:
        self.values = values
        self.outermost: list[Section] = []
        self.by_id: dict[str, Section] = {}
        stated = self._read(root)
        _forget_what_follows(self.outermost, stated)

    def _read(self, root: Object) -> list[tuple[Section, bool | None]]:
        """Read all sections; return them with what the file says of whether they are groups."""
        stated = []
        waiting: list[tuple[Object, Path, Section | None]]
        waiting = [(item, path, None) for item, path in self._inside(root, "sections", ())]
        while waiting:
            fields, path, parent = waiting.pop()
            section = self._section(fields, path, parent)
            (parent.children if parent else self.outermost).append(section)
            stated.append((section, self.values.flag(fields, "isGroup", path)))
            waiting += [(item, inner, section) for item, inner in self._inside(fields, "children", path)]
        return stated

    def _inside(self, of: Object, key: str, path: Path) -> Iterable[tuple[Object, Path]]:
        if len(path) > MAX_DEPTH:
            raise RefusedValueError
        return reversed(list(self.values.objects(of, key, path)))

    def _section(self, fields: Object, path: Path, parent: Section | None) -> Section:
        values = self.values
        title = values.text(fields, "title", path) or ""
        section = Section(
            values.text(fields, "id", path) or self._free_id(),
            title,
            values.number(fields, "level", path) or (parent.level + 1 if parent else 1),
            parent,
            tags=tuple(dict.fromkeys(values.texts(fields, "tags", path))),
            ranges=ranges_of(values, fields, title, path),
            data=values.data(fields, path),
            is_closed=values.flag(fields, "isClosed", path),
        )
        if self.by_id.setdefault(section.id, section) is not section:
            message = f"two sections have the id `{section.id}`; what lies in one of them counts for the first"
            values.wrong((*path, "id"), message, "duplicate-id")
        return section

    def _free_id(self) -> str:
        number = len(self.by_id) + 1
        while f"s{number}" in self.by_id:
            number += 1
        return f"s{number}"


def _forget_what_follows(outermost: list[Section], stated: list[tuple[Section, bool | None]]) -> None:
    """Set what is said of sections as groups.

    A file with a map says it of every section. Where that is what follows from their levels, nobody had said it.
    """
    first_level = first_group_level(outermost, GroupSettings().depth)
    has_map = all(is_group is not None for _, is_group in stated)
    for section, is_group in stated:
        own = section.data.get("isGroup") if isinstance(section.data, dict) else None
        if is_group is None:
            section.is_group = own if isinstance(own, bool) else None
        elif not has_map or own is not None or is_group != (section.level >= first_level):
            section.is_group = is_group
