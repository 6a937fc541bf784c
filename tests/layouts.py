"""Maps written as YAML in layouts made by chance: whatever people may type for the same map, with comments anywhere."""

import re
from itertools import count

from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.formats.data import display
from argmap.formats.native.short_forms import citations, one, said, standing_apart
from argmap.formats.native.writing import INLINE, claim_entry, group_entry, inline_form
from argmap.formats.native.yaml_text import Free, is_plain, key_text, quoted, scalar

_IN_DOUBLE_QUOTES = str.maketrans({"\\": "\\\\", '"': '\\"'})
_SINGLE_SPACE = re.compile(r"(?<=[^\s]) (?=[^\s])")
_SHORT = {
    "claims": "text", "questions": "text", "speakers": "name", "sources": "title", "groups": "members",
    "supports": "to", "attacks": "to", "conflicts": "to",
}  # fmt: skip
_LISTS = ("answers", "by", "cites", "tags", "restatements", "with", "premises", "supports", "attacks", "conflicts")


@st.composite
def layouts(draw, given_map, whole_flow=True):
    """A text that reads as the map, up to the order of its relations, without a finding.

    Each comment in it is told from the others by a number: `# note 7`.

    Args:
        draw: Given by hypothesis.
        given_map: The map; its relations without an id have different ends, as those of `maps()` have.
        whole_flow: Whether the file may be one mapping in `{ }`.
    """
    chance = draw(st.randoms(use_true_random=False))
    writer = _Writer(chance)
    text = writer.file(_document(given_map, chance), whole_flow)
    if chance.random() < 0.25:
        text = text.removesuffix("\n")
    if chance.random() < 0.25:
        text = text.replace("\n", "\r\n")
    return SourceFile("map.argmap.yaml", text)


def _document(given, chance):
    """The map as plain data, with short forms and lists of one here and there, and relations inline or apart."""
    style = chance.choice(["inline", "apart", "mixed"])
    inline = {claim.id: {} for claim in given.claims}
    apart = []
    for item in given.relations:
        name = item.id if item.named else None
        if style == "apart" or (style == "mixed" and chance.random() < 0.5):
            apart.append(standing_apart(item, name))
        else:
            inline[item.premises[0]].setdefault(INLINE[item.kind], []).append(inline_form(item, name))
    claims = {
        it.id: claim_entry(it, {name: one(forms) for name, forms in inline[it.id].items()}) for it in given.claims
    }
    sections = {
        "title": given.title,
        "description": given.description,
        "language": given.language,
        "sources": {it.id: said(**_fields(it, "title author date link text paragraphs")) for it in given.sources},
        "speakers": {it.id: said(**_fields(it, "name role link")) for it in given.speakers},
        "questions": {
            it.id: said(text=it.text, title=it.title, cites=citations(it.cites), tags=one(it.tags), note=it.note)
            for it in given.questions
        },
        "claims": claims,
        "relations": apart,
        "groups": {it.id: group_entry(it) for it in given.groups},
        "display": display(given.display),
        "data": Free(given.data),
    }
    found = {"argmap": 1, **{name: value for name, value in sections.items() if value not in (None, {}, [])}}
    if chance.random() < 0.15:
        names = list(found)
        chance.shuffle(names)
        found = {name: found[name] for name in names}
    for name, section in found.items():
        if name in _SHORT:
            found[name] = {key: _loosened(entry, name, chance) for key, entry in section.items()}
        elif name == "relations":
            found[name] = [_loosened(item, name, chance) for item in section]
    return found


def _fields(item, names):
    return {name: getattr(item, name) for name in names.split()}


def _loosened(entry, kind, chance):
    """An entry or relation in another form that says the same."""
    if kind in _SHORT and not isinstance(entry, dict) and chance.random() < 0.2:
        entry = {_SHORT[kind]: entry}
    if not isinstance(entry, dict):
        return entry
    if kind in ("speakers", "sources", "questions") and len(entry) == 1 and chance.random() < 0.7:
        return entry[_SHORT[kind]]
    fields = {}
    for name, given in entry.items():
        value = given
        if name in INLINE.values():
            forms = value if isinstance(value, list) else [value]
            forms = [_loosened(form, name, chance) for form in forms]
            value = one(forms)
        if name in _LISTS and not isinstance(value, list) and chance.random() < 0.2:
            value = [value]
        fields[name] = value
    if chance.random() < 0.1 and "note" not in fields and kind in ("claims", "questions", "relations", "groups"):
        fields["note"] = None
    if chance.random() < 0.1:
        names = list(fields)
        chance.shuffle(names)
        fields = {name: fields[name] for name in names}
    return fields


