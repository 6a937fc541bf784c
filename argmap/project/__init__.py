"""What belongs to a project rather than to one map: which files are maps, and the configuration that holds for them."""

from argmap.project.configuration import Configured, Projects
from argmap.project.discovery import Found, discover, suffixes_of
from argmap.project.settings import DEFAULTS, RenderSettings, Settings, unknown_selectors

__all__ = [
    "DEFAULTS",
    "Configured",
    "Found",
    "Projects",
    "RenderSettings",
    "Settings",
    "discover",
    "suffixes_of",
    "unknown_selectors",
]
