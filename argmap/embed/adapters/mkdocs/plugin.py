"""The MkDocs plugin: it tells the fence which page it stands in, watches maps, and stops builds that lack a figure."""

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import SourceFile
from argmap.embed import Engine, Outcome, Request
from argmap.embed.adapters.mkdocs import pieces
from argmap.embed.adapters.mkdocs.alone import drawn, path_of
from argmap.embed.adapters.mkdocs.fences import readable, scan
from argmap.embed.adapters.mkdocs.page import Page
from argmap.embed.adapters.mkdocs.setting import set_up
from argmap.embed.adapters.mkdocs.written import Written
from argmap.embed.adapters.telling import line
from argmap.embed.paths import project_of, shown

_LATE = -50
"""Behind plugins that write Markdown, so that their fences are seen."""

_log = get_plugin_logger("argmap")


class ArgmapConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin.

    Attributes:
        format: The format of figures that ask for none.
        on_error: What a figure that cannot be made does: `error` stops the build when all pages are read, `warn` puts
            a box into the page and goes on.
    """

    format = config_options.Choice(("svg", "png"), default="svg")
    on_error = config_options.Choice(("error", "warn"), default="error")


class ArgmapPlugin(BasePlugin[ArgmapConfig]):  # type: ignore[no-untyped-call]
    """Draws the argmap fences of the pages of a site."""

    def __init__(self) -> None:
        self._server: Any = None
        self._begin(Path())

    def _begin(self, root: Path) -> None:
        self._engine = Engine(root)
        self._site_page: SitePage | None = None
        self._pages: dict[str, Page] = {}
        self._pictures: dict[str, bytes] = {}
        self._maps: set[Path] = set()
        self._failures = 0

    def on_startup(self, **_: Any) -> None:
        """Stay the same object for all builds of `mkdocs serve`, so that its server is known to each."""

    def on_serve(self, server: Any, **_: Any) -> None:
        """Watch the folders of the maps that the first build has read."""
        self._server = server
        self._watch()

    @event_priority(_LATE)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin a build: set the fence up, with all that is read from files read anew."""
        if find_spec("pymdownx") is None:
            raise PluginError("the plugin `argmap` needs pymdown-extensions: pip install pymdown-extensions")
        self._begin(project_of(Path(config.config_file_path or "mkdocs.yml").absolute().parent))
        self._docs = Path(config.docs_dir)
        set_up(config, self.fence)
        return config

    @event_priority(_LATE)
    def on_page_markdown(self, markdown: str, *, page: SitePage, **_: Any) -> str:
        """Take a page up, and mend the headers of fences that superfences would not take for ones."""
        path = page.file.abs_src_path
        text = page.file.content_string.replace("\r\n", "\n")
        name = shown(Path(path)) if path else page.file.src_uri
        folder = Path(path).parent if path else self._docs / Path(page.file.src_uri).parent
        taken = Page(SourceFile(name, text, path), folder)
        taken.expected = len(scan(SourceFile(name, markdown)))
        self._pages[path or page.file.src_uri] = taken
        self._site_page = page
        return readable(markdown)

    def on_page_content(self, html: str, *, page: SitePage, **_: Any) -> str:
        """See that each fence of a page has become a figure."""
        taken = self._pages.get(page.file.abs_src_path or page.file.src_uri)
        self._site_page = None
        lost = taken.lost() if taken else ()
        if page.present_anchor_ids is not None and taken:
            page.present_anchor_ids.update(taken.names)  # so that links to figures are seen to lead somewhere
        return html + "".join(self._told((item,)) for item in lost)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Stop the build if a figure is missing; else put the pictures into the site."""
        self._watch()
        if self._failures and self.config.on_error == "error":
            many = "a figure" if self._failures == 1 else f"{self._failures} figures"
            raise PluginError(f"{many} could not be made: see the errors above")
        for uri, data in sorted(self._pictures.items()):
            files.append(File.generated(config, uri, content=data))
        return env

    def fence(
        self, source: str, language: str, class_name: str, options: dict[str, Any], md: Any, **kwargs: Any
    ) -> str:
        """Return the figure of a fence as HTML, or a box that says what is wrong; see the fence of the package."""
        written = Written.of(source, options, class_name, kwargs)
        page = self._page(md)
        request, faults = page.request(written)
        outcome = Outcome(None, tuple(faults)) if faults else self._drawn(request)
        if outcome.figure is None:
            return self._told(outcome.diagnostics)
        for note in outcome.figure.notes:
            _log.info("%s: %s", page.source.name if page.source else "a page", note)
        address = self._address(outcome.figure.data) if outcome.figure.format == "png" else None
        return pieces.figure(outcome.figure, request.attributes, written.classes, address)

    def _page(self, md: Any) -> Page:
        """The page that a converter works on; one that says nothing works on the page that MkDocs is at."""
        path = path_of(md)
        current = self._site_page.file if self._site_page else None
        key = str(path) if path else (current.abs_src_path or current.src_uri) if current else ""
        return self._pages.get(key) or Page(None, path.parent if path else self._docs)

    def _drawn(self, request: Request) -> Outcome:
        if request.attributes.file is not None:
            self._maps.add((request.folder / request.attributes.file).absolute())
        return drawn(self._engine, request, self.config.format)

    def _told(self, findings: tuple[Diagnostic, ...]) -> str:
        """Log why there is no figure, and return the same as a box for the page."""
        self._failures += 1
        tell = _log.error if self.config.on_error == "error" else _log.warning
        for item in findings:
            tell("%s", line(item))
        return pieces.box(findings)

    def _address(self, data: bytes) -> str | None:
        """Where the page finds a picture; None outside of pages, where nothing can lead to a file."""
        if self._site_page is None:
            return None
        uri = f"assets/argmap/{sha256(data).hexdigest()[:16]}.png"
        self._pictures[uri] = data
        return get_relative_url(uri, self._site_page.url)

    def _watch(self) -> None:
        """Let `mkdocs serve` look at the folders of maps; the folder of the pages is watched by MkDocs itself."""
        if self._server is not None:
            for folder in sorted({path.parent.resolve() for path in self._maps}):
                if folder.is_dir() and not folder.is_relative_to(self._docs.resolve()):
                    self._server.watch(str(folder), recursive=False)
