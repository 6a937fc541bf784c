"""The map of a debate that has no fields of argmap's own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.core.ids import Ids, first_words, slug
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Display, Group, Relation
from argmap.formats.argdown.debate.model import Argument, Debate, Inference, Member, Section, Statement
from argmap.formats.argdown.export.map_groups import first_group_level, is_group, sections_of
from argmap.formats.argdown.from_map.typed import Typist
from argmap.formats.argdown.profile.front import title_in
from argmap.formats.argdown.settings.selection import select
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import Range, RangeKind
from argmap.formats.argdown.to_map.carried import KEY, from_file, with_carried
from argmap.formats.argdown.to_map.colours import display_of, group_colour, own_colour
from argmap.formats.argdown.to_map.drafts import Draft, finished
from argmap.formats.argdown.to_map.entries import Entry, has_name, in_order, is_bare
from argmap.formats.argdown.to_map.headings import words_of
from argmap.formats.argdown.to_map.relations import Stated
from argmap.formats.argdown.to_map.spans import SpanMaker
from argmap.formats.argdown.to_map.structures import Structures


class Plain:
    """Makes a map from a debate without fields of argmap's own."""

    def __init__(self, debate: Debate, script: Manuscript | None) -> None:
        self.debate = debate
        self.script = script
        self.settings = Settings.of(debate.settings)
        self.spans = SpanMaker(script)
        self.typist = Typist(self.settings)
        self.entries = in_order(debate)
        self.sections = list(sections_of(debate.sections))
        self.visible = visible_in(debate, self.settings)
        self.ids: dict[Entry, str] = {}
        self.groups: dict[Section, str] = {}
        self.names: dict[Inference, str] = {}

    def map(self) -> ArgumentMap:
        """The map."""
        self.name_all()
        claims = tuple(self.claim(item) for item in self.entries)
        return ArgumentMap(
            title=title_in(self.debate.settings),
            claims=claims,
            relations=tuple(self.relations()),
            groups=tuple(self.group(section, members) for section, members in self.members()),
            display=self.display(),
            data={KEY: self.debate.settings},
            origin=self.script.source if self.script else None,
        )

    def display(self) -> Display:
        """How the settings ask for the map to be drawn."""
        return display_of(self.settings, self.debate.tags)

    def name_all(self) -> None:
        """Give ids to claims and groups."""
        ids = Ids()
        self.ids = {item: ids.made(wanted_id(item)) for item in self.entries}
        self.groups = {section: ids.made(slug(self.heading(section)), "group") for section in self.sections}

    # Claims

    def claim(self, item: Entry) -> Claim:
        """The claim of a statement or an argument."""
        canonical = item.canonical
        text = canonical.plain if canonical else ""
        return Claim(
            self.ids[item],
            text,
            item.title if has_name(item) else None,
            ClaimKind.ARGUMENT if isinstance(item, Argument) else ClaimKind.CLAIM,
            tags=item.tags,
            restatements=restatements(item, text),
            hidden=item not in self.visible,
            colour=own_colour(item, self.settings.colours),
            data=with_carried(from_file(item.data), self.extras(item)),
            spans=self.spans.of_entry(item),
        )

    def extras(self, item: Entry) -> dict[str, Any]:
        """What of a statement or an argument is to be carried along."""
        found: dict[str, Any] = {}
        canonical = item.canonical
        if canonical:
            tags = self.tags_behind(canonical)
            if canonical.markup and canonical.markup != self.typist.typed(canonical.plain, tags):
                found["text"] = canonical.markup
            elif not canonical.plain and (canonical.text or "").strip():
                found["text"] = (canonical.text or "").strip()
            if tags != item.tags:
                found["tags"] = list(tags)
        if self.settings.selection.statement_mode == "top-level" and isinstance(item, Statement):
            found |= {"role": "top-level"} if any(member.is_top_level for member in item.members) else {}
        return found

    def tags_behind(self, member: Member) -> tuple[str, ...]:
        """The tags of a member that stand in its text."""
        return member.tags if self.settings.removes_tags else tags_in(member.tags, member.ranges)

    # Relations

    def relations(self) -> list[Relation]:
        """All relations."""
        structures = self.structures()
        drafts = [draft for item in self.debate.arguments.values() for draft in self.steps(item, structures)]
        drafts += self.stated(structures).drafts(self.debate.relations)
        return finished(drafts, self.numbers())

    def numbers(self) -> dict[str, int]:
        """The ids of claims with their places in the order of the map."""
        return {name: number for number, name in enumerate(self.ids.values())}

    def structures(self) -> Structures:
        """What makes relations of structures."""
        return Structures(self.debate, self.ids, self.groups, self.fields_of, self.spans.of_step)

    def stated(self, structures: Structures) -> Stated:
        """What makes relations of signs."""
        return Stated(
            self.ids,
            structures.of_inference,
            lambda argument: self.debate.statements[argument.structure[-1].title],
            self.settings.is_strict,
            self.spans.of_relation,
        )

    def fields_of(self, inference: Inference) -> Relation | None:
        """Fields of argmap's own in the braces of an inference."""
        return None

    def steps(self, argument: Argument, structures: Structures) -> Iterable[Draft]:
        """The relations of the structure of an argument."""
        return structures.drafts(argument)

    # Groups

    def heading(self, section: Section) -> str:
        """The title of a section without the tags behind it."""
        return words_of(section)[0]

    def members(self) -> Iterator[tuple[Section, tuple[str, ...]]]:
        """Sections, with the ids of what stands in each."""
        found: dict[Section, list[str]] = {section: [] for section in self.sections}
        for item in self.entries:
            if item.section in found:
                found[item.section].append(self.ids[item])
        return ((section, tuple(dict.fromkeys(members))) for section, members in found.items())

    def group(self, section: Section, members: tuple[str, ...]) -> Group:
        """The group of a section."""
        first_level = first_group_level(self.debate.sections, self.settings.group.depth)
        return Group(
            self.groups[section],
            self.heading(section),
            members,
            self.groups[section.parent] if section.parent else None,
            tags=section.tags,
            closed=bool(section.is_closed),
            hidden=not is_group(section, first_level),
            colour=group_colour(section, usual_level(section.parent) - 1, self.settings.colours),
            data=with_carried(from_file(section.data), self.heading_extras(section)),
            spans=self.spans.of_section(section),
        )

    def heading_extras(self, section: Section) -> dict[str, Any]:
        """What of a heading is to be carried along."""
        found: dict[str, Any] = {}
        words, markup = words_of(section)
        if markup and markup != self.typist.typed(words, section.tags):
            found["text"] = markup
        within = tags_in(section.tags, section.ranges)
        if within != section.tags and not (self.settings.removes_tags or self.settings.group.regroup):
            found["tags"] = list(within)
        if section.level != usual_level(section.parent):
            found["level"] = section.level
        return found


