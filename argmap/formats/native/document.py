"""The native document, version 1, as it may be typed: the door for pydantic, and the origin of the JSON Schema.

Short forms (a text for a claim, one name for a list) are turned into the long ones before they are validated, so
that the place of an error is always a path into the long form.
"""

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from argmap.core.model import ClaimKind, RelationKind

_TYPED = {"type": ["string", "number"]}
Text = Annotated[str, WithJsonSchema(_TYPED)]
Name = Annotated[str, StringConstraints(min_length=1), WithJsonSchema({**_TYPED, "minLength": 1})]
Truth = Annotated[Literal["true", "false"], WithJsonSchema({"type": "boolean"})]
Share = Annotated[
    float | None, Field(allow_inf_nan=False), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})
]
"""A number from 0 to 1. One outside is read as well, and left to the rules."""


_COLOUR = re.compile("#[0-9a-fA-F]{6}")


def _colour(value: Any) -> Any:
    """A colour as `#rrggbb`. Nothing is wrong as well: it may be a colour that YAML took for a comment."""
    if isinstance(value, str) and _COLOUR.fullmatch(value):
        return value
    raise PydanticCustomError("colour", "not a colour")


Colour = Annotated[
    str | None, BeforeValidator(_colour), WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})
]
FreeData = Annotated[dict[str, Any] | None, WithJsonSchema({"type": "object"})]
"""Whatever the writer of the file likes. Types are told later, by the tree: see `values`."""


def _listed(value: Any) -> Any:
    """One value stands for a list of one; nothing for an empty list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _long(field: str) -> Any:
    """A validator that turns a short form into a mapping with this field."""

    def lengthen(value: Any) -> Any:
        if value is None:
            return {}
        return {field: value} if isinstance(value, str | list) else value

    return lengthen


_PLACE = re.compile(r"(?:s(?P<section>[^.#]+?))?(?:(?:^|\.)p(?P<paragraph>[1-9][0-9]{0,8}))?", re.ASCII)


def _cited(value: Any) -> Any:
    """`study#s2.p3` in long form."""
    if not isinstance(value, str):
        return value
    source, hash_sign, place = value.partition("#")
    found = _PLACE.fullmatch(place)
    if hash_sign and (not found or not place):
        raise PydanticCustomError("citation_place", "`{place}` is not a place in a source", {"place": place})
    parts = {name: part for name, part in found.groupdict().items() if part} if found else {}
    return {"source": source, **parts}


class _Form(BaseModel):
    """Any mapping of the document: unknown fields are errors, a known field without a value is as if not there.

    Fields for a colour are the exception, see `_colour`.
    """

    model_config = ConfigDict(extra="forbid")
    colour_fields: ClassVar[frozenset[str]] = frozenset({"colour"})

    @model_validator(mode="before")
    @classmethod
    def _prepared(cls, data: Any) -> Any:
        return cls.without_nothing(data) if isinstance(data, dict) else data

    @classmethod
    def without_nothing(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The fields that say something, and those that nobody knows."""
        if None not in data.values():
            return data
        known = {field.alias or name for name, field in cls.model_fields.items()} - cls.colour_fields
        return {name: value for name, value in data.items() if value is not None or name not in known}


Texts = Annotated[
    list[Text],
    BeforeValidator(_listed, json_schema_input_type=Text | list[Text]),
]
Names = Annotated[
    list[Name],
    BeforeValidator(_listed, json_schema_input_type=Name | list[Name]),
]


class CitationForm(_Form):
    """A place in a source, in long form."""

    source: Name = Field(description="Id of the source.")
    section: Text | None = Field(None, description="Number or heading of the section.")
    paragraph: Annotated[int | None, WithJsonSchema({"type": "integer", "minimum": 1})] = Field(
        None, ge=1, description="Number of the paragraph, counted from 1."
    )
    quote: Text | None = Field(None, description="The words that stand there, as they stand there.")


_OneCitation = Annotated[CitationForm, BeforeValidator(_cited, json_schema_input_type=Name | CitationForm)]
Citations = Annotated[
    list[_OneCitation],
    BeforeValidator(_listed, json_schema_input_type=Name | CitationForm | list[Name | CitationForm]),
]


class _Remarks(_Form):
    """Fields that claims, relations and questions share."""

    cites: Citations = Field(
        default_factory=list,
        description="Where it was said: `study`, `study#p3`, `study#s2.p1`, the long form, or a list of these.",
        examples=["study#p3"],
    )
    tags: Names = Field(default_factory=list, description="Free labels, one or a list.")
    note: Text | None = Field(None, description="A remark for readers of this file; it is not drawn.")


