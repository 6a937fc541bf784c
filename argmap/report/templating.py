"""Jinja templates of reports: run in a sandbox, with every text of the map made harmless before they see it."""

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.report.base import Word

Escape = Callable[[str], str]
"""Plain text to text that means nothing but itself in the language of the template."""

_NAME = "<template>"


class Told:
    """A value of the report as templates see it: its texts are escaped, and it cannot be changed or called.

    Args:
        value: A dataclass of the report, or anything inside one.
        escape: Makes texts harmless.
    """

    __slots__ = ("_escape", "_value")

    def __init__(self, value: object, escape: Escape) -> None:
        self._value = value
        self._escape = escape

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(self._value, name)
        if callable(found):
            raise AttributeError(name)
        return told(found, self._escape)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __str__(self) -> str:
        return f"<{type(self._value).__name__.lower()}>"


def told(value: object, escape: Escape) -> Any:
    """A value as templates see it."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return Markup(escape(value))
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): told(item, escape) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return tuple(told(item, escape) for item in value)
    if is_dataclass(value):
        return Told(value, escape)
    return None


def fill(
    template: SourceFile,
    values: Mapping[str, object],
    escape: Escape,
    say: Callable[[Word], str],
    functions: Mapping[str, Callable[..., str]],
) -> str | Diagnostic:
    """Fill a template.

    Args:
        template: The template.
        values: What it can name; texts in it are escaped.
        escape: Makes texts harmless in the language of the template.
        say: A word of the report in that language.
        functions: Further functions on the values of `values`; what they return stands as it is.

    Returns:
        The text, or what is wrong with the template.
    """

    def shown(value: object) -> object:
        return Markup(escape(value)) if isinstance(value, str) and not hasattr(value, "__html__") else value

    def words(pieces: Any) -> Markup:
        return Markup("".join(say(item) for item in _bare(pieces)))

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=shown, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["words"] = words
    for name, function in functions.items():
        environment.globals[name] = _safe(function)
    try:
        code = environment.compile(template.text, _NAME, _NAME)
        compiled = environment.template_class.from_code(environment, code, environment.make_globals(None))
        return compiled.render({name: told(value, escape) for name, value in values.items()})
    except TemplateSyntaxError as error:
        return _fault(template, error.message or "it is no Jinja template", error.lineno)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        return _fault(template, _message(error), _line(error))
    except (RecursionError, MemoryError, OverflowError):
        return _fault(template, "it asks for too much", None)


def _safe(function: Callable[..., str]) -> Callable[..., Markup]:
    def call(*values: Any) -> Markup:
        return Markup(function(*(item._value if isinstance(item, Told) else item for item in values)))

    return call


def _bare(pieces: Any) -> Iterator[Word]:
    for item in pieces:
        found = item._value if isinstance(item, Told) else item
        if not isinstance(found, Word):
            raise TypeError("the filter `words` takes the words of a paragraph, an item or a cell")
        yield found


def _message(error: Exception) -> str:
    text = str(error).split("\n")[0].replace(f"'{Told.__module__}.{Told.__name__} object'", "this part of the report")
    return text.removesuffix(".") or type(error).__name__


def _line(error: Exception) -> int | None:
    """The line of the template in which a fault came up."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == _NAME]
    return lines[-1] if lines else None


def _fault(template: SourceFile, message: str, line: int | None) -> Diagnostic:
    return template_fault(template, f"the template cannot be filled: {message}", line)


def template_fault(template: SourceFile, message: str, line: int | None) -> Diagnostic:
    """A finding on a user's template, at the start of a line (from 1) or at its beginning."""
    lines = template.text.split("\n")
    number = min(max((line or 1) - 1, 0), len(lines) - 1)
    start = sum(len(item) + 1 for item in lines[:number])
    text = lines[number]
    indent = len(text) - len(text.lstrip())
    span = Span(template, start + indent, start + len(text.rstrip())) if text.strip() else Span(template, start, start)
    advice = "start from the usual template: argmap report --print-template md, html or typ"
    return finding("broken-template", message, span, help=advice)
