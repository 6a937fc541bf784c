"""The fence in the configuration of a site: set up where there is none, and tied to the plugin."""

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from argmap.embed.adapters import mkdocs as room

_SUPERFENCES = "pymdownx.superfences"
_EXTRA = "pymdownx.extra"
"""An extension that brings superfences along, and passes their options on."""


def set_up(config: MkDocsConfig, format: Callable[..., str]) -> None:
    """Let superfences call `format` for argmap fences. A fence of that name with a formatter of its own is left."""
    options = config.mdx_configs
    if _SUPERFENCES not in config.markdown_extensions and _EXTRA in config.markdown_extensions:
        options = dict(options.get(_EXTRA) or {})
        config.mdx_configs[_EXTRA] = options
    elif _SUPERFENCES not in config.markdown_extensions:
        config.markdown_extensions.append(_SUPERFENCES)
    own = dict(options.get(_SUPERFENCES) or {})
    fences = list(own.get("custom_fences") or [])
    if not any(_is_foreign(item) for item in fences):
        fence = {"name": "argmap", "class": "argmap", "format": format, "validator": room.validator}
        fences = [item for item in fences if item.get("name") != "argmap"] + [fence]
    options[_SUPERFENCES] = own | {"custom_fences": fences}


def _is_foreign(item: dict[str, Any]) -> bool:
    """Whether a fence is called argmap and drawn by something else; the method of an earlier build is none such."""
    made_by = getattr(item.get("format"), "__module__", "") or ""
    return item.get("name") == "argmap" and not made_by.startswith(room.__name__)