_DATA = "Whatever else there is to say, under any keys; argmap keeps it."
_COLOUR_OF = 'Its colour in pictures, such as `"#1f77b4"`; in YAML it needs the quotes.'
_ARGUMENT = "Id of the argument, a claim of this kind, whose reasoning the relation is a step of."
_WEIGHT = "How much of its premises' strength it passes on, from 0 to 1; all of it if nothing is said."


class ConflictForm(_Remarks):
    """The other end of a symmetric conflict, in long form."""

    to: Name = Field(description="Id of the claim that this one is in conflict with.")
    id: Name | None = Field(None, description="A name for the relation, so that an undercut can refer to it.")
    scheme: Text | None = Field(None, description="Pattern of reasoning, such as `expert-opinion`.")
    weight: Share = Field(None, description=_WEIGHT)
    by: Names = Field(default_factory=list, description="Who draws the connection: speaker id or ids.")
    argument: Name | None = Field(None, description=_ARGUMENT)
    data: FreeData = Field(None, description=_DATA)


class TargetForm(ConflictForm):
    """What a claim supports or attacks, in long form."""

    to: Name = Field(description="Id of a claim, or of a relation that is undercut.")
    linked: Names = Field(
        default_factory=list,
        alias="with",
        description="Further premises, linked: they count only together with this claim.",
    )


_OneTarget = Annotated[TargetForm, BeforeValidator(_long("to"), json_schema_input_type=Name | TargetForm)]
Targets = Annotated[
    list[_OneTarget],
    BeforeValidator(_listed, json_schema_input_type=Name | TargetForm | list[Name | TargetForm]),
]
_OneConflict = Annotated[ConflictForm, BeforeValidator(_long("to"), json_schema_input_type=Name | ConflictForm)]
Conflicts = Annotated[
    list[_OneConflict],
    BeforeValidator(_listed, json_schema_input_type=Name | ConflictForm | list[Name | ConflictForm]),
]


_NEEDS_TEXT = {
    "if": {"properties": {"kind": {"const": "argument"}}, "required": ["kind", "title"]},
    "else": {"required": ["text"]},
}


def _with_optional_text(schema: dict[str, Any]) -> None:
    schema.pop("required")
    schema.update(_NEEDS_TEXT)


