"""argmap from Python: the few functions that scripts and notebooks need, over the same pipeline as the command line."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from argmap import pipeline
from argmap.core.diagnostics import Diagnostic
from argmap.core.explanation import Change, Explanation, Sensitivity
from argmap.core.labelling import Ask, Evaluation, Label, Labelling
from argmap.core.model import ArgumentMap
from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile

if TYPE_CHECKING:
    from argmap.core.comparison import Comparison
    from argmap.diagram.compose import Style
    from argmap.diagram.view import View
    from argmap.editing.operations import Operation
    from argmap.formats.base import Loss


@dataclass(frozen=True)
class Loaded:
    """A map that was read, with what the reader found. A notebook shows it as its picture.

    Attributes:
        source: The text.
        map: The map, or None if the text could not be read as one.
        diagnostics: What the reader found wrong; `check` finds more.
        format: Name of the format that it was read in.
    """

    source: SourceFile
    map: ArgumentMap | None
    diagnostics: tuple[Diagnostic, ...]
    format: str = "yaml"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """What a notebook shows: the picture and, where there are no pictures, the map as a tree; or the errors."""
        errors = pipeline.errors(_piped(self))
        if self.map is None or errors:
            return {"text/plain": _told(errors)}
        from argmap.embed.adapters.jupyter import forms_of

        return forms_of(self.map)


def _told(errors: list[Diagnostic]) -> str:
    from argmap.reporters import REPORTERS, Report

    return REPORTERS["text"].write(Report(tuple(errors)))


Drawable: TypeAlias = ArgumentMap | Loaded
"""What can be drawn: a map, or what `load` gave."""


def load(path: str | PathLike[str], format: str | None = None) -> Loaded:
    """Read a map from a file; the format follows from its name unless it is given.

    Raises:
        ArgmapError: The file cannot be read, or there is no such format.
    """
    return Loaded(*pipeline.load(pipeline.read(fspath(path)), format))


def loads(text: str, format: str | None = "yaml", name: str = "<text>") -> Loaded:
    """Read a map from a text.

    Args:
        text: The text.
        format: Name of its format; None for the one that it looks like.
        name: What diagnostics call it.

    Raises:
        ArgmapError: There is no such format.
    """
    return Loaded(*pipeline.load(SourceFile(name, text), format))


def check(loaded: Loaded) -> list[Diagnostic]:
    """Return all findings of all rules, in the order of the file, without regard to a project's configuration."""
    return pipeline.check(_piped(loaded))


def _piped(loaded: Loaded) -> pipeline.Loaded:
    return pipeline.Loaded(loaded.source, loaded.map, loaded.diagnostics, loaded.format)


def edit(loaded: Loaded, *operations: "Operation") -> Loaded:
    """Carry out operations of `argmap.editing.operations`, one after another, and return what the text is then.

    No file is written: `source.text` of the result is the new text, in which all that no operation had to change is as
    it was, and `source.unsaved` has the new texts of files that an Argdown text includes.

    Raises:
        RefusedError: The text cannot be read, its format cannot be edited, an operation cannot be carried out, or the
            map would have errors that it does not have now.
    """
    edited = pipeline.edit(_piped(loaded), operations)
    return Loaded(*edited.loaded)


def lay_out(loaded: Loaded) -> str:
    """Return the text in the canonical layout, as `argmap fmt` writes it: same map, same comments, same order.

    Raises:
        RefusedError: The text cannot be read, or its format has no canonical layout.
    """
    return pipeline.lay_out(_piped(loaded))


def compare(old: Drawable, new: Drawable, *, evaluate: str | None = None, support: str = "default") -> "Comparison":
    """Tell what changed in a debate: claims, relations and what they refer to; see `argmap diff`.

    Args:
        old: The map as it was.
        new: The map as it is.
        evaluate: A semantics; then `verdicts` of the result tells what stands or falls because of the changes.
        support: How support is read there, as for `argmap.evaluate`.

    Raises:
        ArgmapError: There is no such semantics or reading.
        ValueError: A text could not be read as a map; or a map has no evaluation to compare.
    """
    from argmap.review.compare import compare as compared
    from argmap.review.verdicts import judged

    before, after = _map_of(old), _map_of(new)
    found = compared(before, after)
    if evaluate is None:
        return found
    labellings = [_labelling_by(item, evaluate, support) for item in (before, after)]
    return judged(before, after, found, labellings[0], labellings[1])


