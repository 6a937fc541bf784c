"""Files that are made from the code: what should stand in them now."""

import re
import textwrap
from itertools import groupby
from pathlib import Path

import click

from argmap.cli.main import COMMANDS, cli
from argmap.cli.rule_examples import DOCUMENTS, STOPS, comment_signs, page_of
from argmap.core.codes import LEDGER
from argmap.core.schemes import CATALOGUE
from argmap.formats import FORMATS
from argmap.formats.features import holdings
from argmap.formats.native import starter
from argmap.formats.native.schema import FILE as SCHEMA_FILE
from argmap.formats.native.schema import schema_text
from argmap.rules import RULES
from argmap.rules.base import Rule
from tests.documents import ROOT, blocks

README_MAP = ROOT / "arguments/european-troops-ukraine.argmap.yaml"
README_PICTURE = ROOT / "docs/images/european-troops-ukraine.svg"
README_PART = ROOT / "docs/images/europes-part.svg"
README_EVALUATED = ROOT / "docs/images/european-troops-evaluated.svg"
EVALUATED = ROOT / "docs/images/evaluating"
REVIEW = ROOT / "examples/review"
"""The example that compares two maps; its own commands make its files."""

SCHEMES = ROOT / "docs/schemes.md"
"""The page on schemes of argumentation; its tables, from the mark on, are made."""
_SCHEMES_FROM = "## All schemes\n"

_AREAS = {
    "AM0": "Syntax and shape",
    "AM1": "Ids and references",
    "AM2": "Structure",
    "AM3": "Evidence",
    "AM4": "Wording",
    "AM5": "Evaluation",
    "AM6": "Maps in documents",
    "AM9": "Configuration and suppression",
}


_FILE = re.compile(r"^(?P<fence>`{3,})\w*(?: (?P<name>\S+))?\n.*?^(?P=fence)$", re.MULTILINE | re.DOTALL)


def pages() -> dict[Path, str]:
    """All generated texts by file, pictures left out."""
    made = {ROOT / f"docs/rules/{rule.name}.md": rule_page(rule) for rule in RULES.values()}
    made[ROOT / "docs/rules/index.md"] = rule_index()
    made[ROOT / "docs/cli.md"] = command_page()
    made[SCHEMES] = scheme_page()
    made[ROOT / "docs/formats/index.md"] = format_index()
    made[SCHEMA_FILE] = schema_text()
    made[ROOT / "docs/images/tram.argmap.yaml"] = starter("tram")
    made[ROOT / "docs/images/signs.argmap.yaml"] = _map_in("docs/drawing.md")
    made |= {EVALUATED / name: text for name, text in _maps_in("docs/evaluating.md").items()}
    return made


def pictures() -> dict[Path, list[str]]:
    """All committed pictures by file, each with the arguments of `argmap render` that make it, from the root."""
    whole = str(README_MAP.relative_to(ROOT))
    made = {README_PICTURE: [whole], README_PART: [whole, "--group", "europe", "--title", "Europe's part"]}
    for path in sorted([*ROOT.glob("examples/*/*.argmap.yaml"), *ROOT.glob("examples/*/*.argdown")]):
        if path.parent == REVIEW:
            continue
        stem = path.name.removesuffix(".argdown").removesuffix(".argmap.yaml")
        made[path.with_name(f"{stem}.svg")] = [str(path.relative_to(ROOT))]
    for path in sorted(ROOT.glob("docs/images/*.argmap.yaml")):
        made[path.with_name(path.name.replace(".argmap.yaml", ".svg"))] = [str(path.relative_to(ROOT))]
    made[ROOT / "docs/images/stands.svg"] += ["--evaluate", "grounded"]
    return made | _evaluated()


def _evaluated() -> dict[Path, list[str]]:
    """The pictures that show an evaluation: the article's map, and the small maps of the page on evaluating."""
    made = {README_EVALUATED: [str(README_MAP.relative_to(ROOT)), "--evaluate", "grounded"]}
    for name in _maps_in("docs/evaluating.md"):
        path = EVALUATED / name
        made[path.with_name(name.replace(".argmap.yaml", ".svg"))] = [
            str(path.relative_to(ROOT)), "--evaluate", "grounded",
        ]  # fmt: skip
    tram, readings = (str((EVALUATED / f"{name}.argmap.yaml").relative_to(ROOT)) for name in ("tram", "readings"))
    made[EVALUATED / "tram-strengths.svg"] = [tram, "--evaluate", "df-quad"]
    for support in ("deductive", "necessary", "ignore"):
        made[EVALUATED / f"readings-{support}.svg"] = [readings, "--evaluate", "grounded", "--support", support]
    return made


def _map_in(page: str) -> str:
    """The first map of a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return next(block.text for block in blocks(text) if block.language == "yaml")


def _maps_in(page: str) -> dict[str, str]:
    """The maps of a page that have a file name, by that name."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return {block.file: block.text for block in blocks(text) if block.language == "yaml" and block.file}


def rule_page(rule: Rule) -> str:
    """The page of a rule in the documentation."""
    name, page = rule.name, page_of(rule).strip()
    aside = "" if rule.is_by_default else " · only if selected"
    return f"""# {name}

`{rule.code}` · {rule.severity}{aside} · [all rules](index.md)

{_FILE.sub(_with_name, page)}
{"" if rule.is_by_default else _asking(name)}
## Leave it out

{_silence(rule, page)}
"""


def _asking(name: str) -> str:
    """How a rule is asked for that is not reported by default."""
    return f"""
## Ask for it

In a whole run: `argmap check --select {name}`.
Besides all other findings: `argmap check --select all,{name}`.
In a project: `select = ["all", "{name}"]` in its [configuration](../checking.md#configuration).
"""


