"""What to say of a word that names nothing."""

from collections.abc import Iterable
from typing import NoReturn

import click

from argmap.core.registry import did_you_mean


def fail_unknown(kind: str, word: str, known: Iterable[str], option: str) -> NoReturn:
    """Stop with a usage error that names the nearest known word.

    Args:
        kind: What the word was to name, such as `claim`.
        word: The word.
        known: The words that would have done.
        option: The option that it was given to.

    Raises:
        click.UsageError: Always.
    """
    from argmap.reporters.glyphs import visible

    names = [visible(name) for name in known]
    near = did_you_mean(word, names)
    hint = f" Did you mean '{near}'?" if near else ""
    if not near and names:
        hint = f" There are: {', '.join(names[:12])}{', ...' if len(names) > 12 else ''}."
    raise click.UsageError(f"{option}: there is no {kind} '{word}'.{hint}")
