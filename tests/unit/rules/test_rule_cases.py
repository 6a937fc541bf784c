"""Every case on disk: the marked findings of its rule are there, and no others."""

import pytest

from tests.unit.rules.rule_cases import Case, cases_of, findings, names_on_disk

CASES = [
    pytest.param(name, case, id=f"{name}: {case.title or number}")
    for name in names_on_disk()
    for number, case in enumerate(cases_of(name))
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
