"""A fence as superfences hands it over: its options and its body, without a place."""

from collections.abc import Mapping
from typing import Any, NamedTuple

_FLAGS = ("legend", "hidden")


class Written(NamedTuple):
    """A fence of a page.

    Attributes:
        values: Its attributes as text, by name; `name` among them if the header has an id.
        body: What stands in it.
        classes: The classes of the figure.
    """

    values: Mapping[str, str]
    body: str
    classes: tuple[str, ...]

    @classmethod
    def of(cls, body: str, options: Mapping[str, Any], class_name: str, kwargs: Mapping[str, Any]) -> "Written":
        """Read what a formatter of superfences is called with. A name alone comes as a value that repeats it."""
        given = options.get("given", {})
        values = {str(key): "" if key in _FLAGS and value == key else str(value) for key, value in given.items()}
        if kwargs.get("id_value"):
            values["name"] = str(kwargs["id_value"])
        classes = dict.fromkeys([class_name or "argmap", *kwargs.get("classes", ())])
        return cls(values, body, tuple(classes))
