"""Comments that allow a finding: `# argmap: allow NAME[, NAME] — reason`."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from argmap.core.codes import LEDGER
from argmap.core.diagnostics import Diagnostic, Edit, Fix, finding, in_file_order
from argmap.core.source import SourceFile, Span
from argmap.rules.base import ask, listed, near_names, rename
from argmap.rules.comments import Comments, Remark, places_in_yaml

CommentsOf: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]

_ALLOW = re.compile(r"(?:#|//|/\*|<!--)\s*argmap:[ \t]*allow\b(?P<rest>[^\r\n]*)")
_ALLOW_LATER = re.compile(rf"(?<=\s){_ALLOW.pattern}")
_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_BY_CODE = {entry.code: name for name, entry in LEDGER.items()}

_STOPS = frozenset(
    """
    syntax-error unreadable-file too-large too-deep yaml-tag alias-bomb unsupported-version
    """.split()  # noqa: SIM905
)
"""Findings after which the rest of a file was not looked at."""

_NEVER_ALLOWED = frozenset(
    """
    syntax-error unreadable-file too-large too-deep invalid-configuration unused-suppression unknown-rule
    """.split()  # noqa: SIM905
) | {name for name, entry in LEDGER.items() if entry.code.startswith("AM6")}
"""Findings that cannot be left out; those of AM6 are not made about the file that the comment is in."""

_Place: TypeAlias = tuple[SourceFile | None, int, str]
"""A file, a line of it, and the name of what is found there."""


@dataclass(frozen=True, slots=True)
class _Comment:
    """A suppression: the comment, and the names in it."""

    remark: Remark
    names: tuple[Span, ...]

    def rules(self) -> Iterator[tuple[Span, str]]:
        """The names in it that stand for a rule, with the rule."""
        for span in self.names:
            name = _rule(span.text)
            if name:
                yield span, name

    def place(self, name: str) -> _Place:
        """Where it allows the finding of a name."""
        return (self.remark.span.source, self.remark.line, name)

    def allowed(self) -> Iterator[_Place]:
        """What it allows."""
        return (self.place(name) for _, name in self.rules() if name not in _NEVER_ALLOWED)


def suppress(
    source: SourceFile, diagnostics: Iterable[Diagnostic], comments: CommentsOf | None = None
) -> list[Diagnostic]:
    """Drop the findings that comments in a file allow, and add those about comments that are wrong or not used.

    A comment at the end of a line covers findings that start on this line; one on a line of its own covers the next
    line that is not a comment. After a slip of syntax no comment is called unused; in JSON there are none. Comments of
    a file that this one includes are heeded as well, but nothing is said about them: they may be meant for a check of
    that file alone.

    Args:
        source: The file.
        diagnostics: All that was found about it, before any selection of rules; otherwise a comment for a rule that
            is not selected would be called unused.
        comments: Where the comments of a text in the format of the file are, in order; by default those of YAML.

    Returns:
        The findings that are left, in file order.
    """
    places = comments or places_in_yaml
    found = list(diagnostics)
    own = list(_comments(source, places))
    others = {item.primary.source: None for item in found if item.primary and item.primary.source is not source}
    included = [comment for other in others for comment in _comments(other, places)] if comments else []
    if not own and not included:
        return in_file_order(found, source)
    allowed = {place for comment in (*own, *included) for place in comment.allowed()}
    used = {place for item in found if (place := _place(item)) in allowed}
    kept = [item for item in found if _place(item) not in used]
    kept.extend(_unknown(own))
    if not any(item.name in _STOPS for item in found):
        for comment in own:
            kept.extend(_unused(comment, used))
    return in_file_order(kept, source)


def _place(item: Diagnostic) -> _Place:
    """The file, line and name of a finding; line 0 if it is about no place."""
    return (item.primary.source, item.primary.line, item.name) if item.primary else (None, 0, item.name)


def _rule(word: str) -> str | None:
    return word if word in LEDGER else _BY_CODE.get(word.upper())


def _unknown(comments: list[_Comment]) -> Iterator[Diagnostic]:
    words = [span for comment in comments for span in comment.names if _rule(span.text) is None]
    near = near_names((span.text for span in words), LEDGER)
    for span in words:
        meant = near.get(span.text)
        hint = ask(meant) or "`argmap rule` lists the rules"
        fix = rename(span, span.text, meant)
        yield finding("unknown-rule", f"there is no rule `{span.text}`", span, help=hint, fix=fix)


def _unused(comment: _Comment, used: set[_Place]) -> Iterator[Diagnostic]:
    """One finding for all names in a comment that allow nothing, so that its fix is one edit."""
    seen: set[str] = set()
    unused: list[Span] = []
    for span, name in comment.rules():
        if comment.place(name) not in used or name in seen:
            unused.append(span)
        seen.add(name)
    if not comment.names:
        message = "this comment names no rule"
    elif unused:
        message = f"{listed(span.text for span in unused)} {'is' if len(unused) == 1 else 'are'} not found here"
    else:
        return
    beyond = [name for name in sorted(seen) if name in _NEVER_ALLOWED]
    yield finding(
        "unused-suppression",
        message,
        unused[0] if unused else comment.remark.span,
        notes=[f"{listed([name])} cannot be suppressed" for name in beyond],
        fix=Fix("Remove what is not used", (_without(comment, unused),)),
    )


def _without(comment: _Comment, unused: list[Span]) -> Edit:
    """Take some names out of a comment, or the whole comment if no name is left."""
    rest = [span.text for span in comment.names if span not in unused]
    if not rest:
        return Edit(comment.remark.with_surroundings, "")
    return Edit(Span(comment.remark.span.source, comment.names[0].start, comment.names[-1].end), ", ".join(rest))


def _comments(source: SourceFile, places: CommentsOf) -> Iterator[_Comment]:
    text = source.text
    if not _ALLOW.search(text):
        return
    comments = Comments(source, places(text))
    for start, end in comments.places:
        found = _ALLOW.match(text, start, end) or _ALLOW_LATER.search(text, start, end)
        if found:
            yield _Comment(comments.remark(found.start(), end), tuple(_names(source, *found.span("rest"))))


def _names(source: SourceFile, start: int, end: int) -> Iterator[Span]:
    """The names after `allow`, up to the first thing that is not a comma and another name."""
    while start < end and source.text[start] in " \t":
        start += 1
    found = _NAME.match(source.text, start, end)
    while found:
        yield Span(source, found.start(), found.end())
        comma = _COMMA.match(source.text, found.end(), end)
        found = _NAME.match(source.text, comma.end(), end) if comma else None