def evaluate(
    drawable: Drawable,
    semantics: str = "grounded",
    *,
    support: str = "default",
    ask: Ask | None = None,
    forced: Mapping[str, Label | float] | None = None,
    limit: int = 1000,
    timeout: float | None = None,
) -> Evaluation:
    """Say which claims of a map stand, given all that was said, or how strong they are.

    Args:
        drawable: A map, or what `load` gave.
        semantics: For labels `grounded`, `preferred`, `stable`, `complete`, `semi-stable`, `stage`, `ideal`, `eager`,
            `admissible`, `conflict-free` or `naive`; for strengths `df-quad`, `quadratic-energy`, `euler`, `mlp` or
            `h-categoriser`.
        support: How support is read: `default`, `deductive`, `necessary` or `ignore`; strengths have their own way.
        ask: `one`, `skeptical`, `credulous`, `all` or `count`; see `Evaluation`.
        forced: Claims taken for granted, by id: `Label.IN`, `Label.OUT`, or for strengths a base score.
        limit: How many labellings `all` lists at most.
        timeout: Seconds; None for no limit. What is not found by then is `Label.UNKNOWN`.

    Raises:
        ArgmapError: There is no such semantics or reading.
        KeyError: A forced claim is not in the map.
        ValueError: There is no map, as the text could not be read; or a forced value does not fit the semantics.
    """
    from argmap.semantics import evaluate as semantic

    return semantic.evaluate(
        _map_of(drawable), semantics, support=support, ask=ask, forced=forced, limit=limit, timeout=timeout
    )


def why(
    drawable: Drawable,
    claim: str,
    semantics: str = "grounded",
    *,
    support: str = "default",
    forced: Mapping[str, Label | float] | None = None,
    depth: int | None = None,
    timeout: float | None = None,
) -> Explanation:
    """Explain why a claim stands, falls or is undecided, or has its strength; `depth` is how many claims deep.

    Raises:
        ArgmapError: There is no such semantics or reading.
        KeyError: The claim, or a forced claim, is not in the map.
        ValueError: There is no map, as the text could not be read; or a forced value does not fit the semantics.
    """
    from argmap.semantics.explanation import why as reasons

    levels = reasons.DEPTH if depth is None else depth
    found = _map_of(drawable)
    return reasons.why(found, claim, semantics, support=support, forced=forced, depth=levels, timeout=timeout)


def what_if(
    drawable: Drawable,
    forced: Mapping[str, Label | float],
    semantics: str = "grounded",
    *,
    support: str = "default",
    ask: Ask | None = None,
    timeout: float | None = None,
) -> Change:
    """Say what changes if some claims are taken for granted; the errors are those of `evaluate`."""
    from argmap.semantics.explanation import change

    return change.what_if(_map_of(drawable), forced, semantics, support=support, ask=ask, timeout=timeout)


def sensitivity(
    drawable: Drawable,
    claim: str,
    semantics: str = "grounded",
    *,
    support: str = "default",
    largest_set: int = 3,
    timeout: float | None = None,
) -> Sensitivity:
    """Rank the claims by how much a conclusion hangs on them, and find the smallest sets whose fall flips it.

    Raises:
        ArgmapError: There is no such semantics or reading.
        KeyError: The claim is not in the map.
        ValueError: There is no map, as the text could not be read.
    """
    from argmap.semantics.explanation import sensitivity as conclusions

    found = _map_of(drawable)
    return conclusions.sensitivity(found, claim, semantics, support=support, largest_set=largest_set, timeout=timeout)


def tell(drawable: Drawable, answer: Evaluation | Explanation | Change | Sensitivity, width: int = 80) -> str:
    """Put an answer about a map into words, as the command line does, in lines of up to `width` columns."""
    from argmap.reporters.answers import ANSWER_FORMATS, Account

    return ANSWER_FORMATS["text"].write(Account(_map_of(drawable), answer, width=width))