class ClaimForm(_Remarks):
    """A statement that somebody may hold, or an argument; the latter needs no text if it has a title."""

    model_config = ConfigDict(json_schema_extra=_with_optional_text)

    text: Text = Field(description="The statement, best in one sentence.")
    title: Text | None = Field(None, description="A short name; it stands in bold over the text.")
    kind: ClaimKind = Field(ClaimKind.CLAIM, description="`argument` for a node that sums up a whole reason.")
    answers: Names = Field(default_factory=list, description="Question or questions to which this is a position.")
    by: Names = Field(default_factory=list, description="Who holds it: speaker id or ids.")
    implicit: Truth = Field("false", description="True for a premise that the reasoning needs and nobody states.")
    score: Share = Field(None, description="Base score: how credible it is before arguments, from 0 to 1.")
    assumed: Truth | None = Field(
        None,
        description="Whether it stands by itself until it is attacked; by default it does if nothing supports it.",
    )
    link: Text | None = Field(None, description="An address that the drawn claim leads to.")
    supports: Targets = Field(default_factory=list, description="What this claim is a reason for.")
    attacks: Targets = Field(
        default_factory=list,
        description="What this claim is a reason against. A relation (its id, or `a -> b`) is undercut.",
    )
    conflicts: Conflicts = Field(default_factory=list, description="Claims that cannot be held together with this one.")
    restatements: Texts | None = Field(None, description="The same claim in other words: one text or a list.")
    hidden: Truth = Field("false", description="True for a claim that pictures leave out.")
    colour: Colour = Field(None, description=_COLOUR_OF)
    data: FreeData = Field(None, description=_DATA)

    @classmethod
    def without_nothing(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The fields that say something; an argument with a title has an empty text if it has no other."""
        said = super().without_nothing(data)
        if "text" not in said and said.get("kind") == "argument" and said.get("title"):
            return {**said, "text": ""}
        return said


class RelationForm(_Remarks):
    """A relation that stands apart from its claims."""

    kind: RelationKind = Field(description="What it does to its target.")
    premises: Annotated[Names, Field(min_length=1)] = Field(description="Claims it starts from; several are linked.")
    target: Name = Field(description="Id of a claim, or of a relation that is undercut.")
    id: Name | None = Field(None, description="A name, so that an undercut can refer to it.")
    scheme: Text | None = Field(None, description="Pattern of reasoning, such as `expert-opinion`.")
    weight: Share = Field(None, description=_WEIGHT)
    by: Names = Field(default_factory=list, description="Who draws the connection: speaker id or ids.")
    argument: Name | None = Field(None, description=_ARGUMENT)
    data: FreeData = Field(None, description=_DATA)


class QuestionForm(_Remarks):
    """What the debate is about."""

    text: Text = Field(description="The question in full.")
    title: Text | None = Field(None, description="A short name.")


class SpeakerForm(_Form):
    """Who holds claims."""

    name: Text = Field(description="The name as it is shown.")
    role: Text | None = Field(None, description="Office or part in the debate.")
    link: Text | None = Field(None, description="An address.")


class SourceForm(_Form):
    """Where things were said."""

    title: Text = Field(description="What it is called.")
    author: Text | None = Field(None, description="Who wrote it.")
    date: Text | None = Field(None, description="When it came out.", examples=["2024-05-02"])
    link: Text | None = Field(None, description="Where it can be read.")
    text: Text | None = Field(None, description="A local copy as plain text, relative to this file, inside its folder.")
    paragraphs: Annotated[int | None, WithJsonSchema({"type": "integer", "minimum": 1})] = Field(
        None, ge=1, description="How many paragraphs it has."
    )


class GroupForm(_Form):
    """A part of the map."""

    title: Text | None = Field(None, description="What the part is called.")
    members: Names = Field(default_factory=list, description="Claims and questions that belong to it.")
    parent: Name | None = Field(None, description="The group that this one lies in.")
    note: Text | None = Field(None, description="A remark for readers of this file; it is not drawn.")
    tags: Names | None = Field(None, description="Free labels, one or a list.")
    closed: Truth = Field("false", description="True for a part that pictures show as a single card.")
    hidden: Truth = Field("false", description="True for a part that pictures draw no area for.")
    colour: Colour = Field(None, description=_COLOUR_OF)
    data: FreeData = Field(None, description=_DATA)


class RelationColoursForm(_Form):
    """Colours of lines by what the relation does."""

    colour_fields = frozenset({"support", "attack", "conflict", "undercut"})

    support: Colour = Field(None, description="Colour of the lines of supports.")
    attack: Colour = Field(None, description="Colour of the lines of attacks on claims.")
    conflict: Colour = Field(None, description="Colour of the lines of symmetric conflicts.")
    undercut: Colour = Field(None, description="Colour of the lines of attacks on relations.")


class DisplayForm(_Form):
    """How the map asks to be drawn, where whoever draws it says nothing else."""

    direction: Literal["down", "up", "left", "right"] | None = Field(
        None, description="Where the reasons lie, seen from the thesis."
    )
    labels: Literal["title", "text", "both"] | None = Field(None, description="What the cards say.")
    tag_colours: dict[str, Colour] | None = Field(
        None, description="Colours of the claims with a tag, by tag, the most important tag first."
    )
    relation_colours: RelationColoursForm | None = Field(
        None, description="Colours of lines, by `support`, `attack`, `conflict` and `undercut`."
    )


class Document(_Form):
    """A whole file."""

    model_config = ConfigDict(title="argmap, version 1")

    argmap: Annotated[str, WithJsonSchema({"const": 1})] = Field(description="Version of the format: 1.")
    title: Text | None = Field(None, description="What the debate is called; the heading of the picture.")
    description: Text | None = Field(None, description="A sentence or two about the debate.")
    language: Text | None = Field(None, description="Language of the texts as a BCP 47 tag.", examples=["en"])
    sources: dict[
        str, Annotated[SourceForm, BeforeValidator(_long("title"), json_schema_input_type=Text | SourceForm)]
    ] = Field(default_factory=dict, description="Where things were said, by id.")
    speakers: dict[
        str, Annotated[SpeakerForm, BeforeValidator(_long("name"), json_schema_input_type=Text | SpeakerForm)]
    ] = Field(default_factory=dict, description="Who holds claims, by id.")
    questions: dict[
        str, Annotated[QuestionForm, BeforeValidator(_long("text"), json_schema_input_type=Text | QuestionForm)]
    ] = Field(default_factory=dict, description="What the debate is about, by id.")
    claims: dict[str, Annotated[ClaimForm, BeforeValidator(_long("text"), json_schema_input_type=Text | ClaimForm)]] = (
        Field(default_factory=dict, description="The statements of the debate, by id.")
    )
    relations: list[RelationForm] = Field(
        default_factory=list, description="Relations, for those who prefer them apart from the claims."
    )
    groups: dict[
        str, Annotated[GroupForm, BeforeValidator(_long("members"), json_schema_input_type=list[Name] | GroupForm)]
    ] = Field(default_factory=dict, description="Parts of the map, by id.")
    display: DisplayForm | None = Field(None, description="How the map asks to be drawn.")
    data: FreeData = Field(None, description=_DATA)
