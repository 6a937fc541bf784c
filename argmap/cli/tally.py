"""What a run of the checker comes to: counts by rule, and a sentence at the end."""

from collections import Counter
from collections.abc import Iterator, Sequence

from argmap.cli.examination import Examination
from argmap.core.diagnostics import Diagnostic, Severity


def statistics(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a line for each rule that found something, the most frequent first."""
    counted = Counter((item.code, item.name, str(item.severity)) for item in diagnostics)
    mendable = Counter(item.code for item in diagnostics if item.fix and item.fix.safe)
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    digits = len(str(max(counted.values(), default=0)))
    return "".join(
        f"{number:{digits}}  {code}  {severity:7}  {name}"
        + (f"  ({mendable[code]} with --fix)" if mendable[code] else "")
        + "\n"
        for (code, name, severity), number in rows
    )


def summary(run: Examination) -> Iterator[str]:
    """Yield what a run comes to, as lines for standard error."""
    files = _counted(len(run.files), "file", "files")
    if run.fixed:
        mended = _counted(len(run.mended), "file", "files")
        yield f"Fixed {_counted(run.fixed, 'finding', 'findings')} in {mended}."
    if run.diagnostics:
        yield f"{', '.join(_by_severity(run.diagnostics))} in {files}"
        mendable = sum(1 for item in run.diagnostics if item.fix and item.fix.safe)
        if mendable:
            yield f"{mendable:,} can be mended with --fix"
    elif run.files and not run.trouble:
        yield f"All clear: {files}, {_counted(run.claims, 'claim', 'claims')}"


def _by_severity(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    words = {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.ADVICE: ("piece of advice", "pieces of advice"),
    }
    found = Counter(item.severity for item in diagnostics)
    return (_counted(found[severity], *forms) for severity, forms in words.items() if found[severity])


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
