"""Every case on disk: the marked findings of its rule are there, and no others."""

from pathlib import Path

import pytest

from argmap.rules import RULES
from tests.unit.rules.document_cases import DocumentCase, document_cases_of
from tests.unit.rules.rule_cases import Case, cases_of, findings, names_on_disk

CASES = [
    pytest.param(name, case, id=f"{name}: {case.title or number}")
    for name in names_on_disk()
    if not RULES[name].is_of_documents
    for number, case in enumerate(cases_of(name))
]

IN_DOCUMENTS = [
    pytest.param(name, case, id=f"{name}: {case.title}")
    for name in names_on_disk()
    if RULES[name].is_of_documents
    for case in document_cases_of(name)
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name: str, case: Case) -> None:
    source = case.source
    found = [item for item in findings(source, case.texts) if item.primary]
    marks = list(case.marks)
    if case.language == "python":
        assert ({item.name for item in found} & {name}) == {mark[2] for mark in marks}
        return
    told = [(item.primary.line, str(item.severity), item.name, item.primary.column) for item in found]
    for line, severity, marked, column in marks:
        at = [item for item in told if item[:3] == (line, severity, marked)]
        assert at, f"{marked} is not found in line {line}; found: {told}"
        assert column is None or column in [item[3] for item in at], f"{marked} begins in column {at[0][3]}"
    spare = [item for item in told if item[2] == name and item[:3] not in [mark[:3] for mark in marks]]
    assert not spare
    assert len([item for item in told if item[2] == name]) == len([mark for mark in marks if mark[2] == name])


@pytest.mark.parametrize(("name", "case"), IN_DOCUMENTS)
def test_case_in_a_document(name: str, case: DocumentCase, tmp_path: Path) -> None:
    told = [item for item in case.findings(tmp_path) if item.file == case.document]
    marks = list(case.marks)
    names = {name, *(mark[2] for mark in marks)}
    expected = sorted((line, name, severity) for line, severity, name, _ in marks)
    assert sorted((item.line, item.name, item.severity) for item in told if item.name in names) == expected
    columns = {(item.line, item.name, item.column) for item in told}
    assert all(column is None or (line, name, column) in columns for line, _, name, column in marks), columns
