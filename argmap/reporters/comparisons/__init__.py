"""The roll of ways to tell what changed from one map to another. A new one is one file and a line here."""

from argmap.core.registry import Registry, later
from argmap.reporters.comparisons.base import ComparisonFormat, Review

__all__ = ["COMPARISON_FORMATS", "ComparisonFormat", "Review"]

COMPARISON_FORMATS: Registry[ComparisonFormat] = Registry(
    "format of comparisons",
    (
        ComparisonFormat(
            "text", "for people: a list with signs", later("argmap.reporters.comparisons.text", "write"), (".txt",)
        ),
        ComparisonFormat(
            "markdown",
            "for pull requests: lists, and rewording word by word",
            later("argmap.reporters.comparisons.markdown", "write"),
            (".md", ".markdown"),
        ),
        ComparisonFormat(
            "json", "for programs: versioned, by id", later("argmap.reporters.comparisons.json", "write"), (".json",)
        ),
    ),
    name=lambda item: item.name,
)
"""Every way to tell a comparison, the usual one first."""
