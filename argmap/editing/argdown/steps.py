"""Relations that take a premise-conclusion structure: linked premises, a scheme, fields of argmap's own."""

from argmap.core.model import Relation, RelationKind
from argmap.core.schemes import SCHEMES
from argmap.editing.argdown.layout import Layout, has_headings
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.wording import CONVERT, named, no_words
from argmap.editing.argdown.work import Work
from argmap.editing.base import RefusedError
from argmap.formats.argdown.debate.model import Argument
from argmap.formats.argdown.text.syntax import Element, Heading
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.argdown.to_map.structures import rule_name
from argmap.formats.argdown.writing.data_text import braces
from argmap.formats.argdown.writing.escape import can_be_title, escaped, escaped_rule
from argmap.formats.native.short_forms import remarks, said

_SIGNS = {RelationKind.ATTACK: "->", RelationKind.CONFLICT: "><"}


def add_step(work: Work, relation: Relation, first: str | None = None, heading: Heading | None = None) -> None:
    """Add a structure that is a relation.

    Args:
        work: The text.
        relation: The relation; its ends are called by their ids.
        first: The first row as it is typed, if the first premise does not stand in the text yet.
        heading: The heading under which it is put; None for that of the target.

    Raises:
        RefusedError: Argdown cannot say it.
    """
    reading = work.reading
    if relation.target in work.map.relation:
        raise RefusedError("in Argdown an undercut is a sign alone: it has one premise and no fields", CONVERT)
    target = reading.named(relation.target)[0]
    premises = [
        None if first is not None and not number else reading.named(name)[0]
        for number, name in enumerate(relation.premises)
    ]
    if any(isinstance(it, Argument) for it in (target, *premises)):
        raise RefusedError("the rows of a structure are statements, and one of these is an argument", _ADVICE)
    rows = [first if it is None else named(it) for it in premises]
    lines = [f"({number}) {row}" for number, row in enumerate(rows, 1)]
    lines += _inference(reading, relation)
    lines += _conclusion(reading, relation, target, len(rows) + 1)
    place = next((it.heading for it in reading.places(target)), None) if heading is None else heading
    put_structure(work, "\n".join(lines), named(target), place)


def put_structure(work: Work, text: str, between: str, heading: Heading | None) -> None:
    """Add a structure at the end of a section, or of the text.

    Args:
        work: The text.
        text: The structure.
        between: A mention that keeps it apart from an argument above it, which would take it for its own.
        heading: The heading of the section, or None.
    """
    reading = work.reading
    layout = Layout(reading)
    above = last_block(reading, heading)
    if isinstance(above, Element) and above.is_argument:
        text = f"{between}\n\n{text}"
    put_block(work, layout, text, heading)


def put_block(work: Work, layout: Layout, text: str, heading: Heading | None) -> None:
    """Add a paragraph at the end of a section; without a heading where it is in no section, at the end if it can be."""
    if heading is not None:
        work.apply([layout.at_end_of_section(heading, text)])
    elif has_headings(work.reading):
        work.apply([layout.at_start(text)])
    else:
        work.apply_edits([layout.at_end(text)])


def last_block(reading: Reading, heading: Heading | None) -> object:
    """The last block under a heading, or before the first one."""
    found: object = None
    is_within = heading is None
    for block in reading.document.blocks:
        if isinstance(block, Heading):
            if is_within:
                break
            is_within = block is heading
        elif is_within:
            found = block
    return found


_ADVICE = "link statements, and let an argument `<Title>` stand above the structure that they make"


def _inference(reading: Reading, relation: Relation) -> list[str]:
    rules = ""
    fields = remarks(relation)
    fields.pop("argument", None)
    if relation.scheme in SCHEMES:
        rules = escaped_rule(rule_name(str(relation.scheme)))
        fields.pop("scheme")
    if reading.has_fields:
        is_bare = relation.kind is RelationKind.SUPPORT and len(relation.premises) > 1
        fields = (
            said(step=None if is_bare else relation.kind.value, id=relation.id if relation.named else None) | fields
        )
    else:
        _refuse_fields(relation, fields)
        fields = dict(relation.data)
    data = braces(fields) if fields else ""
    inner = f"{rules} {data}".strip()
    return ["--", inner, "--"] if inner else ["-----"]


def _refuse_fields(relation: Relation, fields: dict[str, object]) -> None:
    if relation.kind is not RelationKind.SUPPORT:
        raise RefusedError(
            "in Argdown linked premises lead to a conclusion, and cannot attack anything together",
            "add the conclusion that they lead to as a claim, let that attack the target, and link the premises for it",
        )
    if relation.named:
        raise no_words("id")
    for name in fields:
        if name != "data":
            raise no_words(name)


def _conclusion(reading: Reading, relation: Relation, target: Entry, number: int) -> list[str]:
    if relation.kind is RelationKind.SUPPORT:
        return [f"({number}) {named(target)}"]
    title = f"Not: {target.title}"
    sign = _SIGNS[relation.kind]
    known = reading.debate.statements.get(title)
    if known is not None and known not in reading.ids:
        return [f"({number}) [{title}]", f"  {sign} {named(target)}"]
    if known is not None or not can_be_title(title, False):
        raise RefusedError(f"`[{title}]` is taken, which would say what this step leads to", CONVERT)
    words = target.canonical.plain if target.canonical and target.canonical.plain else target.title
    return [f"({number}) [{title}]: {escaped(f'Not: {words}')} {{isInMap: false}}", f"  {sign} {named(target)}"]
