"""`argmap add`: put a claim, a relation, or what they refer to into a map."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli import completions, options
from argmap.cli.edits import words
from argmap.cli.edits.transaction import Way, carry_out
from argmap.core.model import (
    ArgumentMap,
    Claim,
    ClaimKind,
    Entity,
    Group,
    Question,
    Relation,
    RelationKind,
    Source,
    Speaker,
    relation_name,
)
from argmap.core.registry import did_you_mean

if TYPE_CHECKING:
    from argmap.editing.operations import Add

F = TypeVar("F", bound=Callable[..., Any])

_HELP = """Add a claim, a relation, or what they refer to.

What is added stands at the end of its kind, written as its neighbours are; nothing else in the file changes. An id is
made from the first words unless --id gives one. A change that would leave the map broken is not made.

\b
Examples:
  argmap add tram.argmap.yaml claim "A tram is quiet." --supports build
  argmap add tram.argmap.yaml claim "Rails are dear." --id dear --by mayor --attacks build --scheme cause-to-effect
  argmap add tram.argmap.yaml relation faster --supports build --with riders
  argmap add tram.argmap.yaml speaker "The mayor" --id mayor
  argmap add debate.argdown claim "A tram is quiet." --title Quiet --supports build-the-tram --dry-run
"""


class _Kinds(click.Group):
    """What can be added, each as a command behind the file."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the kind that is called, or say what is likely wrong."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            kind = ctx.params["path"]
            if kind in self.commands:
                ctx.fail(f"The file comes first: argmap add FILE {kind} ...")
            near = did_you_mean(args[0], self.commands)
            hint = f"Did you mean '{near}'?" if near else f"There are: {', '.join(self.commands)}."
            ctx.fail(f"'{args[0]}' is nothing that can be added. {hint}")
        return super().resolve_command(ctx, args)


@click.group("add", cls=_Kinds, help=_HELP, subcommand_metavar="KIND ...", invoke_without_command=True)
@options.one_path
@options.dry_run
@options.source_format
@options.quiet
@click.pass_context
def command(ctx: click.Context, *, path: str, dry_run: bool, source_format: str | None, quiet: bool) -> None:
    """Remember the file for what follows."""
    if ctx.invoked_subcommand is None:
        raise click.UsageError(f"Say what to add: {', '.join(command.commands)}.")
    ctx.obj = (path, Way(dry_run, source_format, quiet))


def _shared(function: F) -> F:
    """Options of everything that can be added: those of the group may also stand behind the kind."""
    return options.dry_run(options.quiet(function))


def _several(flag: str, metavar: str, help: str, **settings: Any) -> Callable[[F], F]:
    return click.option(flag, metavar=metavar, multiple=True, callback=words.names, help=help, **settings)


def _targets(function: F) -> F:
    """What something supports, attacks or is in conflict with. Names of relations may hold commas, so none is split."""
    for way, meaning in (
        ("conflicts", "What cannot be held together with it."),
        ("attacks", "What it is a reason against: a claim, or a relation that is undercut."),
        ("supports", "What it is a reason for."),
    ):
        function = click.option(
            f"--{way}", metavar="TARGET", multiple=True, shell_complete=completions.claims_of_map, help=meaning
        )(function)
    return function


_by = _several("--by", "SPEAKER", "Who holds it.")
_cites = click.option("--cites", metavar="PLACE", multiple=True, callback=words.citation, help="Such as study#p3.")
_tags = _several("--tag", "TAG", "A free label.")
_note = click.option("--note", metavar="TEXT", help="A remark for readers of the file.")
_id = click.option("--id", "id", metavar="ID", help="Its id. [default: made from its words]")
_title = click.option("--title", metavar="TEXT", help="A short name.")
_group = click.option("--group", metavar="GROUP", help="The group that it joins.")
_scheme = click.option(
    "--scheme",
    metavar="SCHEME",
    shell_complete=completions.schemes,
    help="Pattern of reasoning, such as expert-opinion.",
)
_with = _several("--with", "CLAIM", "A further premise, linked: they count only together.")


@command.command("claim")
@click.argument("text")
@_id
@_title
@_by
@_cites
@_targets
@_with
@_scheme
@_several("--answers", "QUESTION", "The question to which it is a position.")
@_group
@_tags
@_note
@click.option("--score", metavar="NUMBER", type=click.FloatRange(0, 1), help="Base score, from 0 to 1.")
@click.option("--implicit", is_flag=True, help="Nobody states it, but the reasoning needs it.")
@click.option("--argument", "is_argument", is_flag=True, help="It sums up a whole reason (kind: argument).")
@click.option("--after", metavar="CLAIM", shell_complete=completions.claims_of_map, help="Put it behind this claim.")
@_shared
@click.pass_obj
def claim(outer: tuple[str, Way], /, *, text: str, **given: Any) -> int:
    """Add a claim, with what it supports and attacks."""

    def plan(found: ArgumentMap) -> "Sequence[Add]":
        from argmap.editing.operations import Add

        name = given["id"] or words.made_id(found, given["title"] or text, "claim")
        ends = {way: given[way] for way in ("supports", "attacks", "conflicts")}
        entity = Claim(
            name,
            text.strip(),
            given["title"],
            ClaimKind.ARGUMENT if given["is_argument"] else ClaimKind.CLAIM,
            given["answers"],
            given["by"],
            given["cites"],
            given["implicit"],
            given["score"],
            tags=given["tag"],
            note=given["note"],
        )
        relations = tuple(words.relations_from(name, ends, given["with"], given["scheme"]))
        return [Add(entity, relations, given["group"], given["after"])]

    if given["with"] and not (given["supports"] or given["attacks"]):
        raise click.UsageError("--with needs --supports or --attacks.")
    return _add(outer, plan, given)


