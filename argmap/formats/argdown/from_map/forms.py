"""How the parts of a map are said in a debate that came from Argdown and needs no fields of argmap's own."""

from collections.abc import Mapping
from typing import Any

from argmap.core.model import ArgumentMap, Claim, ClaimKind, Group, Relation
from argmap.formats.argdown.from_map.plan import Plan
from argmap.formats.argdown.from_map.typed import Typist
from argmap.formats.argdown.profile.front import title_in
from argmap.formats.argdown.to_map.carried import KEY, carried, to_file
from argmap.formats.argdown.to_map.structures import rules_for


class Forms:
    """Says the parts of a map in Argdown's own words.

    Args:
        given: The map.
        plan: The forms of its relations.

    Attributes:
        settings: The front matter.
    """

    def __init__(self, given: ArgumentMap, plan: Plan) -> None:
        self.given = given
        self.plan = plan
        front = given.data.get(KEY)
        self.settings: dict[str, Any] = dict(front) if isinstance(front, Mapping) else {}
        self._untitled = 0
        self._titles_of_claims = {claim.title for claim in given.claims}
        if title_in(self.settings) != given.title:
            rest = {key: value for key, value in self.settings.items() if key != "title"}
            self.settings = rest if given.title is None else {"title": given.title, **rest}

    def is_argument(self, claim: Claim) -> bool:
        """Whether a claim is written as an argument."""
        return claim.kind is ClaimKind.ARGUMENT and claim.id not in self.plan.as_statements

    def made_up_title(self) -> str:
        """The title of the next thing without one."""
        self._untitled += 1
        while (title := f"Untitled {self._untitled}") in self._titles_of_claims:
            self._untitled += 1
        return title

    def title(self, claim: Claim) -> tuple[str, bool]:
        """What stands in the brackets, and whether it is a title of its own."""
        return (self.made_up_title(), False) if claim.title is None else (claim.title, True)

    def words(self, claim: Claim) -> tuple[str, tuple[str, ...]]:
        """Text and tags to be typed."""
        return claim.text, claim.tags

    def restatements(self, claim: Claim) -> tuple[str, ...]:
        """Other wordings to be typed."""
        return claim.restatements

    def claim(self, claim: Claim, title: str) -> dict[str, Any] | None:
        """What stands in the braces of a claim."""
        return to_file(claim.data)

    def step_title(self, relation: Relation) -> str | None:
        """The title of the argument that a relation is to be, or None if it needs none."""
        return None

    def step(self, relation: Relation, title: str | None, *, is_alone: bool) -> tuple[tuple[str, ...], dict[str, Any]]:
        """Rules and data in the line of an inference.

        Args:
            relation: The relation that leads to the conclusion.
            title: The title of the argument that the relation is, if it is one.
            is_alone: Whether it stands apart from all other relations.
        """
        return rules_of(relation) or (), to_file(relation.data) or {}

    def opposite_title(self, title: str) -> str:
        """The title of the statement that something is not so."""
        return f"Not: {title}"

    def heading(self, group: Group) -> tuple[str, tuple[str, ...]]:
        """Title and tags of a heading."""
        return group.title, group.tags

    def group(self, group: Group, **facts: Any) -> dict[str, Any] | None:
        """What stands in the braces of a heading; `facts` are those that the heading itself does not tell."""
        return to_file(group.data)


def rules_of(relation: Relation) -> tuple[str, ...] | None:
    """Rules of inference that stand for the scheme of a relation; None if it has one that no rule names."""
    return rules_for(relation.scheme, carried(relation.data).get("rules"))


def typed_words(claim: Claim, text: str, typist: Typist) -> str | None:
    """The words of a claim as its writer typed them; None if they are not known, or it has other words by now."""
    typed = carried(claim.data).get("text")
    if not isinstance(typed, str):
        return None
    content = typist.read(typed)
    return typed if content.plain == text and set(content.tags).issubset(claim.tags) else None


def typed_heading(group: Group, words: str, typist: Typist) -> str | None:
    """The title of a group with its tags as its writer typed them; None if they are not known or others by now."""
    typed = carried(group.data).get("text")
    if not isinstance(typed, str):
        return None
    content = typist.read(typed)
    return typed if content.plain == words and set(content.tags).issubset(group.tags) else None


def tags_within(item: Claim | Group, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The tags that stand behind the words of a claim or a group; others stand elsewhere."""
    given = carried(item.data).get("tags")
    within = tuple(tag for tag in tags if tag in given) if isinstance(given, list) else tags
    return within if not isinstance(given, list) or list(within) == given else tags
