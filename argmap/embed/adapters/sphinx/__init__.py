"""Maps in Sphinx: the directive `.. argmap::`, for all builders.

extensions = ["argmap.embed.adapters.sphinx"]
"""

from typing import TYPE_CHECKING

from argmap import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["setup"]


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Add the directive `argmap` and its settings.

    `argmap_html` is `file` (an image) or `inline` (the SVG in the page). `argmap_root` is the folder that no path may
    leave, by default that of the project.
    """
    from sphinx.config import ENUM

    from argmap.embed.adapters.sphinx.directive import ArgmapDirective
    from argmap.embed.adapters.sphinx.picture import argmap_picture, put_in

    app.add_directive("argmap", ArgmapDirective)
    app.add_node(argmap_picture)
    app.add_config_value("argmap_html", "file", "html", ENUM("file", "inline"))
    app.add_config_value("argmap_root", None, "env", (str, type(None)))
    app.connect("config-inited", _find_root)
    app.connect("doctree-resolved", put_in)
    return {
        "version": __version__,
        # another release may draw another picture, so it reads all documents anew
        "env_version": int.from_bytes(__version__.encode()),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _find_root(app: "Sphinx", config: "Config") -> None:
    """Make `argmap_root` a full path: by default the project of `conf.py` if the documents lie in it, else theirs."""
    from pathlib import Path

    from argmap.embed.paths import project_of

    if config.argmap_root is not None:
        config.argmap_root = str((Path(app.confdir) / config.argmap_root).resolve())
        return
    root = project_of(Path(app.confdir))
    config.argmap_root = str(root if Path(app.srcdir).resolve().is_relative_to(root) else project_of(Path(app.srcdir)))
