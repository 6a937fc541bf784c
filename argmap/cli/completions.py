"""What the shell completes: maps, rules, formats, and the words of the map on the command line."""

import os
import shlex
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from argmap.core.codes import LEDGER

FIELDS = {"focus": "focus", "tag": "tags", "group": "groups", "question": "questions", "speaker": "speakers"}
"""The field of a view that each filter option fills."""


def maps(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the names of maps and of folders."""
    from argmap.project.discovery import is_map

    before = Path(incomplete)
    folder = before if incomplete.endswith("/") or not incomplete else before.parent
    start = "" if folder == before else before.name
    found = []
    try:
        for item in sorted(folder.iterdir()):
            if item.name.startswith(start) and (start.startswith(".") or not item.name.startswith(".")):
                if item.is_dir():
                    found.append(CompletionItem(f"{item}/"))
                elif is_map(item.name):
                    found.append(CompletionItem(str(item)))
    except OSError:
        return []
    return found


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the names and codes of rules."""
    words = [*LEDGER, *(entry.code for entry in LEDGER.values())]
    return [CompletionItem(word) for word in words if word.lower().startswith(incomplete.lower())]


def schemes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the names of schemes of argumentation, each with what it is."""
    from argmap.core.schemes import CATALOGUE

    start = incomplete.lower()
    found = (scheme for scheme in CATALOGUE.values() if scheme.name.startswith(start))
    return [CompletionItem(scheme.name, help=scheme.about) for scheme in found]


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the names of formats."""
    from argmap.formats import FORMATS

    return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete)]


def words_of_map(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete what a filter names: the claims, tags, groups, questions or speakers of the map on the command line."""
    return _words(FIELDS[str(param.name)], incomplete)


def claims_of_map(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the ids of the claims of the map on the command line."""
    return _words(FIELDS["focus"], incomplete)


def _words(field: str, incomplete: str) -> list[CompletionItem]:
    from argmap.diagram.view import names
    from argmap.pipeline import load, read
    from argmap.project.discovery import is_map

    words = shlex.split(os.environ.get("COMP_WORDS", ""))  # click knows no argument while an option lacks its value
    try:
        found = load(read(next(word for word in words if is_map(word)))).map
    except Exception:  # noqa: BLE001 - a shell that asks for completions must get no error
        return []
    known = names(found)[field] if found else ()
    return [CompletionItem(word) for word in known if word.startswith(incomplete)]
