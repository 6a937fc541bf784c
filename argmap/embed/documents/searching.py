"""Which documents are meant: names, patterns, and folders that are searched for what is called like a document."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from argmap.core.errors import ArgmapError
from argmap.embed.documents import HOSTS, Host, host_of
from argmap.embed.documents.cleaning import documents_below
from argmap.project import Found, Projects, discover
from argmap.project.discovery import left_out
from argmap.project.presence import is_folder


def documents(paths: Iterable[str], projects: Projects) -> list[Found]:
    """Return the documents that arguments on the command line mean, each once, folders in alphabetical order.

    A file that is named is taken whatever it is called. In folders, documents are found by their endings; hidden
    folders and those of tools are skipped, and so is what `exclude` in the configuration means.

    Raises:
        ArgmapError: `no-documents` if a folder has none, `no-maps` if a pattern leads to no file.
    """
    listed = list(paths)
    named = iter(discover([path for path in listed if not is_folder(path)], projects))
    found: dict[str, Found] = {}
    for path in listed:
        for item in _below(path, projects) if is_folder(path) else ():
            found.setdefault(os.path.realpath(item.name), item)
    for item in named:
        found.setdefault(item.name if item.name == "-" else os.path.realpath(item.name), item)
    return list(found.values())


def _below(folder: str, projects: Projects) -> Iterator[Found]:
    found = [str(path) for path in documents_below(Path(folder)) if not left_out(str(path), projects)]
    if not found:
        endings = ", ".join(suffix for host in HOSTS.values() for suffix in host.suffixes)
        raise ArgmapError("no-documents", f"there is no document in {folder}", f"documents end in {endings}")
    return (Found(name, os.path.relpath(name, folder)) for name in found)


def host_for(name: str, wanted: str | None, refuse: Callable[[str], None]) -> Host:
    """Return the kind of a document: the one that is wanted, else the one that its ending stands for.

    Args:
        name: Its file name, or `-`.
        wanted: The name of a kind, or None.
        refuse: What to call with a sentence if neither says; it does not return.
    """
    found = HOSTS[wanted] if wanted else host_of(name)
    if found is None:
        what = "what standard input holds" if name == "-" else f"what kind of document '{name}' is"
        refuse(f"There is no telling {what}: give --host {'|'.join(HOSTS)}.")
    assert found is not None
    return found
