"""LaTeX documents: the environment `argmap`, and comments that begin with the word."""

import re

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile
from argmap.embed.attributes import Attributes, Given
from argmap.embed.documents.base import FIGURE, Host, Picture, Placed, Scan
from argmap.embed.documents.latex_words import closing, options
from argmap.embed.documents.line_comments import as_body, commented, trimmed, with_margin
from argmap.embed.documents.line_scanner import Behind, LineScanner
from argmap.embed.documents.marker import END, Head, write_head
from argmap.markup.latex import MARKUP

_FENCE = re.compile(r"[ \t]*\\begin\{argmap\}")
_FENCE_END = re.compile(r"\\end\{argmap\}")
_VERBATIM = re.compile(
    r"\\begin\{((?:[BL]?V|v)erbatim\*?|lstlisting|minted|comment|alltt|filecontents\*?|tcblisting|luacode\*?)\}"
)
_NOT_READ = re.compile(r"\\(?:verb\*?|lstinline(?:\[[^\]]*\])?)([^A-Za-z\s*]).*?\1|\\.|(%).*")
"""Code in a line, a sign behind a backslash, and a comment."""
_IMAGE = re.compile(r"\\includegraphics\*?\s*(?=[\[{])")
_COMMENT = re.compile(r"[ \t]*%")
_FLOAT = re.compile(r"[ \t]*\\begin\{figure\*?\}")
_FLOAT_END = re.compile(r"\\end\{figure\*?\}[ \t]*$")
_IN_GROUP = re.compile(r"[ \t]*\{\\(?:centering|raggedright|raggedleft)[ \t]*\\includegraphics")
_IN_PATH = re.compile(r"[\\{}%~^$&#]")
_KEPT_IN_PATH = re.compile(r"\\string([~^$&#])|\\csname ([@a-z]+)\\endcsname ")
_NAMES_IN_PATH = {"%": "@percentchar", "\\": "@backslashchar", "{": "@charlb", "}": "@charrb"}
"""What has a meaning even behind `\\string`, or is taken for a comment before it."""
_SIDES = {"left": "\\raggedright", "right": "\\raggedleft"}
_WHOLE = r"width=\linewidth, height=0.85\textheight, keepaspectratio"
"""As wide as the line, but no higher than leaves room for a caption: nothing is cut, whatever the map's shape."""


class _Scanner(LineScanner):
    lead = re.compile(r"[ \t]*%[ \t]*(?=argmap(?:[ \t]|$))")

    def step(self) -> None:
        number = self.at
        text = self.text(number)
        self.at += 1
        if _FENCE.match(text):
            self._fence(number)
            return
        code = _NOT_READ.sub(lambda found: found[0] if found[0][0] == "\\" and not found[1] else "", text)
        verbatim = _VERBATIM.search(code)
        if verbatim:
            end = f"\\end{{{verbatim[1]}}}"
            if end not in code[verbatim.end() :]:
                after = (at for at in range(self.at, self.count) if end in self.text(at))
                self.at = next(after, self.count - 1) + 1
        elif "\\end{document}" in code:
            self.at = self.count

    def _fence(self, number: int) -> None:
        text = self.source.text
        found = _FENCE.match(self.text(number))
        start = self.lines.starts[number] + (found.end() if found else 0)
        last = next((at for at in range(number, self.count) if _FENCE_END.search(self.text(at))), None)
        if last is None:
            self.unclosed(number, "the environment `argmap` is not closed", "close it with `\\end{argmap}`")
            self.at = self.count
            return
        end = _FENCE_END.search(self.text(last))
        stop = self.lines.starts[last] + (end.start() if end else 0)
        behind = self.text(last)[end.end() :].strip() if end else ""
        if behind and not behind.startswith("%"):
            self.unclosed(last, "there are words behind `\\end{argmap}`", "put them on the next line")
            self.at = last + 1
            return
        given: list[Given] = []
        opening = re.compile(r"\s*(?=\[)").match(text, start, stop)
        if opening:
            close = closing(text, opening.end(), stop)
            if close < 0:
                self.unclosed(number, "the options of the environment are not closed", "close them with `]`")
                self.at = last + 1
                return
            given = self._given(opening.end() + 1, close)
            start = close + 1
        self.take_fence(number, last, tuple(given), self._map(start, stop))

    def _given(self, start: int, end: int) -> list[Given]:
        found = list(options(self.source, start, end))
        self.faults += [item for item in found if isinstance(item, Diagnostic)]
        return [item for item in found if isinstance(item, Given)]

    def _map(self, start: int, end: int) -> tuple[str | None, int]:
        first, last = self.lines.at(start), self.lines.at(end)
        if first == last:
            return as_body([self.source.text[start:end].strip()]), first
        rest = self.source.text[start : self.lines.end(first)].strip()
        lines = [rest if not rest.startswith("%") else "", *(self.text(at) for at in range(first + 1, last))]
        lines.append(self.source.text[self.lines.starts[last] : end])
        kept, skipped = trimmed(lines)
        margin = min((len(line) - len(line.lstrip(" ")) for line in kept if line.strip()), default=0)
        return as_body([line[margin:] if line.strip() else "" for line in kept]), first + skipped

    def body(self, number: int, head: Head) -> tuple[str | None, int, int]:
        return self.commented_body(number, head, _COMMENT)

    def picture(self, number: int, after: int, head: Head) -> Behind | None:
        first = self.next_filled(after)
        if first == self.count:
            return None
        text = self.text(first)
        if _FLOAT.match(text):
            return self._float(number, first, head)
        found = _IMAGE.search(text)
        is_ours = found and (not text[: found.start()].strip() or _IN_GROUP.match(text))
        end = next(at for at in range(first, self.count + 1) if self.is_empty(at))
        behind = self._image(first, end - 1, alone=True) if is_ours else None
        return behind._replace(given=self.adopted(head, behind.given)) if behind else None

    def _float(self, number: int, first: int, head: Head) -> Behind | None:
        last = next((at for at in range(first, self.count) if _FLOAT_END.search(self.text(at))), first)
        behind = self._image(first, last)
        if behind is None:
            return None
        if any(item.name in ("caption", "name") for item in head.given):
            return Behind(behind.picture, last)
        message = "the marker stands before a figure environment that is not its own"
        advice = "move it into the environment, to the line before `\\includegraphics`; or give it a `caption`"
        self.faults.append(finding("ambiguous-block", message, self.span(number, number), help=advice))
        return None

    def _image(self, first: int, last: int, *, alone: bool = False) -> Behind | None:
        """The first image in some lines; `alone` if no words stand behind it."""
        text, end = self.source.text, self.lines.end(last)
        found = _IMAGE.search(text, self.lines.starts[first], end)
        if found is None:
            return None
        position = found.end()
        given: dict[str, Given] = {}
        if text[position] == "[":
            close = closing(text, position, end)
            if close < 0:
                return None
            read = options(self.source, position + 1, close)
            given = {item.name: item for item in read if isinstance(item, Given)}
            gap = re.compile(r"\s*").match(text, close + 1)
            position = gap.end() if gap else close + 1
        close = closing(text, position, end) if text[position : position + 1] == "{" else -1
        if close < 0:
            return None
        line = self.lines.at(close)
        behind = text[close + 1 : self.lines.end(line)].strip()
        if alone and behind not in ("", "\\par}") and not behind.startswith("%"):
            return None
        alt = given["alt"].value if "alt" in given else ""
        width = (given["width"],) if "width" in given else ()
        return Behind(Picture(_path(text[position + 1 : close]), alt), line, width)


