"""What a reporter is: how the findings of one run of the checker become text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from argmap.core.diagnostics import Diagnostic, Severity

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a report may say about a rule.

    Attributes:
        summary: One sentence.
        page: The rule's page as Markdown, empty if it has none.
    """

    summary: str
    page: str = ""


def _no_rules() -> Mapping[str, RuleText]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Report:
    """One run of the checker.

    Attributes:
        diagnostics: What was found, file by file, in file order.
        files: Names of all files that were checked, those without findings too.
        rules: Texts of rules by name, for reports that carry them.
        colour: Whether the report may use terminal colours.
        width: How many cells a line of source may take before it is trimmed; at least 20.
        version: The version of argmap, for reports that name the tool.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...] = ()
    rules: Mapping[str, RuleText] = field(default_factory=_no_rules)
    colour: bool = False
    width: int = 100
    version: str = ""


@dataclass(frozen=True, slots=True)
class Reporter:
    """A reporter on the roll.

    Attributes:
        name: What `--format` calls it.
        title: What a list of reporters says of it.
        write: The report as text, ending in a line end, or empty where there is nothing to say.
    """

    name: str
    title: str
    write: Callable[[Report], str]


def count(diagnostics: tuple[Diagnostic, ...]) -> dict[Severity, int]:
    """Count findings by severity, gravest first; severities that do not occur count 0."""
    found = dict.fromkeys(_ORDER, 0)
    for item in diagnostics:
        found[item.severity] += 1
    return found
