"""Fields of argmap's own in an Argdown text: a file with `argmap:` in its front matter is read with them.

The braces of statements, arguments and headings hold the fields of claims and groups in argmap's own format, next to
Argdown's own; the braces of an inference hold those of a relation. An argument whose inference has the field `step` is
no claim but that relation. What stands in no text (speakers, sources, questions) is in the front matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.ids import Ids, slug
from argmap.core.model import ArgumentMap, Citation, Claim, Group, Relation, RelationKind
from argmap.formats.argdown.debate.model import Debate, Inference, Section
from argmap.formats.argdown.profile.document import Document, Heading, Read
from argmap.formats.argdown.profile.front import settings_beyond
from argmap.formats.argdown.profile.source import OwnSource
from argmap.formats.argdown.profile.steps import OwnSteps
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.to_map.carried import KEY, with_carried
from argmap.formats.argdown.to_map.colours import own_colour
from argmap.formats.argdown.to_map.drafts import Draft, finished
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.argdown.to_map.plain_map import Plain, restatements, wanted_id
from argmap.formats.argdown.to_map.structures import Structures


def profiled(debate: Debate, script: Manuscript | None) -> tuple[ArgumentMap, list[Diagnostic]]:
    """Return the map of a debate with argmap's own fields, and what is wrong with them.

    Args:
        debate: The debate, put together.
        script: The text that it comes from, or None.
    """
    source = OwnSource(script)
    reader = _Profiled(debate, script, source)
    made = reader.map()
    return made, [source.placed(item) for item in (*reader.wrong_steps(), *reader.document.found)]


def own_reader(debate: Debate, script: Manuscript | None) -> Plain:
    """What makes the map of such a debate, for those who want to know the ids that it gives to its parts."""
    return _Profiled(debate, script, OwnSource(script))


class _Profiled(Plain):
    """Makes a map from a debate with fields of argmap's own."""

    def __init__(self, debate: Debate, script: Manuscript | None, source: OwnSource) -> None:
        super().__init__(debate, script)
        self.source = source
        self.document = Document(debate, source.file)
        self.own_steps = OwnSteps(debate)
        left_out = {*self.own_steps.opposites, *self.own_steps.kinds}
        self.entries = [item for item in self.entries if item not in left_out]
        self.of_inference: Mapping[Inference, Relation] = {}

    def name_all(self) -> None:
        """Give ids to claims, groups and steps: those that are typed, and others that nobody has."""
        document = self.document
        claims = {item: document.id_in(document.of_entry(item)) for item in self.entries}
        groups = {item: document.id_in(document.of_section(item)) for item in self.sections}
        steps = {item: document.id_in(document.of_inference(item)) for item in self.inferences()}
        typed = (*claims.values(), *groups.values(), *steps.values(), *document.ids_in_frame())
        ids = Ids(name for name in typed if name)
        self.ids = {item: name or ids.made(wanted_id(item)) for item, name in claims.items()}
        self.groups = {item: name or ids.made(slug(self.heading(item)), "group") for item, name in groups.items()}
        self.names = {item: name for item, name in steps.items() if name}
        for argument in self.own_steps.kinds:
            inference = argument.structure[-1].inference
            if argument.is_titled and inference and inference not in self.names:
                self.names[inference] = ids.made(slug(argument.title), "step")

    def inferences(self) -> list[Inference]:
        """All inferences with something in their braces."""
        rows = (row for argument in self.debate.arguments.values() for row in argument.structure)
        return [row.inference for row in rows if row.inference and row.inference.data]

    def map(self) -> ArgumentMap:
        """The map."""
        self.name_all()
        read = self.document.read(self.ids, self.headings(), self.inferences())
        if read is None:
            return Plain(self.debate, self.script).map()
        self.of_inference = read.of_inference
        relations, again = _each_once(finished(self.all_drafts(read), self.numbers()))
        made = replace(
            read.map,
            claims=tuple(self.finished(claim, item) for claim, item in self.claims(read.map)),
            relations=relations,
            groups=tuple(self.groups_of(read.map)),
            display=read.map.display if "display" in self.document.frame else self.display(),
            repeated=(*read.map.repeated, *again),
            origin=self.script.source if self.script else None,
            spans=self.source.spans(read.map.spans),
        )
        beyond = settings_beyond(self.debate.settings, made)
        return made if beyond is None else replace(made, data={**made.data, KEY: beyond})

    # Claims

    def claims(self, read: ArgumentMap) -> Iterator[tuple[Claim, Entry]]:
        """Claims with what they are made from; the first one of each id."""
        by_id: dict[str, Entry] = {}
        for item, name in self.ids.items():
            by_id.setdefault(name, item)
        return ((claim, by_id[claim.id]) for claim in read.claims)

    def finished(self, claim: Claim, item: Entry) -> Claim:
        """A claim with what its fields do not tell."""
        said = (*claim.restatements, claim.text)
        worded = restatements(item, item.canonical.plain) if item.canonical else ()
        return replace(
            claim,
            cites=self.placed(claim.cites),
            restatements=(*claim.restatements, *(text for text in worded if text not in said)),
            hidden=claim.hidden or item not in self.visible,
            colour=claim.colour or own_colour(item, self.settings.colours),
            data=with_carried(claim.data, self.extras(item)),
            spans=self.source.spans(claim.spans),
        )

    def placed(self, cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """The same citations with places in the files that they are from."""
        return tuple(replace(item, spans=self.source.spans(item.spans)) for item in cites)

    # Relations

    def structures(self) -> Structures:
        """What makes relations of structures."""
        return replace(super().structures(), names=self.names, tells_sections=False)

    def fields_of(self, inference: Inference) -> Relation | None:
        """Fields of argmap's own in the braces of an inference."""
        found = self.of_inference.get(inference)
        if found is None:
            return None
        return replace(found, cites=self.placed(found.cites), spans=self.source.spans(found.spans))

    def all_drafts(self, read: Read) -> Iterator[Draft]:
        """All relations."""
        structures = self.structures()
        stated = self.stated(structures)
        own = {argument: self.own_steps.draft(argument, structures) for argument in self.own_steps.kinds}
        for argument in self.debate.arguments.values():
            yield from [own[argument]] if argument in own else structures.drafts(argument)
        made_up = self.own_steps.opposites
        yield from stated.drafts(
            item for item in self.debate.relations if item.source not in made_up and item.target not in made_up
        )
        for argument, draft in own.items():
            self.own_steps.aim(argument, draft, stated)
        for item in read.apart:
            yield self.apart(item, is_named=item.id in read.typed)

    def apart(self, item: Relation, *, is_named: bool) -> Draft:
        """A relation from the front matter."""
        return Draft(
            item.kind,
            item.premises,
            item.target,
            name=item.id if is_named else None,
            argument=item.argument,
            data=item.data,
            scheme=item.scheme,
            weight=item.weight,
            by=item.by,
            cites=self.placed(item.cites),
            tags=item.tags,
            note=item.note,
            spans=self.source.spans(item.spans),
        )

    def wrong_steps(self) -> Iterator[Diagnostic]:
        """What is wrong with arguments that are to be relations."""
        for inference in self.own_steps.unknown:
            kinds = ", ".join(f"`{kind.value}`" for kind in RelationKind)
            message = f"`step` must be one of {kinds}, in a structure with a single inference"
            yield finding("wrong-type", message, self.document.place_of(inference, "step"))
        for argument in self.own_steps.aimless:
            last = argument.structure[-1].inference
            place = self.document.place_of(last, "step") if last else None
            message = "nothing says what this step is against"
            hint = "nest a relation below its conclusion, such as `-> [Title]`"
            yield finding("invalid-data", message, place, help=hint)

    # Groups

    def headings(self) -> Iterator[Heading]:
        """What headings tell of their groups."""
        for section, members in self.members():
            parent = self.groups[section.parent] if section.parent else None
            yield Heading(section, self.groups[section], self.heading(section), members, parent)

    def groups_of(self, read: ArgumentMap) -> Iterator[Group]:
        """Groups in their order, with what their fields do not tell."""
        by_id: dict[str, Section] = {}
        for section, name in self.groups.items():
            by_id.setdefault(name, section)
        known = [name for name in self.document.order_of_groups() if name in read.group]
        for name in dict.fromkeys([*known, *read.group]):
            group, plain = read.group[name], self.group(by_id[name], ())
            yield replace(
                group,
                closed=group.closed or plain.closed,
                hidden=group.hidden or plain.hidden,
                colour=group.colour or plain.colour,
                data=with_carried(group.data, self.heading_extras(by_id[name])),
                spans=self.source.spans(group.spans),
            )


def _each_once(relations: Iterable[Relation]) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """Relations of different ids, and those of ids that were taken by then."""
    kept: dict[str, Relation] = {}
    again = [item for item in relations if kept.setdefault(item.id, item) is not item]
    return tuple(kept.values()), tuple(again)