def tags_in(tags: tuple[str, ...], ranges: Iterable[Range]) -> tuple[str, ...]:
    """Those tags that are marked up as tags."""
    within = {item.value for item in ranges if item.kind is RangeKind.TAG} if tags else ()
    return tuple(tag for tag in tags if tag in within)


def usual_level(parent: Section | None) -> int:
    """The level of a heading below another."""
    return parent.level + 1 if parent else 1


def wanted_id(item: Entry) -> str:
    """The slug of the title, or of the first words if there is none."""
    if has_name(item):
        return slug(item.title)
    canonical = item.canonical
    return first_words(canonical.plain) if canonical else ""


def restatements(item: Entry, text: str) -> tuple[str, ...]:
    """Other wordings, each once."""
    if len(item.members) < 2:
        return ()
    said = (member.plain for member in item.members if not member.is_reference)
    return tuple(dict.fromkeys(other for other in said if other and other != text))


def visible_in(debate: Debate, settings: Settings) -> set[Entry]:
    """What a picture shows: what the map selects, and what stands in structures without an argument."""
    shown = select(debate, settings)
    found: set[Entry] = {debate.statements[title] for title in shown.statements}
    found.update(debate.arguments[title] for title in shown.arguments)
    for argument in filter(is_bare, debate.arguments.values()):
        for row in argument.structure:
            statement = debate.statements[row.title]
            if not (isinstance(statement.data, Mapping) and statement.data.get("isInMap") is False):
                found.add(statement)
    return found