@command.command("relation")
@click.argument("premise", shell_complete=completions.claims_of_map)
@_targets
@_with
@_id
@_scheme
@_by
@_cites
@_tags
@_note
@click.option("--weight", metavar="NUMBER", type=click.FloatRange(0, 1), help="How much it passes on, from 0 to 1.")
@_shared
@click.pass_obj
def relation(outer: tuple[str, Way], /, *, premise: str, **given: Any) -> int:
    """Add a relation from a claim that is there."""
    ends = [(kind, end) for way, kind in _KINDS.items() for end in given[way]]
    if len(ends) != 1:
        raise click.UsageError("Give one of --supports, --attacks and --conflicts, once.")
    kind, target = ends[0]
    premises = (premise, *given["with"])
    name = given["id"] or relation_name(premises, target)
    made = Relation(
        name,
        kind,
        premises,
        target,
        given["id"] is not None,
        given["scheme"],
        given["weight"],
        given["by"],
        given["cites"],
        given["tag"],
        given["note"],
    )
    return _add(outer, lambda _: _adding(made), given)


_KINDS = {"supports": RelationKind.SUPPORT, "attacks": RelationKind.ATTACK, "conflicts": RelationKind.CONFLICT}


@command.command("question")
@click.argument("text")
@_id
@_title
@_cites
@_tags
@_note
@_shared
@click.pass_obj
def question(outer: tuple[str, Way], /, *, text: str, **given: Any) -> int:
    """Add a question that claims can answer."""

    def plan(found: ArgumentMap) -> "Sequence[Add]":
        name = given["id"] or words.made_id(found, given["title"] or text, "question")
        return _adding(Question(name, text.strip(), given["title"], given["cites"], given["tag"], given["note"]))

    return _add(outer, plan, given)


@command.command("speaker")
@click.argument("name")
@_id
@click.option("--role", metavar="TEXT", help="Office or part in the debate.")
@click.option("--link", metavar="ADDRESS", help="An address.")
@_shared
@click.pass_obj
def speaker(outer: tuple[str, Way], /, *, name: str, **given: Any) -> int:
    """Add a speaker who can hold claims."""

    def plan(found: ArgumentMap) -> "Sequence[Add]":
        key = given["id"] or words.made_id(found, name, "speaker", "speaker")
        return _adding(Speaker(key, name, given["role"], given["link"]))

    return _add(outer, plan, given)


@command.command("source")
@click.argument("title")
@_id
@click.option("--author", metavar="TEXT", help="Who wrote it.")
@click.option("--date", metavar="TEXT", help="When it came out, such as 2024-05-02.")
@click.option("--link", metavar="ADDRESS", help="Where it can be read.")
@click.option("--text", metavar="PATH", help="A local copy as plain text, in the folder of the map.")
@click.option("--paragraphs", metavar="N", type=click.IntRange(1), help="How many paragraphs it has.")
@_shared
@click.pass_obj
def source(outer: tuple[str, Way], /, *, title: str, **given: Any) -> int:
    """Add a source that claims can cite."""

    def plan(found: ArgumentMap) -> "Sequence[Add]":
        key = given["id"] or words.made_id(found, title, "source", "source")
        fields = {name: given[name] for name in ("author", "date", "link", "text", "paragraphs")}
        return _adding(Source(key, title, **fields))

    return _add(outer, plan, given)


@command.command("group")
@click.argument("title")
@click.argument("member", nargs=-1, shell_complete=completions.claims_of_map)
@_id
@click.option("--parent", metavar="GROUP", help="The group that it lies in.")
@_tags
@_note
@_shared
@click.pass_obj
def group(outer: tuple[str, Way], /, *, title: str, member: tuple[str, ...], **given: Any) -> int:
    """Add a group of claims and questions."""

    def plan(found: ArgumentMap) -> "Sequence[Add]":
        name = given["id"] or words.made_id(found, title, "group", "group")
        return _adding(Group(name, title, member, given["parent"], given["note"], given["tag"]))

    return _add(outer, plan, given)


def _adding(entity: Entity) -> "list[Add]":
    from argmap.editing.operations import Add

    return [Add(entity)]


def _add(outer: tuple[str, Way], plan: "Callable[[ArgumentMap], Sequence[Add]]", given: dict[str, Any]) -> int:
    path, way = outer
    return carry_out(
        path, plan, way._replace(dry_run=way.dry_run or given["dry_run"], quiet=way.quiet or given["quiet"])
    )
