"""The configuration file as pydantic models: the door through which settings come in."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from argmap.core.codes import LEDGER
from argmap.core.diagnostics import Diagnostic, Edit, Fix, finding
from argmap.core.registry import did_you_mean
from argmap.core.source import SourceFile, Span
from argmap.project.settings import DEFAULTS, RenderSettings, Settings, unknown_selectors
from argmap.project.toml_places import Path, Place, places

_SELECTOR, _PAGE = "unknown_selector", "unknown_page"


def _known_selector(item: str) -> str:
    if unknown_selectors([item]):
        raise PydanticCustomError(_SELECTOR, "stands for no finding")
    return item


def _known_page(page: str) -> str:
    from argmap.diagram.fit import parse_page

    if parse_page(page) is None:
        raise PydanticCustomError(_PAGE, "is no page")
    return page


_Page = Annotated[str, AfterValidator(_known_page)]
_Selector = Annotated[str, AfterValidator(_known_selector)]


def _hyphens(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=_hyphens)


class RenderTable(_Table):
    """Defaults of `argmap render` and `argmap show`; options on the command line win over them."""

    theme: Literal["light", "dark", "print", "auto"] | None = Field(default=None, description="Colours of the drawing.")
    view: Literal["map", "tree"] | None = Field(default=None, description="Layers, or an indented tree.")
    direction: Literal["auto", "down", "up", "left", "right"] | None = Field(
        default=None, description="Where reasons stand, seen from the thesis."
    )
    labels: Literal["title", "text", "both"] | None = Field(default=None, description="What a box shows.")
    wrap: Annotated[int, Field(ge=12, le=200)] | None = Field(
        default=None, description="Characters in a line, at most."
    )
    legend: bool | None = Field(default=None, description="Whether to draw a legend.")
    fit: _Page | None = Field(
        default=None, description="The page to draw for: a4, letter, or a width and a height such as 160x90mm."
    )


class ConfigurationTable(_Table):
    """The whole of `argmap.toml`, or of `[tool.argmap]` in `pyproject.toml`."""

    select: list[_Selector] = Field(
        default=[], description="Findings to report: names, codes, beginnings of codes, or `all`."
    )
    ignore: list[_Selector] = Field(default=[], description="Findings to leave out.")
    strict: bool = Field(default=False, description="Whether advice makes a check fail.")
    exclude: list[str] = Field(default=[], description="Files and folders that a search leaves out.")
    title_length: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        default=None, description="Characters that a title may have."
    )
    render: RenderTable = Field(default=RenderTable(), description="Defaults of drawings.")


def validate(data: object, source: SourceFile, prefix: Path) -> tuple[Settings, list[Diagnostic]]:
    """Turn the data of a configuration into settings.

    Args:
        data: What `tomllib` made of the table.
        source: The text it stands in, for places.
        prefix: The keys that lead to the table.

    Returns:
        The settings, and what is wrong; the defaults if anything is.
    """
    where = places(source.text)
    try:
        table = ConfigurationTable.model_validate(data)
    except ValidationError as error:
        return DEFAULTS, [
            _translate(fault, source, where, prefix) for fault in error.errors(include_url=False, include_context=True)
        ]
    return (
        Settings(
            select=tuple(table.select),
            ignore=tuple(table.ignore),
            strict=table.strict,
            exclude=tuple(table.exclude),
            title_length=table.title_length,
            render=RenderSettings(**table.render.model_dump(by_alias=False)),
        ),
        [],
    )


def _span(source: SourceFile, where: dict[Path, Place], path: Path, *, key: bool) -> Span:
    while path and path not in where:
        path = path[:-1]
    place = where.get(path, Place((0, 0), (0, 0)))
    return Span(source, *(place.key if key else place.value))


def _translate(fault: Any, source: SourceFile, where: dict[Path, Place], prefix: Path) -> Diagnostic:
    path: Path = tuple(fault["loc"])
    kind: str = fault["type"]
    if kind == "extra_forbidden":
        return _unknown_key(path, source, where, prefix)
    span = _span(source, where, (*prefix, *path), key=False)
    if kind == _SELECTOR:
        return _unknown_selector(fault["input"], span)
    name = ".".join(str(part) for part in path if isinstance(part, str)) or "the table"
    wanted = _wanted(kind, fault)
    hint = None
    if kind == "literal_error" and isinstance(fault["input"], str):
        near = did_you_mean(fault["input"], _choices(fault))
        hint = f"did you mean `{near}`?" if near else None
    return finding("invalid-configuration", f"`{name}` must be {wanted}", span, help=hint)


def _choices(fault: Any) -> list[str]:
    return [part.strip("' ") for part in str(fault["ctx"]["expected"]).replace(" or ", ", ").split(", ")]


def _wanted(kind: str, fault: Any) -> str:
    limits = fault.get("ctx", {})
    if kind == "literal_error":
        *most, last = (f"`{choice}`" for choice in _choices(fault))
        return f"{', '.join(most)} or {last}"
    phrases = {
        "greater_than_equal": f"at least {limits.get('ge')}",
        "less_than_equal": f"at most {limits.get('le')}",
        _PAGE: "a page: `a4`, `letter`, or a width and a height such as `160x90mm`",
        "bool_type": "`true` or `false`",
        "int_type": "a whole number",
        "string_type": "a string",
        "list_type": "a list of strings",
        "model_type": "a table",
    }
    return phrases.get(kind, "something else")


def _unknown_key(path: Path, source: SourceFile, where: dict[Path, Place], prefix: Path) -> Diagnostic:
    table: type[BaseModel] = RenderTable if path[0] == "render" and len(path) > 1 else ConfigurationTable
    known = [_hyphens(name) for name in table.model_fields]
    span = _span(source, where, (*prefix, *path), key=True)
    near = did_you_mean(str(path[-1]), known)
    hint = f"did you mean `{near}`?" if near else f"known settings: {', '.join(known)}"
    return finding("invalid-configuration", f"there is no setting `{path[-1]}`", span, help=hint)


def _unknown_selector(item: str, span: Span) -> Diagnostic:
    near = did_you_mean(item, LEDGER)
    return finding(
        "invalid-configuration",
        f"no rule is called `{item}`, and no code begins with it",
        span,
        help=f"did you mean `{near}`?" if near else "`argmap rule` lists all rules",
        fix=Fix(f"Rename to `{near}`", (Edit(span, f'"{near}"'),), safe=False) if near else None,
    )
