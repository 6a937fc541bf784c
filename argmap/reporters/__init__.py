"""The roll of reporters: findings as text for people, machines and services. A new one is one file and a line here."""

from argmap.core.registry import Registry, later
from argmap.reporters.base import Report, Reporter, RuleText

__all__ = ["REPORTERS", "Report", "Reporter", "RuleText"]

REPORTERS: Registry[Reporter] = Registry(
    "report format",
    (
        Reporter("text", "for people: the line, a caret, and what to do", later("argmap.reporters.text", "write")),
        Reporter("json", "for programs: versioned, with every place and fix", later("argmap.reporters.json", "write")),
        Reporter(
            "github", "for GitHub Actions: annotations on the changed files", later("argmap.reporters.github", "write")
        ),
        Reporter("sarif", "for code scanning services: SARIF 2.1.0", later("argmap.reporters.sarif", "write")),
    ),
    name=lambda reporter: reporter.name,
)
"""Every way to write a report, the usual one first."""
