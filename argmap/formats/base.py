"""What a format is: how text becomes a map, and a map becomes text."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from argmap.core.diagnostics import Diagnostic
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.formats.glimpse import Glimpse


class Reading(NamedTuple):
    """What reading a source gave.

    Attributes:
        map: The map, with whatever could be understood; None if nothing could.
        diagnostics: What was wrong, in file order.
    """

    map: ArgumentMap | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Memory:
    """What a reader remembers of the last version of a text that is read again and again, as in an editor.

    Attributes:
        entries: What parts of it came to. A reader replaces it as a whole, so that readings may go on side by side.
    """

    entries: Mapping[Any, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loss:
    """Something in a map that a format has no words for.

    Attributes:
        what: What is lost, in the plural: `scores`, `undercuts of undercuts`.
        where: Ids of what loses it, in file order; empty if it is about the map as a whole.
    """

    what: str
    where: tuple[str, ...] = ()


class Written(NamedTuple):
    """A map in another format, and what of it that format has no words for."""

    text: str
    losses: tuple[Loss, ...] = ()


class Keeping(NamedTuple):
    """What was written, with names of features that the format does not carry in general and this text keeps."""

    written: Written
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class Format:
    """A format on the roll.

    Attributes:
        name: What `--format`, `--from` and `--to` call it.
        title: What a list of formats says of it.
        suffixes: File name endings, the usual one first, each with its dot.
        read: Text to map, or None if it is only written. Never raises for what is in the text.
        write: Map to text, ending in a line end, or to `Written` or `Keeping`; None if it is only read. If
            `shows_labels`, it takes a `Labelling` or None as a second argument.
        looks_like: Whether a text is likely in the format. Several formats may say so of one text: then the file name
            decides. None for a format that is only written.
        carries: Names of the features (see `formats/features.py`) that `write` has words for; None for all.
        carried: Names in `data` under which maps carry along what the format says and argmap has no words for; `write`
            gives it back.
        is_foreign: Whether other tools write it: then files in it are not argmap's to mend. What rules call an error
            is a warning there, and folders are not searched for it.
        shows_labels: Whether `write` has a place for what an evaluation says.
        comments: Where the comments of a text are, as offsets; None if the format has none.
        reread: The same as `read` for a text that was read before in another version, only quicker; None if there is
            nothing to be gained.
        has_fixes: Whether the fixes of rules, which know the layout of argmap's own format, can be applied to it.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[SourceFile], Reading] | None = None
    write: Callable[..., str | Written | Keeping] | None = None
    looks_like: Callable[[Glimpse], bool] | None = None
    carries: Collection[str] | None = None
    carried: tuple[str, ...] = ()
    is_foreign: bool = False
    shows_labels: bool = False
    comments: Callable[[str], Iterable[tuple[int, int]]] | None = None
    reread: Callable[[SourceFile, Memory], Reading] | None = None
    has_fixes: bool = False
