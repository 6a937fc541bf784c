"""Values of fields as they are typed on a command line, as what they mean and as YAML."""

from collections.abc import Iterable, Sequence
from typing import Any

from argmap.core.model import Citation
from argmap.editing.base import RefusedError
from argmap.editing.operations import Items, Value
from argmap.formats.native.short_forms import citations, one, share
from argmap.formats.trees.scalars import plain_value


def free(value: Value) -> Any:
    """A value of data: text, number, truth value or list; None for none."""
    if isinstance(value, Items):
        raise RefusedError("data cannot be changed item by item", "give the whole list")
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    return None if value is None else plain_value(value)


def flag(name: str, value: Value) -> bool | None:
    """A truth value.

    Raises:
        RefusedError: It is none.
    """
    if value is None:
        return None
    if value not in ("true", "false"):
        raise RefusedError(f"`{name}` must be `true` or `false`")
    return value == "true"


def share_of(name: str, value: Value) -> float | None:
    """A number from 0 to 1.

    Raises:
        RefusedError: It is none.
    """
    if value is None:
        return None
    found = plain_value(value) if isinstance(value, str) else None
    if isinstance(found, bool) or not isinstance(found, int | float) or not 0 <= found <= 1:
        raise RefusedError(f"`{name}` must be a number from 0 to 1")
    return float(found)


def single(name: str, value: Value) -> str | None:
    """A text.

    Raises:
        RefusedError: It is a list.
    """
    if isinstance(value, Items | tuple):
        raise RefusedError(f"`{name}` is no list")
    return value


def new_list(before: Sequence[str], value: Value) -> tuple[str, ...]:
    """The items of a list after a change."""
    if isinstance(value, Items):
        kept = tuple(item for item in before if item not in value.removed)
        return (*kept, *(item for item in dict.fromkeys(value.added) if item not in kept))
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def of_field(before: Any, name: str, value: Value) -> tuple[Any, Any]:
    """A new value of a field, and how it is typed; None for nothing.

    Args:
        before: Its value before.
        name: Its name: a list, `score`, `weight` or `paragraphs`, or a text.
        value: The new one.

    Raises:
        RefusedError: It does not fit the field.
    """
    if name == "cites":
        cites = cited(new_list(shown_citations(before), value))
        return cites, one(shown_citations(cites)) if cites else None
    if isinstance(before, tuple):
        items = new_list(before, value)
        return items, one(items) if items else None
    if name in ("score", "weight"):
        number = share_of(name, value)
        return number, share(number)
    text = single(name, value)
    if name == "paragraphs" and text is not None:
        if not text.isdecimal() or len(text) > 9:
            raise RefusedError("`paragraphs` must be a whole number")
        return int(text), int(text)
    return text, text


def shown_citations(cites: Iterable[Citation]) -> list[Any]:
    """Citations as they are typed."""
    return [citations((item,)) for item in cites]


def cited(typed: Iterable[Any]) -> tuple[Citation, ...]:
    """Citations from what is typed.

    Raises:
        RefusedError: One cannot be read.
    """
    from pydantic import ValidationError

    from argmap.formats.native.document import ClaimForm

    try:
        forms = ClaimForm.model_validate({"text": "x", "cites": list(typed)}).cites
    except ValidationError as error:
        raise RefusedError("this is no place in a source", "write it as study#p3") from error
    return tuple(Citation(it.source, it.section, it.paragraph, it.quote) for it in forms)