class _Writer:
    """Writes data in one layout; `step` and `dash` are how far mappings and the dashes of lists are indented."""

    def __init__(self, chance):
        self.chance = chance
        self.step = chance.choice([2, 2, 2, 3, 4])
        self.dash = chance.choice([0, 2, self.step])
        self.remarks = chance.choice([0, 0, 0.1, 0.3])
        self.gaps = chance.choice([0, 0.1, 0.6])
        self.entry_gap = chance.random() < 0.3
        self.flow = chance.choice([0.1, 0.5, 0.9])
        self.numbers = count(1)
        self.in_block = False
        self.anchors = chance.choice([0, 0, 0.05])

    def yes(self, odds):
        return self.chance.random() < odds

    def comment(self):
        return f"# note {next(self.numbers)}"

    def file(self, document, whole_flow):
        lines = []
        if self.yes(0.1):
            lines += [self.comment(), ""]
        if self.yes(0.1):
            lines += ["---"]
        if whole_flow and self.yes(0.05):
            lines += self.flow_lines("", document, 0, False)
        else:
            lines += self.mapping(document, 0, False, top=True)
        if self.yes(0.1):
            lines += [self.comment()]
        if self.yes(0.05):
            lines += ["..."]
        elif self.yes(0.1):
            lines += [""]
        return "".join(f"{line}\n" for line in lines)

    def between(self, indent):
        """What stands between two entries of a block."""
        lines = []
        if self.yes(self.remarks / 4):
            lines += ["", " " * indent + self.comment(), ""]
        elif self.yes(self.gaps * 0.3):
            lines += [""]
        if self.yes(self.remarks):
            columns = [indent] if self.in_block else [indent, indent, indent, 0, indent + 2]
            lines += [" " * self.chance.choice(columns) + self.comment()]
        self.in_block = False
        return lines

    def mapping(self, value, indent, is_free, top=False):
        lines = []
        for name, item in value.items():
            if top and lines and self.entry_gap:
                lines += [""]
            lines += self.between(indent) if name != "argmap" or lines else []
            key = key_text(name)
            if self.yes(0.1) and not key.startswith(("'", '"')):
                key = f'"{name}"' if is_plain(name) and not {'"', "\\"} & {*name} else key
            if len(key) > 1000:
                lines += [" " * indent + f"? {key}"]
                key = ""
            lines += self.entry(" " * indent + f"{key}:", item, indent, is_free or isinstance(value, Free))
        return lines

    def items(self, value, indent, is_free):
        lines = []
        for item in value:
            lines += self.between(indent)
            if isinstance(item, dict) and item and not self.yes(self.flow):
                first, *rest = self.mapping(item, indent + 2, is_free or isinstance(item, Free))
                while not first.strip() or first.lstrip().startswith("#"):
                    lines.append(first)
                    first, *rest = rest
                lines += [" " * indent + "- " + first.lstrip(), *rest]
            else:
                lines += self.entry(" " * indent + "-", item, indent, is_free)
        return lines

    def entry(self, start, value, indent, is_free):
        """A key or dash with its value."""
        is_free = is_free or isinstance(value, Free)
        if isinstance(value, dict | list | tuple):
            if not value or self.yes(self.flow):
                return self.flow_lines(f"{start} {self.anchor()}", value, indent, is_free)
            head = [f"{start}{self.anchor()}".rstrip() + self.end()]
            if start.endswith(":") and self.yes(0.0 if isinstance(value, dict) else 0):
                return head
            if isinstance(value, dict):
                return head + self.mapping(value, indent + self.step, is_free)
            dash = self.dash if start.endswith(":") else 2
            return head + self.items(value, indent + dash, is_free)
        if value is None and not is_free:
            return [f"{start}{self.chance.choice(['', ' ~', ' null'])}{self.end()}"]
        return self.text(start, value, indent, is_free)

    def anchor(self):
        return f" &x{next(self.numbers)} " if self.yes(self.anchors) else ""

    def end(self):
        return "  " + self.comment() if self.yes(self.remarks / 2) else ""

    def text(self, start, value, indent, is_free):
        """A single value of a block."""
        start = f"{start}{self.anchor()}".rstrip()
        if not isinstance(value, str):
            return [f"{start} {scalar(value, False, is_free)}{self.end()}"]
        style = self.chance.choice(["plain", "plain", "plain", "'", '"', "|", ">", "wrapped"])
        pad = " " * (indent + self.chance.choice([2, self.step, 4]))
        if style in ("|", ">") and (lines := _block(value, style, self.chance)):
            first, *rest = lines
            self.in_block = True
            return [f"{start} {first}{self.end()}", *(pad + line if line else "" for line in rest)]
        typed = self.typed(value, style, False, is_free)
        parts = _SINGLE_SPACE.split(typed) if style == "wrapped" else [typed]
        lines = [f"{start} {parts[0]}"]
        for part in parts[1:]:
            if self.yes(0.3):
                lines.append(pad + part)
            else:
                lines[-1] += f" {part}"
        lines[-1] += self.end()
        return lines

    def typed(self, value, style, in_flow, is_free):
        plain = scalar(value, in_flow, is_free)
        if style in ("plain", "wrapped", "|", ">"):
            return plain
        if quoted(value).startswith('"') and "\\" in quoted(value).replace("\\\\", "").replace('\\"', ""):
            return quoted(value)
        if style == "'":
            return "'" + value.replace("'", "''") + "'" if "\n" not in value else quoted(value)
        return f'"{value.translate(_IN_DOUBLE_QUOTES)}"' if "\n" not in value else quoted(value)

    def flow_lines(self, start, value, indent, is_free):
        """A list or mapping in brackets, on a line or on several."""
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        start = f"{start.rstrip()} {opening}".lstrip() if not start.strip() else f"{start.rstrip()} {opening}"
        inner = is_free or isinstance(value, Free)
        if isinstance(value, dict):
            parts = [f"{self.flow_key(name)} {self.flow_text(item, inner)}" for name, item in value.items()]
        else:
            parts = [self.flow_text(item, inner) for item in value]
        if not parts or not self.yes(0.2):
            space = self.chance.choice(["", " "])
            comma = self.chance.choice([", ", ", ", ","]) if not any(":" in part[-1:] for part in parts) else ", "
            return [f"{start}{space}{comma.join(parts)}{space}{closing}{self.end()}"]
        pad = " " * (indent + self.step)
        lines = [start + self.end()]
        for number, part in enumerate(parts):
            if self.yes(self.remarks):
                lines.append(pad + self.comment())
            comma = "," if number < len(parts) - 1 or self.yes(0.3) else ""
            lines.append(pad + part + comma + self.end())
        if self.yes(0.3) and "#" not in lines[-1]:
            lines[-1] += closing + self.end()
        else:
            lines.append(" " * (indent + 1 if indent else 0) + closing + self.end())
        return lines

    def flow_key(self, name):
        key = key_text(name, True)
        return f"{key}:" if len(key) <= 1000 else f"? {key} :"

    def flow_text(self, value, is_free):
        inner = is_free or isinstance(value, Free)
        if isinstance(value, dict):
            pairs = (f"{self.flow_key(name)} {self.flow_text(item, inner)}" for name, item in value.items())
            return "{" + ", ".join(pairs) + "}"
        if isinstance(value, list | tuple):
            return "[" + ", ".join(self.flow_text(item, inner) for item in value) + "]"
        if isinstance(value, str):
            return self.typed(value, self.chance.choice(["plain", "plain", "'", '"']), True, inner)
        return scalar(value, True, inner)


def _block(value, style, chance):
    """The lines of a text as a block, header first; None if that cannot hold it."""
    body = value.removesuffix("\n")
    lines = body.split("\n")
    if not body.strip() or "\t" in value or _has_escapes(value) or body[0] in " \n" or body[-1] in " \n":
        return None
    if any(line != line.strip(" ") for line in lines):
        return None
    sign = style + ("" if value.endswith("\n") else "-")
    if style == "|":
        return [sign, *lines]
    if len(lines) > 1:
        return None
    found = []
    for word in _SINGLE_SPACE.split(body):
        if found and chance.random() < 0.7:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return [sign, *found]


def _has_escapes(value):
    rest = value.replace('"', "").replace("\\", "").replace("\n", "")
    return quoted(rest) != f'"{rest}"'
