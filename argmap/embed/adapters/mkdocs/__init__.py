"""Maps in MkDocs: a fence for `pymdownx.superfences`, and a plugin that knows the pages.

The fence alone draws the maps that are written in a page:

    markdown_extensions:
      - pymdownx.superfences:
          custom_fences:
            - name: argmap
              class: argmap
              format: !!python/name:argmap.embed.adapters.mkdocs.fence
              validator: !!python/name:argmap.embed.adapters.mkdocs.validator

The plugin sets the fence up by itself.
"""

from typing import Any

__all__ = ["fence", "validator"]


def validator(language: str, inputs: dict[str, Any], options: dict[str, Any], attrs: dict[str, Any], md: Any) -> bool:
    """Take all options of a fence as they are: what is wrong with them is told when the figure is made."""
    options["given"] = dict(inputs)
    return True


def fence(source: str, language: str, class_name: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Return the figure of a fence as HTML.

    Args:
        source: The text in the fence.
        language: The word behind the fence, which is not looked at.
        class_name: The class of the figure.
        options: What `validator` made of the options.
        md: The Markdown converter.
        **kwargs: `classes` and `id_value` of a header in braces.

    Raises:
        SuperFencesException: The figure cannot be made; the message says why and where.
    """
    from argmap.embed.adapters.mkdocs.alone import figure_of
    from argmap.embed.adapters.mkdocs.written import Written

    return figure_of(Written.of(source, options, class_name, kwargs), md)
