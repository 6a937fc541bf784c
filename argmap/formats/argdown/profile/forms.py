"""How the parts of a map are said with the fields of argmap's own: in the braces of statements, steps and headings."""

import re
from typing import Any

from argmap.core.ids import slug
from argmap.core.model import ArgumentMap, Claim, Group, Relation, RelationKind
from argmap.formats.argdown.from_map.forms import Forms, rules_of, tags_within, typed_heading, typed_words
from argmap.formats.argdown.from_map.plan import Plan
from argmap.formats.argdown.from_map.relation_names import Names
from argmap.formats.argdown.from_map.typed import Typist, can_be_tag
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.to_map.carried import carried, left_over
from argmap.formats.argdown.writing.escape import can_be_title, in_one_line
from argmap.formats.native.short_forms import citations, one, remarks, said, share, standing_apart

_MADE_UP = re.compile(r"Untitled(?: \d+)?")


class OwnForms(Forms):
    """Says the parts of a map with fields of argmap's own.

    Args:
        given: The map.
        plan: The forms of its relations.
        settings: The front matter.
    """

    def __init__(self, given: ArgumentMap, plan: Plan, settings: dict[str, Any]) -> None:
        super().__init__(given, plan)
        self.settings = settings
        self.names = Names(given.relations)
        read = Settings.of(settings)
        self.typist = Typist(read)
        self.tells_roles = read.selection.statement_mode == "top-level"
        self._taken: set[tuple[bool, str]] = set()
        self._titles = {claim.id: title for claim in given.claims if (title := self._own_title(claim)) is not None}

    # Claims

    def _own_title(self, claim: Claim) -> str | None:
        return self._take(claim.title, self.is_argument(claim)) if claim.title is not None else None

    def _take(self, title: str, is_argument: bool) -> str | None:
        """The title if it can be used and has not been, else None."""
        key = (is_argument, title)
        if key in self._taken or not can_be_title(title, is_argument) or _MADE_UP.fullmatch(title):
            return None
        self._taken.add(key)
        return title

    def title(self, claim: Claim) -> tuple[str, bool]:
        """What stands in the brackets; all statements and arguments have a title."""
        is_argument = self.is_argument(claim)
        title = self._titles.get(claim.id) or self._take(claim.id, is_argument)
        return title or self._numbered("Claim", is_argument), True

    def _numbered(self, word: str, is_argument: bool) -> str:
        number = 1
        while not self._take(f"{word} {number}", is_argument):
            number += 1
        return f"{word} {number}"

    def opposite_title(self, title: str) -> str:
        """The title of the statement that something is not so."""
        return self._take(f"Not: {title}", False) or self._numbered("Not", False)

    def words(self, claim: Claim) -> tuple[str, tuple[str, ...]]:
        """Text and tags to be typed."""
        text = claim.text if self.typist.can_type(claim.text) else in_one_line(claim.text)
        return text, claim.tags if self._can_type_tags(claim.tags) else ()

    @staticmethod
    def _can_type_tags(tags: tuple[str, ...]) -> bool:
        return len(set(tags)) == len(tags) and all(map(can_be_tag, tags))

    def restatements(self, claim: Claim) -> tuple[str, ...]:
        """None: they stand in braces."""
        return ()

    def claim(self, claim: Claim, title: str) -> dict[str, Any] | None:
        """The fields of a claim that its text and its title do not tell."""
        text, tags = self.words(claim)
        fields = said(
            id=None if slug(title) == claim.id else claim.id,
            text=None if text == claim.text else claim.text,
            kind=claim.kind.value if claim.id in self.plan.as_statements else None,
            answers=one(claim.answers),
            by=one(claim.by),
            cites=citations(claim.cites),
            implicit=claim.implicit or None,
            score=share(claim.score),
            assumed=claim.assumed,
            tags=None if tags == claim.tags else one(claim.tags),
            note=claim.note,
            link=claim.link,
            restatements=one(claim.restatements),
            data=left_over(claim.data, *self._told(claim, text, tags)),
        )
        if claim.title != (None if title == claim.id else title):
            fields["title"] = claim.title
        return fields or None

    def _told(self, claim: Claim, text: str, tags: tuple[str, ...]) -> set[str]:
        """Which of the things carried along the text itself will tell."""
        within = tags_within(claim, tags)
        found = {"tags"} if within != tags else set()
        markup = typed_words(claim, text, self.typist)
        if markup and markup != self.typist.typed(text, within) and self.typist.read(markup).tags == within:
            found.add("text")
        if self.tells_roles and not self.is_argument(claim) and carried(claim.data).get("role") == "top-level":
            found.add("role")
        return found

    # Relations

    def step_title(self, relation: Relation) -> str | None:
        """The id, if it is one of its own and can stand in brackets."""
        return self._take(relation.id, True) if self.names.is_own(relation) else None

    def step(self, relation: Relation, title: str | None, *, is_alone: bool) -> tuple[tuple[str, ...], dict[str, Any]]:
        """Rules in the line of an inference, and fields of the relation that leads to the conclusion."""
        rules = rules_of(relation)
        given = carried(relation.data).get("rules")
        told = ["rules"] if rules and list(rules) == given else []
        is_plain_step = relation.kind is RelationKind.SUPPORT and len(relation.premises) > 1 and title is None
        needs_id = self.names.must_be_said(relation) and (title is None or slug(title) != relation.id)
        fields = said(
            step=relation.kind.value if is_alone and not is_plain_step else None,
            id=relation.id if needs_id else None,
            **remarks(relation),
        )
        fields.pop("data", None)
        if rules is not None:
            fields.pop("scheme", None)
        if not is_alone:
            fields.pop("argument", None)
        return rules or (), fields | said(data=left_over(relation.data, *told))

    def apart(self) -> dict[str, Any]:
        """The relations that Argdown has no form for, as a field of the front matter."""
        found = (self.given.relation[name] for name in self.plan.apart)
        items = [item for item in found if item.premises]
        return said(relations=[standing_apart(it, it.id if self.names.must_be_said(it) else None) for it in items])

    # Groups

    def heading(self, group: Group) -> tuple[str, tuple[str, ...]]:
        """Title and tags of a heading."""
        tags = group.tags if self._can_type_tags(group.tags) else ()
        can_stand = group.title and self.typist.can_type(group.title)
        return group.title if can_stand else group.id, tags

    def group(self, group: Group, **facts: Any) -> dict[str, Any] | None:
        """The fields of a group that its heading does not tell."""
        words, tags = self.heading(group)
        told = ["level"] if "level" in facts else []
        if typed_heading(group, words, self.typist) not in (None, self.typist.typed(words, tags)):
            told.append("text")
        told += ["tags"] if tags_within(group, tags) != tags else []
        fields = said(
            id=None if slug(words) == group.id else group.id,
            title=None if words == group.title else group.title,
            note=group.note,
            tags=None if tags == group.tags else one(group.tags),
            **{key: value for key, value in facts.items() if key != "level"},
            data=left_over(group.data, *told),
        )
        return fields or None
