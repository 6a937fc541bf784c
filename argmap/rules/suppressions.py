"""Comments that allow a finding: `# argmap: allow NAME[, NAME] — reason`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from argmap.core.codes import LEDGER
from argmap.core.diagnostics import Diagnostic, Edit, Fix, finding, in_file_order
from argmap.core.source import SourceFile, Span
from argmap.rules.base import ask, listed, near_names, rename

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[ \t]*argmap:[ \t]*allow\b(?P<rest>[^\r\n]*)", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_BY_CODE = {entry.code: name for name, entry in LEDGER.items()}


_STOPS = frozenset(
    """
    syntax-error unreadable-file too-large too-deep yaml-tag alias-bomb unsupported-version
    """.split()  # noqa: SIM905
)
"""Findings after which the rest of a file was not looked at."""


def _may_be_allowed(name: str) -> bool:
    code = LEDGER[name].code
    return not (code.startswith("AM9") or code in ("AM001", "AM002", "AM003", "AM004"))


@dataclass(frozen=True, slots=True)
class _Comment:
    """A suppression: the place of the comment, its names, and the line that it covers."""

    span: Span
    names: tuple[Span, ...]
    line: int

    def rules(self) -> Iterator[tuple[Span, str]]:
        """The names in it that stand for a rule, with the rule."""
        for span in self.names:
            name = _rule(span.text)
            if name:
                yield span, name


def suppress(source: SourceFile, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Drop the findings that comments in a YAML file allow, and add those about comments that are wrong or not used.

    A comment at the end of a line covers findings that start on this line; one on a line of its own covers the next
    line that is not a comment. A file that is not YAML up to its end has no comments after the slip, and none that is
    called unused; in JSON there are none.

    Args:
        source: The file.
        diagnostics: All that was found about it, before any selection of rules; otherwise a comment for a rule that
            is not selected would be called unused.

    Returns:
        The findings that are left, in file order.
    """
    comments = list(_comments(source))
    found = list(diagnostics)
    if not comments:
        return in_file_order(found)
    allowed = {(comment.line, name) for comment in comments for _, name in comment.rules() if _may_be_allowed(name)}
    used = {place for item in found if (place := _place(item, source)) in allowed}
    kept = [item for item in found if _place(item, source) not in used]
    kept.extend(_unknown(comments))
    if not any(item.name in _STOPS for item in found):
        for comment in comments:
            kept.extend(_unused(comment, used))
    return in_file_order(kept)


def _place(item: Diagnostic, source: SourceFile) -> tuple[int, str]:
    """The line and name of a finding; line 0 if it is not in the file."""
    here = item.primary is not None and item.primary.source is source
    return (item.primary.line if item.primary and here else 0, item.name)


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


def _unused(comment: _Comment, used: set[tuple[int, str]]) -> Iterator[Diagnostic]:
    """One finding for all names in a comment that allow nothing, so that its fix is one edit."""
    seen: set[str] = set()
    unused: list[Span] = []
    for span, name in comment.rules():
        if (comment.line, name) not in used or name in seen:
            unused.append(span)
        seen.add(name)
    if not comment.names:
        message = "this comment names no rule"
    elif unused:
        message = f"{listed(span.text for span in unused)} {'is' if len(unused) == 1 else 'are'} not found here"
    else:
        return
    beyond = [name for name in sorted(seen) if not _may_be_allowed(name)]
    yield finding(
        "unused-suppression",
        message,
        unused[0] if unused else comment.span,
        notes=[f"{listed([name])} cannot be suppressed" for name in beyond],
        fix=Fix("Remove what is not used", (_without(comment, unused),)),
    )


def _without(comment: _Comment, unused: list[Span]) -> Edit:
    """Take some names out of a comment, or the whole comment if no name is left."""
    rest = [span.text for span in comment.names if span not in unused]
    if not rest:
        return Edit(_whole(comment.span), "")
    return Edit(Span(comment.span.source, comment.names[0].start, comment.names[-1].end), ", ".join(rest))


def _whole(span: Span) -> Span:
    """A comment with the spaces before it, or its whole line if nothing else stands there."""
    text, start, end = span.source.text, span.start, span.end
    while start and text[start - 1] in " \t":
        start -= 1
    if start and text[start - 1] != "\n":
        return Span(span.source, start, end)
    if text[end : end + 2] == "\r\n":
        return Span(span.source, start, end + 2)
    return Span(span.source, start, min(end + 1, len(text)))


def _comments(source: SourceFile) -> Iterator[_Comment]:
    found = list(_COMMENT.finditer(source.text)) if "argmap" in source.text else []
    if not found:
        return
    scalars = _scalars(source.text)
    known: dict[int, int] = {}
    place = 0
    for match in found:
        while place < len(scalars) and scalars[place][1] <= match.start():
            place += 1
        if place < len(scalars) and scalars[place][0] <= match.start():
            continue  # inside a text
        yield _Comment(
            Span(source, match.start(), match.end("rest")),
            tuple(_names(source, match.start("rest"), match.end("rest"))),
            _covered(source, match.start(), known),
        )


def _names(source: SourceFile, start: int, end: int) -> Iterator[Span]:
    """The names after `allow`, up to the first thing that is not a comma and another name."""
    while start < end and source.text[start] in " \t":
        start += 1
    found = _NAME.match(source.text, start, end)
    while found:
        yield Span(source, found.start(), found.end())
        comma = _COMMA.match(source.text, found.end(), end)
        found = _NAME.match(source.text, comma.end(), end) if comma else None


def _covered(source: SourceFile, start: int, known: dict[int, int]) -> int:
    """The line that a comment speaks of; `known` has the lines that are already known to lead to another."""
    line, column = source.position(start)
    if source.line_text(line)[: column - 1].strip():
        return line
    last = len(source.line_starts)
    passed = [line]
    line += 1
    while line < last and line not in known and source.line_text(line).lstrip()[:1] in ("", "#"):
        passed.append(line)
        line += 1
    line = known.get(line, line)
    known.update(dict.fromkeys(passed, line))
    return line


def _scalars(text: str) -> list[tuple[int, int]]:
    """The places of all texts in a YAML file, in order; from the first slip on everything counts as text."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = []
    try:
        for token in yaml.scan(text, Loader=loader):
            if isinstance(token, yaml.ScalarToken):
                found.append((token.start_mark.index, token.end_mark.index))
    except (yaml.YAMLError, ValueError, RecursionError):
        found.append((found[-1][1] if found else 0, len(text)))
    return found
