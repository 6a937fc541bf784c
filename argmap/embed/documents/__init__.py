"""Documents that `argmap embed` keeps fresh: the roll. A new kind of document is one file here and one line below."""

from argmap.core.registry import Registry
from argmap.embed.documents import asciidoc, html, latex, markdown, quarto, restructuredtext
from argmap.embed.documents.base import Host

__all__ = ["HOSTS", "Host", "host_of"]

HOSTS: Registry[Host] = Registry(
    "host",
    [markdown.HOST, quarto.HOST, restructuredtext.HOST, asciidoc.HOST, latex.HOST, html.HOST],
    name=lambda item: item.name,
)


def host_of(name: str) -> Host | None:
    """The kind of document that a file name's ending stands for; None if none is known."""
    lower = name.lower()
    return next((host for host in HOSTS.values() if lower.endswith(host.suffixes)), None)
