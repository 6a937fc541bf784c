"""The filter itself: a document's tree goes in, the same with figures comes out, or what stops it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from shutil import which
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic, Severity
from argmap.embed import Engine, Request, read_attributes
from argmap.embed.adapters.pandoc.blocks import Asked, asked, defaults
from argmap.embed.adapters.pandoc.elements import Element, Tree, words
from argmap.embed.adapters.pandoc.figures import Maker, Picture, check_resource_path, element, outline
from argmap.embed.adapters.pandoc.marked import Behind, behind, put, sweep
from argmap.embed.adapters.pandoc.origin import command_line, origin
from argmap.embed.adapters.pandoc.targets import PICTURES, Target, is_web, keeps_markers, target_of
from argmap.embed.attributes import Attributes, Given

_NO_CONVERTER = (
    "note: each figure goes in as SVG and as PNG; pandoc's warnings that it cannot convert them do not count\n"
)


class Filtered(NamedTuple):
    """The document with figures, as JSON text, and warnings for the user."""

    data: bytes
    report: str


class Refused(Exception):  # noqa: N818 - it is an answer
    """The document asks for a figure that cannot be made; `report` says which, and where."""

    def __init__(self, report: str) -> None:
        super().__init__(report)
        self.report = report


def filtered(data: bytes, target_name: str) -> Filtered:
    """Put figures into a document.

    Args:
        data: The document as pandoc hands it over.
        target_name: The format that pandoc writes.

    Raises:
        Refused: Some figure cannot be made; all that is wrong is reported at once.
        ArgmapError: The input is none of pandoc's, or a file cannot be written.
    """
    tree = Tree(data)
    arguments = command_line()
    documents = origin(arguments)
    faults: list[Diagnostic] = []
    told: list[Diagnostic] = []
    notes: list[str] = []
    given = defaults(tree, documents, faults)
    found = list(asked(tree, documents, faults))
    if keeps_markers(target_name):
        found = [item for item in found if not item.is_marker]
    target = target_of(target_name)
    if found and target.way in ("beside", "twofold"):
        check_resource_path(arguments)
    is_third = os.environ.get("PANDOC_VERSION", "3").split(".")[0] == "3"
    maker = Maker(Engine(), target, with_fallback=tree.has_figures and is_third)
    for item in found:
        attributes, wrong = read_attributes([*item.given, *_added(item, given, target)], item.place)
        faults.extend(wrong)
        if wrong:
            continue
        old = behind(item.slot, attributes.figure) if item.is_marker else None
        attributes = _adopted(attributes, old)
        spans = {one.name: one.span for one in item.given if one.span}
        folder = documents.folder_of(item.place)
        picture, said = maker.picture(Request(attributes, folder, item.place, item.body, item.body_line, spans))
        (faults if picture is None else told).extend(said)
        if picture:
            notes.extend(f"{item.place.source.name}:{item.place.line}: note: {note}\n" for note in picture.figure.notes)
            put(item.slot, old, *_shown(item, picture, attributes, tree, target_name))
    sweep([item.slot for item in found])
    if faults:
        raise Refused(_report(faults))
    if target.way == "twofold" and found and maker.with_fallback and not which("rsvg-convert"):
        notes.append(_NO_CONVERTER)
    return Filtered(tree.bytes(), _report(told) + "".join(notes))


def _report(found: Sequence[Diagnostic]) -> str:
    from argmap.reporters import REPORTERS, Report

    kept = tuple(item for item in dict.fromkeys(found) if item.severity is not Severity.ADVICE)
    return REPORTERS["text"].write(Report(kept))


def _added(item: Asked, said_of_all: Mapping[str, str], target: Target) -> Iterator[Given]:
    """What the metadata says for a block that does not say it itself; a format counts where the target shows it."""
    own = {one.name for one in item.given}
    for name, value in said_of_all.items():
        if name not in own and (name != "format" or value in target.formats or value not in PICTURES):
            yield Given(name, value, item.place)


def _adopted(attributes: Attributes, old: Behind | None) -> Attributes:
    """What a marker leaves unsaid and the image behind it says."""
    if old is None:
        return attributes
    is_new = attributes.figure is None  # else `argmap embed` wrote the words of the image, and they may be stale
    return replace(
        attributes,
        alt=attributes.alt or (old.alt or None if is_new else None),
        caption=attributes.caption or old.caption,
        width=attributes.width or old.width,
    )


def _shown(
    item: Asked, picture: Picture, attributes: Attributes, tree: Tree, target_name: str
) -> tuple[Element, list[Element]]:
    """A figure as a block, and in a line."""
    if target_of(target_name).way == "words":
        return outline(picture, attributes, target_name), words(picture.figure.alt)
    block = element(picture, attributes, item.classes, has_figures=tree.has_figures, is_web=is_web(target_name))
    return block, picture.inlines(attributes.name or "", item.classes)
