"""The roll of reporters: findings as text for people, machines and services. A new one is one file and a line here."""

from collections.abc import Callable
from importlib import import_module

from argmap.core.registry import Registry
from argmap.reporters.base import Report, Reporter, RuleText

__all__ = ["REPORTERS", "Report", "Reporter", "RuleText"]


def _later(name: str) -> Callable[[Report], str]:
    """A function that imports its module at the first call: a run loads only the reporter that it uses."""

    def write(report: Report) -> str:
        text: str = import_module(f"argmap.reporters.{name}").write(report)
        return text

    return write


REPORTERS: Registry[Reporter] = Registry(
    "report format",
    (
        Reporter("text", "for people: the line, a caret, and what to do", _later("text")),
        Reporter("json", "for programs: versioned, with every place and fix", _later("json")),
        Reporter("github", "for GitHub Actions: annotations on the changed files", _later("github")),
        Reporter("sarif", "for code scanning services: SARIF 2.1.0", _later("sarif")),
    ),
    name=lambda reporter: reporter.name,
)
"""Every way to write a report, the usual one first."""
