"""Whether something lies at a path: no path, however odd or forbidden, is more than "no"."""

from pathlib import Path


def is_file(path: str | Path) -> bool:
    """Return whether a file lies at the path and can be seen."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: str | Path) -> bool:
    """Return whether a folder lies at the path and can be seen."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def is_there(path: str | Path) -> bool:
    """Return whether anything lies at the path and can be seen."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