def _path(words: str) -> str:
    named = {name: sign for sign, name in _NAMES_IN_PATH.items()}
    return _KEPT_IN_PATH.sub(lambda found: found[1] or named.get(found[2], found[0]), words).strip()


def _in_path(sign: str) -> str:
    return f"\\csname {_NAMES_IN_PATH[sign]}\\endcsname " if sign in _NAMES_IN_PATH else f"\\string{sign}"


def _scan(source: SourceFile) -> Scan:
    return _Scanner(source).scan()


def _write(placed: Placed) -> str:
    lines: list[str] = []
    if placed.with_marker:
        lines = [f"% {write_head(placed)}", *commented(placed.body or "", "%")]
    if placed.kind == FIGURE:
        return with_margin([*lines, *_figure(placed)], placed.margin)
    lines += placed.text.strip("\n").split("\n") if placed.text.strip("\n") else []
    if placed.with_marker:
        lines.append(f"% {write_head(Placed(END, Attributes(), None, ''))}")
    return with_margin(lines, placed.margin)


def _figure(placed: Placed) -> list[str]:
    given = placed.attributes
    path = _IN_PATH.sub(lambda found: _in_path(found[0]), placed.path)
    alt = f", alt={{{MARKUP.text(placed.alt)}}}" if placed.alt else ""
    image = f"\\includegraphics[{_size(given.width)}{alt}]{{{path}}}"
    side = _SIDES.get(given.align or "", "\\centering")
    if not given.caption and not given.name:
        return [f"{{{side} {image}\\par}}" if given.align else image]
    return [
        "\\begin{figure}[htbp]",
        f"  {side}",
        f"  {image}",
        *([f"  \\caption{{{MARKUP.text(given.caption)}}}"] if given.caption else []),
        *([f"  \\label{{{given.name}}}"] if given.name else []),
        "\\end{figure}",
    ]


def _size(width: str | None) -> str:
    if width is None:
        return _WHOLE
    share = re.fullmatch(r"([0-9.]+)%", width)
    if share:
        return f"width={float(share[1]) / 100:g}\\linewidth"
    return f"width={float(width[:-2]) * 0.75:g}bp" if width.endswith("px") else f"width={width}"


HOST = Host(
    name="latex",
    title="LaTeX",
    suffixes=(".tex", ".latex", ".ltx"),
    format="pdf",
    markup=MARKUP,
    scan=_scan,
    write=_write,
)