def render(
    drawable: Drawable, format: str = "svg", *, evaluate: str | Labelling | None = None, **options: Any
) -> bytes:
    """Draw a map and return the content of a file.

    Args:
        drawable: A map, or what `load` gave.
        format: `svg`, `png`, `pdf`, `dot` or `mermaid`.
        evaluate: A semantics, or a labelling of an evaluation, whose marks the picture shows.
        **options: Any field of `View` (what is drawn) or `Style` (how), and `scale`, `pixel_width` or `embed_font`.

    Raises:
        ArgmapError: There is no such format, or the environment lacks what it needs.
        TypeError: There is no such option.
        ValueError: There is nothing to draw, as the text could not be read; or no evaluation to show.
    """
    from argmap.diagram.compose import Style
    from argmap.diagram.view import View

    view, style, others = _sorted(options, View, Style)
    unknown = sorted(others.keys() - {"scale", "pixel_width", "embed_font"})
    if unknown:
        near = did_you_mean(unknown[0], [field.name for kind in (View, Style) for field in fields(kind)])
        raise TypeError(f"there is no option {unknown[0]!r}" + (f"; did you mean {near!r}?" if near else ""))
    found = _map_of(drawable)
    labelling = _labelling(found, evaluate)
    return pipeline.render(found, format, view=view, style=style, labelling=labelling, **others).data


def _labelling(map: ArgumentMap, wanted: str | Labelling | None) -> Labelling | None:
    """The labelling that is to be shown.

    Raises:
        ValueError: The semantics gives none.
    """
    return _labelling_by(map, wanted) if isinstance(wanted, str) else wanted


def _labelling_by(map: ArgumentMap, semantics: str, support: str = "default") -> Labelling:
    """What a semantics says of a map.

    Raises:
        ValueError: It says nothing.
    """
    from argmap.semantics.evaluate import evaluate

    found = evaluate(map, semantics, support=support)
    if found.labelling is None:
        raise ValueError("; ".join(found.notes))
    return found.labelling


def _sorted(
    options: Mapping[str, Any], view: "type[View]", style: "type[Style]"
) -> "tuple[View, Style, dict[str, Any]]":
    """Tell the options of a view, those of a style, and the others apart."""
    in_view = {field.name for field in fields(view)}
    in_style = {field.name for field in fields(style)}
    return (
        view(**{name: value for name, value in options.items() if name in in_view}),
        style(**{name: value for name, value in options.items() if name in in_style}),
        {name: value for name, value in options.items() if name not in in_view | in_style},
    )


def save(drawable: Drawable, path: str | PathLike[str], **options: Any) -> None:
    """Draw a map into a file; the format follows from its name. Options and errors are those of `render`."""
    from argmap.formats import format_of
    from argmap.renderers import picture_of

    name = fspath(path)
    found = picture_of(name) or format_of(name)
    Path(name).write_bytes(render(drawable, found.name if found else "svg", **options))


def show(drawable: Drawable, width: int = 80, *, colour: bool = False, evaluate: str | Labelling | None = None) -> str:
    """Return the map as a tree for a terminal, `width` columns wide; with the marks of an evaluation if asked for."""
    from argmap.diagram.outline import outline
    from argmap.renderers import terminal

    argument_map = _map_of(drawable)
    labelling = _labelling(argument_map, evaluate)
    return terminal.render(outline(argument_map), argument_map, width=width, colour=colour, labelling=labelling)


def convert(drawable: Drawable, format: str) -> str:
    """Write a map in another format, such as `json`.

    Raises:
        ArgmapError: There is no such format, or argmap only reads it.
    """
    return pipeline.convert(_map_of(drawable), format)


def losses(drawable: Drawable, format: str) -> "tuple[Loss, ...]":
    """What of a map another format has no words for; nothing if all of it can be written.

    Raises:
        ArgmapError: There is no such format, or argmap only reads it.
    """
    return pipeline.write(_map_of(drawable), format).losses


def _map_of(drawable: Drawable) -> ArgumentMap:
    if isinstance(drawable, ArgumentMap):
        return drawable
    if drawable.map is None:
        raise ValueError(f"{drawable.source.name} could not be read: {drawable.diagnostics[0].message}")
    return drawable.map
