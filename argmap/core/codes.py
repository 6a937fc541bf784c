"""The ledger of findings: code, name and severity of each. A code is never given to another finding.

AM0 syntax and shape, AM1 ids and references, AM2 structure, AM3 evidence, AM4 wording, AM5 evaluation, AM6 maps in
documents, AM9 configuration. A name says the pattern that was found, not its remedy.
"""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is. Errors and warnings make `argmap check` fail; advice does so only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Entry(NamedTuple):
    """One line of the ledger."""

    code: str
    severity: Severity


_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE

LEDGER: dict[str, Entry] = {
    # AM0: syntax and shape, found while reading
    "syntax-error": Entry("AM001", _E),
    "unreadable-file": Entry("AM002", _E),
    "too-large": Entry("AM003", _E),
    "too-deep": Entry("AM004", _E),
    "yaml-tag": Entry("AM005", _E),
    "duplicate-key": Entry("AM006", _E),
    "unknown-field": Entry("AM007", _E),
    "missing-field": Entry("AM008", _E),
    "wrong-type": Entry("AM009", _E),
    "unsupported-version": Entry("AM010", _E),
    "alias-bomb": Entry("AM011", _E),
    "unportable-syntax": Entry("AM012", _W),
    "unreadable-include": Entry("AM013", _W),
    "invalid-data": Entry("AM014", _E),
    "odd-indentation": Entry("AM015", _W),
    "structure-without-conclusion": Entry("AM016", _E),
    "odd-encoding": Entry("AM017", _W),
    "odd-value": Entry("AM018", _W),
    "carried-part": Entry("AM019", _A),
    "refused-markup": Entry("AM020", _E),
    # AM1: ids and references
    "unknown-reference": Entry("AM101", _E),
    "unknown-question": Entry("AM102", _E),
    "unknown-speaker": Entry("AM103", _E),
    "unknown-source": Entry("AM104", _E),
    "unknown-group": Entry("AM105", _E),
    "unknown-member": Entry("AM106", _E),
    "unknown-scheme": Entry("AM107", _W),
    "duplicate-id": Entry("AM108", _E),
    "conflicting-redefinition": Entry("AM109", _E),
    "invalid-id": Entry("AM110", _E),
    "ambiguous-reference": Entry("AM111", _E),
    "undercut-of-nothing": Entry("AM112", _E),
    "scheme-spelling": Entry("AM113", _W),
    "undefined-claim": Entry("AM114", _W),
    "unknown-mention": Entry("AM115", _W),
    "second-structure": Entry("AM116", _E),
    "repeated-node": Entry("AM117", _W),
    "dangling-edge": Entry("AM118", _W),
    # AM2: structure
    "self-relation": Entry("AM201", _E),
    "duplicate-relation": Entry("AM202", _W),
    "circular-support": Entry("AM203", _W),
    "support-and-attack": Entry("AM204", _W),
    "isolated-claim": Entry("AM205", _W),
    "question-without-position": Entry("AM206", _W),
    "thesis-without-objection": Entry("AM207", _A),
    "linked-and-convergent": Entry("AM208", _W),
    "repeated-premise": Entry("AM209", _W),
    "linked-conflict": Entry("AM210", _E),
    "undercut-by-support": Entry("AM211", _E),
    "circular-group": Entry("AM212", _E),
    "claim-in-two-groups": Entry("AM213", _W),
    "unused-speaker": Entry("AM214", _W),
    "unused-source": Entry("AM215", _W),
    "empty-group": Entry("AM216", _W),
    "mutual-attack": Entry("AM217", _A),
    "circular-undercut": Entry("AM218", _E),
    "repeated-entry": Entry("AM219", _W),
    "step-without-premise": Entry("AM220", _W),
    "step-without-conclusion": Entry("AM221", _W),
    "looping-edge": Entry("AM222", _W),
    "circular-step": Entry("AM223", _W),
    "edge-without-step": Entry("AM224", _W),
    "open-critical-question": Entry("AM225", _A),
    # AM3: evidence
    "claim-without-citation": Entry("AM301", _W),
    "place-outside-source": Entry("AM302", _E),
    "quotation-not-in-source": Entry("AM303", _E),
    "uncited-paragraph": Entry("AM304", _A),
    "missing-source-text": Entry("AM305", _W),
    "implicit-claim-with-citation": Entry("AM306", _W),
    "implicit-claim-with-speaker": Entry("AM307", _W),
    "paragraph-count": Entry("AM308", _W),
    "unsafe-link": Entry("AM309", _W),
    # AM4: wording
    "empty-text": Entry("AM401", _E),
    "two-sentences": Entry("AM402", _A),
    "hidden-inference": Entry("AM403", _A),
    "question-as-claim": Entry("AM404", _W),
    "near-duplicate-claims": Entry("AM405", _W),
    "long-title": Entry("AM406", _W),
    "repeated-title": Entry("AM407", _W),
    "title-says-no-more": Entry("AM408", _A),
    "differing-texts": Entry("AM409", _W),
    "node-without-text": Entry("AM410", _W),
    # AM5: evaluation
    "score-out-of-range": Entry("AM501", _E),
    "weight-out-of-range": Entry("AM502", _E),
    "unfounded-claim": Entry("AM503", _W),
    # AM6: maps in documents
    "unknown-attribute": Entry("AM601", _E),
    "invalid-attribute": Entry("AM602", _E),
    "missing-map": Entry("AM603", _E),
    "path-outside-project": Entry("AM604", _E),
    "empty-block": Entry("AM605", _E),
    "ambiguous-block": Entry("AM606", _E),
    "broken-map": Entry("AM607", _E),
    "figure-not-drawn": Entry("AM608", _E),
    "stale-figure": Entry("AM609", _E),
    "missing-figure": Entry("AM610", _E),
    "stale-text": Entry("AM611", _E),
    "unclosed-block": Entry("AM612", _E),
    "unknown-block": Entry("AM613", _E),
    "repeated-figure": Entry("AM614", _E),
    "foreign-figure": Entry("AM615", _E),
    # AM9: configuration and suppression
    "invalid-configuration": Entry("AM901", _E),
    "unused-suppression": Entry("AM902", _W),
    "unknown-rule": Entry("AM903", _W),
    "unsupported-setting": Entry("AM904", _A),
    "broken-template": Entry("AM905", _E),
}
