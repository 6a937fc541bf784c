"""What is said about a file: findings with their place, and edits that mend them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from argmap.core.codes import LEDGER, Severity
from argmap.core.source import SourceFile, Span

__all__ = ["Diagnostic", "Edit", "Fix", "Label", "Severity", "apply_edits", "finding", "in_file_order"]


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that a finding points at, with what there is to see."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of `span` by `text`; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that clear a finding.

    Attributes:
        title: What the fix does, as an imperative: "Rename to `tram`".
        edits: Changes that do not overlap, all in the file of the finding.
        safe: Whether the meaning is certain to be what the author wants; only safe fixes are applied by `--fix`.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about a file. Make it with `finding`, which looks code and severity up in the ledger.

    Attributes:
        code: Stable code such as `AM101`.
        name: Stable name such as `unknown-reference`.
        severity: How grave it is.
        message: One sentence without a full stop, in words that a writer of arguments understands.
        primary: The place, or None where a finding is about no place (a setting on the command line).
        secondary: Other places that help to understand it.
        notes: Facts that go with it, a sentence each.
        help: What to do about it, if that is likely known: "did you mean `tram`?".
        fix: The same as edits.
    """

    code: str
    name: str
    severity: Severity
    message: str
    primary: Span | None = None
    secondary: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    help: str | None = None
    fix: Fix | None = None


def finding(
    name: str,
    message: str,
    primary: Span | None = None,
    *,
    secondary: Iterable[Label] = (),
    notes: Iterable[str] = (),
    help: str | None = None,
    fix: Fix | None = None,
) -> Diagnostic:
    """Make a diagnostic of the given name.

    Raises:
        KeyError: The name is not in the ledger.
    """
    entry = LEDGER[name]
    return Diagnostic(entry.code, name, entry.severity, message, primary, tuple(secondary), tuple(notes), help, fix)


def in_file_order(diagnostics: Iterable[Diagnostic], first: SourceFile | None = None) -> list[Diagnostic]:
    """Sort findings by place, then code, and drop those that say the same of the same place.

    Those of one file stay together; `first` is the file that comes first, the others follow by name.
    """

    def key(item: Diagnostic) -> tuple[str, int, int, str, str]:
        if item.primary is None:
            return ("", -1, -1, item.code, item.message)
        source, start, end = item.primary
        return ("" if first is None or source is first else source.name, start, end, item.code, item.message)

    return list(dict.fromkeys(sorted(diagnostics, key=key)))


def apply_edits(source: SourceFile, edits: Iterable[Edit]) -> SourceFile:
    """Return the source with the edits made.

    Raises:
        ValueError: Two edits overlap, or one is of another source.
    """
    text, end_of_rest = source.text, len(source.text)
    for edit in sorted(edits, key=lambda item: (item.span.start, item.span.end), reverse=True):
        if edit.span.source is not source:
            raise ValueError("an edit belongs to another source")
        if edit.span.end > end_of_rest:
            raise ValueError("two edits overlap")
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        end_of_rest = edit.span.start
    return replace(source, text=text)