def _with_name(block: re.Match[str]) -> str:
    """A block of code under the name of its file: on a page, nobody would see it behind the language."""
    return f"`{block['name']}`:\n\n{block[0]}" if block["name"] else block[0]


def _silence(rule: Rule, page: str) -> str:
    """How the rule is left out."""
    if rule.is_of_documents:
        return textwrap.fill(f"{DOCUMENTS} See [Maps in documents](../embedding.md).", 120, break_on_hyphens=False)
    if not rule.may_be_left_out:
        return STOPS
    name = rule.name
    comments = [f"`{sign} argmap: allow {name} — reason`" for sign in comment_signs(page)]
    if not rule.is_by_default:
        return f"On one line of a file ([suppression](../checking.md#suppression)):\n{', in Argdown '.join(comments)}."
    whole = f"""In a whole run: `argmap check --ignore {name}`. In a project: `ignore = ["{name}"]` in its
[configuration](../checking.md#configuration)."""
    if not comments:
        return whole
    return f"""{whole} On one line of a file ([suppression](../checking.md#suppression)):
{", in Argdown ".join(comments)}."""


def rule_index() -> str:
    """The table of all rules."""
    lines = [
        "# Rules",
        "",
        "Everything that `argmap check` can find, by area, and what is found of [maps in documents](../embedding.md).",
        "`argmap rule NAME` prints the same pages in the terminal. Errors and warnings fail a check; advice does so",
        "only under `--strict`. See [Checking](../checking.md).",
    ]
    order = [name for name in LEDGER if name in RULES]
    for start, title in _AREAS.items():
        rules = [RULES[name] for name in order if RULES[name].code.startswith(start)]
        if rules:
            lines += ["", f"## {title}", "", "| code | rule | severity | what it finds |", "|---|---|---|---|"]
            lines += [
                f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity} | {_sentence(rule)} |"
                for rule in rules
            ]
    return "\n".join(lines) + "\n"


def _sentence(rule: Rule) -> str:
    return rule.summary if rule.is_by_default else f"{rule.summary} Only if selected."


def scheme_page() -> str:
    """The page on schemes of argumentation, with a table of each family."""
    before = SCHEMES.read_text(encoding="utf-8").split(_SCHEMES_FROM)[0]
    lines = []
    for family, schemes in groupby(CATALOGUE.values(), key=lambda scheme: scheme.family):
        lines += ["", f"### {family}", "", "| scheme | what it is | what it asks |", "|---|---|---|"]
        for scheme in schemes:
            asked = " ".join(question.text for question in scheme.questions)
            lines.append(f"| `{scheme.name}` | {scheme.about} | {asked} |")
    return before + _SCHEMES_FROM + "\n".join(lines) + "\n"


_PAGES = {
    "yaml": "../file-format.md",
    "json": "../json.md",
    "argdown": "../argdown.md",
    "argdown-json": "../argdown.md",
    "dot": "../drawing.md",
    "mermaid": "../drawing.md",
    "xaif": "aif.md",
    "ova2": "aif.md",
    "af": "iccma.md",
    "apx": "iccma.md",
    "tgf": "iccma.md",
    "markdown": "outline.md",
    "text": "outline.md",
}
"""The pages of formats that do not have one of their own name."""


def format_index() -> str:
    """The tables of all formats of maps."""
    lines = [
        "# Formats",
        "",
        "The formats that maps are read from and written in. `argmap formats` prints the same in the terminal;",
        "[Interchange](../interchange.md) shows how to get from one to another.",
        "",
        "| name | what it is | read | write | endings |",
        "|---|---|---|---|---|",
    ]
    for name, item in FORMATS.items():
        marks = " | ".join("yes" if mark else "" for mark in (item.read, item.write))
        endings = " ".join(f"`{suffix}`" for suffix in item.suffixes)
        lines.append(f"| [{name}]({_PAGES.get(name, f'{name}.md')}) | {item.title} | {marks} | {endings} |")
    written = [item for item in FORMATS.values() if item.write and item.carries is not None]
    lines += [
        "",
        "## What each can hold",
        "",
        "YAML, JSON and both forms of Argdown hold all that a map can say. Of the others that argmap writes, each",
        "holds what is marked here; the rest is lost on the way, and `argmap convert` says so. Those that are read as",
        "well also give back what a file said beyond that.",
        "",
        f"| | {' | '.join(item.name for item in written)} |",
        f"|---|{'---|' * len(written)}",
    ]
    for kinds in zip(*(holdings(item) for item in written), strict=True):
        marks = " | ".join("●" if is_held else "" for _, is_held in kinds)
        lines.append(f"| {kinds[0][0]} | {marks} |")
    return "\n".join(lines) + "\n"


def command_page() -> str:
    """The help of every command."""
    lines = [
        "# Command line",
        "",
        "What `argmap COMMAND --help` says, for every command. The pages on [checking](checking.md) and",
        "[drawing](drawing.md) show the commands at work.",
        "",
        *_help_of(cli, "argmap"),
    ]
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        lines += ["", *_help_of(command, f"argmap {name}")]
        for part in command.commands.values() if isinstance(command, click.Group) else ():
            lines += ["", *_help_of(part, f"argmap {name} FILE {part.name}")]
    return "\n".join(lines) + "\n"


def _help_of(command: click.Command, name: str) -> list[str]:
    parent = click.Context(cli, info_name="argmap") if name != "argmap" else None
    settings = {"terminal_width": 90, "max_content_width": 90}
    own_name = name.rsplit(maxsplit=1)[-1]
    context = command.context_class(
        command, parent=parent, info_name=own_name, **settings, help_option_names=["-h", "--help"]
    )
    return [f"## {name}", "", "```text", *command.get_help(context).rstrip().splitlines(), "```"]
